package vn.sovang.api.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.access.AccessEntry;
import vn.sovang.access.AccessEntry.Checked;
import vn.sovang.access.AccessEntry.EvidenceAsked;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.access.AccessEntry.Missed;
import vn.sovang.access.AccessEntry.Opened;
import vn.sovang.access.AccessEntry.Refused;
import vn.sovang.access.AccessEntry.Searched;
import vn.sovang.access.AccessEntry.Unmasked;
import vn.sovang.access.AccessLine;
import vn.sovang.access.AccessQuestion.Page;

/// Prints entries of the access log: one line each, for people, or all in one document.
final class AccessPrinter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Console console;
    private final boolean json;

    AccessPrinter(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /// @param reasons opened, by seal
    void print(Page page, Map<UUID, String> reasons) {
        if (json) {
            var entries = page.lines().stream().map(line -> fields(line, reasons)).toList();
            var answer = new LinkedHashMap<String, Object>();
            answer.put("entries", entries);
            if (page.next() != null) {
                answer.put("next", page.next());
            }
            console.print(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
            return;
        }
        page.lines().forEach(line -> console.print(sentence(line, reasons)));
        var messages = console.messages();
        console.print(
                page.next() == null
                        ? messages.text("cli.access.end", console.number(page.lines().size()))
                        : messages.text("cli.access.more", Long.toString(page.next())));
    }

    private String sentence(AccessLine line, Map<UUID, String> reasons) {
        var messages = console.messages();
        var parts = new ArrayList<String>();
        fields(line, reasons)
                .forEach((name, value) -> {
                    if (!HEAD.contains(name)) {
                        parts.add(name + "=" + (value instanceof List<?> l ? join(l) : value));
                    }
                });
        return messages.text(
                "cli.access.line",
                Long.toString(line.position()),
                console.format().time(line.at()),
                line.who().user(),
                messages.text("value.Standing." + line.who().standing()),
                messages.text("value.Access." + kind(line.what())),
                String.join(" ", parts));
    }

    /// Told in words at the beginning of a line.
    private static final List<String> HEAD = List.of("position", "at", "kind", "user", "standing");

    private static String join(List<?> values) {
        return String.join(",", values.stream().map(String::valueOf).toList());
    }

    private static String kind(AccessEntry entry) {
        return entry.getClass().getSimpleName();
    }

    private static Map<String, Object> fields(AccessLine line, Map<UUID, String> reasons) {
        var fields = new LinkedHashMap<String, Object>();
        var who = line.who();
        fields.put("position", line.position());
        fields.put("at", line.at().toString());
        fields.put("kind", kind(line.what()));
        fields.put("user", who.user());
        fields.put("standing", who.standing().name());
        fields.put("role", who.role());
        optional(fields, "unit", who.unit());
        optional(fields, "onBehalfOf", who.onBehalfOf());
        if (!line.what().subjects().isEmpty()) {
            fields.put("subjects", line.what().subjects().stream().map(UUID::toString).toList());
        }
        switch (line.what()) {
            case Searched searched -> {
                fields.put("what", searched.what());
                fields.put("by", searched.by());
            }
            case Opened opened -> fields.put("what", opened.what());
            case Unmasked unmasked -> unmasked(fields, unmasked, reasons);
            case Exported exported -> {
                fields.put("what", exported.what());
                fields.put("range", exported.range());
            }
            case EvidenceAsked evidence -> {
                fields.put("bundle", evidence.bundle().toString());
                fields.put("about", evidence.subject().toString());
                fields.put("variant", evidence.variant().name());
            }
            case Refused refused -> {
                fields.put("code", refused.code());
                fields.put("what", refused.what());
            }
            case Checked checked -> {
                fields.put("what", checked.what());
                fields.put("size", checked.size());
                fields.put("findings", checked.findings());
            }
            case Missed missed -> {
                fields.put("count", missed.count());
                fields.put("since", missed.since().toString());
            }
        }
        return fields;
    }

    private static void unmasked(
            Map<String, Object> fields, Unmasked unmasked, Map<UUID, String> reasons) {
        fields.put("fields", unmasked.fields());
        fields.put("need", unmasked.need().name());
        optional(fields, "reason", reasons.get(unmasked.reason().sealId()));
        var before = unmasked.before();
        if (before != null) {
            fields.put("takenFrom", before.file());
            fields.put("enteredThereAt", before.at().toString());
        }
    }

    private static void optional(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
