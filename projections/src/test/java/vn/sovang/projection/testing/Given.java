package vn.sovang.projection.testing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.AwardPresented;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.AwardEvent.PrizePaid;
import vn.sovang.event.AwardEvent.PrizeRecovered;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.CorrectedField;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.FirstIssueReading;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.PresentedTo;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.RestorationGround;
import vn.sovang.vocabulary.RevocationGround;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.StrippingGround;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// Events in few words.
public final class Given {
    public static final UnitId PROVINCE = UnitId.of("abcac4ae-9c6c-43a0-8c30-1611a12e3178");
    public static final UnitId CITY = UnitId.of("9b4d5b1f-28d9-41ee-b3b4-ce6df65a9f46");
    public static final UnitId WARD = UnitId.of("1d426e0c-d513-494f-8b21-e620e92777b6");

    private static final RecipientId ANYBODY = new RecipientId(new UUID(0, 9));

    private Given() {}

    public static UnitRegistered province() {
        return new UnitRegistered(
                PROVINCE,
                "tỉnh Ninh Thuận",
                "UBND tỉnh Ninh Thuận",
                UnitLevel.TINH,
                null,
                "58",
                null,
                true);
    }

    public static UnitRegistered city() {
        return new UnitRegistered(
                CITY,
                "thành phố Phan Rang - Tháp Chàm",
                "UBND thành phố Phan Rang - Tháp Chàm",
                UnitLevel.HUYEN,
                PROVINCE,
                "582",
                null,
                true);
    }

    public static UnitRegistered ward() {
        return new UnitRegistered(
                WARD,
                "phường Phước Mỹ",
                "UBND phường Phước Mỹ",
                UnitLevel.XA,
                CITY,
                null,
                null,
                true);
    }

    public static AwardTypeDefined awardType(String code, AwardLevel level) {
        return new AwardTypeDefined(
                new AwardCode(code),
                "HINH_THUC_KHEN_THUONG",
                "Tên của " + code,
                null,
                level,
                null,
                List.of(RecipientKind.INDIVIDUAL),
                List.of(),
                "UNCLEAR",
                List.of(ArtifactKind.BANG),
                List.of(),
                "NO",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static RecipientRegistered recipient(RecipientId id, RecipientKind kind) {
        return new RecipientRegistered(
                id,
                kind,
                new Sealed(UUID.randomUUID(), id.value(), "name", "AAAA", "BBBB"),
                null,
                null);
    }

    public static AwardLine line(String award, RecipientKind kind, CommendationType type) {
        return new AwardLine(
                new AwardCode(award),
                Rank.NONE,
                new RecipientId(UUID.randomUUID()),
                kind,
                type,
                null);
    }

    public static AwardLine line(String award, RecipientKind kind) {
        return line(award, kind, CommendationType.KHONG_RO);
    }

    public static AwardDecided decided(AwardId id, UnitId authority, AwardLine line) {
        return new AwardDecided(
                id,
                new DecisionId(UUID.randomUUID()),
                new DecisionKey(authority, 2024, "1/QĐ-UBND"),
                1,
                ConferralMode.TANG,
                null,
                null,
                line);
    }

    public static AwardAnnulled annulled(AwardId id, UnitId authority) {
        return new AwardAnnulled(id, AnnulmentGround.GIAN_DOI_KE_KHAI, authority);
    }

    public static AnnulmentRevoked revoked(AwardId id) {
        return new AnnulmentRevoked(id, ANYBODY, RevocationGround.KHIEU_NAI, CITY);
    }

    public static HonourStripped stripped(AwardId id) {
        return new HonourStripped(id, ANYBODY, StrippingGround.KET_AN_TU, PROVINCE, null, null);
    }

    public static HonourRestored restored(AwardId id) {
        return new HonourRestored(id, ANYBODY, RestorationGround.KHONG_PHAM_TOI, PROVINCE);
    }

    public static AwardPresented presented(AwardId id) {
        return new AwardPresented(id, ANYBODY, "Hội trường", PresentedTo.NGUOI_DUOC_KHEN, null);
    }

    public static PrizePaid paid(AwardId id, long dong) {
        return new PrizePaid(id, ANYBODY, dong, null, null, "Quỹ TĐKT");
    }

    public static PrizeRecovered recovered(AwardId id, long dong) {
        return new PrizeRecovered(id, ANYBODY, dong, "Quỹ TĐKT");
    }

    /// An error in entry: the line was another.
    public static DecisionCorrected corrected(AwardId id, AwardLine line) {
        return correction(id, CorrectionCause.SAI_NHAP_LIEU, CorrectedField.DONG, line);
    }

    /// An error in entry: there was no such line.
    public static DecisionCorrected struck(AwardId id) {
        return correction(id, CorrectionCause.SAI_NHAP_LIEU, CorrectedField.DONG_KHONG_CO, null);
    }

    /// The authority's own correction.
    public static DecisionCorrected amended(AwardId id, AwardLine line) {
        return correction(id, CorrectionCause.DINH_CHINH, CorrectedField.DONG, line);
    }

    private static DecisionCorrected correction(
            AwardId id, CorrectionCause cause, CorrectedField field, @Nullable AwardLine line) {
        return new DecisionCorrected(
                new DecisionId(UUID.randomUUID()),
                new DecisionKey(CITY, 2024, "1/QĐ-UBND"),
                id,
                ANYBODY,
                cause,
                field,
                null,
                null,
                null,
                null,
                line,
                null);
    }

    public static NominationSubmitted submitted(UnitId from, AwardLine line) {
        return new NominationSubmitted(
                new NominationId(UUID.randomUUID()),
                new ListId(UUID.randomUUID()),
                1,
                from,
                null,
                line);
    }

    public static ReissueProposed reviewed(UnitId from, ReissueKind kind) {
        return new ReissueProposed(
                new CaseId(UUID.randomUUID()),
                new ListId(UUID.randomUUID()),
                1,
                from,
                subject(kind, CommendationType.KHANG_CHIEN));
    }

    public static Subject subject(ReissueKind kind, CommendationType type) {
        return new Subject(
                kind,
                kind == ReissueKind.FIRST_ISSUE ? FirstIssueReading.KHONG_RO : null,
                null,
                AwardCode.UNKNOWN,
                type,
                new RecipientId(UUID.randomUUID()),
                RecipientKind.INDIVIDUAL,
                ArtifactKind.KHONG_RO,
                null,
                null);
    }

    public static AwardId award() {
        return new AwardId(UUID.randomUUID());
    }
}
