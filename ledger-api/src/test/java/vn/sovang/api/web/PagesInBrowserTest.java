package vn.sovang.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.sovang.api.testing.Browser;
import vn.sovang.api.testing.RunningSite;

/// What a clerk sees, in the system's Chromium, at 1366×768 and on a phone.
@EnabledIf("vn.sovang.api.testing.Browser#isWanted")
class PagesInBrowserTest {
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static Page open(String path) {
        var page = RunningSite.signIn(browser.page(1366, 768));
        page.navigate(RunningSite.url() + path);
        return page;
    }

    private static void expectSound(Page page, String name) {
        Browser.keep(page, name);
        assertThat(browser.complaints()).as("console and blocked content").isEmpty();
        assertThat(page.locator("h1").count()).as("one heading of the page").isEqualTo(1);
        assertThat(page.locator("table:not(:has(caption))").count()).isZero();
        assertThat(page.locator("th:not([scope])").count()).isZero();
        assertThat(page.locator("input:not([id]):not([type=hidden]), select:not([id])").count())
                .isZero();
        var overflow = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        assertThat(overflow).as("scrolls sideways").isEqualTo(false);
    }

    @Test
    void the_half_year_shows_its_figures_and_both_paragraphs() {
        var page = open("/thong-ke?ky=2024-H1");

        assertThat(page.locator("h1").textContent()).contains("6 tháng đầu năm 2024");
        assertThat(page.locator("#stage-PROPOSED tfoot").textContent()).contains("45");
        assertThat(page.locator("#stage-DECIDED tfoot").textContent()).contains("1.060");
        assertThat(page.locator("#reissues tfoot").textContent()).contains("46");
        assertThat(page.locator("main").textContent()).doesNotContain("1.105");
        assertThat(page.locator("#emulation").textContent()).contains("05 hộ gia đình");
        assertThat(page.locator("#resistance").textContent()).contains("cấp mới 02 trường hợp");
        assertThat(page.locator("[role=note]").textContent()).contains("Số liệu phục dựng");
        expectSound(page, "half-year");
    }

    @Test
    void a_clerk_goes_from_the_list_to_the_history_of_one_award() {
        var page = open("/khen-thuong");
        expectSound(page, "awards");
        assertThat(page.locator("#awards tbody tr").count()).isEqualTo(50);

        page.locator("#doi-tuong").selectOption("HOUSEHOLD");
        page.locator("form button[type=submit]").click();
        assertThat(page.url()).contains("doi-tuong=HOUSEHOLD");
        assertThat(page.locator("#awards tbody").textContent()).contains("hộ gia đình");

        page.locator("#awards tbody th a").first().click();
        assertThat(page.locator(".story").textContent())
                .contains("Quyết định tặng", "Ngày của việc", "Ghi sổ lúc", "PHỤC-DỰNG");
        assertThat(page.locator(".story .hash").first().isVisible())
                .as("what proves it is shown on demand only")
                .isFalse();
        page.locator(".story summary").first().click();
        assertThat(page.locator(".story .hash").first().isVisible()).isTrue();
        expectSound(page, "award");
    }

    @Test
    void the_register_is_read_as_of_a_moment() {
        var page = open("/khen-thuong");
        page.locator("#so-ghi-den").fill("0");
        page.locator("form button[type=submit]").click();
        assertThat(page.locator("[role=status]").textContent()).contains("khi chưa ghi gì");
        assertThat(page.locator("#awards").count()).isZero();

        long known =
                RunningSite.json("/api/v1/awards?limit=1")
                        .get("items")
                        .get(0)
                        .get("knownAt")
                        .asLong();
        page.locator("#so-ghi-den").fill(Long.toString(known));
        page.locator("form button[type=submit]").click();
        page.locator("#awards tbody th a").first().click();
        assertThat(page.url()).contains("so-ghi-den=" + known);
        assertThat(page.locator("[role=status]").textContent()).contains("Theo sổ ghi đến");
        expectSound(page, "award-as-of");

        page.locator("#so-ghi-den").fill(Long.toString(known - 1));
        page.locator("#as-of button[type=submit]").click();
        assertThat(page.locator("main").textContent()).contains("Không có khen thưởng");
    }

    @Test
    void an_inspector_goes_from_a_decision_to_a_recipient_and_a_unit() {
        var page = open("/quyet-dinh");
        expectSound(page, "decisions");
        page.locator("#decisions tbody th a").first().click();
        assertThat(page.locator("h1").textContent()).contains("Quyết định");
        assertThat(page.locator(".facts").textContent()).contains("Cơ quan quyết định", "Số dòng");
        assertThat(page.locator(".story").textContent()).contains("Ghi sổ lúc");
        expectSound(page, "decision");

        page.locator("#awards tbody a[href^='/doi-tuong/']").first().click();
        assertThat(page.locator(".facts").textContent()).contains("Danh tính được niêm phong");
        assertThat(page.locator("#awards tbody tr").count()).isEqualTo(1);
        expectSound(page, "recipient");

        page.navigate(RunningSite.url() + "/don-vi");
        expectSound(page, "units");
        page.locator("#units tbody a").last().click();
        assertThat(page.locator(".facts").textContent()).contains("Cấp");
        expectSound(page, "unit");
    }

    @Test
    void two_moments_of_a_thing_are_compared_field_by_field() {
        var page = open("/khen-thuong");
        page.locator("#awards tbody th a").first().click();
        page.locator("a[href$='/so-sanh']").click();
        page.locator("#tu").fill("0");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("#outcome").textContent()).contains("mới có sau đó");
        assertThat(page.locator("#changes tbody").textContent())
                .contains("Danh hiệu, hình thức", "Tình trạng", "có hiệu lực");
        assertThat(page.locator("#changes tbody a").first().getAttribute("href"))
                .matches("/api/v1/log/events/[0-9]+/proof");
        expectSound(page, "comparison");

        page.locator("#tu").fill("mai");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("mai");
    }

    @Test
    void the_next_page_of_the_list_is_another_page() {
        var page = open("/khen-thuong");
        var first = page.locator("#awards tbody a").first().getAttribute("href");
        page.locator("a[rel=next]").click();

        assertThat(page.locator("#awards tbody a").first().getAttribute("href"))
                .isNotEqualTo(first);
        expectSound(page, "awards-next");
    }

    @Test
    void the_language_is_switched_on_the_same_page() {
        var page = open("/thong-ke?ky=2024-H1");
        page.locator("a[hreflang=en]").click();

        assertThat(page.url()).contains("ky=2024-H1");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(page.locator("#stage-DECIDED caption").textContent()).isEqualTo("Decided");
        assertThat(page.locator("#stage-DECIDED tfoot").textContent()).contains("1,060");
        expectSound(page, "half-year-en");
        page.navigate(RunningSite.url() + "/khen-thuong");
        assertThat(page.locator("h1").textContent()).isEqualTo("Awards");
    }

    @Test
    void a_time_before_the_ledger_says_so_and_shows_no_zeros() {
        var page = open("/thong-ke?ky=2024-H1&so-ghi-den=2024-07-05");

        assertThat(page.locator("[role=alert]").textContent()).contains("Sổ chưa hoạt động");
        assertThat(page.locator("table").count()).isZero();
        expectSound(page, "not-yet-open");
    }

    @Test
    void pages_fit_a_phone_and_the_keyboard_skips_the_menu() {
        var page = RunningSite.signIn(browser.page(360, 740));
        page.navigate(RunningSite.url() + "/thong-ke?ky=2024-H1");
        page.keyboard().press("Tab");

        assertThat(page.locator(".skip:focus").count()).isEqualTo(1);
        expectSound(page, "half-year-phone");
        page.navigate(RunningSite.url() + "/");
        expectSound(page, "home-phone");
    }
}
