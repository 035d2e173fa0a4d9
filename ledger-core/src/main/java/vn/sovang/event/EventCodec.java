package vn.sovang.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ExceptionId;
import vn.sovang.vocabulary.ImportId;

/// A fact ⇄ the exact bytes of its leaf: UTF-8 JSON in a fixed field order, written once, stored
/// and hashed as written, never written again.
///
/// `recordedAt` is a field of fixed width, so that everything else is prepared outside the log's
/// lock and the time is patched in inside it. Proved by `EventCodecTest`.
public final class EventCodec {
    /// Width of a stamp such as `2026-11-22T08:15:00.000000Z`, in bytes.
    public static final int STAMP_WIDTH = 27;

    private static final String UNSTAMPED = "0000-00-00T00:00:00.000000Z";
    private static final String STAMP_FIELD = "\"recordedAt\":\"";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final JsonMapper json =
            JsonMapper.builder()
                    .addModule(new VocabularyModule())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .changeDefaultPropertyInclusion(
                            i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private final LeafStream stream = new LeafStream(json);

    /// The text of an instant as it stands in a leaf; truncated to microseconds.
    public static String stamp(Instant instant) {
        return STAMP.format(instant);
    }

    /// Writes a fact. The result is final but for the stamp at [#stampOffset].
    public byte[] encode(UUID id, Fact fact) {
        var bytes = new ByteArrayOutputStream(1_024);
        try (var out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringProperty("id", id.toString());
            var name = EventCatalogue.nameOf(fact.event().getClass());
            out.writeStringProperty("type", name);
            out.writeNumberProperty("rev", EventCatalogue.revisionOf(name));
            out.writeStringProperty("recordedAt", UNSTAMPED);
            out.writeStringProperty("effectiveOn", fact.effectiveOn().toString());
            writeCircumstances(out, fact);
            out.writeName("tags");
            out.writeStartArray();
            fact.tags().stream().sorted().forEach(out::writeString);
            out.writeEndArray();
            writeDocument(out, fact.document());
            out.writeName("data");
            json.writeValue(out, fact.event());
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void writeCircumstances(JsonGenerator out, Fact fact) {
        var arrival = fact.arrival();
        if (arrival != null) {
            out.writeStringProperty("arrivedOn", arrival.on().toString());
            optional(out, "arrivalNo", arrival.number());
        }
        out.writeName("by");
        json.writeValue(out, fact.by());
        optional(out, "onBehalfOf", fact.onBehalfOf());
        out.writeStringProperty("request", fact.request().toString());
        optional(out, "cause", fact.cause());
        optional(out, "import", fact.imported());
        optional(out, "provenance", fact.provenance());
        optional(out, "asFound", fact.asFound());
        optional(out, "exception", fact.exception());
    }

    private void optional(JsonGenerator out, String name, @Nullable Object value) {
        if (value != null) {
            out.writeName(name);
            json.writeValue(out, value);
        }
    }

    private void writeDocument(JsonGenerator out, Document document) {
        out.writeName("document");
        switch (document) {
            case Document.Paper paper -> json.writeValue(out, paper);
            case Document.None none -> {
                out.writeStartObject();
                out.writeStringProperty("none", none.reason());
                out.writeEndObject();
            }
        }
    }

    /// Where in a leaf just written the stamp is to be patched in, as a byte offset.
    public static int stampOffset(byte[] leaf) {
        // Everything before the stamp is ASCII, and no id, type or revision can hold the field
        // name.
        var prefix = new String(leaf, 0, Math.min(leaf.length, 256), StandardCharsets.ISO_8859_1);
        return prefix.indexOf(STAMP_FIELD) + STAMP_FIELD.length();
    }

    /// A leaf as read.
    ///
    /// @param tags as the leaf itself has them, whatever this version would give such an event
    public record Leaf(Recorded recorded, Set<String> tags) {}

    /// Reads a leaf.
    ///
    /// @throws UnreadableEvent if the bytes are not a leaf this version understands
    public Recorded decode(long position, byte[] leaf) {
        Recorded usual = stream.read(position, leaf);
        return usual == null ? recorded(position, tree(position, leaf)) : usual;
    }

    /// The same without the short cut; what it answers must be the same. For tests.
    Recorded decodeSlowly(long position, byte[] leaf) {
        return recorded(position, tree(position, leaf));
    }

    /// Only by the short cut; null for what it leaves to the long way. For tests.
    @Nullable Recorded decodeInOnePass(long position, byte[] leaf) {
        return stream.read(position, leaf);
    }

    /// Reads a leaf with its tags.
    ///
    /// @throws UnreadableEvent if the bytes are not a leaf this version understands
    public Leaf read(long position, byte[] leaf) {
        var node = tree(position, leaf);
        var tags =
                required(node, "tags")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.toUnmodifiableSet());
        return new Leaf(recorded(position, node), tags);
    }

    private JsonNode tree(long position, byte[] leaf) {
        try {
            return json.readTree(leaf);
        } catch (JacksonException e) {
            throw new UnreadableEvent("position " + position + ": " + e.getMessage(), e);
        }
    }

    private Recorded recorded(long position, JsonNode node) {
        try {
            var name = required(node, "type").asString();
            int revision = required(node, "rev").asInt();
            if (revision < 1 || revision > EventCatalogue.revisionOf(name)) {
                throw new UnreadableEvent(
                        "revision %d of %s at position %d".formatted(revision, name, position));
            }
            return new Recorded(
                    position,
                    Instant.parse(required(node, "recordedAt").asString()),
                    UUID.fromString(required(node, "id").asString()),
                    fact(EventCatalogue.typeOf(name), node));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UnreadableEvent("position " + position + ": " + e.getMessage(), e);
        }
    }

    private Fact fact(Class<? extends LedgerEvent> type, JsonNode node) {
        return new Fact(
                json.treeToValue(required(node, "data"), type),
                LocalDate.parse(required(node, "effectiveOn").asString()),
                document(required(node, "document")),
                json.treeToValue(required(node, "by"), Actor.class),
                UUID.fromString(required(node, "request").asString()),
                read(node, "onBehalfOf", String.class),
                arrival(node),
                read(node, "asFound", AsFound.class),
                read(node, "provenance", Provenance.class),
                read(node, "import", ImportId.class),
                read(node, "cause", UUID.class),
                read(node, "exception", ExceptionId.class));
    }

    private @Nullable Arrival arrival(JsonNode node) {
        var on = read(node, "arrivedOn", LocalDate.class);
        return on == null ? null : new Arrival(on, read(node, "arrivalNo", String.class));
    }

    private Document document(JsonNode node) {
        var none = node.get("none");
        return none != null
                ? new Document.None(none.asString())
                : json.treeToValue(node, Document.Paper.class);
    }

    private <T> @Nullable T read(JsonNode node, String name, Class<T> type) {
        var value = node.get(name);
        return value == null ? null : json.treeToValue(value, type);
    }

    private static JsonNode required(JsonNode node, String name) {
        var value = node.get(name);
        if (value == null) {
            throw new UnreadableEvent("no field " + name);
        }
        return value;
    }
}
