package vn.sovang.api.paper;

import java.util.EnumMap;
import java.util.Map;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// Where each text stands on a printed blank (*phôi bằng, giấy khen*).
public record BlankLayout(Sheet sheet, Map<BlankField, Place> places) {
    /// Until the office has measured its blank.
    public static final BlankLayout USUAL = new BlankLayout(Sheet.A4_ACROSS, usual());

    private static final double NARROWEST_MM = 5;
    private static final int SMALLEST_POINTS = 6;
    private static final int LARGEST_POINTS = 96;
    private static final int MOST_LINES = 4;

    /// @throws Failure `PARAMETER_MALFORMED` for a text that would not stand on the sheet
    public BlankLayout {
        var all = new EnumMap<BlankField, Place>(BlankField.class);
        for (var field : BlankField.values()) {
            var place = places.getOrDefault(field, field.usual());
            check(sheet, field, place);
            all.put(field, place);
        }
        places = Map.copyOf(all);
    }

    /// A size of blanks, in millimetres.
    public enum Sheet {
        A4_ACROSS(297, 210),
        A4_UPRIGHT(210, 297),
        A3_ACROSS(420, 297),
        A3_UPRIGHT(297, 420),
        A5_ACROSS(210, 148);

        private final int width;
        private final int height;

        Sheet(int width, int height) {
            this.width = width;
            this.height = height;
        }

        public int width() {
            return width;
        }

        public int height() {
            return height;
        }
    }

    /// Which edge of its place a text keeps to.
    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /// Cut of the letters.
    public enum Face {
        REGULAR,
        BOLD,
        ITALIC
    }

    /// One text's place.
    ///
    /// @param printed whether it is printed at all
    /// @param left millimetres from the left edge of the sheet
    /// @param top millimetres from its upper edge to the upper edge of the first line
    /// @param width millimetres that a line may take
    /// @param size points
    /// @param lines that it may take
    public record Place(
            boolean printed,
            double left,
            double top,
            double width,
            int size,
            int lines,
            Align align,
            Face face) {}

    private static void check(Sheet sheet, BlankField field, Place place) {
        within(field, "left", place.left(), 0, sheet.width() - NARROWEST_MM);
        within(field, "top", place.top(), 0, sheet.height() - NARROWEST_MM);
        within(field, "width", place.width(), NARROWEST_MM, sheet.width() - place.left());
        within(field, "size", place.size(), SMALLEST_POINTS, LARGEST_POINTS);
        within(field, "lines", place.lines(), 1, MOST_LINES);
    }

    private static void within(
            BlankField field, String name, double value, double least, double most) {
        if (Double.isNaN(value) || value < least || value > most) {
            throw Failure.at(
                    field + "." + name, FailureCode.PARAMETER_MALFORMED, Double.toString(value));
        }
    }

    private static Map<BlankField, Place> usual() {
        var usual = new EnumMap<BlankField, Place>(BlankField.class);
        for (var field : BlankField.values()) {
            usual.put(field, field.usual());
        }
        return usual;
    }

    Place place(BlankField field) {
        return places.getOrDefault(field, field.usual());
    }
}
