package vn.sovang.projection.statistics;

import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitLevel;

/// Rows of the forms 0601 to 0603. Those ending in `KHONG_RO` are ours: what the papers do not say
/// stands there, so that each group adds up to the first row.
public enum FormRow {
    PHONG_TRAO,
    PHAM_VI_TOAN_QUOC,
    PHAM_VI_BO_TINH,
    PHAM_VI_CUM_KHOI,
    PHAM_VI_CO_QUAN,
    THOI_GIAN_DUOI_1_NAM,
    THOI_GIAN_1_NAM,
    THOI_GIAN_1_DEN_3_NAM,
    THOI_GIAN_3_DEN_5_NAM,
    THOI_GIAN_TU_5_NAM,
    HINH_THUC_CHUYEN_DE,
    HINH_THUC_THUONG_XUYEN,
    TONG_SO,
    TRINH_BO,
    TRINH_TINH,
    TRINH_KHONG_RO,
    TAP_THE,
    DOANH_NGHIEP,
    HO_GIA_DINH,
    LANH_DAO_BO_TINH,
    LANH_DAO_VU_SO,
    DOANH_NHAN,
    LANH_DAO_KHAC,
    TRUC_TIEP,
    CA_NHAN_KHONG_RO,
    THUONG_XUYEN,
    CHUYEN_DE,
    DOT_XUAT,
    DOI_NGOAI,
    CONG_HIEN,
    NIEN_HAN,
    KHANG_CHIEN,
    PHUONG_THUC_KHONG_RO;

    /// Why it stays empty; null for a row that is counted.
    @Nullable FormGap gap() {
        if (compareTo(TONG_SO) < 0) {
            return FormGap.NO_MOVEMENTS;
        }
        return switch (this) {
            case DOANH_NGHIEP,
                    LANH_DAO_BO_TINH,
                    LANH_DAO_VU_SO,
                    DOANH_NHAN,
                    LANH_DAO_KHAC,
                    TRUC_TIEP ->
                    FormGap.NO_RECIPIENT_CLASS;
            default -> null;
        };
    }

    /// Whether a line of a decision stands in it.
    boolean holds(Cell cell) {
        return switch (this) {
            case TONG_SO -> true;
            case TRINH_BO -> proposedAt(cell) == UnitLevel.TRUNG_UONG;
            case TRINH_TINH -> proposedAt(cell) == UnitLevel.TINH;
            case TRINH_KHONG_RO ->
                    proposedAt(cell) != UnitLevel.TRUNG_UONG && proposedAt(cell) != UnitLevel.TINH;
            case TAP_THE -> cell.recipientKind() == RecipientKind.COLLECTIVE;
            case HO_GIA_DINH -> cell.recipientKind() == RecipientKind.HOUSEHOLD;
            case CA_NHAN_KHONG_RO -> cell.recipientKind() == RecipientKind.INDIVIDUAL;
            case THUONG_XUYEN -> cell.commendationType() == CommendationType.CONG_TRANG;
            case CHUYEN_DE -> cell.commendationType() == CommendationType.PHONG_TRAO;
            case DOT_XUAT -> cell.commendationType() == CommendationType.DOT_XUAT;
            case DOI_NGOAI -> cell.commendationType() == CommendationType.DOI_NGOAI;
            case CONG_HIEN -> cell.commendationType() == CommendationType.CONG_HIEN;
            case NIEN_HAN -> cell.commendationType() == CommendationType.NIEN_HAN;
            case KHANG_CHIEN -> cell.commendationType() == CommendationType.KHANG_CHIEN;
            case PHUONG_THUC_KHONG_RO ->
                    cell.commendationType() == null
                            || cell.commendationType() == CommendationType.KHONG_RO;
            default -> false;
        };
    }

    private static @Nullable UnitLevel proposedAt(Cell cell) {
        UnitName unit = cell.proposingUnit();
        return unit == null ? null : unit.level();
    }
}
