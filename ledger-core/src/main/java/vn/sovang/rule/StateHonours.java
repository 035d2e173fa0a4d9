package vn.sovang.rule;

import java.util.Set;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.StrippingGround;

/// The honorary state titles (*danh hiệu vinh dự nhà nước*), Luật Thi đua, khen thưởng 2022 Điều
/// 59–67, and the grounds on which each may be stripped.
public final class StateHonours {
    private static final Set<String> CODES =
            Set.of(
                    "DH_TINH_ANH_HUNG",
                    "DH_BMVNAH",
                    "DH_AHLLVTND",
                    "DH_AHLD",
                    "DH_NHA_GIAO_ND",
                    "DH_NHA_GIAO_UT",
                    "DH_THAY_THUOC_ND",
                    "DH_THAY_THUOC_UT",
                    "DH_NGHE_SI_ND",
                    "DH_NGHE_SI_UT",
                    "DH_NGHE_NHAN_ND",
                    "DH_NGHE_NHAN_UT");

    /// Protected by Điều 93.4: any lesser conviction leaves the title.
    private static final Set<String> ONLY_BY_93_4 = Set.of("DH_BMVNAH", "DH_AHLLVTND");

    /// Under Điều 93.4 if of the resistance, else under Điều 93.3; the code does not tell.
    private static final String EITHER = "DH_AHLD";

    private StateHonours() {}

    public static boolean holds(AwardCode award) {
        return CODES.contains(award.value());
    }

    /// Whether the ground can hold for this title in such hands.
    public static boolean allows(StrippingGround ground, AwardCode award, RecipientKind holder) {
        return switch (ground) {
            case PHAP_NHAN_DINH_CHI -> holder == RecipientKind.COLLECTIVE;
            case KET_AN_TU ->
                    holder == RecipientKind.INDIVIDUAL && !ONLY_BY_93_4.contains(award.value());
            case TOI_NGHIEM_TRONG_HOAC_CHAM_DUT_UU_DAI ->
                    holder == RecipientKind.INDIVIDUAL
                            && (ONLY_BY_93_4.contains(award.value())
                                    || award.value().equals(EITHER));
        };
    }

    /// Whether the ground rests on a judgment. Under Điều 93.4 ended benefits are enough.
    public static boolean needsJudgment(StrippingGround ground) {
        return ground != StrippingGround.TOI_NGHIEM_TRONG_HOAC_CHAM_DUT_UU_DAI;
    }
}
