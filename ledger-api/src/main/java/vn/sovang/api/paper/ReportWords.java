package vn.sovang.api.paper;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// What people wrote of a report (*lời của báo cáo*), by its part; a part that is missing is blank.
public record ReportWords(Map<ReportPart, String> texts) {
    public ReportWords {
        var given = new EnumMap<ReportPart, String>(ReportPart.class);
        texts.forEach((part, text) -> {
            if (!text.isBlank()) {
                given.put(part, text);
            }
        });
        texts = Map.copyOf(given);
    }

    /// As typed into a form.
    ///
    /// @param typed text of a field; null where it was not sent
    /// @throws Failure `FIELDS_WRONG` with every part that cannot stand on a paper: too long, or
    ///   with characters that no file can hold
    public static ReportWords read(Function<String, @Nullable String> typed) {
        var texts = new EnumMap<ReportPart, String>(ReportPart.class);
        var wrong = new ArrayList<Failure.Place>();
        for (var part : ReportPart.values()) {
            var raw = typed.apply(part.field());
            var text = raw == null ? "" : clean(raw, part);
            if (text.length() > part.limit()) {
                wrong.add(
                        place(
                                part,
                                FailureCode.TEXT_TOO_LONG,
                                Map.of("most", Integer.toString(part.limit()))));
                continue;
            }
            var forbidden = text.codePoints().filter(ReportWords::isForbidden).findFirst();
            if (forbidden.isPresent()) {
                var value = "U+%04X".formatted(forbidden.getAsInt());
                wrong.add(place(part, FailureCode.TEXT_FORBIDDEN, Map.of("value", value)));
            } else {
                texts.put(part, text);
            }
        }
        if (!wrong.isEmpty()) {
            throw Failure.in(wrong);
        }
        return new ReportWords(texts);
    }

    private static Failure.Place place(
            ReportPart part, FailureCode code, Map<String, String> arguments) {
        return new Failure.Place("/" + part.field(), code, arguments);
    }

    /// Word brings soft hyphens and marks of no width along; nobody sees them, so they go.
    private static String clean(String raw, ReportPart part) {
        var text = new StringBuilder();
        Normalizer.normalize(raw, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ')
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(text::appendCodePoint);
        var clean = text.toString();
        return part.lines() ? clean.strip() : clean.replace('\n', ' ').strip();
    }

    private static boolean isForbidden(int codePoint) {
        int type = Character.getType(codePoint);
        return codePoint != '\n'
                && (type == Character.CONTROL
                        || type == Character.SURROGATE
                        || type == Character.UNASSIGNED);
    }

    /// Blank where nobody wrote anything.
    public String text(ReportPart part) {
        return texts.getOrDefault(part, "");
    }

    /// Its lines that are not blank.
    public List<String> lines(ReportPart part) {
        return text(part).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
