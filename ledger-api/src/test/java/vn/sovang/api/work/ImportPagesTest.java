package vn.sovang.api.work;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.Browser;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.TestAccounts;

/// A clerk brings a file, sees what is wrong with it, brings it again; somebody else confirms it.
@EnabledIf("vn.sovang.api.testing.Browser#isWanted")
class ImportPagesTest {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static Browser browser;
    private static TestAccounts accounts;

    @BeforeAll
    static void open() {
        browser = new Browser();
        accounts = TestAccounts.of(RecordingSite.installation());
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static Page as(Role role, String path) {
        var page = accounts.signIn(browser.page(1366, 768), RecordingSite.url(), role);
        page.navigate(RecordingSite.url() + path);
        return page;
    }

    private static FilePayload file(String name, String recipient) {
        return file(name, List.of("Quyết định", "Danh sách"), "4321/QĐ-UBND", recipient);
    }

    /// @param sheets what the office calls its sheets
    private static FilePayload file(
            String name, List<String> sheets, String number, String recipient) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", null)) {
            var decisions = book.newWorksheet(sheets.getFirst());
            row(decisions, 0, "Số quyết định", "Ngày ký", "Cơ quan ban hành");
            row(decisions, 1, number, "05/6/2024", "UBND thành phố Phan Rang - Tháp Chàm");
            var lines = book.newWorksheet(sheets.getLast());
            row(lines, 0, "Số quyết định", "Ngày ký", "Họ và tên", "Phân loại", "Danh hiệu");
            row(lines, 1, number, "05/6/2024", recipient, "cá nhân", "LĐTT");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(name, XLSX, bytes.toByteArray());
    }

    /// A file whose office has headings of its own.
    private static FilePayload ownHeadings(String name, String number) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", null)) {
            var decisions = book.newWorksheet("Quyết định");
            row(decisions, 0, "Số quyết định", "Ngày ký", "Cơ quan ban hành");
            row(decisions, 1, number, "05/6/2024", "UBND thành phố Phan Rang - Tháp Chàm");
            var lines = book.newWorksheet("Danh sách");
            row(lines, 0, "Số quyết định", "Ngày ký", "Người được khen", "Phân loại", "Được tặng");
            row(lines, 1, number, "05/6/2024", "Cá nhân Cột Riêng", "cá nhân", "LĐTT");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(name, XLSX, bytes.toByteArray());
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                sheet.value(row, column, cells[column]);
            }
        }
    }

    private static void expectSound(Page page, String name) {
        Browser.keep(page, name);
        // The stream of progress is cut off when the page that followed it goes, and another test
        // sends a form without its file.
        assertThat(
                        browser.complaints().stream()
                                .filter(c -> !c.endsWith("/events") && !c.contains("of 400 ")))
                .as("console and blocked content")
                .isEmpty();
        assertThat(page.locator("h1").count()).as("one heading of the page").isEqualTo(1);
        assertThat(page.locator("table:not(:has(caption))").count()).isZero();
        assertThat(page.locator("th:not([scope])").count()).isZero();
        var overflow = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        assertThat(overflow).as("scrolls sideways").isEqualTo(false);
    }

    private static void upload(Page page, FilePayload file) {
        page.locator("#tep").setInputFiles(file);
        page.locator("#tai-len button").click();
    }

    @Test
    void a_file_is_put_right_looked_at_confirmed_by_another_and_recorded() {
        var clerk = as(Role.CLERK, "/nhap-lieu");
        expectSound(clerk, "imports");
        upload(clerk, file("sai.xlsx", ""));
        assertThat(clerk.locator("#loi")).isVisible();
        assertThat(clerk.locator("#loi tbody tr").first().textContent())
                .contains("Danh sách", "2", "Họ và tên", "không được để trống");
        expectSound(clerk, "import-problems");

        clerk.navigate(RecordingSite.url() + "/nhap-lieu");
        upload(clerk, file("dung.xlsx", "Cá nhân Trang Nhập"));
        assertThat(clerk.locator("#xem-truoc")).isVisible();
        clerk.locator("#xem-truoc").click();
        assertThat(clerk.locator("#cho")).isVisible();
        assertThat(clerk.locator("#xac-nhan").count()).as("not by oneself").isZero();
        assertThat(clerk.locator("#se-ghi").textContent()).contains("Quyết định tặng");
        expectSound(clerk, "import-preview");
        var address = clerk.url().substring(RecordingSite.url().length());

        long before = RecordingSite.installation().ledger().feed().head();
        var second = as(Role.REVIEWER, address);
        expectSound(second, "import-confirm");
        second.locator("#xac-nhan button").click();
        assertThat(second.locator("#ket-qua")).isVisible();
        assertThat(second.locator("#noi")).containsText("Cả tệp đã được ghi vào sổ");
        assertThat(second.locator("#viec-sua a").first()).containsText("4321/QĐ-UBND");
        expectSound(second, "import-recorded");
        assertThat(RecordingSite.installation().ledger().feed().head()).isGreaterThan(before + 3);

        clerk.reload();
        assertThat(clerk.locator("#noi")).containsText("Cả tệp đã được ghi vào sổ");
    }

    @Test
    void a_file_can_be_let_go_and_a_missing_one_is_said_so() {
        var clerk = as(Role.CLERK, "/nhap-lieu");
        upload(clerk, file("huy.xlsx", "Cá nhân Hủy"));
        clerk.locator("#xem-truoc").click();
        clerk.locator("#huy button").click();
        assertThat(clerk.locator("main").textContent()).doesNotContain("huy.xlsx");
        clerk.navigate(RecordingSite.url() + "/nhap-lieu");
        clerk.evaluate("document.getElementById('tep').required = false");
        clerk.locator("#tai-len button").click();
        assertThat(clerk.locator("[role=alert]").textContent()).contains("Thiếu tệp");
    }

    @Test
    void an_office_says_once_what_headings_of_its_own_mean() {
        var clerk = as(Role.CLERK, "/nhap-lieu");
        upload(clerk, ownHeadings("cot-rieng.xlsx", "4401/QĐ-UBND"));
        assertThat(clerk.locator("#ghep-cot")).isVisible();
        var row = clerk.locator("#ghep-cot tbody tr").nth(2);
        assertThat(row).containsText("Người được khen");
        assertThat(row).containsText("Cá nhân Cột Riêng");
        clerk.locator("[name='cot.0.2']").selectOption("NAME");
        clerk.locator("[name='cot.0.4']").selectOption("AWARD");
        expectSound(clerk, "import-headings");
        clerk.locator("#ghep-cot button").click();
        assertThat(clerk.locator("#xem-truoc")).isVisible();
        assertThat(clerk.locator("#luu-y")).containsText("Người được khen");

        clerk.navigate(RecordingSite.url() + "/nhap-lieu");
        upload(clerk, ownHeadings("lan-sau.xlsx", "4402/QĐ-UBND"));
        assertThat(clerk.locator("#xem-truoc")).isVisible();
        assertThat(clerk.locator("#luu-y")).containsText("như cơ quan đã chọn");
    }

    @Test
    void an_office_says_once_what_sheets_of_its_own_are() {
        var own = List.of("Tổng hợp năm", "Khen cao");
        var clerk = as(Role.CLERK, "/nhap-lieu");
        upload(clerk, file("trang-rieng.xlsx", own, "4501/QĐ-UBND", "Cá nhân Trang Riêng"));
        assertThat(clerk.locator("#ghep-cot caption")).containsText("Tệp có những trang sau");
        assertThat(clerk.locator("#ghep-cot tbody tr").nth(1)).containsText("Khen cao");
        assertThat(clerk.locator("#ghep-cot tbody tr").nth(1)).containsText("Họ và tên");
        clerk.locator("[name='cot.0.0']").selectOption("DECISIONS");
        clerk.locator("[name='cot.0.1']").selectOption("LINES");
        expectSound(clerk, "import-sheets");
        clerk.locator("#ghep-cot button").click();
        assertThat(clerk.locator("#xem-truoc")).isVisible();
        assertThat(clerk.locator("#luu-y")).containsText("như cơ quan đã chọn");

        clerk.navigate(RecordingSite.url() + "/nhap-lieu");
        var more = List.of("Khác", "Khen cao");
        upload(clerk, file("trang-khac.xlsx", more, "4502/QĐ-UBND", ""));
        assertThat(clerk.locator("[name='cot.0.1']")).hasValue("LINES");
        assertThat(clerk.locator("#dong-loi")).isVisible();
    }

    @Test
    void the_wrong_rows_are_taken_away_put_right_and_sent_back_into_their_file() throws Exception {
        var clerk = as(Role.CLERK, "/nhap-lieu");
        upload(clerk, file("dong-sai.xlsx", ""));
        assertThat(clerk.locator("#dong-loi")).isVisible();
        expectSound(clerk, "import-correction");
        var download = clerk.waitForDownload(() -> clerk.locator("#dong-loi").click());
        var bytes = new ByteArrayOutputStream();
        try (var rows = new ReadableWorkbook(download.createReadStream());
                var book = new Workbook(bytes, "test", null)) {
            var from = rows.getFirstSheet();
            var to = book.newWorksheet(from.getName());
            for (var row : from.read()) {
                for (int column = 0; column < row.getCellCount(); column++) {
                    to.value(row.getRowNum() - 1, column, row.getCellText(column));
                }
            }
            to.value(1, 2, "Cá nhân Sửa Lại");
        }
        clerk.locator("#tep-sua")
                .setInputFiles(new FilePayload("sua.xlsx", XLSX, bytes.toByteArray()));
        clerk.locator("#sua-tep button").click();
        assertThat(clerk.locator("#xem-truoc")).isVisible();
        clerk.locator("#xem-truoc").click();
        assertThat(clerk.locator("h1")).containsText("dong-sai.xlsx");

        var staged = clerk.url().substring(clerk.url().lastIndexOf('/') + 1);
        var address = "/api/v1/imports/staged/" + staged;
        var clerks = RecordingSite.clerk();
        assertThat(RecordingSite.send(clerks, "DELETE", address, "").statusCode()).isEqualTo(204);
        assertThat(RecordingSite.send(clerks, "DELETE", address, "").statusCode()).isEqualTo(409);
    }

    @Test
    void somebody_elses_file_is_not_put_right() {
        var clerk = as(Role.CLERK, "/nhap-lieu");
        upload(clerk, file("cua-toi.xlsx", ""));
        assertThat(clerk.locator("#dong-loi")).isVisible();
        var address = clerk.url().substring(RecordingSite.url().length()) + "/dong-loi";
        var other = RecordingSite.send(RecordingSite.clerk(), "GET", address, "");
        assertThat(other.statusCode()).isEqualTo(404);
    }

    @Test
    void the_template_is_a_workbook() {
        var answer = RecordingSite.send(RecordingSite.clerk(), "GET", "/nhap-lieu/mau", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(XLSX);
        assertThat(answer.body()).startsWith("PK");
    }
}
