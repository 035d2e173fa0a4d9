package vn.sovang.api.recording;

import java.lang.reflect.InvocationTargetException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.sovang.api.recording.Shape.Choice;
import vn.sovang.api.recording.Shape.Day;
import vn.sovang.api.recording.Shape.Field;
import vn.sovang.api.recording.Shape.Flag;
import vn.sovang.api.recording.Shape.Form;
import vn.sovang.api.recording.Shape.Secret;
import vn.sovang.api.recording.Shape.Several;
import vn.sovang.api.recording.Shape.Value;
import vn.sovang.api.recording.Shape.Whole;
import vn.sovang.api.recording.Shape.Words;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Failure.Place;
import vn.sovang.api.text.FailureCode;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.Text;

/// Reads one body by its shape: every place that cannot be used is told, not only the first. One
/// reader reads one body and is owned by one thread.
final class BodyReader {
    /// Whose data the sealed fields beside it are.
    static final String SEALED_FOR = "sealedFor";

    /// More are not told: whoever sends such a body has other worries.
    private static final int MAX_PLACES = 100;

    /// Days outside these are slips of the pen, and no calendar reaches them.
    static final LocalDate FIRST_DAY = LocalDate.of(1800, 1, 1);

    static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private static final DateTimeFormatter ISO_DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private final Sealer sealer;
    private final Mint mint;
    private final List<Place> places = new ArrayList<>();
    private final Map<String, UUID> minted = new LinkedHashMap<>();
    private @Nullable UUID ownSubject;

    /// Seals what is personal.
    interface Sealer {
        /// @param subject whom the request names; null for the one the command is about
        Object seal(String pointer, @Nullable UUID subject, String field, String text);
    }

    /// Makes an identity for a new thing.
    interface Mint {
        UUID at(String pointer);
    }

    BodyReader(Sealer sealer, Mint mint) {
        this.sealer = sealer;
        this.mint = mint;
    }

    /// Identities of the new things, by JSON pointer, chosen by either side.
    Map<String, UUID> minted() {
        return minted;
    }

    /// @throws Failure `FIELDS_WRONG` if anything cannot be used
    void done() {
        if (!places.isEmpty()) {
            throw Failure.in(places);
        }
    }

    private @Nullable Object wrong(
            String pointer, FailureCode code, Map<String, String> arguments) {
        if (places.size() < MAX_PLACES) {
            places.add(new Place(pointer, code, arguments));
        }
        return null;
    }

    private @Nullable Object wrongType(String pointer, String expected) {
        return wrong(pointer, FailureCode.FIELD_TYPE, Map.of("expected", expected));
    }

    /// Null if something in it is wrong; [#done] says what.
    @Nullable Object read(Shape shape, JsonNode node, String pointer) {
        return switch (shape) {
            case Form form -> form(form, node, pointer);
            case Several several -> several(several, node, pointer);
            case Words _ -> text(node, pointer);
            case Value value -> value(value, node, pointer);
            case Day _ -> day(node, pointer);
            case Whole whole -> whole(whole, node, pointer);
            case Flag _ -> node.isBoolean() ? node.booleanValue() : wrongType(pointer, "flag");
            case Choice choice -> choice(choice, node, pointer);
            case Secret secret -> secret(secret, node, pointer);
        };
    }

    /// The fields of an object in the order of its constructor, or null if one is wrong.
    @Nullable Object form(Form form, JsonNode node, String pointer) {
        var values = fields(form, node, pointer, List.of());
        return values == null ? null : construct(form, values, pointer);
    }

    /// The same without the constructor.
    ///
    /// @param beside names that others read
    @Nullable Object @Nullable [] fields(
            Form form, JsonNode node, String pointer, List<String> beside) {
        if (!node.isObject()) {
            wrongType(pointer, "object");
            return null;
        }
        int before = places.size();
        for (var name : node.propertyNames()) {
            if (!knows(form, name) && !beside.contains(name)) {
                wrong(
                        pointer + "/" + escaped(name),
                        FailureCode.FIELD_UNKNOWN,
                        Map.of("value", Failure.shown(name)));
            }
        }
        var outer = ownSubject;
        if (form.namesSubject() && node.hasNonNull(SEALED_FOR)) {
            var uuid = new Value(UUID.class, "uuid", Shapes.UUID_FORM, UUID::fromString);
            ownSubject = (UUID) value(uuid, node.get(SEALED_FOR), pointer + "/" + SEALED_FOR);
        }
        var values = new @Nullable Object[form.fields().size()];
        for (int i = 0; i < values.length; i++) {
            var field = form.fields().get(i);
            values[i] = field(field, node.get(field.name()), pointer + "/" + field.name());
            if (Shapes.SUBJECT_IS_KNOWN.contains(form.type()) && values[i] instanceof Id id) {
                ownSubject = id.value();
            }
        }
        ownSubject = outer;
        return places.size() == before ? values : null;
    }

    /// A field that stands beside those of a form.
    @Nullable Object beside(Field field, JsonNode body) {
        return body.isObject() ? field(field, body.get(field.name()), "/" + field.name()) : null;
    }

    private static boolean knows(Form form, String name) {
        return (name.equals(SEALED_FOR) && form.namesSubject())
                || form.fields().stream().anyMatch(f -> f.name().equals(name));
    }

    private static String escaped(String name) {
        return Failure.shown(name).replace("~", "~0").replace("/", "~1");
    }

    private @Nullable Object field(Field field, @Nullable JsonNode node, String pointer) {
        var given = node == null || node.isNull() ? null : node;
        if (field.minted() && field.shape() instanceof Value id) {
            var value =
                    given == null
                            ? id.parse().apply(mint.at(pointer).toString())
                            : read(id, given, pointer);
            if (value != null) {
                minted.put(pointer, UUID.fromString(value.toString()));
            }
            return value;
        }
        if (given == null) {
            return field.required() ? wrong(pointer, FailureCode.FIELD_MISSING, Map.of()) : null;
        }
        return read(field.shape(), given, pointer);
    }

    @Nullable Object construct(Form form, @Nullable Object[] values, String pointer) {
        try {
            return form.constructor().newInstance(values);
        } catch (InvocationTargetException e) {
            return switch (e.getCause()) {
                case IllegalValue value -> refused(pointer, value);
                case IllegalArgumentException value -> refused(pointer, value);
                case null, default -> throw new IllegalStateException(form.name(), e);
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(form.name(), e);
        }
    }

    private @Nullable Object refused(String pointer, IllegalArgumentException value) {
        return wrong(
                pointer,
                FailureCode.VALUE_REFUSED,
                Map.of("reason", Failure.shown(String.valueOf(value.getMessage()))));
    }

    private @Nullable Object several(Several several, JsonNode node, String pointer) {
        if (!node.isArray()) {
            return wrongType(pointer, "list");
        }
        if (node.size() > Shape.MAX_ENTRIES) {
            var most = Map.of("most", Integer.toString(Shape.MAX_ENTRIES));
            return wrong(pointer, FailureCode.LIST_TOO_MANY, most);
        }
        var values = new ArrayList<Object>(node.size());
        for (int i = 0; i < node.size(); i++) {
            var value = read(several.each(), node.get(i), pointer + "/" + i);
            if (value != null) {
                values.add(value);
            }
        }
        return values.size() == node.size() ? values : null;
    }

    private @Nullable String text(JsonNode node, String pointer) {
        if (!node.isString()) {
            wrongType(pointer, "text");
            return null;
        }
        var raw = node.stringValue();
        try {
            return Text.of("text", raw);
        } catch (IllegalValue unfit) {
            var most = Map.of("most", Integer.toString(Text.MAX_LENGTH));
            if (raw.length() > Text.MAX_LENGTH) {
                wrong(pointer, FailureCode.TEXT_TOO_LONG, most);
            } else if (raw.chars().allMatch(BodyReader::isSpace)) {
                wrong(pointer, FailureCode.TEXT_EMPTY, Map.of());
            } else {
                var what = String.valueOf(unfit.getMessage()).replaceAll(".*(U\\+\\w+).*", "$1");
                wrong(pointer, FailureCode.TEXT_FORBIDDEN, Map.of("value", Failure.shown(what)));
            }
            return null;
        }
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private @Nullable Object value(Value value, JsonNode node, String pointer) {
        if (!node.isString()) {
            return wrongType(pointer, value.pattern() == null ? "text" : value.expected());
        }
        var pattern = value.pattern();
        var text = pattern == null ? text(node, pointer) : node.stringValue();
        if (text == null) {
            return null;
        }
        if (pattern != null && !text.matches(pattern)) {
            var expected = Map.of("expected", value.expected());
            return wrong(pointer, FailureCode.TEXT_MALFORMED, expected);
        }
        try {
            return value.parse().apply(text);
        } catch (IllegalArgumentException unfit) {
            return refused(pointer, unfit);
        }
    }

    private @Nullable LocalDate day(JsonNode node, String pointer) {
        if (!node.isString()) {
            wrongType(pointer, "day");
            return null;
        }
        try {
            var day = LocalDate.parse(node.stringValue(), ISO_DAY);
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // Told below, like a day that no calendar reaches.
        }
        wrong(
                pointer,
                FailureCode.DATE_MALFORMED,
                Map.of("value", Failure.shown(node.stringValue())));
        return null;
    }

    private @Nullable Object whole(Whole whole, JsonNode node, String pointer) {
        if (!node.isIntegralNumber()) {
            return wrongType(pointer, "number");
        }
        if (!node.canConvertToLong() || node.longValue() < 0 || node.longValue() > whole.most()) {
            return wrong(
                    pointer,
                    FailureCode.NUMBER_OUT_OF_RANGE,
                    Map.of("least", "0", "most", Long.toString(whole.most())));
        }
        return whole.isLong() ? (Object) node.longValue() : (Object) node.intValue();
    }

    private @Nullable Object choice(Choice choice, JsonNode node, String pointer) {
        if (!node.isString()) {
            return wrongType(pointer, "text");
        }
        int at = choice.words().indexOf(node.stringValue());
        if (at >= 0) {
            return choice.type().getEnumConstants()[at];
        }
        return wrong(
                pointer,
                FailureCode.VALUE_UNKNOWN,
                Map.of(
                        "value", Failure.shown(node.stringValue()),
                        "parameter", pointer.substring(pointer.lastIndexOf('/') + 1)));
    }

    private @Nullable Object secret(Secret secret, JsonNode node, String pointer) {
        var text = text(node, pointer);
        return text == null ? null : sealer.seal(pointer, ownSubject, secret.field(), text);
    }
}
