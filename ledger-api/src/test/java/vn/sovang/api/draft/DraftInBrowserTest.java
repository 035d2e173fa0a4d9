package vn.sovang.api.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.sovang.Submission.Receipt;
import vn.sovang.api.demo.Demo;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.Browser;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.SoundPage;
import vn.sovang.api.testing.TestAccounts;
import vn.sovang.testing.LifeOfAnAward;

/// A clerk writes the report of the first half of 2024 in the system's Chromium: from the table of
/// figures to the report that is issued.
@EnabledIf("vn.sovang.api.testing.Browser#isWanted")
class DraftInBrowserTest {
    private static final String CHIEF =
            "Tiếp tục thực hiện có hiệu quả phong trào thi đua yêu nước.";

    private static Browser browser;

    /// Of its own: a report is issued and figures change.
    private static RecordingSite.Opened service;

    @BeforeAll
    static void open() throws IOException {
        service = RecordingSite.open("drafts");
        Demo.record(service.installation());
        service.installation().catchUp();
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
        service.close();
    }

    private static Page as(Role role) {
        return TestAccounts.of(service.installation())
                .signIn(browser.page(1366, 768), service.site().url(), role);
    }

    private static void expectSound(Page page, String name) {
        Browser.keep(page, name);
        assertThat(SoundPage.barriers(page)).as(name).isEmpty();
        assertThat(page.locator("h1").count()).as("one heading of " + name).isEqualTo(1);
        assertThat(page.locator("main").textContent())
                .as("no text is missing")
                .doesNotContain("draft.", "statistics.", "value.", "paper.");
        page.setViewportSize(390, 844);
        var over = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        assertThat(over).as(name + " scrolls sideways on a phone").isEqualTo(false);
        Browser.keep(page, name + "-phone");
        page.setViewportSize(1366, 768);
    }

    private static List<String> seed() throws IOException {
        try (var in = DraftInBrowserTest.class.getResourceAsStream("/seed/section-II-4.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    @Test
    void a_clerk_writes_the_half_year_report_and_it_is_issued() throws IOException {
        var clerk = as(Role.CLERK);
        var address = written(clerk);
        reloaded(clerk);
        previewed(clerk, address);
        taken(clerk, address);
        overwrittenByNobody(clerk, address);
        figuresChange(clerk, address);
        issued(clerk, address);
        assertThat(browser.complaints())
                .as("console and blocked content")
                .allMatch(said -> said.matches("Failed to load resource.* 409 .*"));
    }

    private static String written(Page clerk) throws IOException {
        clerk.navigate(service.site().url() + "/thong-ke?ky=2024-H1");
        clerk.locator("a[href^='/bao-cao/soan']").click();
        assertThat(clerk.locator("#ky").inputValue()).isEqualTo("2024-H1");
        expectSound(clerk, "drafts");
        clerk.locator("#bao-cao-moi button").click();
        assertThat(clerk.locator("#trich-yeu").inputValue()).contains("6 tháng đầu năm 2024");
        assertThat(clerk.locator("#emulation").textContent()).isEqualTo(seed().get(0));
        assertThat(clerk.locator("#resistance").textContent()).isEqualTo(seed().get(1));
        clerk.locator("#kinh-gui").fill("Sở Nội vụ");
        clerk.locator("#can-cu").fill("Thực hiện Hướng dẫn số 01/HD-SNV; UBND báo cáo như sau:");
        clerk.locator("#muc-1").fill("1. Công tác chỉ đạo, triển khai\n" + CHIEF);
        clerk.locator("#muc-2").fill("1. Kết quả phong trào thường xuyên\nCác khối đã ký kết.");
        clerk.locator("#muc-3").fill("1. Ưu điểm\nPhong trào phát triển rộng khắp.");
        clerk.locator("#muc-4").fill("1. Đẩy mạnh công tác tuyên truyền.");
        clerk.locator("#quyen-han").fill("KT. CHỦ TỊCH");
        clerk.locator("#chuc-vu").fill("PHÓ CHỦ TỊCH");
        clerk.locator("#nguoi-ky").fill("Cá nhân 0001");
        expectSound(clerk, "draft-editor");
        clerk.locator("#muc-4").press("Control+Enter");
        assertThat(clerk.locator(".done").textContent()).contains("Đã lưu dự thảo");
        return clerk.url();
    }

    private static void reloaded(Page clerk) {
        clerk.reload();
        assertThat(clerk.locator("#muc-1").inputValue()).endsWith(CHIEF);
        assertThat(clerk.locator("#lan-luu").textContent()).contains("Bản lưu thứ 2");
        assertThat(clerk.locator("#so-lieu-doi").count()).isZero();
    }

    private static void previewed(Page clerk, String address) throws IOException {
        clerk.locator("#luu-xem").click();
        assertThat(clerk.url()).isEqualTo(address + "/xem");
        assertThat(clerk.locator("#van-ban").textContent())
                .contains("DỰ THẢO", "Kính gửi: Sở Nội vụ", CHIEF, seed().get(0), "Nơi nhận:");
        assertThat(clerk.locator("#van-ban").textContent())
                .contains("III. ĐÁNH GIÁ CHUNG", "Cá nhân 0001", "PHỤ LỤC");
        expectSound(clerk, "draft-preview");
    }

    private static void taken(Page clerk, String address) throws IOException {
        clerk.navigate(address);
        var download = clerk.waitForDownload(() -> clerk.locator("#docx").click());
        assertThat(download.suggestedFilename()).isEqualTo("du-thao-bao-cao_2024-H1.docx");
        var bytes = Files.readAllBytes(download.path());
        try (var text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(bytes)))) {
            assertThat(text.getText())
                    .contains(CHIEF, seed().get(0), seed().get(1), "Số:        /BC-UBND");
        }
    }

    /// Two clerks have the same version open; the second is told, and loses no word.
    private static void overwrittenByNobody(Page clerk, String address) {
        clerk.navigate(address);
        var colleague = as(Role.DECISION_RECORDER);
        colleague.navigate(address);
        colleague.locator("#muc-3").fill("Ưu điểm do đồng nghiệp viết.");
        colleague.locator("#ghi").click();
        clerk.locator("#muc-4").fill("Phương hướng mới của cán bộ.");
        clerk.locator("#ghi").click();

        assertThat(clerk.locator("#xung-dot").textContent())
                .contains("CHƯA lưu", "test-decision-recorder");
        assertThat(clerk.locator("#muc-4").inputValue()).isEqualTo("Phương hướng mới của cán bộ.");
        clerk.locator("div:has(> #muc-3) details summary").click();
        assertThat(clerk.locator("div:has(> #muc-3) .offered").textContent())
                .isEqualTo("Ưu điểm do đồng nghiệp viết.");
        expectSound(clerk, "draft-conflict");
        clerk.locator("#ghi").click();
        assertThat(clerk.locator(".done").textContent()).contains("Đã lưu dự thảo");
        clerk.navigate(address);
    }

    private static void figuresChange(Page clerk, String address) throws IOException {
        var late = new LifeOfAnAward("999/QĐ-UBND");
        var ledger = service.installation().ledger();
        assertThat(ledger.submit(late.register())).isInstanceOf(Receipt.class);
        assertThat(ledger.submit(late.decide("binh", "2024-05-05", CITY, late.merit, null)))
                .isInstanceOf(Receipt.class);
        service.installation().catchUp();
        clerk.navigate(address);
        assertThat(clerk.locator("#so-lieu-doi").textContent())
                .contains("Số liệu đã thay đổi từ lần lưu trước", "446 → 447");
        assertThat(clerk.locator("#emulation").textContent()).isNotEqualTo(seed().get(0));
        expectSound(clerk, "draft-changed");
        clerk.locator("#so-lieu-doi a").click();
        assertThat(clerk.locator("#differences").textContent()).contains("999/QĐ-UBND");
        expectSound(clerk, "moments");
    }

    private static void issued(Page clerk, String address) {
        clerk.navigate(address);
        clerk.locator("#ghi").click();
        var told = clerk.locator("#emulation").textContent();
        clerk.locator("#phat-hanh").click();
        expectSound(clerk, "draft-issue");
        clerk.locator("#so").fill("200/BC-UBND");
        clerk.locator("#ngay").fill("1/1/2020");
        clerk.locator("#nguoi-ky").fill("KT. CHỦ TỊCH, PHÓ CHỦ TỊCH");
        clerk.locator("#da-hieu").check();
        clerk.locator("#ghi").click();
        assertThat(clerk.locator("#tu-choi").textContent()).isNotBlank();
        assertThat(clerk.locator("#so").inputValue()).isEqualTo("200/BC-UBND");
        clerk.locator("#ngay").fill("20/6/2024");
        clerk.locator("#da-hieu").check();
        clerk.locator("#ghi").click();
        assertThat(clerk.locator(".done").textContent()).contains("Đã ghi sổ báo cáo");
        assertThat(clerk.url()).contains("/thong-ke/bao-cao/");
        assertThat(clerk.locator("#report").textContent()).contains("200/BC-UBND");
        assertThat(clerk.locator("#verdict").textContent()).contains("Không có gì thay đổi");

        clerk.navigate(address);
        assertThat(clerk.locator("main").textContent()).contains("chỉ còn để xem");
        assertThat(clerk.locator("#ghi").count()).isZero();
        assertThat(clerk.locator("#emulation").textContent()).isEqualTo(told);
        expectSound(clerk, "draft-issued");
    }

    @Test
    void bad_input_is_answered_and_not_a_fault() {
        var clerk = service.clerk();
        var nowhere = "/bao-cao/soan/00000000-0000-4000-8000-000000000001";
        assertThat(status(clerk, "GET", "/bao-cao/soan/x")).isEqualTo(400);
        assertThat(status(clerk, "GET", nowhere)).isEqualTo(404);
        assertThat(status(clerk, "GET", nowhere + "/van-ban.docx")).isEqualTo(404);
        assertThat(status(clerk, "GET", nowhere + "/van-ban.exe")).isEqualTo(404);
        assertThat(status(clerk, "POST", nowhere + "?phien-ban=1")).isEqualTo(404);
        assertThat(status(clerk, "POST", "/bao-cao/soan?ky=2024-H3")).isEqualTo(400);
        assertThat(status(clerk, "POST", "/bao-cao/soan")).isEqualTo(400);
        assertThat(status(clerk, "POST", "/bao-cao/soan?ky=2024-H1&so-ghi-den=mai")).isEqualTo(400);
        assertThat(status(service.inspector(), "GET", "/bao-cao/soan")).isEqualTo(403);
    }

    private static int status(String who, String method, String path) {
        var uri = java.net.URI.create(service.site().url() + path);
        var request =
                java.net.http.HttpRequest.newBuilder(uri)
                        .header("Authorization", who)
                        .method(method, java.net.http.HttpRequest.BodyPublishers.noBody())
                        .build();
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            return http.send(request, java.net.http.HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
