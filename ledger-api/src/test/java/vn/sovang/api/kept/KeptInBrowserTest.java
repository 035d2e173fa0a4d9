package vn.sovang.api.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.Browser;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.testing.SoundPage;

/// Filters by name, lists and keys in the system's Chromium. Only a filter is stored, and removed.
@EnabledIf("vn.sovang.api.testing.Browser#isWanted")
class KeptInBrowserTest {
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static Page as(Role role, String path) {
        var page = RunningSite.accounts().signIn(browser.page(1366, 768), RunningSite.url(), role);
        page.navigate(RunningSite.url() + path);
        return page;
    }

    private static void expectSound(Page page, String name) {
        Browser.keep(page, name);
        assertThat(SoundPage.barriers(page)).as(name).isEmpty();
        assertThat(page.locator("main").textContent())
                .as("no text is missing")
                .doesNotContain("kept.", "filter.", "empty.", "list.", "years.", "chart.");
        page.setViewportSize(390, 844);
        var over = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        assertThat(over).as(name + " scrolls sideways on a phone").isEqualTo(false);
        Browser.keep(page, name + "-phone");
        page.setViewportSize(1366, 768);
    }

    @Test
    void a_filter_is_kept_found_on_the_first_page_shared_and_removed() {
        var page = as(Role.CLERK, "/khen-thuong");
        assertThat(page.locator("#luu-bo-loc").count()).as("nothing to keep yet").isZero();
        page.locator("#doi-tuong").selectOption("HOUSEHOLD");
        page.locator("form.filters button[type=submit]").click();
        page.locator("#luu-bo-loc summary").click();
        page.locator("#ten-bo-loc").fill("Các hộ gia đình");
        expectSound(page, "filter-keep");
        page.locator("#luu-bo-loc button").click();
        assertThat(page.locator(".done").textContent()).contains("Các hộ gia đình");
        assertThat(page.url()).endsWith("/khen-thuong?doi-tuong=HOUSEHOLD");

        page.navigate(RunningSite.url() + "/");
        var row = page.locator("section[aria-labelledby='bo-loc'] li");
        assertThat(row.textContent()).contains("Các hộ gia đình", "5");
        expectSound(page, "home-filters");
        row.locator("a").click();
        assertThat(page.locator("#awards tbody tr").count()).isEqualTo(5);

        page.navigate(RunningSite.url() + "/bo-loc");
        page.locator("#bo-loc details summary").click();
        page.locator("#bo-loc form[action$='/chia-se'] button").click();
        var colleague = as(Role.REVIEWER, "/bo-loc");
        assertThat(colleague.locator("#bo-loc").textContent())
                .contains("Các hộ gia đình", "của test-clerk");
        assertThat(colleague.locator("#bo-loc details").count()).as("not his to change").isZero();

        page.locator("#bo-loc details summary").click();
        page.locator("#bo-loc input[name=ten]").fill("Năm hộ");
        expectSound(page, "filters");
        page.locator("#bo-loc form:has(input[name=ten]) button").click();
        assertThat(page.locator("#bo-loc tbody th").textContent()).isEqualTo("Năm hộ");
        page.locator("#bo-loc details summary").click();
        page.locator("#bo-loc form[action$='/xoa'] button").click();
        assertThat(page.locator("#bo-loc").count()).isZero();
        expectSound(page, "filters-none");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void items_recipients_and_applicants_have_lists_with_a_filter_in_the_address() {
        var page = as(Role.CLERK, "/doi-tuong");
        assertThat(page.locator("#rows tbody tr").count()).isEqualTo(50);
        page.locator("#loai").selectOption("HOUSEHOLD");
        page.locator("form.filters button[type=submit]").click();
        assertThat(page.url()).contains("loai=HOUSEHOLD");
        assertThat(page.locator("#rows tbody tr").count()).isEqualTo(5);
        expectSound(page, "recipients");
        page.locator("#rows tbody th a").first().click();
        assertThat(page.locator(".facts").textContent()).contains("Danh tính được niêm phong");

        page.navigate(RunningSite.url() + "/hien-vat");
        expectSound(page, "artifacts");
        page.navigate(RunningSite.url() + "/hien-vat?tinh-trang=DESTROYED");
        assertThat(page.locator(".empty a").getAttribute("href")).isEqualTo("/hien-vat");
        page.navigate(RunningSite.url() + "/nguoi-nop-ho-so?it-nhat=1");
        assertThat(page.locator("[role=alert]").textContent()).contains("min");
        page.navigate(RunningSite.url() + "/nguoi-nop-ho-so");
        expectSound(page, "applicants");
        page.navigate(RunningSite.url() + "/doi-tuong");
        page.locator("a[rel=next]").click();
        assertThat(page.locator("#rows tbody tr").count()).isEqualTo(50);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void figures_are_shown_as_bars_that_lead_to_their_events() {
        var page = as(Role.CLERK, "/thong-ke?ky=2024-H1");
        assertThat(page.locator("#chart-DECIDED .value").allTextContents())
                .contains("cá nhân: 446", "tập thể: 39");
        expectSound(page, "half-year-charts");
        page.locator("#chart-DECIDED a[aria-label*='hộ gia đình']").first().click();
        assertThat(page.locator("#figures strong").textContent()).isEqualTo("5");

        page.navigate(RunningSite.url() + "/thong-ke/nhieu-nam?den-nam=2025&so-nam=2");
        assertThat(page.locator("#chart-years .value").allTextContents())
                .contains("6 tháng đầu năm: 1.060");
        assertThat(page.locator("#break").count()).as("the district level ended").isEqualTo(1);
        assertThat(page.locator("#years tbody tr").count()).isEqualTo(4);
        expectSound(page, "years");
        page.locator("#chart-years a").first().click();
        assertThat(page.url()).contains("ky=2024-H1", "measure=DECIDED");
        page.navigate(RunningSite.url() + "/thong-ke/nhieu-nam?so-nam=99");
        assertThat(page.locator("[role=alert]").textContent()).contains("99");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void keys_lead_where_the_help_page_says() {
        var page = as(Role.CLERK, "/tro-giup");
        var letters = page.locator("[data-go]").all();
        assertThat(letters).hasSizeGreaterThan(12);
        var keys = letters.stream().map(l -> l.getAttribute("data-go")).toList();
        for (var key : keys) {
            page.navigate(RunningSite.url() + "/tro-giup");
            page.keyboard().press("g");
            page.keyboard().press(key);
            page.waitForURL(url -> !url.contains("/tro-giup"));
            assertThat(page.url()).as(key).doesNotContain("/tro-giup");
            assertThat(page.locator("h1").count()).as(key).isEqualTo(1);
        }
        page.navigate(RunningSite.url() + "/khen-thuong");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        var first = page.locator("#awards tbody tr").first().locator("th a");
        assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                .isEqualTo(first.getAttribute("href"));
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/khen-thuong/"));
        page.keyboard().press("?");
        page.waitForURL(url -> url.endsWith("/tro-giup#ban-phim"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void keys_are_off_in_fields_and_whoever_wants_switches_them_off_for_good() {
        var page = as(Role.CLERK, "/khen-thuong");
        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("tim");
        page.keyboard().type("g?jk/");
        assertThat(page.locator("#tim").inputValue()).isEqualTo("g?jk/");
        page.locator("#so").fill("1");
        page.locator("#so").press("Control+Enter");
        page.waitForURL(url -> url.contains("so=1"));

        page.navigate(RunningSite.url() + "/tro-giup");
        expectSound(page, "help-keys");
        assertThat(page.locator("#phim-tat").getAttribute("aria-pressed")).isEqualTo("true");
        page.locator("#phim-tat").click();
        page.reload();
        assertThat(page.locator("#phim-tat").getAttribute("aria-pressed")).isEqualTo("false");
        page.locator("h1").click();
        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.id")).isNotEqualTo("tim");
        page.locator("#phim-tat").click();
        page.locator("h1").click();
        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("tim");
    }
}
