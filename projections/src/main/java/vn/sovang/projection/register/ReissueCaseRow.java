package vn.sovang.projection.register;

import java.time.LocalDate;
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
/// @param newArtifact the item made under it
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
        long position) {
    /// Reply of the archive holder (*xác nhận khen thưởng*).
    public record Confirmation(
            String holder, String replyNumber, LocalDate replyDate, EvidenceGrade grade) {}
}
