package vn.sovang.projection.reconciliation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.issued.IssuedReport;
import vn.sovang.projection.issued.LineageChange;
import vn.sovang.projection.statistics.StatisticsAnswer;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;

/// What a reconciliation comes to.
public sealed interface Reconciliation {
    /// The figures at two moments.
    ///
    /// @param report the report whose figures stand before; null between two moments
    /// @param earlier position of the earlier moment, for a report its cut-off
    /// @param earlierAt when that was recorded; null for position 0
    /// @param after what the statistics say at the later moment
    /// @param unchanged how many figures are the same at both and were not moved in between
    /// @param differences the others, by stage, level and award
    /// @param lineage what became of the units named between the moments; as-then figures keep the
    ///   unit of the day, so none of these moves a figure by itself
    record Reconciled(
            @Nullable IssuedReport report,
            long earlier,
            @Nullable Instant earlierAt,
            Answered after,
            int unchanged,
            List<Difference> differences,
            List<LineageChange> lineage)
            implements Reconciliation {
        public Reconciled {
            differences = List.copyOf(differences);
            lineage = List.copyOf(lineage);
        }

        /// Whether every difference is the sum of its events.
        public boolean explained() {
            return differences.stream().allMatch(d -> d.unexplained() == 0);
        }

        /// How many events there are for each reason.
        public Map<Reason, Long> reasons() {
            var counts = new EnumMap<Reason, Long>(Reason.class);
            differences.stream()
                    .flatMap(d -> d.events().stream())
                    .forEach(e -> counts.merge(e.reason(), 1L, Long::sum));
            return counts;
        }
    }

    /// The statistics do not answer for one of the moments.
    record NotAnswered(StatisticsAnswer why) implements Reconciliation {}

    /// The later moment lies before the earlier one.
    record Reversed(long earlier, long later) implements Reconciliation {}

    /// More events than anybody reads one by one; moments closer together answer.
    ///
    /// @param limit most events an answer holds
    record TooMany(int limit) implements Reconciliation {}
}
