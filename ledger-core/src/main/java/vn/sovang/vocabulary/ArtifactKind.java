package vn.sovang.vocabulary;

/// Kind of artifact (*hiện vật khen thưởng*), Luật Thi đua, khen thưởng 2022 Điều 12.1.
public enum ArtifactKind {
    /// Order.
    HUAN_CHUONG,
    /// Medal.
    HUY_CHUONG,
    /// Badge.
    HUY_HIEU,
    /// Commemorative medal.
    KY_NIEM_CHUONG,
    /// Diploma.
    BANG,
    /// Certificate of a title.
    BANG_CHUNG_NHAN,
    /// Flag.
    CO,
    /// Certificate of commendation.
    GIAY_KHEN,
    /// The paper does not say.
    KHONG_RO
}
