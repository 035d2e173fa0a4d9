package vn.sovang.event;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RestrictionGround;
import vn.sovang.vocabulary.RetentionClass;
import vn.sovang.vocabulary.SubjectId;

/// Restriction and erasure of personal data (*hạn chế xử lý, xóa dữ liệu cá nhân*). Correction is
/// [RecipientEvent.RecipientCorrected]; the three are never the same.
public sealed interface PrivacyEvent extends LedgerEvent {
    /// Found by whoever must know all that is erased.
    String ERASURES_TAG = "erasures:all";

    RecipientId recipient();

    /// Identity is not to be shown any more; the key is kept (*hạn chế xử lý*), Luật 91/2025/QH15
    /// Điều 4.
    ///
    /// Corrected by [RestrictionLifted].
    ///
    /// @param basis article in force on the day
    record ProcessingRestricted(RecipientId recipient, RestrictionGround ground, String basis)
            implements PrivacyEvent {}

    /// The restriction is at an end (*bỏ hạn chế xử lý*).
    ///
    /// Corrected by a further [ProcessingRestricted].
    record RestrictionLifted(RecipientId recipient) implements PrivacyEvent {}

    /// The key of a subject is destroyed (*xóa, hủy dữ liệu cá nhân*), Luật 91/2025/QH15 Điều 14:
    /// what was sealed under it can be read by nobody any more. Leaves, proofs and statistics stay
    /// as they were.
    ///
    /// Corrected by nothing: the key is gone. Whoever is honoured again is registered anew, by
    /// [RecipientEvent.RecipientRegistered].
    ///
    /// @param recipient the recipient, or the one the contact was recorded for
    /// @param subject whose key
    /// @param basis article in force on the day
    /// @param retention class of the longest-kept file of the subject
    /// @param keptUntil last day of keeping; absent where no file is kept
    /// @param approvedBy user id of the second person
    record IdentityErased(
            RecipientId recipient,
            SubjectId subject,
            ErasureGround ground,
            String basis,
            RetentionClass retention,
            @Nullable LocalDate keptUntil,
            String approvedBy)
            implements PrivacyEvent {
        @Override
        public Set<String> tags() {
            return Tags.with(Tags.of(recipient, subject), ERASURES_TAG);
        }
    }

    /// Erasure was asked for and is not granted, because the file has to be kept (*từ chối xóa dữ
    /// liệu*): the requester is told why, Luật 91/2025/QH15 Điều 14.
    ///
    /// Corrected by [IdentityErased] once nothing forbids it, and by [RestrictionLifted] for the
    /// restriction that came with it.
    ///
    /// @param basis article in force on the day
    /// @param retention class that forbids it
    /// @param keptUntil last day of keeping; absent for ever
    record ErasureRefused(
            RecipientId recipient,
            SubjectId subject,
            ErasureGround ground,
            String basis,
            RetentionClass retention,
            @Nullable LocalDate keptUntil)
            implements PrivacyEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(recipient, subject);
        }
    }

    @Override
    default Set<String> tags() {
        return Set.of(recipient().tag());
    }
}
