package vn.sovang.event;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.UnitId;

/// The life of a physical item (*hiện vật khen thưởng*).
public sealed interface ArtifactEvent extends LedgerEvent {
    ArtifactId artifact();

    /// An item that belongs to an award was issued (*cấp phát*).
    record ArtifactIssued(
            ArtifactId artifact, AwardId award, ArtifactKind kind, @Nullable SerialNumber serial)
            implements ArtifactEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(artifact, award);
        }
    }

    /// The keeper reported the item lost (*báo mất*). What happened is free text about people:
    /// sealed.
    record ArtifactReportedLost(ArtifactId artifact, AwardId award, @Nullable Sealed circumstances)
            implements ArtifactEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(artifact, award);
        }
    }

    /// The old item was handed in, for exchange or after an annulment (*nộp lại*).
    ///
    /// @param receivedBy unit that holds it now
    /// @param receiptNumber number of the receipt given, as written
    record ArtifactHandedIn(
            ArtifactId artifact, AwardId award, UnitId receivedBy, @Nullable String receiptNumber)
            implements ArtifactEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(artifact, award, receivedBy);
        }
    }

    /// A new item takes the place of an old one, which it closes (*đã cấp đổi, cấp lại*).
    ///
    /// @param artifact the new item
    /// @param replaces the old item; absent where it was never in the ledger
    /// @param designAsOf day whose design, seal and signature the new certificate bears: a re-made
    ///   certificate is printed as at the time of the award
    record ArtifactReissued(
            ArtifactId artifact,
            @Nullable ArtifactId replaces,
            CaseId reissueCase,
            AwardId award,
            ArtifactKind kind,
            @Nullable SerialNumber serial,
            @Nullable LocalDate designAsOf)
            implements ArtifactEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(artifact, replaces, reissueCase, award);
        }
    }

    /// The item was taken back after an annulment or a stripping (*thu hồi hiện vật*), Luật Thi
    /// đua, khen thưởng 2022 Điều 93.
    record ArtifactWithdrawn(ArtifactId artifact, AwardId award, String reason)
            implements ArtifactEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(artifact, award);
        }
    }
}
