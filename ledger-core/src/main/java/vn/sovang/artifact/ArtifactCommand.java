package vn.sovang.artifact;

import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.GoldenBookNumber;
import vn.sovang.vocabulary.Keeper;
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
            @Nullable SerialNumber serial,
            @Nullable GoldenBookNumber goldenBook)
            implements ArtifactCommand {
        /// An item that stands in no golden book.
        public IssueArtifact(
                Origin origin,
                AwardId award,
                AwardCode awardCode,
                ArtifactId artifact,
                ArtifactKind kind,
                @Nullable SerialNumber serial) {
            this(origin, award, awardCode, artifact, kind, serial, null);
        }
    }

    /// Records who keeps the item from the effective day on (*người giữ*).
    record RecordKeeper(
            Origin origin, AwardId award, AwardCode awardCode, ArtifactId artifact, Keeper keeper)
            implements ArtifactCommand {}

    /// Records that the keeper reported the item damaged (*báo hỏng*).
    record ReportArtifactDamaged(
            Origin origin,
            AwardId award,
            AwardCode awardCode,
            ArtifactId artifact,
            @Nullable Sealed circumstances)
            implements ArtifactCommand {}

    /// Records that the keeper reported the item lost (*báo mất*).
    record ReportArtifactLost(
            Origin origin,
            AwardId award,
            AwardCode awardCode,
            ArtifactId artifact,
            @Nullable Sealed circumstances)
            implements ArtifactCommand {}

    /// Records that a lost item was found (*tìm thấy*).
    record ReportArtifactFound(
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

    /// Records that an office passed the item on to another (*bàn giao*).
    record TransferCustody(
            Origin origin,
            AwardId award,
            AwardCode awardCode,
            ArtifactId artifact,
            UnitId from,
            UnitId to,
            @Nullable String receiptNumber,
            @Nullable String location,
            CustodyPurpose purpose)
            implements ArtifactCommand {}

    /// Records that an office gave the item back as it was (*trả lại nguyên trạng*).
    record ReturnArtifactUnchanged(
            Origin origin,
            AwardId award,
            AwardCode awardCode,
            ArtifactId artifact,
            UnitId from,
            Keeper keeper,
            @Nullable String receiptNumber)
            implements ArtifactCommand {}

    /// Records that the item was taken back after an annulment (*thu hồi*).
    record WithdrawArtifact(
            Origin origin,
            AwardId award,
            AwardCode awardCode,
            ArtifactId artifact,
            String reason,
            @Nullable UnitId receivedBy)
            implements ArtifactCommand {
        /// A withdrawal whose paper does not say where the item went.
        public WithdrawArtifact(
                Origin origin,
                AwardId award,
                AwardCode awardCode,
                ArtifactId artifact,
                String reason) {
            this(origin, award, awardCode, artifact, reason, null);
        }
    }

    /// Records that a council destroyed the item (*tiêu hủy*); the origin's document is the
    /// minutes.
    record DestroyArtifact(
            Origin origin,
            AwardId award,
            AwardCode awardCode,
            ArtifactId artifact,
            @Nullable UnitId holder,
            String council,
            String reason)
            implements ArtifactCommand {}
}
