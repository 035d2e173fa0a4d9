package vn.sovang.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.sovang.api.testing.Browser;
import vn.sovang.api.testing.RecordingSite;

/// What a visitor sees on a phone. The people are nobody.
@EnabledIf("vn.sovang.api.testing.Browser#isWanted")
class VerificationPagesTest {
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static void expectSound(Page page, String name) {
        Browser.keep(page, name);
        assertThat(page.locator("h1").count()).isEqualTo(1);
        assertThat(page.locator("html").getAttribute("lang")).isNotEmpty();
        assertThat(page.locator("main input:not([id])").count()).isZero();
        for (var input : page.locator("main input").all()) {
            var id = input.getAttribute("id");
            assertThat(page.locator("label[for='" + id + "']").count()).as(id).isEqualTo(1);
            assertThat(page.locator("#" + input.getAttribute("aria-describedby")).count())
                    .as(id)
                    .isEqualTo(1);
        }
        assertThat(page.locator("img:not([alt])").count()).isZero();
        var wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        assertThat(wide).as("scrolls sideways").isEqualTo(false);
    }

    @Test
    void a_visitor_with_a_phone_types_a_code_and_the_name_on_the_certificate() {
        var certificate = Certificate.issued("Người Nhận Năm Một");
        var page = browser.page(360, 740);
        page.navigate(RecordingSite.url() + "/xac-minh");
        expectSound(page, "verification-form-phone");

        page.locator("#ma").fill(certificate.code().replace('-', ' ').toLowerCase(Locale.ROOT));
        page.locator("#xac-minh button").click();
        assertThat(page.locator("#verdict").textContent()).contains("Có giá trị");
        assertThat(page.locator("#printed").textContent())
                .contains(Certificate.SERIAL, Certificate.BOOK, Certificate.NUMBER);
        expectSound(page, "verification-answer-phone");

        page.locator("#ho-ten").fill("Người Nhận Năm Một");
        page.locator("#ten button").click();
        assertThat(page.locator("#name-answer").textContent()).isEqualTo("Họ tên khớp với sổ.");
        assertThat(page.url()).as("no name in an address").endsWith(certificate.code());
        expectSound(page, "verification-name-phone");
        assertThat(browser.complaints()).isEmpty();

        page.locator("#ma").fill("0000-0000-0000-0000-0001");
        page.locator("#xac-minh button").click();
        assertThat(page.locator("#fault").textContent()).contains("gõ chưa đúng");
        assertThat(page.locator("#ma").inputValue()).isEqualTo("0000-0000-0000-0000-0001");
        expectSound(page, "verification-slip-phone");
    }
}
