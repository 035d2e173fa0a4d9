package vn.sovang.vocabulary;

/// Which acts somebody may do for an authority that is no more (*phạm vi thẩm quyền*).
public enum CompetenceScope {
    /// Confirm that an award was given (*xác nhận khen thưởng*).
    CONFIRM,
    /// Exchange and re-issue items (*cấp đổi, cấp lại*).
    REISSUE,
    /// Annul awards, Luật Thi đua, khen thưởng 2022 Điều 93.8 (*hủy bỏ quyết định*).
    ANNUL,
    /// Correct decisions and certificates (*đính chính*).
    CORRECT,
    /// All of these.
    ALL;

    /// Whether who has this may do that.
    public boolean covers(CompetenceScope act) {
        return this == ALL || this == act;
    }
}
