package vn.sovang.vocabulary;

/// What a provision is about; the key under which a rule looks for its article.
public enum LegalTopic {
    /// Titles of emulation (*danh hiệu thi đua*).
    TITLES,
    /// Forms of commendation (*hình thức khen thưởng*).
    FORMS,
    /// Who may confer (*thẩm quyền*).
    AUTHORITY,
    /// *Hủy bỏ quyết định*.
    ANNULMENT,
    /// *Tước danh hiệu*.
    STRIPPING,
    /// *Phục hồi, trao lại*.
    RESTORATION,
    /// *Cấp đổi hiện vật*.
    EXCHANGE,
    /// *Cấp lại hiện vật*.
    REISSUE,
    /// *Tiền thưởng*.
    PRIZE,
    /// *Khen thưởng thành tích kháng chiến*.
    RESISTANCE,
    /// *Bà mẹ Việt Nam anh hùng*.
    HEROIC_MOTHER,
    /// Awards to bodies that were dissolved (*tổ chức đã sáp nhập, giải thể*).
    DISSOLVED_BODY,
    /// How long files are kept (*thời hạn bảo quản*).
    RETENTION,
    /// Correction of personal data (*chỉnh sửa dữ liệu cá nhân*).
    DATA_CORRECTION,
    /// Erasure of personal data (*xóa, hủy dữ liệu cá nhân*).
    DATA_ERASURE,
    /// Restriction of processing (*hạn chế xử lý dữ liệu cá nhân*).
    DATA_RESTRICTION
}
