package vn.sovang.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.UnitId;

/// Records a signed decision, or a further sheet of one (R9). The origin's document is the
/// decision, its effective day the day of signature.
///
/// @param decision identity to give it if the ledger does not have it yet
public record RecordDecision(Origin origin, DecisionId decision, UnitId authority, List<Line> lines)
        implements DecisionCommand {
    /// One line of the decision.
    public record Line(
            AwardId award,
            ConferralMode mode,
            @Nullable UnitId proposingUnit,
            @Nullable NominationId nomination,
            AwardLine line) {}

    public RecordDecision {
        lines = List.copyOf(lines);
    }
}
