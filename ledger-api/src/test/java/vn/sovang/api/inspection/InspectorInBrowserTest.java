package vn.sovang.api.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.Browser;
import vn.sovang.api.testing.DemoSite;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.testing.SoundPage;

/// An inspector's visit in the system's Chromium, from the figure of a report down to the proof of
/// one event, and an inspection from its decision to its minutes, with the office answering.
@EnabledIf("vn.sovang.api.testing.Browser#isWanted")
class InspectorInBrowserTest {
    private static Browser browser;

    private static final Map<Role, Page> PAGES = new EnumMap<>(Role.class);

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
        PAGES.clear();
    }

    private static Page as(Role role, String path) {
        var page =
                PAGES.computeIfAbsent(
                        role,
                        one ->
                                DemoSite.accounts()
                                        .signIn(browser.page(1366, 768), DemoSite.url(), one));
        page.navigate(DemoSite.url() + path);
        return page;
    }

    private static void fill(Page page, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            page.locator("[id='" + namesAndValues[i] + "']").fill(namesAndValues[i + 1]);
        }
    }

    private static void send(Page page) {
        page.locator("#ghi").click();
        assertThat(page.locator("#loi").allTextContents()).isEmpty();
        assertThat(page.locator(".done").textContent()).contains("Đã ghi sổ");
    }

    @Test
    void a_figure_is_followed_down_to_the_proof_of_one_event() {
        var page = as(Role.INSPECTOR, "/");
        SoundPage.expect(page, "inspector-home");
        page.locator("header a[href='/thong-ke']").click();
        page.navigate(DemoSite.url() + "/thong-ke?ky=2024-H1");
        SoundPage.expect(page, "inspector-statistics");
        var figure = page.locator("#reissues tbody a").first();
        assertThat(figure.textContent()).isEqualTo("14");
        figure.click();
        assertThat(page.locator("main").textContent()).contains("14");
        assertThat(page.locator("main table tbody tr").count()).isPositive();
        SoundPage.expect(page, "inspector-events");
        var proof = page.locator("main a[href*='/proof']").first().getAttribute("href");
        var told = page.request().get(DemoSite.url() + proof);
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.text()).contains("\"root\"", "\"checkpoint\"");

        page.navigate(DemoSite.url() + "/khen-thuong");
        page.locator("#awards tbody th a").first().click();
        SoundPage.expect(page, "inspector-award");
        var bundle =
                page.waitForDownload(
                        () -> page.locator("form[action='/api/v1/evidence'] button").click());
        assertThat(bundle.suggestedFilename()).endsWith(".zip");

        page.navigate(DemoSite.url() + "/truy-cap?tai-khoan=test-inspector");
        assertThat(page.locator("main table tbody").textContent()).contains("test-inspector");
        SoundPage.expect(page, "inspector-access");
    }

    @Test
    void an_inspection_goes_from_its_decision_to_its_minutes() {
        var inspection = opened();
        found(inspection);
        explained(inspection, "Hồ sơ giấy lưu ở phòng, đã đối chiếu.");
        askedAgain(inspection);
        explained(inspection, "Đã bổ sung bản chụp quyết định.");
        settled(inspection);
        closed(inspection);
        assertThat(browser.complaints())
                .as("console and blocked content")
                .allMatch(said -> said.matches("Failed to load resource.* (409|422) .*"));
    }

    private static String opened() {
        var page = as(Role.INSPECTOR, "/thanh-tra");
        page.locator("a[href='/thanh-tra/moi']").click();
        var seed = page.locator("#so-gieo").inputValue();
        assertThat(seed).matches("[0-9a-f]{64}");
        fill(page, "ngay", "2/7/2024", "so", "81/QĐ-TTT", "co-quan-van-ban", "Thanh tra tỉnh");
        fill(page, "don-vi-kiem-tra", RunningSite.CITY + "\nUBND xã Sao Hỏa");
        fill(page, "kiem-tra-tu", "1/1/2024", "kiem-tra-den", "30/6/2024", "so-mau", "5");
        page.locator("#ghi").click();
        assertThat(page.locator("#don-vi-kiem-tra-loi").textContent()).contains("Sao Hỏa");
        assertThat(page.locator("#so-gieo").inputValue()).isEqualTo(seed);
        SoundPage.expect(page, "inspection-refused");
        fill(page, "don-vi-kiem-tra", RunningSite.CITY);
        send(page);
        assertThat(page.locator("h1").textContent()).contains("81/QĐ-TTT");
        assertThat(page.locator("#sample-table tbody tr").count()).isEqualTo(5);
        SoundPage.expect(page, "inspection-opened");
        return page.url().substring(DemoSite.url().length());
    }

    private static void found(String inspection) {
        var page = as(Role.INSPECTOR, inspection);
        page.locator("#sample-table tbody a[href*='ghi-noi-dung']").first().click();
        assertThat(page.locator("#ve").inputValue()).startsWith("award:");
        page.locator("#muc-do").selectOption("SHORTCOMING");
        fill(page, "noi-dung-ghi-nhan", "Thiếu bản chụp quyết định.");
        var award = page.locator("#ve").inputValue().substring("award:".length());
        fill(page, "ve", "chuyện khác");
        page.locator("#ghi").click();
        assertThat(page.locator("#ve-loi").textContent()).contains("Không đọc được");
        fill(page, "ve", DemoSite.url() + "/khen-thuong/" + award);
        fill(page, "ve-nguoi", "Người được khen nói chưa nhận hiện vật.");
        SoundPage.expect(page, "finding-form");
        send(page);
        assertThat(page.locator("#finding-table").textContent())
                .contains("Thiếu bản chụp quyết định.", "có phần niêm phong", "chờ giải trình")
                .doesNotContain("chưa nhận hiện vật");
    }

    private static void explained(String inspection, String words) {
        var page = as(Role.CLERK, inspection);
        assertThat(page.locator("a[href$='/ket-thuc']").count()).isZero();
        page.locator("#finding-table a[href$='/giai-trinh']").click();
        fill(page, "giai-trinh", words);
        SoundPage.expect(page, "finding-explanation");
        send(page);
    }

    private static void askedAgain(String inspection) {
        var page = as(Role.INSPECTOR, inspection);
        page.locator("#finding-table a[href$='/yeu-cau-lai']").click();
        fill(page, "ly-do-lai", "Chưa có bản chụp.");
        send(page);
        assertThat(page.locator("#finding-table").textContent()).contains("Chưa có bản chụp.");
    }

    private static void settled(String inspection) {
        var page = as(Role.INSPECTOR, inspection);
        page.locator("#finding-table a[href$='/chap-nhan']").click();
        fill(page, "ket-luan", "Đã khắc phục.");
        send(page);
        assertThat(page.locator("#finding-table").textContent()).contains("đã kết luận");
    }

    private static void closed(String inspection) {
        var page = as(Role.INSPECTOR, inspection);
        page.locator("a[href$='/ket-thuc']").click();
        fill(page, "so", "82/BB-TTT", "co-quan-van-ban", "Thanh tra tỉnh");
        page.locator("#da-hieu").check();
        SoundPage.expect(page, "inspection-closing");
        send(page);
        assertThat(page.locator("main").textContent()).contains("đã kết thúc");
        assertThat(page.locator("a[href$='/ghi-noi-dung']").count()).isZero();
        SoundPage.expect(page, "inspection-closed");
    }

    @Test
    void an_anomaly_is_explained_by_the_office_and_the_explanation_taken_back() {
        var page = as(Role.CLERK, "/bat-thuong?muc-do=NOTICE&tinh-trang=OPEN");
        page.locator("main table tbody a[href^='/bat-thuong/']").first().click();
        var anomaly = page.url();
        page.locator("a[href$='/giai-trinh']").click();
        fill(page, "giai-trinh", "Số liệu dựng lại từ báo cáo giấy.");
        SoundPage.expect(page, "anomaly-explanation");
        send(page);
        assertThat(page.locator("main").textContent())
                .contains("đã giải trình", "Số liệu dựng lại từ báo cáo giấy.");

        var reads = as(Role.INSPECTOR, anomaly.substring(DemoSite.url().length()));
        assertThat(reads.locator("a[href$='giai-trinh']").count()).isZero();
        page.locator("a[href$='/rut-giai-trinh']").click();
        fill(page, "ly-do-rut-giai-trinh", "Giải trình nhầm điểm.");
        send(page);
        assertThat(page.locator("main").textContent()).contains("chưa giải trình");
    }
}
