package vn.sovang.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import vn.sovang.event.Actor;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Fact;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.SerialNumber;

/// Leaves of one kind, an item issued, alike in everything but the event's id: what every contender
/// of an append stores, byte for byte.
final class Leaves {
    static final String TYPE = EventCatalogue.nameOf(ArtifactIssued.class);

    private static final String ID_FIELD = "\"id\":\"";

    private final byte[] template;
    private final int idOffset;

    Leaves() {
        var paper =
                new Document.Paper(
                        new DocumentNumber("1178/QĐ-UBND"),
                        LocalDate.of(2024, 3, 13),
                        "UBND thành phố Phan Rang - Tháp Chàm",
                        null,
                        null);
        var issued =
                new ArtifactIssued(
                        new ArtifactId(new UUID(1, 1)),
                        new AwardId(new UUID(2, 2)),
                        ArtifactKind.BANG_CHUNG_NHAN,
                        new SerialNumber("0001178"));
        var fact =
                new Fact(
                        issued,
                        LocalDate.of(2024, 3, 20),
                        paper,
                        new Actor("van-thu-01", "CLERK", null),
                        new UUID(3, 3),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        template = new EventCodec().encode(new UUID(0, 0), fact);
        var text = new String(template, StandardCharsets.ISO_8859_1);
        idOffset = text.indexOf(ID_FIELD) + ID_FIELD.length();
    }

    int size() {
        return template.length;
    }

    byte[] leaf(UUID id) {
        byte[] leaf = template.clone();
        byte[] text = id.toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, leaf, idOffset, text.length);
        return leaf;
    }

    Map<String, String> facts() {
        return Map.of("event", size() + " bytes, " + TYPE);
    }
}
