package vn.sovang.api.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.Browser;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.SoundPage;
import vn.sovang.api.testing.TestAccounts;

/// A clerk takes papers away from where the things are, and moves the ink on a blank, in the
/// system's Chromium.
@EnabledIf("vn.sovang.api.testing.Browser#isWanted")
class PapersInBrowserTest {
    private static final OfficeStory STORY = OfficeStory.told();
    private static final Offset<Double> A_MILLIMETRE = Offset.offset(1.0);

    private static Browser browser;
    private static Page clerk;

    @BeforeAll
    static void open() {
        browser = new Browser();
        clerk =
                TestAccounts.of(RecordingSite.installation())
                        .signIn(browser.page(1366, 768), RecordingSite.url(), Role.CLERK);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static byte[] taken(Download file, String name) throws IOException {
        assertThat(file.suggestedFilename()).startsWith(name);
        return Files.readAllBytes(file.path());
    }

    private static String words(byte[] docx) throws IOException {
        try (var text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return text.getText();
        }
    }

    private static void go(String path) {
        clerk.navigate(RecordingSite.url() + path);
    }

    @Test
    void nominations_that_were_ticked_become_a_letter() throws IOException {
        go("/de-nghi?trang-thai=FILED");
        clerk.locator("#ho-so input[value='" + STORY.waiting + "']").check();
        SoundPage.expect(clerk, "papers-nominations");
        var file =
                clerk.waitForDownload(
                        () -> clerk.locator("button[formaction$='/submission.docx']").click());

        assertThat(words(taken(file, "to-trinh")))
                .contains("TỜ TRÌNH", "DỰ THẢO", "(hạn chế xử lý)");
    }

    @Test
    void cases_are_listed_by_kind_and_office_and_only_where_there_are_some() throws IOException {
        go("/cap-doi-cap-lai?trang-thai=RECEIVED");
        var links =
                clerk.locator("#danh-sach a[href*='kind=EXCHANGE'][href*='" + STORY.city + "']");
        SoundPage.expect(clerk, "papers-cases");
        var file = clerk.waitForDownload(() -> links.first().click());

        assertThat(words(taken(file, "danh-sach-cap-doi"))).contains(OfficeStory.ACCENTED);
        assertThat(clerk.locator("#danh-sach a[href*='kind=REISSUE']").count())
                .as("no case of this kind")
                .isZero();
    }

    @Test
    void ink_moves_on_the_next_print_once_the_layout_is_kept() throws IOException {
        go("/phoi");
        SoundPage.expect(clerk, "blanks");
        clerk.locator("a[href='/phoi/GK_HUYEN/GIAY_KHEN']").click();
        assertThat(clerk.locator("main").textContent()).contains("bố trí mặc định");
        var before = printed();
        clerk.locator("[name='NAME.left']").fill("62,5");
        clerk.locator("[name='NAME.top']").fill("95");
        clerk.locator("[name='NAME.width']").fill("190");
        clerk.locator("[name='NAME.align']").selectOption("LEFT");
        clerk.locator("#bo-tri button").click();
        assertThat(clerk.locator("[role=status]").textContent()).contains("Đã lưu bố trí");
        assertThat(clerk.locator("main").textContent()).contains("Bản bố trí thứ 1");
        assertThat(clerk.locator("[name='NAME.left']").inputValue()).isEqualTo("62.5");
        SoundPage.expect(clerk, "blank");

        var after = printed();
        assertThat(before.left()).isGreaterThan(62.5 + 5);
        assertThat(after.left()).isCloseTo(62.5, A_MILLIMETRE);
        assertThat(after.base() - before.base()).isCloseTo(5, A_MILLIMETRE);
        outside();
        overtaken();
    }

    /// The name on the sheet that is printed for the decision, from its page.
    private static Printed printed() throws IOException {
        var page = clerk.context().newPage();
        page.navigate(RecordingSite.url() + "/quyet-dinh/" + STORY.decision);
        page.locator("a[href$='/in-phoi']").first().click();
        SoundPage.expect(page, "certificates");
        var file = page.waitForDownload(() -> page.locator("#in").click());
        page.close();
        return Printed.lines(taken(file, "in-phoi")).stream()
                .filter(line -> line.text().equals(OfficeStory.ACCENTED))
                .findFirst()
                .orElseThrow();
    }

    /// What does not stand on the sheet is told at its place, and stays as it was typed.
    private static void outside() {
        clerk.locator("[name='UNIT.left']").fill("400");
        clerk.locator("[name='MERIT.top']").fill("11");
        clerk.locator("#bo-tri button").click();
        assertThat(clerk.locator("#loi").textContent()).contains("Đơn vị", "Cách trái (mm)");
        assertThat(clerk.locator("[aria-invalid=true]").inputValue()).isEqualTo("400");
        assertThat(clerk.locator("[name='MERIT.top']").inputValue()).isEqualTo("11");
        SoundPage.expect(clerk, "blank-refused");
        clerk.locator("[name='UNIT.left']").fill("bốn mươi");
        clerk.locator("#bo-tri button").click();
        assertThat(clerk.locator("[aria-invalid=true]").inputValue()).isEqualTo("bốn mươi");
    }

    /// Whoever is not the first to keep a change of the same layout is told, and loses nothing.
    private static void overtaken() {
        var blank = "/phoi/GK_HUYEN/GIAY_KHEN";
        go(blank);
        var colleague = clerk.context().newPage();
        colleague.navigate(RecordingSite.url() + blank);
        colleague.locator("[name='DAY.size']").fill("14");
        colleague.locator("#bo-tri button").click();
        assertThat(colleague.locator("main").textContent()).contains("Bản bố trí thứ 2");
        colleague.close();
        clerk.locator("[name='DAY.size']").fill("15");
        clerk.locator("#bo-tri button").click();
        assertThat(clerk.locator("[role=alert]").textContent()).contains("lưu trước");
        assertThat(clerk.locator("[name='DAY.size']").inputValue()).isEqualTo("15");
        go(blank);
        assertThat(clerk.locator("[name='DAY.size']").inputValue()).isEqualTo("14");
    }
}
