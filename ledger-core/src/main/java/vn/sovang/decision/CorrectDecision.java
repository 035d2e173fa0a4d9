package vn.sovang.decision;

import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CorrectedField;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.Sealed;

/// Corrects something of a decision (*đính chính*, or an error in entry). The origin's document is
/// the correcting paper; for an error in entry, the decision itself.
///
/// @param key authority, year and number of the decision, so that a wrong one is noticed
/// @param award the line concerned; absent for the decision as a whole
public record CorrectDecision(
        Origin origin,
        DecisionId decision,
        DecisionKey key,
        @Nullable AwardId award,
        CorrectionCause cause,
        Change change)
        implements DecisionCommand {
    /// What it said and shall say.
    ///
    /// @param before in clear, for what is not about a person
    /// @param sealedBefore for names, births, residences and posts
    /// @param line the whole line as it shall be, of field `DONG`; of the same recipient
    public record Change(
            CorrectedField field,
            @Nullable String before,
            @Nullable String after,
            @Nullable Sealed sealedBefore,
            @Nullable Sealed sealedAfter,
            @Nullable AwardLine line) {
        /// The line shall be another.
        public static Change of(AwardLine line) {
            return new Change(CorrectedField.DONG, null, null, null, null, line);
        }

        /// The line never stood on the paper.
        public static Change struck() {
            return new Change(CorrectedField.DONG_KHONG_CO, null, null, null, null, null);
        }

        /// Something in clear.
        public static Change of(CorrectedField field, String before, String after) {
            return new Change(field, before, after, null, null, null);
        }

        /// Something about a person.
        public static Change sealed(CorrectedField field, @Nullable Sealed before, Sealed after) {
            return new Change(field, null, null, before, after, null);
        }
    }
}
