package vn.sovang.subject;

import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RestrictionGround;
import vn.sovang.vocabulary.SubjectId;

/// What the data-protection officer decides about a subject. The origin's document is the decision.
public sealed interface SubjectCommand extends Command {
    RecipientId recipient();

    /// Nobody is to be shown the identity any more (*hạn chế xử lý*).
    record RestrictProcessing(Origin origin, RecipientId recipient, RestrictionGround ground)
            implements SubjectCommand {}

    /// It may be shown again (*bỏ hạn chế xử lý*).
    record LiftRestriction(Origin origin, RecipientId recipient) implements SubjectCommand {}

    /// Destroys the key of a subject (*xóa dữ liệu*). Refused while the file has to be kept.
    ///
    /// @param subject the recipient's own identity, or a contact's
    /// @param approvedBy user id of the second person
    record EraseIdentity(
            Origin origin,
            RecipientId recipient,
            SubjectId subject,
            ErasureGround ground,
            String approvedBy)
            implements SubjectCommand {}

    /// Tells a requester that the data have to be kept (*từ chối xóa*), and restricts their
    /// processing instead. Refused if nothing forbids the erasure.
    record RefuseErasure(
            Origin origin, RecipientId recipient, SubjectId subject, ErasureGround ground)
            implements SubjectCommand {}
}
