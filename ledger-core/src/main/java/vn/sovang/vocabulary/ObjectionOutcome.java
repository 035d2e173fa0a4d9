package vn.sovang.vocabulary;

/// What became of an objection (*kết quả giải quyết phản ánh*).
public enum ObjectionOutcome {
    /// Well founded.
    CO_CO_SO,
    /// Unfounded.
    KHONG_CO_CO_SO,
    /// Taken back.
    DA_RUT
}
