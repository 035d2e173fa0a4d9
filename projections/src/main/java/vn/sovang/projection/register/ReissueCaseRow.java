package vn.sovang.projection.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.UnitId;

/// A re-issue case as it stands now (*trường hợp cấp đổi, cấp lại, cấp mới*).
///
/// @param office that received the request or put it on its list
/// @param receivedOn absent for a case first met on a list
/// @param newArtifact the last item made under it
/// @param position of the first event about it
public record ReissueCaseRow(
        CaseId id,
        Subject subject,
        CaseStatus status,
        @Nullable UnitId office,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate proposedOn,
        @Nullable Confirmation confirmation,
        @Nullable LocalDate approvedOn,
        @Nullable UnitId approvedBy,
        @Nullable ArtifactId newArtifact,
        Steps steps,
        long position) {
    /// What happened between the request and its end.
    ///
    /// @param priority code of the rule by which the very old are served first
    /// @param askedOn day on which papers were asked for
    /// @param missing the papers
    /// @param forwardedOn day on which a higher body got it, from which its time limit runs
    /// @param closedOn day of refusal, of return, or of the last handing over
    /// @param closedBy who refused, returned or handed over
    /// @param reasons codes of a refusal, or the words of a return
    public record Steps(
            @Nullable String priority,
            @Nullable LocalDate askedOn,
            List<String> missing,
            @Nullable LocalDate forwardedOn,
            @Nullable UnitId forwardedTo,
            @Nullable LocalDate closedOn,
            @Nullable UnitId closedBy,
            List<String> reasons) {
        public Steps {
            missing = List.copyOf(missing);
            reasons = List.copyOf(reasons);
        }
    }

    /// Reply of the archive holder (*xác nhận khen thưởng*).
    public record Confirmation(
            String holder, String replyNumber, LocalDate replyDate, EvidenceGrade grade) {}
}
