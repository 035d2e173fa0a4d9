package vn.sovang.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.sovang.api.testing.Browser;
import vn.sovang.api.testing.RunningSite;

/// What a clerk who looks for something sees, in the system's Chromium.
@EnabledIf("vn.sovang.api.testing.Browser#isWanted")
class SearchPageTest {
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void a_clerk_reaches_the_box_by_key_and_an_award_by_a_name() {
        var page = RunningSite.signIn(browser.page(1366, 768));
        page.navigate(RunningSite.url() + "/khen-thuong");
        page.keyboard().press("/");
        assertThat(page.locator("#tim:focus").count()).isEqualTo(1);
        page.keyboard().type("ca nhan 01/");
        assertThat(page.locator("#tim").inputValue()).as("in the box it is a sign").endsWith("/");
        page.keyboard().press("Enter");
        page.waitForURL("**/tra-cuu?**");

        assertThat(page.locator("h1").textContent()).contains("ca nhan 01/");
        assertThat(page.locator("#RECIPIENT .found").textContent()).doesNotContain("Cá nhân 0");
        assertThat(page.locator("#RECIPIENT").textContent()).contains("niêm phong");
        assertThat(page.locator("[role=note]").textContent()).contains("Số liệu phục dựng");
        Browser.keep(page, "search");
        page.locator("#RECIPIENT .found a").first().click();
        assertThat(page.url()).contains("/khen-thuong/");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void kinds_stand_apart_and_more_of_one_is_a_page_further() {
        var page = RunningSite.signIn(browser.page(1366, 768));
        page.navigate(RunningSite.url() + "/tra-cuu?q=phuc+dung");
        var first = page.locator("#DECISION .found a").first().textContent();
        page.locator("#DECISION a[rel=next]").click();

        assertThat(page.url()).contains("loai=DECISION");
        assertThat(page.locator("section[id]").count()).isEqualTo(1);
        assertThat(page.locator("#DECISION .found a").first().textContent()).isNotEqualTo(first);
        page.navigate(RunningSite.url() + "/tra-cuu?q=phu+ha&lang=en");
        assertThat(page.locator("#UNIT h2").textContent()).startsWith("Units");
        assertThat(page.locator("#UNIT .found").textContent()).contains("Phủ Hà");
        page.navigate(RunningSite.url() + "/tra-cuu?lang=vi");
    }

    @Test
    void who_finds_nothing_is_told_what_can_be_found() {
        var page = RunningSite.signIn(browser.page(360, 740));
        page.navigate(RunningSite.url() + "/tra-cuu?q=zzzz");

        assertThat(page.locator("main").textContent())
                .contains("Không thấy gì khớp với “zzzz”", "số sổ vàng");
        var overflow = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        assertThat(overflow).as("scrolls sideways").isEqualTo(false);
        Browser.keep(page, "search-none-phone");
        page.navigate(RunningSite.url() + "/tra-cuu?q=%25%25");
        assertThat(page.locator("[role=alert]").textContent()).contains("ít nhất một chữ cái");
        assertThat(page.locator("h1").count()).isEqualTo(1);
    }
}
