package vn.sovang.artifact;

import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.UnitId;

/// What can be asked about the items of an award. Each names the award and its type, so that an
/// item entered under a wrong award is noticed.
public sealed interface ArtifactCommand extends Command {
    AwardId award();

    AwardCode awardCode();

    ArtifactId artifact();

    /// Records that an item was issued (*cấp phát*).
    record IssueArtifact(
            Origin origin,
            AwardId award,
            AwardCode awardCode,
            ArtifactId artifact,
            ArtifactKind kind,
            @Nullable SerialNumber serial)
            implements ArtifactCommand {}

    /// Records that the keeper reported the item lost (*báo mất*).
    record ReportArtifactLost(
            Origin origin,
            AwardId award,
            AwardCode awardCode,
            ArtifactId artifact,
            @Nullable Sealed circumstances)
            implements ArtifactCommand {}

    /// Records that the item was handed in (*nộp lại*).
    record HandInArtifact(
            Origin origin,
            AwardId award,
            AwardCode awardCode,
            ArtifactId artifact,
            UnitId receivedBy,
            @Nullable String receiptNumber)
            implements ArtifactCommand {}

    /// Records that the item was taken back after an annulment (*thu hồi*).
    record WithdrawArtifact(
            Origin origin, AwardId award, AwardCode awardCode, ArtifactId artifact, String reason)
            implements ArtifactCommand {}
}
