package vn.sovang.event;

import java.util.Set;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;

/// Signed decisions (*quyết định khen thưởng*). The lines are `award` events in the same append.
public sealed interface DecisionEvent extends LedgerEvent {
    DecisionId decision();

    DecisionKey key();

    /// A signed decision was entered; the paper is the fact's document, its day the effective day.
    ///
    /// @param lineCount lines entered with it
    record DecisionRecorded(DecisionId decision, DecisionKey key, int lineCount)
            implements DecisionEvent {}

    /// A further sheet of a decision already entered: same authority, number, year, day and signer.
    record DecisionLinesAdded(DecisionId decision, DecisionKey key, int lineCount)
            implements DecisionEvent {}

    @Override
    default Set<String> tags() {
        return Tags.with(Tags.of(decision(), key().authority()), key().tag());
    }
}
