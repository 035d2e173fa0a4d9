/// Reading an office's workbook into one command for the ledger (*nhập tệp Excel*).
///
/// A file goes through four gates, and whatever stops it at one comes back as a [Problem] with
/// sheet, row and column; no file, however damaged, raises an exception to its sender.
///
/// 1. `PackageGuard` looks at the zip: size, parts, what it really unpacks to, no programs.
///    `XmlParts` and `SheetScan` then look at the XML: no document types, no more rows and columns
///    than allowed, no references to text that is not there. Nothing has been parsed into memory
///    yet.
/// 2. `Book` holds filled cells: NFC text, or a date where the cell is one. Cells merged over rows
///    hold for each of them. `Table` finds the headings within the first ten rows, by names folded
///    of case, accents and punctuation.
/// 3. `RowParser` makes a value of each row. Dates are date cells, `d/M/yyyy`, `d-M-yyyy` or ISO;
///    two-digit years and month names are refused rather than guessed.
/// 4. `Assembly` puts rows together into entries in an order in which nothing comes before what it
///    names, and only then are identities sealed.
///
/// A row that breaks a rule of law or of the ledger is no problem here: the ledger's own rules
/// refuse it, with sheet and row, or keep it as found if the column *Ghi nhận như văn bản* gives a
/// reason.
///
/// ## Sheets
///
/// A file has any of these; a number may follow a name (*Danh sách 2*). Columns in italics must be
/// there.
///
/// - **Tờ trình**: *Số tờ trình* (blank: filed, not sent), *Ngày*, *Cơ quan trình*, Cơ quan nhận,
///   STT, Mã đối tượng, *Họ và tên/Tên tập thể*, Năm sinh, Địa chỉ/Nơi ở, *Phân loại*, *Mã danh
///   hiệu/hình thức*, Hạng, Loại hình khen thưởng, Đơn vị công tác, Mã đề nghị, Rút, Ghi nhận như
///   văn bản, Ghi chú.
/// - **Quyết định**: *Số quyết định*, *Ngày ký*, *Cơ quan ban hành*, Người ký, Trích yếu, Ghi nhận
///   như văn bản, Ghi chú.
/// - **Danh sách**: *Số quyết định*, *Ngày ký*, Cơ quan ban hành (where number and day do not
///   suffice), STT, Mã đối tượng, *Họ và tên/Tên tập thể*, Năm sinh, Địa chỉ/Nơi ở, *Phân loại*,
///   *Mã danh hiệu/hình thức*, Hạng, Tặng/Truy tặng, Loại hình khen thưởng, Đơn vị công tác, Cơ
///   quan đề nghị, Mã đề nghị, Ghi nhận như văn bản, Ghi chú.
/// - **Cấp đổi-lại-mới**: *Số danh sách* (blank: received, not sent), *Ngày*, *Cơ quan trình*, Cơ
///   quan nhận, STT, Mã đối tượng, *Họ và tên/Tên tập thể*, Năm sinh, Quê quán/Nơi ở, Phân loại
///   (blank: cá nhân), *Hình thức, hạng*, Hạng, Loại hình khen thưởng, Đơn vị công tác, *Loại hiện
///   vật*, *Loại đề nghị*, Cách hiểu cấp mới, Gợi ý cách hiểu, Theo văn bản, Số QĐ, Ngày QĐ, Lý do,
///   Ghi nhận như văn bản, Ghi chú.
/// - **Khảo sát**: *Số công văn*, *Ngày*, *Cơ quan*, *Danh hiệu*, *Nội dung*, Ghi nhận như văn bản.
/// - **Phiếu khảo sát** (one row an item): *Số công văn*, *Cơ quan khảo sát*, *Ngày khảo sát*,
///   Phường/xã, STT, Mã đối tượng, *Họ và tên mẹ*, Năm sinh, Nơi ở của mẹ, Còn sống/Đã mất, Ngày
///   mất, *Số quyết định*, *Ngày quyết định*, *Cơ quan ban hành quyết định*, Tặng/Truy tặng, Không
///   tìm thấy quyết định, Người khác cùng tên, *Loại hiện vật*, Có/Không, *Tình trạng*, Đề nghị,
///   Quan hệ, Người giữ, Địa chỉ, Lưu thông tin người giữ đến, Người khảo sát, Ghi nhận như văn
///   bản, Ghi chú. Which line of which decision a row means, [SheetPart] says.
/// - **Thông tin**: *Nguồn*, Độ tin cậy, Ghi chú.
///
/// Other names of sheets, headings, values and awards stand in `imports/words.properties` and
/// `reference/award-aliases.properties`.
///
/// ## What does not enter the ledger
///
/// Names, births and residences enter sealed. *Lý do*, *Ghi chú* and *Trích yếu* can speak about
/// people and no event has a sealed place for them: they are left in the file, and the reader says
/// so. The file's hash is kept, so the file can always be shown to be the one that was read.
///
/// The request id follows from the file's hash: the same file twice is one request.
///
/// Spring-free: callers are pages, the command line and tests. Proved by `FixtureWorkbookTest` (the
/// seed's figures, row by row) and `BadWorkbookTest` (files that offices really send).
@NullMarked
package vn.sovang.api.imports;

import org.jspecify.annotations.NullMarked;
