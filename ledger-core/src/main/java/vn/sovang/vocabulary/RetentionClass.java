package vn.sovang.vocabulary;

/// How long the file of an award is kept (*thời hạn bảo quản*), Thông tư 10/2022/TT-BNV; an
/// attribute of the award's level.
public enum RetentionClass {
    /// For ever (*vĩnh viễn*): awards of the President and of the Prime Minister.
    PERMANENT,
    /// Twenty years: awards of ministries and provinces.
    TWENTY_YEARS,
    /// Ten years: awards of heads of agencies, districts and communes.
    TEN_YEARS,
    /// Until a day named when the data were taken in: who is only in touch with the office.
    UNTIL_DAY,
    /// No file of an award hangs on it.
    NONE
}
