package vn.sovang.api.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.statistics.Dimension;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.Selection;
import vn.sovang.projection.statistics.TracePage;
import vn.sovang.projection.statistics.TracePage.Cursor;

/// Which figures somebody wants, and broken down by what: `by=award,recipientKind`, and for each
/// dimension the values wanted, such as `measure=DECIDED&award=LDTT,TT_LDTT`.
///
/// @param by null for every dimension there is
record FigureChoice(@Nullable List<Dimension> by, Selection selection) {
    static final FigureChoice ALL = new FigureChoice(null, Selection.ALL);

    /// Reads a value, such as the name of a unit.
    @FunctionalInterface
    interface Values {
        /// @throws Failure for what is no value of the dimension
        String read(Dimension dimension, String text);
    }

    /// Parameters of other names are somebody else's.
    ///
    /// @throws Failure `VALUE_UNKNOWN`, and what `values` throws
    static FigureChoice read(Map<String, List<String>> parameters, Values values) {
        var measures = EnumSet.noneOf(Measure.class);
        for (var text : texts(parameters, "measure")) {
            measures.add(constant(Measure.class, "measure", text));
        }
        var codes = new EnumMap<Dimension, Set<String>>(Dimension.class);
        for (var dimension : Dimension.values()) {
            var wanted = new LinkedHashSet<String>();
            for (var text : texts(parameters, dimension.field())) {
                // Whose figures are asked for is the question's own parameter, unless nobody's are.
                if (dimension != Dimension.AUTHORITY || isUnknown(text)) {
                    wanted.add(isUnknown(text) ? Dimension.UNKNOWN : values.read(dimension, text));
                }
            }
            if (!wanted.isEmpty()) {
                codes.put(dimension, wanted);
            }
        }
        var by = new LinkedHashSet<Dimension>();
        for (var text : texts(parameters, "by")) {
            by.add(dimension(text));
        }
        return new FigureChoice(
                parameters.containsKey("by") ? List.copyOf(by) : null,
                new Selection(measures, codes));
    }

    /// The same figures broken down otherwise.
    FigureChoice by(List<Dimension> others) {
        return new FigureChoice(others, selection);
    }

    List<Dimension> dimensions() {
        return by == null ? List.of(Dimension.values()) : by;
    }

    private static List<String> texts(Map<String, List<String>> parameters, String name) {
        var texts = new ArrayList<String>();
        for (var given : parameters.getOrDefault(name, List.of())) {
            Arrays.stream(given.split(","))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty() && !text.equals("measure"))
                    .forEach(texts::add);
        }
        return texts;
    }

    static boolean isUnknown(String text) {
        return text.equalsIgnoreCase(Dimension.UNKNOWN);
    }

    private static Dimension dimension(String text) {
        for (var dimension : Dimension.values()) {
            if (dimension.field().equalsIgnoreCase(text)
                    || dimension.name().equalsIgnoreCase(text)) {
                return dimension;
            }
        }
        throw Failure.at("by", FailureCode.VALUE_UNKNOWN, text);
    }

    /// @throws Failure `VALUE_UNKNOWN`
    static <E extends Enum<E>> E constant(Class<E> type, String parameter, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Failure.at(parameter, FailureCode.VALUE_UNKNOWN, text).because(e);
        }
    }

    /// @throws Failure `CURSOR_MALFORMED`
    static Cursor cursor(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Cursor.START;
        }
        try {
            return Cursor.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw Failure.at("after", FailureCode.CURSOR_MALFORMED, text).because(e);
        }
    }

    /// @throws Failure `LIMIT_OUT_OF_RANGE`
    static int limit(@Nullable String text, int otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > TracePage.MAX) {
            throw Failure.at("limit", FailureCode.LIMIT_OUT_OF_RANGE, text);
        }
        return limit;
    }
}
