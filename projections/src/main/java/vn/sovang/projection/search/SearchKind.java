package vn.sovang.projection.search;

/// What can be found, in the order in which it is shown.
public enum SearchKind {
    /// People, collectives and households, by name (*đối tượng khen thưởng*).
    RECIPIENT,
    /// Award types, by any of their names (*danh hiệu, hình thức khen thưởng*).
    AWARD_TYPE,
    /// Decisions, by number (*quyết định*).
    DECISION,
    /// Items, by serial or golden-book number (*hiện vật*).
    ITEM,
    /// Units, by any name they ever had, or by statistical code (*đơn vị*).
    UNIT,
    /// Other papers, by number or subject (*văn bản*).
    PAPER
}
