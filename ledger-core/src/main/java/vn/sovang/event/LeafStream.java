package vn.sovang.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ExceptionId;
import vn.sovang.vocabulary.ImportId;

/// Reads a leaf in one pass, in the form in which [EventCodec] writes it: the type before the data.
/// It answers nothing to any other bytes; the codec then reads them through a tree, which is slower
/// and says what is wrong with them.
final class LeafStream {
    private final JsonMapper json;

    /// A part of a leaf is followed by the rest of it.
    private final ObjectReader parts;

    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    LeafStream(JsonMapper json) {
        this.json = json;
        this.parts = json.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /// Null if it is not in the usual form, for whatever reason.
    @Nullable Recorded read(long position, byte[] leaf) {
        try (JsonParser in = json.createParser(leaf)) {
            var fields = new Fields();
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = in.currentName();
                in.nextToken();
                take(fields, name, in);
            }
            boolean whole = in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == null;
            return whole ? fields.recorded(position) : null;
        } catch (RuntimeException unusual) {
            return null;
        }
    }

    private void take(Fields fields, String name, JsonParser in) {
        switch (name) {
            case "id" -> fields.id = UUID.fromString(text(in));
            case "type" -> fields.type = text(in);
            case "rev" -> fields.revision = number(in);
            case "recordedAt" -> fields.recordedAt = Instant.parse(text(in));
            case "effectiveOn" -> fields.effectiveOn = LocalDate.parse(text(in));
            case "arrivedOn" -> fields.arrivedOn = LocalDate.parse(text(in));
            case "arrivalNo" -> fields.arrivalNumber = text(in);
            case "by" -> fields.by = part(in, Actor.class);
            case "onBehalfOf" -> fields.onBehalfOf = text(in);
            case "request" -> fields.request = UUID.fromString(text(in));
            case "cause" -> fields.cause = value(in, UUID.class);
            case "import" -> fields.imported = ImportId.of(text(in));
            case "provenance" -> fields.provenance = part(in, Provenance.class);
            case "asFound" -> fields.asFound = part(in, AsFound.class);
            case "document" -> fields.document = document(in);
            case "data" -> fields.event = part(in, fields.eventType());
            case "exception" -> fields.exception = value(in, ExceptionId.class);
            case "tags" -> in.skipChildren();
            // A field that this way does not know may matter: the tree knows whether it does.
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static String text(JsonParser in) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("no text");
        }
        return in.getString();
    }

    private static int number(JsonParser in) {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new IllegalArgumentException("no number");
        }
        return in.getIntValue();
    }

    private <T> T part(JsonParser in, Class<T> type) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("no object");
        }
        return value(in, type);
    }

    private <T> T value(JsonParser in, Class<T> type) {
        return type.cast(readers.computeIfAbsent(type, parts::forType).readValue(in));
    }

    private Document document(JsonParser in) {
        JsonNode node = parts.readTree(in);
        JsonNode none = node.get("none");
        return none == null
                ? json.treeToValue(node, Document.Paper.class)
                : new Document.None(none.asString());
    }

    /// What a leaf holds, as far as it was read. Confined to one call.
    private static final class Fields {
        private @Nullable UUID id;
        private @Nullable String type;
        private int revision;
        private @Nullable Instant recordedAt;
        private @Nullable LocalDate effectiveOn;
        private @Nullable LocalDate arrivedOn;
        private @Nullable String arrivalNumber;
        private @Nullable Actor by;
        private @Nullable String onBehalfOf;
        private @Nullable UUID request;
        private @Nullable UUID cause;
        private @Nullable ImportId imported;
        private @Nullable ExceptionId exception;
        private @Nullable Provenance provenance;
        private @Nullable AsFound asFound;
        private @Nullable Document document;
        private @Nullable LedgerEvent event;

        private Class<? extends LedgerEvent> eventType() {
            if (type == null || revision < 1 || revision > EventCatalogue.revisionOf(type)) {
                throw new IllegalArgumentException("not of a known type");
            }
            return EventCatalogue.typeOf(type);
        }

        private @Nullable Recorded recorded(long position) {
            if (id == null || recordedAt == null || event == null) {
                return null;
            }
            if (effectiveOn == null || document == null || by == null || request == null) {
                return null;
            }
            var arrival = arrivedOn == null ? null : new Arrival(arrivedOn, arrivalNumber);
            var fact =
                    new Fact(
                            event,
                            effectiveOn,
                            document,
                            by,
                            request,
                            onBehalfOf,
                            arrival,
                            asFound,
                            provenance,
                            imported,
                            cause,
                            exception);
            return new Recorded(position, recordedAt, id, fact);
        }
    }
}
