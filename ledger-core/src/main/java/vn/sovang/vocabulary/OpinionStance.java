package vn.sovang.vocabulary;

/// What a body that was asked says (*ý kiến hiệp y*).
public enum OpinionStance {
    /// Agrees.
    DONG_Y,
    /// Does not agree.
    KHONG_DONG_Y,
    /// Says something else, or nothing.
    KHAC
}
