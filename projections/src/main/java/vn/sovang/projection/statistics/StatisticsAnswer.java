package vn.sovang.projection.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.UnitId;

/// What the statistics answer.
public sealed interface StatisticsAnswer {
    /// Figures.
    ///
    /// @param query what was asked
    /// @param from first day
    /// @param to last day, included
    /// @param position of the log up to which the figures know
    /// @param recordedAt of that position; null for position 0
    /// @param provisional an event recorded by the same instant may still come (R2)
    /// @param enteredAfterTheFact of all lines counted, those recorded on a later day in Vietnam
    ///   than the day they count on
    /// @param withoutArrival where the office's claims were asked for: of all lines counted, those
    ///   whose paper bears no day of arrival; else 0
    /// @param cells without those that are 0, in a fixed order
    /// @param unallocated seen as now: units that were divided, with those that their places went
    ///   to
    record Answered(
            StatisticsQuery query,
            LocalDate from,
            LocalDate to,
            long position,
            @Nullable Instant recordedAt,
            boolean provisional,
            long enteredAfterTheFact,
            long withoutArrival,
            List<Cell> cells,
            Map<UnitId, List<UnitName>> unallocated)
            implements StatisticsAnswer {
        public Answered {
            cells = List.copyOf(cells);
            unallocated = Map.copyOf(unallocated);
        }

        /// The same figures to the same question in other words.
        Answered askedAs(StatisticsQuery other, boolean stillProvisional) {
            return new Answered(
                    other,
                    from,
                    to,
                    position,
                    recordedAt,
                    stillProvisional,
                    enteredAfterTheFact,
                    withoutArrival,
                    cells,
                    unallocated);
        }

        public PeriodPolicy policy() {
            return query.policy();
        }

        public Period period() {
            return query.period();
        }

        public View view() {
            return query.view();
        }

        /// Whether the figures are what the office claims to have known, which nobody can prove
        /// (R2).
        public boolean claimed() {
            return query.officeKnewAt() != null;
        }

        /// By how many the awards in force at the end of the period outnumber those at its
        /// beginning.
        public long changeOfStock() {
            return total(Measure.DECIDED) + total(Measure.IN_FORCE);
        }

        /// The sum of one measure; sums of two measures mean nothing.
        public long total(Measure measure) {
            return cells.stream().filter(c -> c.measure() == measure).mapToLong(Cell::count).sum();
        }
    }

    /// `LEDGER_NOT_YET_OPEN`: the instant lies before the first event (*sổ chưa hoạt động*).
    ///
    /// @param openedAt when the first event was recorded; null while there is none
    record NotYetOpen(@Nullable Instant openedAt) implements StatisticsAnswer {}

    /// The position asked for is not in the log yet.
    ///
    /// @param head newest position
    record BeyondTheLog(long asked, long head) implements StatisticsAnswer {}

    /// The read model has not come as far as the position asked for; ask again.
    ///
    /// @param reached position it has come to
    record Behind(long asked, long reached) implements StatisticsAnswer {}
}
