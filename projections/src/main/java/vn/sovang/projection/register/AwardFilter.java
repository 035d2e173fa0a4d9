package vn.sovang.projection.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;

/// Which awards to list; what is absent does not restrict.
///
/// @param decisionNumber part of the number as written, in any case, spaces ignored
/// @param from first day of signature
/// @param to last day of signature, included
/// @param unit whose line it is: who decided, who proposed, or whose the recipient is
public record AwardFilter(
        @Nullable UnitId authority,
        @Nullable AwardCode award,
        @Nullable String decisionNumber,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable RecipientKind recipientKind,
        @Nullable AwardStatus status,
        @Nullable DecisionId decision,
        @Nullable RecipientId recipient,
        @Nullable UnitId unit) {
    /// Every award.
    public static final AwardFilter ALL =
            new AwardFilter(null, null, null, null, null, null, null, null, null, null);

    /// The lines of one decision.
    public static AwardFilter of(DecisionId decision) {
        return new AwardFilter(null, null, null, null, null, null, null, decision, null, null);
    }

    /// The awards of one recipient.
    public static AwardFilter of(RecipientId recipient) {
        return new AwardFilter(null, null, null, null, null, null, null, null, recipient, null);
    }
}
