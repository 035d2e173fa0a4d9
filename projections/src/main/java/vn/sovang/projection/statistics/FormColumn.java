package vn.sovang.projection.statistics;

import java.util.Set;
import vn.sovang.vocabulary.RecipientKind;

/// Columns of the forms 0601 to 0603 of TT 02/2023/TT-BNV. What a form has no column for,
/// households where it knows collectives and individuals only, stands under [#KHAC].
public enum FormColumn {
    PHONG_TRAO_TRUNG_UONG,
    PHONG_TRAO_BO_TINH,
    PHONG_TRAO_DON_VI,
    HUAN_HUY_CHUONG_TAP_THE,
    HUAN_HUY_CHUONG_CA_NHAN,
    GIAI_THUONG_HCM,
    GIAI_THUONG_NHA_NUOC,
    DANH_HIEU_VINH_DU_TAP_THE,
    DANH_HIEU_VINH_DU_CA_NHAN,
    CO_CHINH_PHU,
    BANG_KHEN_TTG_TAP_THE,
    BANG_KHEN_TTG_CA_NHAN,
    CSTD_TOAN_QUOC,
    BANG_KHEN,
    CSTD_BO_TINH,
    CO_BO_TINH,
    HUY_HIEU,
    KHAC;

    private static final Set<String> BADGES = Set.of("KNC_TINH", "HUY_HIEU_TINH_NINH_THUAN");

    /// The column of a line of a state-level award.
    static FormColumn ofState(Cell cell) {
        String code = cell.award().value();
        if (code.startsWith("HC_") || code.startsWith("HYC_")) {
            return of(cell, HUAN_HUY_CHUONG_TAP_THE, HUAN_HUY_CHUONG_CA_NHAN);
        }
        if (code.startsWith("DH_")) {
            return of(cell, DANH_HIEU_VINH_DU_TAP_THE, DANH_HIEU_VINH_DU_CA_NHAN);
        }
        return switch (code) {
            case "GT_HO_CHI_MINH" -> GIAI_THUONG_HCM;
            case "GT_NHA_NUOC" -> GIAI_THUONG_NHA_NUOC;
            case "CO_THI_DUA_CP" -> CO_CHINH_PHU;
            case "BK_TTG", "BK_TTG_KC" -> of(cell, BANG_KHEN_TTG_TAP_THE, BANG_KHEN_TTG_CA_NHAN);
            case "CSTD_TOAN_QUOC" -> CSTD_TOAN_QUOC;
            default -> KHAC;
        };
    }

    /// The column of a line of an award of a ministry or province.
    static FormColumn ofProvince(Cell cell) {
        String code = cell.award().value();
        if (BADGES.contains(code)) {
            return HUY_HIEU;
        }
        return switch (code) {
            case "BK_TINH", "BK_TINH_KC" -> BANG_KHEN;
            case "CSTD_CAP_TINH" -> CSTD_BO_TINH;
            case "CO_THI_DUA_TINH" -> CO_BO_TINH;
            default -> KHAC;
        };
    }

    private static FormColumn of(Cell cell, FormColumn collective, FormColumn individual) {
        RecipientKind kind = cell.recipientKind();
        if (kind == RecipientKind.COLLECTIVE) {
            return collective;
        }
        return kind == RecipientKind.INDIVIDUAL ? individual : KHAC;
    }
}
