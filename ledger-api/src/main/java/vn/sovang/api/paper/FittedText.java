package vn.sovang.api.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.paper.BlankLayout.Place;

/// A text fitted into its place: at its size on as many lines as it may take, else smaller, down to
/// [#LEAST_SHARE]; never cut.
///
/// @param lines as printed; none where it does not fit
/// @param size points
record FittedText(List<String> lines, int size, Verdict verdict) {
    /// Of the wanted size: smaller letters would not be seen as the same hand.
    static final double LEAST_SHARE = 0.65;

    private static final double POINTS_PER_MM = 72 / 25.4;

    FittedText {
        lines = List.copyOf(lines);
    }

    /// What had to be done to a text.
    enum Verdict {
        AS_IT_IS,
        WRAPPED,
        SHRUNK,
        TOO_LONG,
        /// A character that the face has no letter for.
        UNPRINTABLE
    }

    /// @param width of a text at one point, in points
    static FittedText of(String text, Place place, ToDoubleFunction<String> width) {
        double room = place.width() * POINTS_PER_MM;
        int least = Math.max(1, (int) Math.ceil(place.size() * LEAST_SHARE));
        for (int size = place.size(); size >= least; size--) {
            double points = size;
            var lines = wrapped(text, place.lines(), t -> width.applyAsDouble(t) * points <= room);
            if (lines != null) {
                boolean whole = size == place.size();
                var verdict =
                        whole && lines.size() <= 1
                                ? Verdict.AS_IT_IS
                                : whole ? Verdict.WRAPPED : Verdict.SHRUNK;
                return new FittedText(lines, size, verdict);
            }
        }
        return new FittedText(List.of(), least, Verdict.TOO_LONG);
    }

    /// Null where it takes more lines, or a word is wider than a line.
    private static @Nullable List<String> wrapped(
            String text, int most, java.util.function.Predicate<String> fits) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.strip().split("\\s+")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (fits.test(longer)) {
                line = longer;
                continue;
            }
            if (line.isEmpty() || !fits.test(word) || lines.size() + 1 == most) {
                return null;
            }
            lines.add(line);
            line = word;
        }
        lines.add(line);
        return lines;
    }
}
