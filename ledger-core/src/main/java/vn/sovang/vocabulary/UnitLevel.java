package vn.sovang.vocabulary;

/// Level of a unit in the state's order at the time.
public enum UnitLevel {
    /// Central: President, Prime Minister, ministries.
    TRUNG_UONG,
    /// Province.
    TINH,
    /// District, town or provincial city; abolished on 2025-07-01.
    HUYEN,
    /// Ward, commune, township.
    XA,
    /// Base unit: school, office, enterprise.
    CO_SO
}
