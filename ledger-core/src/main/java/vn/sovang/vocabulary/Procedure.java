package vn.sovang.vocabulary;

/// Procedure under which a dossier is handled (*thủ tục xét*), Luật Thi đua, khen thưởng 2022 Điều
/// 84–85.
public enum Procedure {
    /// The full one: appraisal, then the council votes (Đ84).
    THUONG,
    /// The simple one, without a council: feats that must be honoured at once, what the head finds
    /// out, service by years, foreign relations, state secrets (Đ85.1).
    DON_GIAN,
    /// An old file whose steps nobody recorded.
    HO_SO_CU
}
