package vn.sovang.event;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ContactRole;
import vn.sovang.vocabulary.JoinEvidence;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SubjectId;

/// Those who are honoured (*đối tượng khen thưởng*).
public sealed interface RecipientEvent extends LedgerEvent {
    RecipientId recipient();

    /// A recipient becomes known (*đăng ký đối tượng*). Identity is sealed from this first event.
    ///
    /// Corrected by [RecipientCorrected] where the identity is wrong, by [RecipientsJoined] where
    /// the recipient was registered twice.
    ///
    /// @param name name as written
    /// @param birth day or year of birth as written; often only a year
    /// @param residence where the recipient lives or works, as written
    record RecipientRegistered(
            RecipientId recipient,
            RecipientKind kind,
            Sealed name,
            @Nullable Sealed birth,
            @Nullable Sealed residence)
            implements RecipientEvent {}

    /// Identity was put right (*chỉnh sửa dữ liệu cá nhân*), Luật 91/2025/QH15 Điều 13. What was
    /// written before stays in the history, sealed. Absent fields stay as they were.
    ///
    /// Corrected by a further [RecipientCorrected].
    record RecipientCorrected(
            RecipientId recipient,
            @Nullable Sealed name,
            @Nullable Sealed birth,
            @Nullable Sealed residence)
            implements RecipientEvent {}

    /// Somebody the office is in touch with about a recipient (*thân nhân, người liên hệ*): a
    /// subject of their own, with a key and a time of keeping of their own.
    ///
    /// Corrected by a further [ContactRecorded]; the wrong one goes with its key, by
    /// [PrivacyEvent.IdentityErased].
    ///
    /// @param keptUntil last day on which the data are kept
    record ContactRecorded(
            RecipientId recipient,
            SubjectId subject,
            ContactRole role,
            Sealed name,
            @Nullable Sealed address,
            @Nullable Sealed phone,
            @Nullable Sealed identityNumber,
            LocalDate keptUntil)
            implements RecipientEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(recipient, subject);
        }
    }

    /// A person decided that two recipients are one (*xác định cùng một đối tượng*). Nothing is
    /// moved: both keep their awards, and readers see them together.
    ///
    /// Corrected by [RecipientsSeparated].
    ///
    /// @param recipient the one under whose identity both are shown
    record RecipientsJoined(RecipientId recipient, RecipientId other, JoinEvidence evidence)
            implements RecipientEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(recipient, other);
        }
    }

    /// A join is undone (*tách lại đối tượng*): they are two after all.
    ///
    /// Corrected by a further [RecipientsJoined].
    record RecipientsSeparated(RecipientId recipient, RecipientId other) implements RecipientEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(recipient, other);
        }
    }

    @Override
    default Set<String> tags() {
        return Set.of(recipient().tag());
    }
}
