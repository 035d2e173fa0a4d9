package vn.sovang.rule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Time limits that the law sets (*thời hạn*), by date. Due days are derived from them when asked,
/// never stored, so that a row corrected here corrects every worklist.
///
/// @param days calendar days
/// @param from first day on which it held
/// @param to last day, absent = still, or not known to have ended
/// @param basis article that sets it
/// @param verified whether it is known to hold for the whole span
public record LegalClock(
        Step step,
        int days,
        LocalDate from,
        @Nullable LocalDate to,
        String basis,
        boolean verified) {
    /// What must be done in time.
    public enum Step {
        /// Items and money of an annulled award are recovered, from the annulling decision on.
        RECOVER_AFTER_ANNULMENT,
        /// Items of a stripped title are recovered, from the President's decision on.
        RECOVER_AFTER_STRIPPING,
        /// The proposing body asks for stripping, from the day the judgment came into force on.
        PROPOSE_STRIPPING
    }

    /// A day by which something is due, and why.
    public record Due(LocalDate on, String basis, boolean verified) {}

    private static final LocalDate ND_91 = LocalDate.of(2017, 10, 1);
    private static final LocalDate END_OF_ND_91 = LocalDate.of(2023, 12, 31);
    private static final LocalDate ND_98 = LocalDate.of(2024, 1, 1);
    private static final String OLD = "NĐ 91/2017/NĐ-CP Điều 79";
    private static final String SINCE =
            "Luật 06/2022/QH15 Điều 93.9; thời hạn theo NĐ 91/2017/NĐ-CP Điều 79, cần xác minh";

    private static final List<LegalClock> TABLE =
            Arrays.stream(Step.values())
                    .flatMap(step ->
                            List.of(
                                    new LegalClock(
                                            step, daysOf(step), ND_91, END_OF_ND_91, OLD, true),
                                    new LegalClock(step, daysOf(step), ND_98, null, SINCE, false))
                                    .stream())
                    .toList();

    private static int daysOf(Step step) {
        return switch (step) {
            case RECOVER_AFTER_ANNULMENT, RECOVER_AFTER_STRIPPING -> 15;
            case PROPOSE_STRIPPING -> 30;
        };
    }

    /// The day by which a step is due that began on `start`; empty if no limit is known for it.
    public static Optional<Due> due(Step step, LocalDate start) {
        return TABLE.stream()
                .filter(c -> c.step == step && !start.isBefore(c.from))
                .filter(c -> c.to == null || !start.isAfter(c.to))
                .findFirst()
                .map(c -> new Due(start.plusDays(c.days), c.basis, c.verified));
    }
}
