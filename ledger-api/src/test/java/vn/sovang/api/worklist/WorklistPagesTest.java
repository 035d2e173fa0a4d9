package vn.sovang.api.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Ledger;
import vn.sovang.Submission.Receipt;
import vn.sovang.api.Installation;
import vn.sovang.api.Site;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.Browser;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.testing.TestAccounts;
import vn.sovang.artifact.ArtifactCommand.HandInArtifact;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.TransferCustody;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decision.RecordDecision;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.testing.PhanRang;
import vn.sovang.testing.TestDatabase;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.SerialNumber;

/// Worklists in the system's Chromium.
@EnabledIf("vn.sovang.api.testing.Browser#isWanted")
class WorklistPagesTest {
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
        assertThat(browser.complaints()).isEmpty();
        assertThat(page.locator("h1").count()).isEqualTo(1);
        assertThat(page.locator("table:not(:has(caption))").count()).isZero();
        assertThat(page.locator("input:not([id]), select:not([id])").count()).isZero();
        var overflow = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        assertThat(overflow).as("scrolls sideways").isEqualTo(false);
    }

    @Test
    void an_inspector_sees_what_was_late_on_a_day_and_under_which_text() {
        var page = RunningSite.signIn(browser.page(1366, 768));
        page.navigate(RunningSite.url() + "/thoi-han");
        page.locator("#ngay").fill("30/06/2024");
        page.locator("#qua-han").check();
        page.locator("main form button[type=submit]").click();

        assertThat(page.url()).contains("qua-han=true");
        assertThat(page.locator("#clocks caption").textContent()).contains("30/06/2024");
        assertThat(page.locator("#clocks tbody tr").first().textContent())
                .contains("quá hạn", "ngày", "NĐ 98/2023", "cần xác minh", "importer");
        assertThat(page.locator("[role=note]").textContent()).contains("Số liệu phục dựng");
        expectSound(page, "clocks");
        page.navigate(RunningSite.url() + "/thoi-han?ngay=2024-06-30&lang=en");
        assertThat(page.locator("h1").textContent()).isEqualTo("Time limits");
        page.navigate(RunningSite.url() + "/thoi-han?ngay=hom-qua&lang=vi");
        assertThat(page.locator("[role=alert]").count()).isEqualTo(1);
    }

    @Test
    void where_no_office_holds_anything_the_page_says_so() {
        var page = RunningSite.signIn(browser.page(360, 740));
        page.navigate(RunningSite.url() + "/hien-vat-dang-giu?ngay=30/06/2024");

        assertThat(page.locator("main").textContent()).contains("Không cơ quan nào đang giữ");
        expectSound(page, "custody-phone");
    }

    /// A certificate that a family handed in, and that went to the province.
    @Test
    void an_original_in_an_offices_hands_shows_where_since_when_and_over_which_limit(
            @TempDir Path folder) {
        var settings = TestDatabase.freshSettings();
        try (var installation = Installation.open(folder, "custody.test/site", settings)) {
            var item = handedIn(installation.ledger());
            try (var site = Site.start(installation, "127.0.0.1", 0)) {
                installation.catchUp();
                var page =
                        TestAccounts.of(installation)
                                .signIn(browser.page(1366, 768), site.url(), Role.INSPECTOR);
                page.navigate(site.url() + "/hien-vat-dang-giu?ngay=2024-03-20");

                assertThat(page.locator("#held tbody tr").count()).isEqualTo(1);
                assertThat(page.locator("#held tbody").textContent())
                        .contains("GK 000417", "tỉnh Ninh Thuận", "BG-2", "kho 3")
                        .contains("01/02/2024", "quá hạn 33 ngày", "NĐ 98/2023");
                expectSound(page, "custody");
                page.locator("#held tbody a").click();
                assertThat(page.url()).contains(item.toString());
            }
        }
    }

    private static ArtifactId handedIn(Ledger ledger) {
        var code = new AwardCode("GK_HUYEN");
        var award = new AwardId(UUID.randomUUID());
        var recipient = new RecipientId(UUID.randomUUID());
        var batch = ledger.identities().newBatch();
        var name = batch.seal(recipient.value(), "name", "Nguyễn Thử Giữ");
        batch.commit();
        var kind = RecipientKind.INDIVIDUAL;
        submit(
                ledger,
                new RegisterRecipient(
                        PhanRang.origin("an", "2010-01-01"),
                        new RecipientRegistered(recipient, kind, name, null, null)));
        var line =
                new AwardLine(code, Rank.NONE, recipient, kind, CommendationType.CONG_TRANG, null);
        submit(
                ledger,
                new RecordDecision(
                        on("2010-03-01", "12/QĐ-UBND"),
                        new DecisionId(UUID.randomUUID()),
                        PhanRang.CITY,
                        List.of(
                                new RecordDecision.Line(
                                        award, ConferralMode.TANG, null, null, line))));
        var item = new ArtifactId(UUID.randomUUID());
        var serial = new SerialNumber("GK 000417");
        submit(
                ledger,
                new IssueArtifact(
                        on("2010-03-05", "1/BB"),
                        award,
                        code,
                        item,
                        ArtifactKind.GIAY_KHEN,
                        serial));
        submit(
                ledger,
                new HandInArtifact(
                        on("2024-02-01", "1/BN"), award, code, item, PhanRang.CITY, "BN-1"));
        submit(
                ledger,
                new TransferCustody(
                        on("2024-02-05", "2/BG"),
                        award,
                        code,
                        item,
                        PhanRang.CITY,
                        PhanRang.PROVINCE,
                        "BG-2",
                        "kho 3",
                        CustodyPurpose.EXCHANGE));
        return item;
    }

    private static Origin on(String day, String number) {
        return PhanRang.origin("an", day, PhanRang.paper(number, day));
    }

    private static void submit(Ledger ledger, Command command) {
        assertThat(ledger.submit(command)).isInstanceOf(Receipt.class);
    }
}
