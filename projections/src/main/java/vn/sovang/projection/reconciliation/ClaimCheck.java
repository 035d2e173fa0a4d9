package vn.sovang.projection.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.issued.PaperClaims;
import vn.sovang.projection.issued.PaperClaims.Claim;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;

/// A paper's claims beside what the ledger holds (R7).
///
/// @param answer the figures compared with
public record ClaimCheck(PaperClaims paper, Answered answer, List<Line> lines)
        implements ClaimAnswer {
    public ClaimCheck {
        lines = List.copyOf(lines);
    }

    /// One claim.
    ///
    /// @param ledger what the ledger holds; null where it counts no such thing (praise, units)
    /// @param partial the paper names a part only (no award), so the ledger holding more is no
    ///   contradiction
    public record Line(Claim claim, @Nullable Long ledger, boolean partial) {
        /// Whether paper and ledger cannot both be right: the paper has more than there is, or
        /// another number of the same thing.
        public boolean differs() {
            if (ledger == null) {
                return false;
            }
            return partial ? claim.value() > ledger : claim.value() != ledger;
        }
    }
}
