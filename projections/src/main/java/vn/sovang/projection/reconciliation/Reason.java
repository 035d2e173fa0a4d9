package vn.sovang.projection.reconciliation;

/// Why an event makes a figure differ between two moments.
public enum Reason {
    /// It happened by the day of the earlier moment; the ledger was told later (*ghi muộn*).
    LATE_ARRIVAL,
    /// It happened after the day of the earlier moment (*phát sinh sau ngày chốt*): a report may be
    /// signed before its period ends.
    AFTER_CUT_OFF,
    /// It came with a file (*nhập từ tệp*).
    IMPORT,
    /// An award was annulled (*hủy bỏ*).
    ANNULMENT,
    /// An annulment was itself revoked (*thu hồi quyết định hủy bỏ*).
    ANNULMENT_REVOKED,
    /// An honour was stripped (*tước*).
    STRIPPING,
    /// An honour was restored (*phục hồi*).
    RESTORATION,
    /// A line had been entered wrongly (*sửa dòng nhập sai*): it leaves one cell for another.
    CORRECTION,
    /// A line had been entered that is not on the paper (*gạch dòng nhập thừa*).
    STRUCK_LINE,
    /// A unit was merged, divided or renamed (*sắp xếp đơn vị*).
    LINEAGE
}
