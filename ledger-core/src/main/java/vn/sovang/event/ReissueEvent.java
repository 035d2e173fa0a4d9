package vn.sovang.event;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.FirstIssueReading;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

/// The life of a re-issue case (*trường hợp cấp đổi, cấp lại, cấp mới*): one award line × one kind
/// of request, however many items.
public sealed interface ReissueEvent extends LedgerEvent {
    /// What a case is about; the part that statistics count by.
    ///
    /// @param reading only for a first issue
    /// @param award the award line in the ledger, where it is there
    /// @param awardCode the award as the request names it; `KHONG_RO` if it does not
    /// @param artifact the old item in the ledger, where it is there
    record Subject(
            ReissueKind kind,
            @Nullable FirstIssueReading reading,
            @Nullable AwardId award,
            AwardCode awardCode,
            CommendationType commendationType,
            RecipientId recipient,
            RecipientKind recipientKind,
            ArtifactKind artifactKind,
            @Nullable ArtifactId artifact,
            @Nullable UnitId recipientUnit) {}

    /// An office received a request (*tiếp nhận đề nghị*).
    record ReissueRequested(CaseId reissueCase, UnitId receivedBy, Subject subject)
            implements ReissueEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(
                    reissueCase,
                    receivedBy,
                    subject.award(),
                    subject.artifact(),
                    subject.recipient(),
                    subject.recipientUnit());
        }
    }

    /// The case stands, reviewed, on a list sent up (*rà soát, đề nghị*).
    record ReissueProposed(
            CaseId reissueCase, ListId list, int lineNumber, UnitId from, Subject subject)
            implements ReissueEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(
                    reissueCase,
                    list,
                    from,
                    subject.award(),
                    subject.recipient(),
                    subject.recipientUnit());
        }
    }

    /// The archive holder confirmed that the award exists (*xác nhận khen thưởng*).
    ///
    /// @param holder body that keeps the archive
    /// @param replyNumber number of its reply, as written
    /// @param grade information for the inspector, not the gate
    record EntitlementConfirmed(
            CaseId reissueCase,
            AwardId award,
            String holder,
            String replyNumber,
            LocalDate replyDate,
            EvidenceGrade grade)
            implements ReissueEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(reissueCase, award);
        }
    }

    /// The competent body granted the request (*đồng ý cấp đổi, cấp lại*).
    record ReissueApproved(CaseId reissueCase, AwardId award, UnitId authority)
            implements ReissueEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(reissueCase, award, authority);
        }
    }

    /// A list of reviewed cases was sent up (*danh sách đề nghị cấp đổi, cấp lại*). The lines are
    /// [ReissueProposed] in the same append.
    record ReissueListSubmitted(ListId list, UnitId from, @Nullable UnitId to, int lineCount)
            implements ReissueEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(list, from, to);
        }
    }
}
