package vn.sovang.vocabulary;

/// Kind of recipient (*cá nhân, tập thể, hộ gia đình*). A household is never counted as an
/// individual; a collective counts one whatever its size.
public enum RecipientKind {
    /// *Cá nhân*.
    INDIVIDUAL,
    /// *Tập thể*.
    COLLECTIVE,
    /// *Hộ gia đình*.
    HOUSEHOLD,
    /// The paper does not say (*chưa rõ*). Only of re-issue cases: no law gives an award to it.
    KHONG_RO
}
