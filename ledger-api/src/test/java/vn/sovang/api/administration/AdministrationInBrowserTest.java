package vn.sovang.api.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.Browser;
import vn.sovang.api.testing.Counter;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.testing.SoundPage;
import vn.sovang.api.testing.TestAccounts;

/// What an administrator, a data-protection officer and a clerk who surveys see, at a desk and on a
/// phone.
@EnabledIf("vn.sovang.api.testing.Browser#isWanted")
class AdministrationInBrowserTest {
    private static Browser browser;
    private static RecordingSite.Opened service;
    private static Counter counter;

    private static final Map<Role, Page> PAGES = new EnumMap<>(Role.class);

    @BeforeAll
    static void open() {
        service = RecordingSite.shared();
        counter = new Counter(service);
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static Page as(Role role, String path) {
        var page =
                PAGES.computeIfAbsent(
                        role,
                        one ->
                                TestAccounts.of(service.installation())
                                        .signIn(
                                                browser.page(1366, 768),
                                                service.site().url(),
                                                one));
        page.navigate(service.site().url() + path);
        return page;
    }

    /// On a phone and at a desk: nothing overflows, and axe finds nothing.
    private static void expectSound(Page page, String name) {
        for (int width : List.of(390, 1366)) {
            page.setViewportSize(width, width == 390 ? 844 : 768);
            Browser.keep(page, width == 390 ? name + "-phone" : name);
            var over = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
            assertThat(over).as(name + " scrolls sideways at " + width).isEqualTo(false);
        }
        assertThat(SoundPage.barriers(page)).as(name).isEmpty();
        assertThat(page.locator("h1").count()).as("one heading of " + name).isEqualTo(1);
        assertThat(page.locator("main").textContent())
                .as("no text is missing")
                .doesNotContain("entry.", "account.", "survey.", "checks.", "value.");
    }

    @Test
    void an_administrator_looks_after_accounts_keys_and_the_ledger() {
        var page = as(Role.ADMINISTRATOR, "/");
        page.locator(".work a[href='/quan-tri']").click();
        expectSound(page, "administration");
        page.locator("#quan-tri a[href='/quan-tri/tai-khoan']").click();
        expectSound(page, "accounts");
        page.locator("#them").click();
        page.locator("#ten").fill("can-bo-91");
        page.locator("#vai-tro-INSPECTOR").check();
        page.locator("#don-vi").fill(RunningSite.CITY);
        expectSound(page, "account-new");
        page.locator("#ghi").click();
        assertThat(page.locator("#bi-mat").textContent()).hasSizeGreaterThan(10);
        // The password is masked: a picture of it would be one more place where it is.
        page.evaluate("document.getElementById('bi-mat').textContent = '••••••••••••'");
        expectSound(page, "account-secret");

        page = as(Role.ADMINISTRATOR, "/quan-tri/tai-khoan/can-bo-91");
        expectSound(page, "account");
        page.locator("#chan-tai-khoan").click();
        assertThat(page.locator(".trouble").textContent()).contains("chưa đổi gì");
        expectSound(page, "account-unread");
        page.locator("#da-hieu-chan").check();
        page.locator("#chan-tai-khoan").click();
        assertThat(page.locator(".done").textContent()).contains("Đã khóa");
        page = as(Role.ADMINISTRATOR, "/quan-tri/khoa");
        expectSound(page, "log-keys");
        checked();
    }

    private static void checked() {
        service.installation().ledger().seal();
        var page = as(Role.ADMINISTRATOR, "/kiem-tra");
        expectSound(page, "check-begin");
        page.locator("#bat-dau").click();
        // While it runs the bar follows and the page turns into the result by itself.
        page.locator("#ket-luan").waitFor();
        assertThat(page.locator("#ket-luan").textContent()).contains("Sổ nguyên vẹn");
        expectSound(page, "check-done");
        page = as(Role.ADMINISTRATOR, "/van-hanh");
        expectSound(page, "operations");
    }

    private static String recipient(String name) {
        return counter.records(
                Role.CLERK,
                "/doi-tuong/moi",
                "RecipientRegistered",
                "ngay=2/1/2024 | loai-doi-tuong=INDIVIDUAL | ho-ten-moi=" + name);
    }

    private static void send(Page page) {
        page.locator("#ghi").click();
        assertThat(page.locator("#loi").allTextContents()).isEmpty();
        assertThat(page.locator(".done").textContent()).contains("Đã ghi sổ");
    }

    @Test
    void an_officer_for_personal_data_restricts_and_erases() {
        var page = as(Role.DPO, recipient("Cá nhân 7701"));
        expectSound(page, "recipient-officer");
        page.locator(".steps-ahead a[href$='/han-che']").click();
        page.locator("#ngay").fill("2/1/2026");
        page.locator("#can-cu-han-che").selectOption("SUBJECT_ASKS");
        page.locator("#so").fill("9/QĐ-DLCN");
        page.locator("#co-quan-van-ban").fill(RunningSite.CITY);
        page.locator("#ghi").click();
        assertThat(page.locator("#loi").textContent()).contains("Trước khi ghi");
        expectSound(page, "restriction-unread");
        page.locator("#da-hieu").check();
        send(page);
        expectSound(page, "recipient-restricted");

        page.locator(".steps-ahead a[href$='/xoa-du-lieu']").click();
        page.locator("#ngay").fill("3/1/2026");
        page.locator("#can-cu-xoa").selectOption("SUBJECT_ASKS");
        page.locator("#nguoi-duyet").fill("binh");
        page.locator("#so").fill("11/QĐ-DLCN");
        page.locator("#co-quan-van-ban").fill(RunningSite.CITY);
        page.locator("#da-hieu").check();
        expectSound(page, "erasure");
        send(page);
        assertThat(page.locator(".steps-ahead").count()).isZero();
    }

    @Test
    void a_clerk_surveys_and_a_reviewer_keeps_the_catalogue() {
        var page = as(Role.CLERK, "/khao-sat/moi");
        page.locator("#ngay").fill("22/1/2024");
        page.locator("#don-vi-khao-sat").fill(RunningSite.CITY);
        page.locator("#noi-dung-khao-sat").fill("Khảo sát tình hình quản lý hiện vật");
        page.locator("#so").fill("352/UBND-NV");
        page.locator("#co-quan-van-ban").fill(RunningSite.CITY);
        expectSound(page, "survey-open");
        send(page);
        var survey = page.url();
        page.locator(".steps-ahead a[href$='/nhieu']").click();
        page.locator("#ngay").fill("1/2/2024");
        page.locator("#cac-phieu")
                .fill(
                        recipient("Cá nhân 7711")
                                + "\tBằng\ttốt\tcòn sống\tbản thân\n"
                                + recipient("Cá nhân 7712")
                                + "\tHuy hiệu\tmất\tđã mất\tcon\tcấp lại");
        page.locator("#ghi").click();
        expectSound(page, "survey-lines");
        page.locator("#ghi-tat-ca").click();
        assertThat(page.locator(".done").textContent()).contains("2 phiếu khảo sát");
        assertThat(page.url()).isEqualTo(survey);
        expectSound(page, "survey");
        page.locator(".steps-ahead a[href$='/phieu']").click();
        expectSound(page, "survey-sheet");
        page = as(Role.CLERK, "/khao-sat");
        expectSound(page, "surveys");

        page = as(Role.REVIEWER, "/danh-muc");
        expectSound(page, "catalogue");
        page.locator("a[href='/danh-muc/moi?tu-ma=GK_HUYEN']").click();
        assertThat(page.locator("#ten").inputValue()).contains("Giấy khen");
        expectSound(page, "award-type");
        page = as(Role.CLERK, "/don-vi");
        page.locator("#dang-ky").click();
        expectSound(page, "unit-new");
    }
}
