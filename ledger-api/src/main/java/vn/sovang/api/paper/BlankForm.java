package vn.sovang.api.paper;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sovang.api.paper.BlankLayout.Align;
import vn.sovang.api.paper.BlankLayout.Face;
import vn.sovang.api.paper.BlankLayout.Place;
import vn.sovang.api.paper.BlankLayout.Sheet;
import vn.sovang.api.paper.BlankLayouts.Versioned;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// The layout of a blank as its page shows it, and as it comes back: what was typed is kept until
/// it can be used.
///
/// @param values by name: `sheet`, `version`, and `left`, `top` … behind the name of a field
record BlankForm(Map<String, String> values) {
    private static final String SHEET = "sheet";
    private static final String VERSION = "version";
    private static final List<String> OF_A_PLACE =
            List.of("printed", "left", "top", "width", "size", "lines", "align", "face");

    BlankForm {
        values = Map.copyOf(values);
    }

    static BlankForm of(Versioned kept) {
        var values = new HashMap<String, String>();
        values.put(SHEET, kept.layout().sheet().name());
        values.put(VERSION, Integer.toString(kept.version()));
        for (var field : BlankField.values()) {
            var place = kept.layout().place(field);
            values.put(field + ".printed", Boolean.toString(place.printed()));
            values.put(field + ".left", shown(place.left()));
            values.put(field + ".top", shown(place.top()));
            values.put(field + ".width", shown(place.width()));
            values.put(field + ".size", Integer.toString(place.size()));
            values.put(field + ".lines", Integer.toString(place.lines()));
            values.put(field + ".align", place.align().name());
            values.put(field + ".face", place.face().name());
        }
        return new BlankForm(values);
    }

    static BlankForm of(HttpServletRequest request) {
        var values = new HashMap<String, String>();
        values.put(SHEET, text(request, SHEET));
        values.put(VERSION, text(request, VERSION));
        for (var field : BlankField.values()) {
            OF_A_PLACE.forEach(
                    part -> values.put(field + "." + part, text(request, field + "." + part)));
        }
        return new BlankForm(values);
    }

    private static String text(HttpServletRequest request, String name) {
        var text = request.getParameter(name);
        return text == null ? "" : text.strip();
    }

    private static String shown(double millimetres) {
        return BigDecimal.valueOf(millimetres).stripTrailingZeros().toPlainString();
    }

    /// @throws Failure `PARAMETER_MALFORMED`, `VALUE_UNKNOWN` with the name of the value at fault
    BlankLayout layout() {
        var places = new EnumMap<BlankField, Place>(BlankField.class);
        for (var field : BlankField.values()) {
            places.put(
                    field,
                    new Place(
                            "true".equals(value(field + ".printed")),
                            millimetres(field + ".left"),
                            millimetres(field + ".top"),
                            millimetres(field + ".width"),
                            whole(field + ".size"),
                            whole(field + ".lines"),
                            constant(field + ".align", Align.values()),
                            constant(field + ".face", Face.values())));
        }
        return new BlankLayout(constant(SHEET, Sheet.values()), places);
    }

    /// The version that was on the page.
    ///
    /// @throws Failure `PARAMETER_MALFORMED`
    int version() {
        return whole(VERSION);
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    /// A comma is as good as a point.
    private double millimetres(String name) {
        if (!value(name).matches("[0-9]{1,4}([.,][0-9]{1,3})?")) {
            throw Failure.at(name, FailureCode.PARAMETER_MALFORMED, value(name));
        }
        return Double.parseDouble(value(name).replace(',', '.'));
    }

    private int whole(String name) {
        if (!value(name).matches("[0-9]{1,6}")) {
            throw Failure.at(name, FailureCode.PARAMETER_MALFORMED, value(name));
        }
        return Integer.parseInt(value(name));
    }

    private <E extends Enum<E>> E constant(String name, E[] constants) {
        return List.of(constants).stream()
                .filter(constant -> constant.name().equals(value(name)))
                .findFirst()
                .orElseThrow(() -> Failure.at(name, FailureCode.VALUE_UNKNOWN, value(name)));
    }
}
