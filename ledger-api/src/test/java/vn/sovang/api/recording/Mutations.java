package vn.sovang.api.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes something that is perhaps wrong of something that was right: texts, numbers, days and
/// structure as the catalogue of bad input has them.
final class Mutations {
    /// Marks a value whose raw text replaces it, for what no JSON library would write.
    private static final String RAW = "@raw:";

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " \u00a0\u3000",
                    "Nguye\u0302\u0303n Thi\u0323 A\u0301nh",
                    "a\u0000b",
                    "a\u200bb",
                    "\u202egnp.x",
                    "\ufeffx",
                    "=HYPERLINK(\"x\")",
                    "'; drop table ledger.event; --",
                    "{award}",
                    "../../etc/passwd",
                    "%00",
                    "x".repeat(2_001),
                    "\u1ec7".repeat(1_999),
                    "a" + "\u0301".repeat(500),
                    "\ud83d\udc69\u200d\ud83d\udc67",
                    "\ue000",
                    "KHONG_RO",
                    "null",
                    "7.9E+10",
                    "00000000-0000-0000-0000-000000000000");

    private static final List<String> DAYS =
            List.of(
                    "2024-06-30",
                    "2024-07-01",
                    "2023-12-31",
                    "2024-02-30",
                    "2024-2-3",
                    "0000-01-01",
                    "+999999999-12-31",
                    "9999-12-31",
                    "1799-12-31",
                    "2024-06-30T23:59:59+07:00",
                    "30/06/2024");

    private static final List<String> RAWS =
            List.of(
                    "1e400",
                    "-0",
                    "NaN",
                    "9007199254740993",
                    "9223372036854775808",
                    "1.0",
                    "01",
                    "\"\\ud800\"",
                    "\"\\u0000\"",
                    "{\"a\":1,\"a\":2}",
                    "[".repeat(40) + "]".repeat(40),
                    "9".repeat(200),
                    "tru",
                    "'x'",
                    "-1",
                    "2147483648",
                    "\"\\udc00\\ud800\"");

    private final Random random;

    /// Identities of things that belong to others.
    private final List<UUID> others;

    Mutations(Random random, List<UUID> others) {
        this.random = random;
        this.others = others;
    }

    /// The text of a body with one to three places changed.
    String of(JsonNode valid) {
        var body = (ObjectNode) valid.deepCopy();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            change(body);
        }
        var text = body.toString();
        for (var raw : RAWS) {
            text = text.replace("\"" + RAW + RAWS.indexOf(raw) + "\"", raw);
        }
        return switch (random.nextInt(40)) {
            case 0 -> text.substring(0, random.nextInt(text.length()));
            case 1 -> text + text;
            case 2 -> "\ufeff" + text;
            case 3 -> text.replaceFirst("\\{", "{\"x\":{\"x\":{},\"x\":{}},");
            default -> text;
        };
    }

    private void change(ObjectNode body) {
        var spots = new ArrayList<Spot>();
        collect(body, spots);
        if (spots.isEmpty()) {
            return;
        }
        var spot = spots.get(random.nextInt(spots.size()));
        switch (random.nextInt(12)) {
            case 0 -> spot.remove();
            case 1 -> spot.set(JsonNodeFactory.instance.nullNode());
            case 2 -> spot.set(JsonNodeFactory.instance.objectNode());
            case 3 -> spot.set(JsonNodeFactory.instance.arrayNode().add(1));
            case 4 -> spot.set(JsonNodeFactory.instance.numberNode(random.nextLong()));
            case 5 -> spot.set(JsonNodeFactory.instance.booleanNode(random.nextBoolean()));
            case 6 -> spot.set(text(pick(DAYS)));
            case 7 -> spot.set(text(RAW + random.nextInt(RAWS.size())));
            case 8 -> spot.set(text(pick(others).toString()));
            case 9 -> spot.add("surprise-" + random.nextInt(9), text(pick(TEXTS)));
            default -> spot.set(text(pick(TEXTS)));
        }
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    String word() {
        return pick(TEXTS);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static void collect(JsonNode node, List<Spot> spots) {
        if (node instanceof ObjectNode object) {
            object.propertyNames()
                    .forEach(name -> {
                        spots.add(new Spot(object, name, -1));
                        collect(object.get(name), spots);
                    });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                spots.add(new Spot(array, "", i));
                collect(array.get(i), spots);
            }
        }
    }

    /// One place of a body.
    private record Spot(JsonNode in, String name, int at) {
        void set(JsonNode value) {
            if (in instanceof ObjectNode object) {
                object.set(name, value);
            } else if (in instanceof ArrayNode array) {
                array.set(at, value);
            }
        }

        void remove() {
            if (in instanceof ObjectNode object) {
                object.remove(name);
            } else if (in instanceof ArrayNode array) {
                array.remove(at);
            }
        }

        void add(String further, JsonNode value) {
            if (in instanceof ObjectNode object) {
                object.set(further, value);
            }
        }
    }
}
