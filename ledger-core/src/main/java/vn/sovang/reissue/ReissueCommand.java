package vn.sovang.reissue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.ReissueEvent;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.UnitId;

/// What can be asked about re-issue cases of awards that the ledger has.
public sealed interface ReissueCommand extends Command {
    CaseId reissueCase();

    AwardId award();

    AwardCode awardCode();

    /// Opens a case (*tiếp nhận đề nghị*).
    record RequestReissue(
            Origin origin, CaseId reissueCase, UnitId receivedBy, ReissueEvent.Subject subject)
            implements ReissueCommand {
        public RequestReissue {
            if (subject.award() == null) {
                throw new IllegalArgumentException("a case begun in the ledger names its award");
            }
        }

        @Override
        public AwardId award() {
            return java.util.Objects.requireNonNull(subject.award());
        }

        @Override
        public AwardCode awardCode() {
            return subject.awardCode();
        }
    }

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

    /// Records that the competent body granted the request (*đồng ý cấp đổi, cấp lại*).
    record ApproveReissue(
            Origin origin, CaseId reissueCase, AwardId award, AwardCode awardCode, UnitId authority)
            implements ReissueCommand {}

    /// Records the new item (*đã cấp đổi, cấp lại*).
    record ReissueArtifact(
            Origin origin,
            CaseId reissueCase,
            AwardId award,
            AwardCode awardCode,
            ArtifactId artifact,
            @Nullable SerialNumber serial,
            @Nullable LocalDate designAsOf)
            implements ReissueCommand {}
}
