package vn.sovang.projection.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.statistics.UnitName;
import vn.sovang.vocabulary.UnitLevel;

/// How a report names a body: not by its name but by its kind, `Ủy ban nhân dân thành phố`.
///
/// @param subject as the subject of a sentence
/// @param territory its kind of territory, such as `thành phố`; null for a body without one
record Committee(String subject, @Nullable String territory) {
    /// Longest first: `thành phố` before `phố`, `thị trấn` and `thị xã` before `xã`.
    private static final List<String> KINDS =
            List.of(
                    "thành phố",
                    "thị trấn",
                    "thị xã",
                    "đặc khu",
                    "phường",
                    "huyện",
                    "quận",
                    "tỉnh",
                    "xã");

    static Committee of(UnitName unit) {
        UnitLevel level = unit.level();
        String name = unit.name() == null ? unit.id().toString() : unit.name();
        String territory = level == null ? null : territory(name, level);
        if (territory != null) {
            return new Committee("Ủy ban nhân dân " + territory, territory);
        }
        return new Committee(unit.authorityName() == null ? name : unit.authorityName(), null);
    }

    private static @Nullable String territory(String name, UnitLevel level) {
        String lower = name.toLowerCase(Locale.forLanguageTag("vi"));
        return switch (level) {
            case TINH -> kind(lower, "tỉnh");
            case HUYEN -> kind(lower, "huyện");
            case XA -> kind(lower, "xã");
            case TRUNG_UONG, CO_SO -> null;
        };
    }

    private static String kind(String name, String otherwise) {
        return KINDS.stream().filter(k -> name.startsWith(k + " ")).findFirst().orElse(otherwise);
    }
}
