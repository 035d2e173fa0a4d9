package vn.sovang.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Claimant;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.FirstIssueReading;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.ReissueRefusalReason;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.UnitId;

/// The life of a re-issue case (*trường hợp cấp đổi, cấp lại, cấp mới*): one award line × one kind
/// of request, however many items.
public sealed interface ReissueEvent extends LedgerEvent {
    /// An event of one case, as opposed to one of a whole list.
    sealed interface CaseEvent extends ReissueEvent {
        CaseId reissueCase();

        /// The award line, where the case names one.
        @Nullable AwardId award();

        @Override
        default Set<String> tags() {
            return Tags.of(reissueCase(), award());
        }
    }

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

    /// What the application itself says (*đơn đề nghị*).
    ///
    /// @param applicant who asks; a relative shows an authorisation
    /// @param ground why, free text about people: sealed
    /// @param further items of the same award the case is about beside the subject's
    /// @param priority code of the rule by which the very old are served first; absent if none
    ///   applies. The age itself is not told
    record Application(
            Claimant applicant,
            @Nullable Sealed ground,
            List<FurtherItem> further,
            @Nullable String priority) {
        public Application {
            further = List.copyOf(further);
        }
    }

    /// A further item of a case.
    ///
    /// @param artifact the old item in the ledger, where it is there
    record FurtherItem(ArtifactKind kind, @Nullable ArtifactId artifact) {}

    /// An office received a request (*tiếp nhận đề nghị*), NĐ 98/2023/NĐ-CP Điều 114 (exchange),
    /// 115 (re-issue).
    ///
    /// Corrected by [ReissueFileReturned] and a new case.
    ///
    /// @param application absent where only an office's list is known
    record ReissueRequested(
            CaseId reissueCase,
            UnitId receivedBy,
            Subject subject,
            @Nullable Application application)
            implements CaseEvent {
        /// A case of which only an office's list is known.
        public ReissueRequested(CaseId reissueCase, UnitId receivedBy, Subject subject) {
            this(reissueCase, receivedBy, subject, null);
        }

        @Override
        public @Nullable AwardId award() {
            return subject.award();
        }

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
    ///
    /// Corrected by [ReissueProposalReturned].
    record ReissueProposed(
            CaseId reissueCase, ListId list, int lineNumber, UnitId from, Subject subject)
            implements CaseEvent {
        @Override
        public @Nullable AwardId award() {
            return subject.award();
        }

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
    /// Corrected by [EntitlementNotConfirmed] while the case is undecided; the later reply counts.
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
            implements CaseEvent {}

    /// The archive holder answered that the award cannot be confirmed (*không đủ căn cứ*): decision
    /// number, day or name are not all in the archive. Not a refusal: proof may still be found.
    ///
    /// Corrected by [EntitlementConfirmed], when proof is found.
    ///
    /// @param holder body that keeps the archive
    /// @param replyNumber number of its reply, as written
    /// @param missing what the archive lacks, as the reply says; names no person
    /// @param grade best evidence there is; information, not the gate
    record EntitlementNotConfirmed(
            CaseId reissueCase,
            @Nullable AwardId award,
            String holder,
            String replyNumber,
            LocalDate replyDate,
            String missing,
            EvidenceGrade grade)
            implements CaseEvent {}

    /// The competent body granted the request (*đồng ý cấp đổi, cấp lại*).
    ///
    /// Corrected by nothing that undoes it: where the approval was wrong no item is made, and the
    /// case stays as it is.
    record ReissueApproved(CaseId reissueCase, AwardId award, UnitId authority)
            implements CaseEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(reissueCase, award, authority);
        }
    }

    /// The office asked the applicant for what is missing (*yêu cầu bổ sung hồ sơ*).
    ///
    /// Corrected by [ReissueCompleted].
    ///
    /// @param missing papers asked for; names no person
    record ReissueCompletionRequested(
            CaseId reissueCase, @Nullable AwardId award, UnitId by, List<String> missing)
            implements CaseEvent {
        public ReissueCompletionRequested {
            missing = List.copyOf(missing);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(reissueCase, award, by);
        }
    }

    /// The missing papers came in (*đã bổ sung hồ sơ*).
    ///
    /// Corrected by a further [ReissueCompletionRequested].
    record ReissueCompleted(CaseId reissueCase, @Nullable AwardId award) implements CaseEvent {}

    /// The case was sent on to a higher body (*chuyển cấp trên*: tỉnh, Bộ Nội vụ). Allowed without
    /// the archive's reply; the gate stands at approval.
    ///
    /// Corrected by a further [ReissueForwardedUp], or by [ReissueFileReturned].
    record ReissueForwardedUp(CaseId reissueCase, @Nullable AwardId award, UnitId from, UnitId to)
            implements CaseEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(reissueCase, award, from, to);
        }
    }

    /// A case came back down with its list, to be put right and listed again (*trả lại để hoàn
    /// thiện*).
    ///
    /// Corrected by a further [ReissueProposed] on a new list.
    ///
    /// @param to office whose list it stood on
    record ReissueProposalReturned(
            CaseId reissueCase, @Nullable AwardId award, ListId list, UnitId by, UnitId to)
            implements CaseEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(reissueCase, award, list, by, to);
        }
    }

    /// The competent body refused the request (*từ chối cấp đổi, cấp lại*).
    ///
    /// Corrected by a new case.
    record ReissueRefused(
            CaseId reissueCase,
            @Nullable AwardId award,
            UnitId authority,
            List<ReissueRefusalReason> reasons)
            implements CaseEvent {
        public ReissueRefused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(reissueCase, award, authority);
        }
    }

    /// The file went back to the applicant without a decision (*trả hồ sơ*). The case is over; a
    /// new request is a new case.
    ///
    /// Corrected by a new case.
    ///
    /// @param reason why; names no person
    record ReissueFileReturned(
            CaseId reissueCase, @Nullable AwardId award, UnitId by, String reason)
            implements CaseEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(reissueCase, award, by);
        }
    }

    /// A new item was handed over (*đã giao người nhận*).
    ///
    /// Corrected by [ArtifactEvent.ArtifactKeeperRecorded], which names who really has the item.
    ///
    /// @param artifact the new item
    /// @param receiver who took it; a relative shows an authorisation and the family's statement
    ///   that nobody disputes it
    record ReissueHandedOver(
            CaseId reissueCase, AwardId award, ArtifactId artifact, UnitId by, Claimant receiver)
            implements CaseEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(reissueCase, award, artifact, by);
        }
    }

    /// A list of reviewed cases was sent up (*danh sách đề nghị cấp đổi, cấp lại*). The lines are
    /// [ReissueProposed] in the same append.
    ///
    /// Corrected by [ReissueListReturned].
    record ReissueListSubmitted(ListId list, UnitId from, @Nullable UnitId to, int lineCount)
            implements ReissueEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(list, from, to);
        }
    }

    /// A higher body returned a whole list (*trả danh sách*). The lines are
    /// [ReissueProposalReturned] in the same append.
    ///
    /// Corrected by a further [ReissueListSubmitted].
    ///
    /// @param by who returns it
    /// @param to office whose list it is
    /// @param reason why; names no person
    record ReissueListReturned(ListId list, UnitId by, UnitId to, int lineCount, String reason)
            implements ReissueEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(list, by, to);
        }
    }
}
