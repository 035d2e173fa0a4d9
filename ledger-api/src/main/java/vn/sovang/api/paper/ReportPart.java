package vn.sovang.api.paper;

/// A part of a report that people write, in the order of the paper. Section II.4 is none of them:
/// its figures and sentences come from the ledger.
public enum ReportPart {
    /// *Trích yếu*: what the report is about.
    SUBJECT("trich-yeu", false),
    /// *Kính gửi*: whom it is sent to, a line each.
    ADDRESSEES("kinh-gui", true),
    /// *Căn cứ*: what it is written upon.
    BASIS("can-cu", true),
    /// Mục I.
    FIRST("muc-1", true),
    /// Mục II.1 to II.3.
    SECOND("muc-2", true),
    /// Mục III.
    THIRD("muc-3", true),
    /// Mục IV.
    FOURTH("muc-4", true),
    /// *Nơi nhận*, a line each.
    RECEIVERS("noi-nhan", true),
    /// *Quyền hạn*: for whom the signer signs, such as `KT. CHỦ TỊCH`.
    CAPACITY("quyen-han", false),
    /// *Chức vụ*.
    POSITION("chuc-vu", false),
    /// *Họ tên người ký*.
    SIGNER("nguoi-ky", false),
    /// *Địa danh*.
    PLACE("dia-danh", false);

    private final String field;
    private final boolean lines;

    ReportPart(String field, boolean lines) {
        this.field = field;
        this.lines = lines;
    }

    /// Its name in a form.
    public String field() {
        return field;
    }

    /// Whether it may have several lines: a paragraph each.
    public boolean lines() {
        return lines;
    }

    /// Most characters.
    public int limit() {
        return lines ? 20_000 : 500;
    }
}
