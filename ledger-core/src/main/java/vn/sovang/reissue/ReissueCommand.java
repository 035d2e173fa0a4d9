package vn.sovang.reissue;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.ReissueEvent;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Claimant;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.GoldenBookNumber;
import vn.sovang.vocabulary.ReissueRefusalReason;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.UnitId;

/// What can be asked about re-issue cases of awards that the ledger has.
public sealed interface ReissueCommand extends Command {
    CaseId reissueCase();

    AwardId award();

    AwardCode awardCode();

    /// Opens a case (*tiếp nhận đề nghị*).
    record RequestReissue(
            Origin origin,
            CaseId reissueCase,
            UnitId receivedBy,
            ReissueEvent.Subject subject,
            ReissueEvent.@Nullable Application application)
            implements ReissueCommand {
        public RequestReissue {
            if (subject.award() == null) {
                throw new IllegalArgumentException("a case begun in the ledger names its award");
            }
        }

        /// A case of which only an office's list is known.
        public RequestReissue(
                Origin origin,
                CaseId reissueCase,
                UnitId receivedBy,
                ReissueEvent.Subject subject) {
            this(origin, reissueCase, receivedBy, subject, null);
        }

        @Override
        public AwardId award() {
            return Objects.requireNonNull(subject.award());
        }

        @Override
        public AwardCode awardCode() {
            return subject.awardCode();
        }
    }

    /// Records that papers were asked for (*yêu cầu bổ sung*).
    record RequestCompletion(
            Origin origin,
            CaseId reissueCase,
            AwardId award,
            AwardCode awardCode,
            UnitId by,
            List<String> missing)
            implements ReissueCommand {
        public RequestCompletion {
            missing = List.copyOf(missing);
        }
    }

    /// Records that the papers came in (*đã bổ sung*).
    record CompleteReissueFile(
            Origin origin, CaseId reissueCase, AwardId award, AwardCode awardCode)
            implements ReissueCommand {}

    /// Records that the case was sent on to a higher body (*chuyển cấp trên*).
    record ForwardReissue(
            Origin origin,
            CaseId reissueCase,
            AwardId award,
            AwardCode awardCode,
            UnitId from,
            UnitId to)
            implements ReissueCommand {}

    /// Records the archive holder's reply (*xác nhận khen thưởng*).
    record ConfirmEntitlement(
            Origin origin,
            CaseId reissueCase,
            AwardId award,
            AwardCode awardCode,
            String holder,
            String replyNumber,
            LocalDate replyDate,
            EvidenceGrade grade)
            implements ReissueCommand {}

    /// Records the archive holder's reply that it cannot confirm (*không đủ căn cứ*).
    record ReportEntitlementNotConfirmed(
            Origin origin,
            CaseId reissueCase,
            AwardId award,
            AwardCode awardCode,
            String holder,
            String replyNumber,
            LocalDate replyDate,
            String missing,
            EvidenceGrade grade)
            implements ReissueCommand {}

    /// Records that the competent body granted the request (*đồng ý cấp đổi, cấp lại*).
    record ApproveReissue(
            Origin origin, CaseId reissueCase, AwardId award, AwardCode awardCode, UnitId authority)
            implements ReissueCommand {}

    /// Records that the competent body refused the request (*từ chối*).
    record RefuseReissue(
            Origin origin,
            CaseId reissueCase,
            AwardId award,
            AwardCode awardCode,
            UnitId authority,
            List<ReissueRefusalReason> reasons)
            implements ReissueCommand {
        public RefuseReissue {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal says why");
            }
        }
    }

    /// Records that the file went back to the applicant (*trả hồ sơ*).
    record ReturnReissueFile(
            Origin origin,
            CaseId reissueCase,
            AwardId award,
            AwardCode awardCode,
            UnitId by,
            String reason)
            implements ReissueCommand {}

    /// Records the new item (*đã cấp đổi, cấp lại*).
    ///
    /// @param kind which of the case's items is made anew; absent where it has one left
    /// @param designAsOf absent for a certificate means the day of the award
    record ReissueArtifact(
            Origin origin,
            CaseId reissueCase,
            AwardId award,
            AwardCode awardCode,
            ArtifactId artifact,
            @Nullable SerialNumber serial,
            @Nullable LocalDate designAsOf,
            @Nullable ArtifactKind kind,
            @Nullable GoldenBookNumber goldenBook)
            implements ReissueCommand {
        /// The only item of a case, in no golden book.
        public ReissueArtifact(
                Origin origin,
                CaseId reissueCase,
                AwardId award,
                AwardCode awardCode,
                ArtifactId artifact,
                @Nullable SerialNumber serial,
                @Nullable LocalDate designAsOf) {
            this(origin, reissueCase, award, awardCode, artifact, serial, designAsOf, null, null);
        }
    }

    /// Records that a new item was handed over (*đã giao người nhận*).
    record HandOverArtifact(
            Origin origin,
            CaseId reissueCase,
            AwardId award,
            AwardCode awardCode,
            ArtifactId artifact,
            UnitId by,
            Claimant receiver)
            implements ReissueCommand {}
}
