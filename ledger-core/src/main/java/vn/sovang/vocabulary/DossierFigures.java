package vn.sovang.vocabulary;

import org.jspecify.annotations.Nullable;

/// What the appraiser read in the dossier and no earlier event tells (*số liệu trong hồ sơ*).
/// Absent means the dossier does not say.
///
/// @param initiatives recognised initiatives (*sáng kiến*)
/// @param excellentYears consecutive years of excellent performance
/// @param completedPercent share of the year's tasks that were completed, 0 to 100
/// @param advancedPercent share of the members who are advanced workers, 0 to 100
/// @param baseFighters members who are grassroots emulation fighters
/// @param disciplined members disciplined by warning (*cảnh cáo*) or worse
public record DossierFigures(
        @Nullable Integer initiatives,
        @Nullable Integer excellentYears,
        @Nullable Integer completedPercent,
        @Nullable Integer advancedPercent,
        @Nullable Integer baseFighters,
        @Nullable Integer disciplined) {
    /// A dossier that says nothing of these.
    public static final DossierFigures NONE =
            new DossierFigures(null, null, null, null, null, null);

    public DossierFigures {
        count("initiatives", initiatives, Integer.MAX_VALUE);
        count("excellent years", excellentYears, Integer.MAX_VALUE);
        count("completed", completedPercent, 100);
        count("advanced", advancedPercent, 100);
        count("base fighters", baseFighters, Integer.MAX_VALUE);
        count("disciplined", disciplined, Integer.MAX_VALUE);
    }

    private static void count(String field, @Nullable Integer value, int most) {
        if (value != null && (value < 0 || value > most)) {
            throw new IllegalValue(field, "out of range: " + value);
        }
    }
}
