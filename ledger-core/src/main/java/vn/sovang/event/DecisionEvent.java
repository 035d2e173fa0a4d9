package vn.sovang.event;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CorrectedField;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.Sealed;

/// Signed decisions (*quyết định khen thưởng*). The lines are `award` events in the same append.
public sealed interface DecisionEvent extends LedgerEvent {
    DecisionId decision();

    DecisionKey key();

    /// A signed decision was entered; the paper is the fact's document, its day the effective day.
    ///
    /// Corrected by [DecisionCorrected].
    ///
    /// @param lineCount lines entered with it
    record DecisionRecorded(DecisionId decision, DecisionKey key, int lineCount)
            implements DecisionEvent {}

    /// A further sheet of a decision already entered: same authority, number, year, day and signer.
    ///
    /// Corrected by [DecisionCorrected], which also strikes a line that never stood on the paper.
    record DecisionLinesAdded(DecisionId decision, DecisionKey key, int lineCount)
            implements DecisionEvent {}

    /// Something of a decision was corrected (*đính chính*). Not an annulment: what was decided
    /// stands. A correction by the authority's own paper changes no figure; only that of an error
    /// in entry does.
    ///
    /// Corrected by a further [DecisionCorrected].
    ///
    /// @param award the line concerned; absent for the decision as a whole
    /// @param before in clear for what is not about a person
    /// @param sealedBefore the same for names, births, residences and posts
    /// @param line the line as it stands from now on; absent where none changes or it is struck
    /// @param nomination the nomination that a struck line answered, which is open again
    record DecisionCorrected(
            DecisionId decision,
            DecisionKey key,
            @Nullable AwardId award,
            @Nullable RecipientId recipient,
            CorrectionCause cause,
            CorrectedField field,
            @Nullable String before,
            @Nullable String after,
            @Nullable Sealed sealedBefore,
            @Nullable Sealed sealedAfter,
            @Nullable AwardLine line,
            @Nullable NominationId nomination)
            implements DecisionEvent {
        /// The same with the nomination that is open again.
        public DecisionCorrected answering(@Nullable NominationId open) {
            return new DecisionCorrected(
                    decision,
                    key,
                    award,
                    recipient,
                    cause,
                    field,
                    before,
                    after,
                    sealedBefore,
                    sealedAfter,
                    line,
                    open);
        }

        /// Whether the line never stood on the paper.
        public boolean strikes() {
            return field == CorrectedField.DONG_KHONG_CO;
        }

        @Override
        public Set<String> tags() {
            return Tags.with(
                    Tags.of(decision, key.authority(), award, recipient, nomination), key.tag());
        }
    }

    @Override
    default Set<String> tags() {
        return Tags.with(Tags.of(decision(), key().authority()), key().tag());
    }
}
