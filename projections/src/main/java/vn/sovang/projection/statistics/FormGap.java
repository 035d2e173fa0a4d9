package vn.sovang.projection.statistics;

/// Why a part of an official form stays empty.
public enum FormGap {
    /// The ledger records awards, not emulation movements (*phong trào thi đua*).
    NO_MOVEMENTS,
    /// No event tells the class of a person or of a collective (*phân loại đối tượng*).
    NO_RECIPIENT_CLASS
}
