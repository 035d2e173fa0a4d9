package vn.sovang.event;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.GoldenBookNumber;
import vn.sovang.vocabulary.Keeper;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.UnitId;

/// The life of a physical item (*hiện vật khen thưởng*), Luật Thi đua, khen thưởng 2022 Điều 12.1.
public sealed interface ArtifactEvent extends LedgerEvent {
    ArtifactId artifact();

    AwardId award();

    @Override
    default Set<String> tags() {
        return Tags.of(artifact(), award());
    }

    /// An item that belongs to an award was issued (*cấp phát*).
    ///
    /// Corrected by [SurveyEvent.ItemSurveyed], which says what is really in the keeper's hands,
    /// and through a re-issue case by [ArtifactReissued] where the item itself is wrong.
    ///
    /// @param serial number printed on it or struck into it
    /// @param goldenBook its number in the golden book, where it stands in one
    record ArtifactIssued(
            ArtifactId artifact,
            AwardId award,
            ArtifactKind kind,
            @Nullable SerialNumber serial,
            @Nullable GoldenBookNumber goldenBook)
            implements ArtifactEvent {
        /// An item that stands in no golden book.
        public ArtifactIssued(
                ArtifactId artifact,
                AwardId award,
                ArtifactKind kind,
                @Nullable SerialNumber serial) {
            this(artifact, award, kind, serial, null);
        }
    }

    /// From this day on somebody keeps the item (*người giữ hiện vật*): the recipient, a relative,
    /// whoever keeps up the worship, a museum. Ends the role of whoever kept it before. Luật Thi
    /// đua, khen thưởng 2022 Điều 86.2, 87.2.
    ///
    /// Corrected by a further [ArtifactKeeperRecorded], which names who really keeps it.
    record ArtifactKeeperRecorded(ArtifactId artifact, AwardId award, Keeper keeper)
            implements ArtifactEvent {}

    /// The keeper reported the item damaged (*báo hỏng*). What happened is free text about people:
    /// sealed.
    ///
    /// Corrected by [SurveyEvent.ItemSurveyed], which says in what condition it was seen, or by
    /// [ArtifactReturnedUnchanged] where an office found nothing to exchange.
    record ArtifactReportedDamaged(
            ArtifactId artifact, AwardId award, @Nullable Sealed circumstances)
            implements ArtifactEvent {}

    /// The keeper reported the item lost (*báo mất*). What happened is free text about people:
    /// sealed.
    ///
    /// Corrected by [ArtifactReportedFound].
    record ArtifactReportedLost(ArtifactId artifact, AwardId award, @Nullable Sealed circumstances)
            implements ArtifactEvent {}

    /// A lost item was found again (*tìm thấy*). If a new one took its place meanwhile, the old one
    /// stays closed and is to be handed in.
    ///
    /// Corrected by a further [ArtifactReportedLost].
    record ArtifactReportedFound(ArtifactId artifact, AwardId award, @Nullable Sealed circumstances)
            implements ArtifactEvent {}

    /// The old item was handed in, for exchange or after an annulment (*nộp lại*), NĐ 98/2023/NĐ-CP
    /// Điều 114: whoever asks for an exchange hands in the damaged item.
    ///
    /// Corrected by [CustodyTransferred] where another office has it, by
    /// [ArtifactReturnedUnchanged] where the keeper never gave it away.
    ///
    /// @param receivedBy unit that holds it now
    /// @param receiptNumber number of the receipt given (*biên nhận số*), as written
    record ArtifactHandedIn(
            ArtifactId artifact, AwardId award, UnitId receivedBy, @Nullable String receiptNumber)
            implements ArtifactEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(artifact, award, receivedBy);
        }
    }

    /// An item in the hands of an office went to another office (*bàn giao hiện vật*): one leg of
    /// the chain of custody. Each leg begins where the one before ended.
    ///
    /// Corrected by a further [CustodyTransferred], to the office that really holds it.
    ///
    /// @param from office that held it
    /// @param to office that holds it now
    /// @param receiptNumber number of the receipt given (*biên nhận số*), as written
    /// @param location where the receiving office keeps it: store, box, file
    record CustodyTransferred(
            ArtifactId artifact,
            AwardId award,
            UnitId from,
            UnitId to,
            @Nullable String receiptNumber,
            @Nullable String location,
            CustodyPurpose purpose)
            implements ArtifactEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(artifact, award, from, to);
        }
    }

    /// An office gave the item back as it was, without exchange (*trả lại nguyên trạng*).
    ///
    /// Corrected by [ArtifactHandedIn] where the office still has it, by [ArtifactKeeperRecorded]
    /// where somebody else keeps it.
    ///
    /// @param from office that held it
    /// @param keeper who keeps it from this day on
    /// @param receiptNumber number of the receipt the keeper signed, as written
    record ArtifactReturnedUnchanged(
            ArtifactId artifact,
            AwardId award,
            UnitId from,
            Keeper keeper,
            @Nullable String receiptNumber)
            implements ArtifactEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(artifact, award, from);
        }
    }

    /// A new item takes the place of an old one, which it closes (*đã cấp đổi, cấp lại*), NĐ
    /// 98/2023/NĐ-CP Điều 114–115.
    ///
    /// Corrected by a further re-issue case, whose [ArtifactReissued] replaces the wrong item in
    /// its turn.
    ///
    /// @param artifact the new item
    /// @param replaces the old item; absent where it was never in the ledger
    /// @param designAsOf day whose design, seal and signature the new certificate bears: a re-made
    ///   certificate is printed as at the time of the award; absent for medals of today's pattern
    /// @param goldenBook its number in the golden book, where it stands in one
    record ArtifactReissued(
            ArtifactId artifact,
            @Nullable ArtifactId replaces,
            CaseId reissueCase,
            AwardId award,
            ArtifactKind kind,
            @Nullable SerialNumber serial,
            @Nullable LocalDate designAsOf,
            @Nullable GoldenBookNumber goldenBook)
            implements ArtifactEvent {
        /// A new item that stands in no golden book.
        public ArtifactReissued(
                ArtifactId artifact,
                @Nullable ArtifactId replaces,
                CaseId reissueCase,
                AwardId award,
                ArtifactKind kind,
                @Nullable SerialNumber serial,
                @Nullable LocalDate designAsOf) {
            this(artifact, replaces, reissueCase, award, kind, serial, designAsOf, null);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(artifact, replaces, reissueCase, award);
        }
    }

    /// The item was taken back after an annulment or a stripping (*thu hồi hiện vật*), Luật Thi
    /// đua, khen thưởng 2022 Điều 93.
    ///
    /// Corrected by a new item: once [AwardEvent.AnnulmentRevoked] or [AwardEvent.HonourRestored]
    /// lets the award stand again, [ArtifactIssued] gives it one.
    ///
    /// @param receivedBy office that holds it now, where the paper says so
    record ArtifactWithdrawn(
            ArtifactId artifact, AwardId award, String reason, @Nullable UnitId receivedBy)
            implements ArtifactEvent {
        /// A withdrawal whose paper does not say where the item went.
        public ArtifactWithdrawn(ArtifactId artifact, AwardId award, String reason) {
            this(artifact, award, reason, null);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(artifact, award, receivedBy);
        }
    }

    /// A council destroyed the item (*tiêu hủy hiện vật*); the minutes (*biên bản*) are the fact's
    /// document. Only what an office holds or took back is destroyed.
    ///
    /// Corrected by a re-issue case and its [ArtifactReissued]: what was destroyed does not come
    /// back.
    ///
    /// @param holder office that held it, where the paper says so
    /// @param council name of the council (*hội đồng tiêu hủy*)
    /// @param reason why; names no person
    record ArtifactDestroyed(
            ArtifactId artifact,
            AwardId award,
            @Nullable UnitId holder,
            String council,
            String reason)
            implements ArtifactEvent {
        @Override
        public Set<String> tags() {
            return Tags.of(artifact, award, holder);
        }
    }
}
