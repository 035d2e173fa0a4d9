package vn.sovang.projection.statistics;

/// Which days a half-year or a year has.
public enum PeriodPolicy {
    /// 1 January to 30 June, 1 July to 31 December (*theo lịch*).
    CALENDAR,
    /// 15 December of the year before to 14 June, 15 June to 14 December (*theo kỳ chốt số liệu*),
    /// NĐ 09/2019/NĐ-CP Điều 12.
    ADMINISTRATIVE
}
