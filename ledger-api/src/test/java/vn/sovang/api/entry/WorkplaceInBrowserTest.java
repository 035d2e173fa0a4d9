package vn.sovang.api.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.Browser;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.testing.SoundPage;
import vn.sovang.api.testing.TestAccounts;
import vn.sovang.event.ReissueEvent.ReissueListReturned;

/// An office at work, each role with its own account, in the system's Chromium: from a nomination
/// to the new certificate in the hands of whom it was given to.
@EnabledIf("vn.sovang.api.testing.Browser#isWanted")
class WorkplaceInBrowserTest {
    private static final String WARD = "UBND phường Phước Mỹ";
    private static final String CITY = RunningSite.CITY;

    private static Browser browser;

    /// Of its own: what waits for a role first is what this test put there.
    private static RecordingSite.Opened service;

    private static final Map<Role, Page> PAGES = new EnumMap<>(Role.class);

    @BeforeAll
    static void open() {
        service = RecordingSite.open("workplace");
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
        service.close();
    }

    private static Page as(Role role) {
        return PAGES.computeIfAbsent(
                role,
                one ->
                        TestAccounts.of(service.installation())
                                .signIn(browser.page(1366, 768), service.site().url(), one));
    }

    private static Page as(Role role, String path) {
        var page = as(role);
        page.navigate(service.site().url() + path);
        return page;
    }

    private static void fill(Page page, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            page.locator("[id='" + namesAndValues[i] + "']").fill(namesAndValues[i + 1]);
        }
    }

    private static void choose(Page page, String name, String value) {
        page.locator("[id='" + name + "']").selectOption(value);
    }

    /// Sends the form; it is taken.
    private static void send(Page page) {
        page.locator("#ghi").click();
        assertThat(page.locator("#loi").allTextContents()).isEmpty();
        assertThat(page.locator(".done").textContent()).contains("Đã ghi sổ");
    }

    private static void next(Page page, String step) {
        page.locator(".steps-ahead a[href$='/" + step + "']").click();
    }

    @Test
    void a_nomination_ends_as_a_new_certificate_in_the_right_hands() {
        nominated("Cá nhân 7001");
        appraised();
        var award = decided("7001/QĐ-UBND");
        var item = issued(award, "GK-7001");
        handedIn(item);
        var reissue = requested(award);
        completed(reissue);
        listed("10/4/2024", "20/DS-UBND");
        returned(reissue);
        listed("16/4/2024", "21/DS-UBND");
        granted(reissue);
        handedOver(reissue);
        annulled(award);
        // A form that comes back with what is wrong is answered with 409 or 422.
        assertThat(browser.complaints())
                .as("console and blocked content")
                .allMatch(said -> said.matches("Failed to load resource.* (409|422) .*"));
    }

    private static void nominated(String name) {
        var page = as(Role.CLERK, "/");
        assertThat(page.locator(".work").textContent()).contains("Việc của tôi", "Lập đề nghị");
        SoundPage.expect(page, "work-clerk");
        page.setViewportSize(390, 844);
        Browser.keep(page, "work-clerk-phone");
        page.setViewportSize(1366, 768);
        page.locator("a[href='/de-nghi/moi']").click();
        SoundPage.expect(page, "nomination-form");
        page.locator("#ghi").click();
        assertThat(page.locator("#loi").textContent()).contains("Chưa ghi được", "Chưa điền");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("doi-tuong");
        assertThat(page.locator("#doi-tuong").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.locator("#doi-tuong").getAttribute("aria-describedby"))
                .contains("doi-tuong-loi");

        fill(page, "doi-tuong", name, "ngay", "31/2/2024", "don-vi-de-nghi", WARD);
        fill(page, "danh-hieu", "GK_HUYEN");
        page.locator("#ghi").click();
        assertThat(page.locator("#ngay-loi").textContent()).contains("Không có ngày như vậy");
        assertThat(page.locator("#doi-tuong").inputValue()).isEqualTo(name);
        SoundPage.expect(page, "nomination-refused");
        fill(page, "ngay", "1/2/2024");
        send(page);
        assertThat(page.locator("h1").textContent()).contains("đã lập");
        SoundPage.expect(page, "nomination");

        page = as(Role.CLERK, "/de-nghi/danh-sach");
        page.locator("input[name='de-nghi']").first().check();
        fill(page, "ngay", "5/2/2024", "don-vi", WARD, "cap-tren", CITY);
        fill(page, "so", "6/TTr-UBND", "co-quan-van-ban", WARD);
        SoundPage.expect(page, "nomination-list");
        send(page);
    }

    private static void appraised() {
        var page = as(Role.REVIEWER, "/");
        SoundPage.expect(page, "work-reviewer");
        page.locator(".work a[href^='/de-nghi/']").first().click();
        next(page, "tiep-nhan-ho-so");
        fill(page, "ngay", "10/2/2024", "noi-nhan", CITY);
        SoundPage.expect(page, "dossier-form");
        send(page);
        next(page, "tham-dinh");
        fill(page, "ngay", "20/2/2024", "don-vi", CITY, "y-kien", "Hồ sơ đủ điều kiện");
        choose(page, "ket-qua", "DAT");
        SoundPage.expect(page, "appraisal-form");
        send(page);
        assertThat(page.locator("h1").textContent()).contains("đã thẩm định");
        page = as(Role.COUNCIL_SECRETARY, "/");
        page.locator(".work a[href^='/de-nghi/']").first().click();
        next(page, "bo-phieu");
        fill(page, "ngay", "25/2/2024", "hoi-dong", CITY, "so", "9/BB", "co-quan-van-ban", CITY);
        fill(page, "thanh-vien", "9", "co-mat", "8", "dong-y", "8");
        SoundPage.expect(page, "council-vote");
        send(page);
    }

    private static String decided(String number) {
        var page = as(Role.DECISION_RECORDER, "/");
        page.locator(".work a[href='/quyet-dinh/moi']").click();
        fill(page, "so", number, "ngay-ky", "1/3/2024", "co-quan", "phan rang");
        fill(page, "nguoi-ky", "CHỦ TỊCH");
        page.locator("input[name='de-nghi']").first().check();
        page.locator("#ghi").click();
        assertThat(page.locator(".offered").textContent()).contains(CITY);
        assertThat(page.locator("input[name='de-nghi']").first().isChecked()).isTrue();
        SoundPage.expect(page, "decision-form");
        page.locator(".offered label:has-text('" + CITY + "')").first().click();
        send(page);
        assertThat(page.locator("h1").textContent()).contains(number);
        SoundPage.expect(page, "decision-entered");
        return page.locator("#awards tbody th a").first().getAttribute("href");
    }

    private static String issued(String award, String serial) {
        var page = as(Role.CUSTODIAN, award);
        next(page, "cap-phat");
        fill(page, "ngay", "10/3/2024", "so-hieu", serial);
        send(page);
        SoundPage.expect(page, "award-with-item");
        return page.locator("a[href^='/hien-vat/']").first().getAttribute("href");
    }

    private static void handedIn(String item) {
        var page = as(Role.CLERK, item);
        next(page, "bao-hong");
        fill(page, "ngay", "1/4/2024", "hoan-canh", "Ẩm mốc");
        send(page);
        page = as(Role.CUSTODIAN, item);
        next(page, "nop-lai");
        fill(page, "ngay", "3/4/2024", "noi-nhan", CITY, "so-bien-nhan", "12/BN");
        send(page);
    }

    private static String requested(String award) {
        var page = as(Role.CLERK, award);
        next(page, "tiep-nhan-de-nghi");
        assertThat(page.locator("#loai-de-nghi").inputValue()).isEqualTo("EXCHANGE");
        fill(page, "ngay", "5/4/2024", "noi-nhan", CITY, "ho-ten", "Cá nhân 7002");
        choose(page, "quan-he", "CHILD");
        page.locator("#ghi").click();
        assertThat(page.locator("#uy-quyen-loi").textContent()).contains("giấy ủy quyền");
        SoundPage.expect(page, "request-refused");
        var scan = "giấy ủy quyền".getBytes(StandardCharsets.UTF_8);
        page.locator("#uy-quyen").setInputFiles(new FilePayload("uq.pdf", "application/pdf", scan));
        page.locator("#khong-tranh-chap").check();
        var sent = page.locator("input[name='yeu-cau']").getAttribute("value");
        send(page);
        var reissue = page.url().substring(service.site().url().length());
        SoundPage.expect(page, "case");
        repeatedOnce(award, sent);

        page = as(Role.CLERK, reissue + "/bien-nhan");
        assertThat(page.locator(".receipt").textContent())
                .contains("Biên nhận", "GK-7001", "05/4/2024", "Cấp đổi");
        SoundPage.expect(page, "receipt");
        return reissue;
    }

    /// The same form with other words is not recorded over the first.
    private static void repeatedOnce(String award, String sent) {
        var page = as(Role.CLERK, award + "/tiep-nhan-de-nghi");
        page.evaluate("id => document.querySelector('[name=yeu-cau]').value = id", sent);
        fill(page, "ngay", "6/4/2024", "noi-nhan", CITY);
        choose(page, "quan-he", "SELF");
        page.locator("#ghi").click();
        assertThat(page.locator("#loi").textContent()).isNotBlank();
    }

    private static void completed(String reissue) {
        var page = as(Role.CLERK, reissue);
        next(page, "yeu-cau-bo-sung");
        fill(page, "ngay", "6/4/2024", "thieu", "Bản sao quyết định\nẢnh hiện vật");
        send(page);
        assertThat(page.locator("h1").textContent()).contains("chờ bổ sung");
        next(page, "da-bo-sung");
        fill(page, "ngay", "8/4/2024");
        send(page);
    }

    private static void listed(String day, String number) {
        var page = as(Role.CLERK, "/cap-doi-cap-lai/danh-sach");
        page.locator("input[name='truong-hop']").first().check();
        fill(page, "ngay", day, "don-vi", CITY, "so", number);
        fill(page, "co-quan-van-ban", CITY);
        SoundPage.expect(page, "case-list");
        send(page);
    }

    /// The office that the list went to gives it back.
    private static void returned(String reissue) {
        var page = as(Role.CLERK, reissue);
        next(page, "tra-danh-sach");
        assertThat(page.locator("main").textContent()).contains("20/DS-UBND", "10/04/2024", CITY);
        assertThat(page.locator("input[name='truong-hop-tra']").isChecked()).isTrue();
        fill(page, "ngay", "15/4/2024", "don-vi", "UBND tỉnh Ninh Thuận", "so", "5/SNV-TĐKT");
        page.locator("#ghi").click();
        assertThat(page.locator("#ly-do-tra-danh-sach-loi").textContent()).contains("Chưa điền");
        fill(page, "ly-do-tra-danh-sach", "Thiếu số vào Sổ vàng");
        fill(page, "co-quan-van-ban", "Sở Nội vụ");
        SoundPage.expect(page, "case-list-return");
        send(page);
        assertThat(page.locator("h1").textContent()).contains("đã tiếp nhận");
        assertThat(page.locator("a[href$='/tra-danh-sach']").count()).isZero();
        assertThat(page.locator("main").textContent()).contains("5/SNV-TĐKT");
        var feed = service.installation().ledger().feed();
        assertThat(feed.after(feed.head() - 2, 2))
                .extracting(recorded -> recorded.fact().event())
                .anySatisfy(event ->
                        assertThat(event)
                                .isInstanceOfSatisfying(
                                        ReissueListReturned.class,
                                        list ->
                                                assertThat(list.reason())
                                                        .isEqualTo("Thiếu số vào Sổ vàng")));
    }

    private static void granted(String reissue) {
        var page = as(Role.DECISION_RECORDER, "/");
        SoundPage.expect(page, "work-recorder");
        page.locator(".work a[href='" + reissue + "']").first().click();
        next(page, "dong-y");
        fill(page, "ngay", "20/4/2024", "co-quan", CITY, "so", "30/QĐ-UBND");
        fill(page, "co-quan-van-ban", CITY);
        page.locator("#ghi").click();
        assertThat(page.locator("#loi").textContent()).contains("Trước khi ghi");
        page.locator("#da-hieu").check();
        SoundPage.expect(page, "approval");
        send(page);
    }

    private static void handedOver(String reissue) {
        var page = as(Role.CUSTODIAN, "/");
        SoundPage.expect(page, "work-custodian");
        page.locator(".work a[href='" + reissue + "']").first().click();
        next(page, "cap-hien-vat");
        fill(page, "ngay", "2/5/2024", "so-hieu", "GK-7002");
        page.locator("#da-hieu").check();
        send(page);
        next(page, "giao");
        fill(page, "ngay", "6/5/2024", "don-vi", CITY);
        choose(page, "quan-he", "SELF");
        SoundPage.expect(page, "hand-over");
        send(page);
        assertThat(page.locator("h1").textContent()).contains("đã giao");
        assertThat(page.locator(".steps-ahead").textContent()).contains("không có việc nào");
        SoundPage.expect(page, "case-closed");
    }

    private static void annulled(String award) {
        var page = as(Role.DECISION_RECORDER, award);
        next(page, "huy-bo");
        assertThat(page.locator("#can-cu").inputValue()).as("no ground is suggested").isEmpty();
        assertThat(page.locator("section:has(#hau-qua)").textContent())
                .contains("hiệu lực", "tiền thưởng", "đính chính");
        fill(page, "ngay", "1/6/2024", "co-quan", CITY, "so", "40/QĐ-UBND");
        fill(page, "co-quan-van-ban", CITY);
        choose(page, "can-cu", "GIAN_DOI_KE_KHAI");
        page.locator("#da-hieu").check();
        SoundPage.expect(page, "annulment");
        send(page);
        assertThat(page.locator("h1").textContent()).contains("hủy bỏ");
        assertThat(page.locator("a[href$='/huy-bo']").count()).isZero();
    }

    @Test
    void rows_of_a_spreadsheet_are_checked_one_by_one_and_recorded_together() {
        var page = as(Role.CLERK, "/de-nghi/nhieu");
        fill(page, "ngay", "1/2/2024", "don-vi-de-nghi", WARD);
        fill(
                page,
                "dong",
                "Họ và tên\tLoại\tDanh hiệu\n"
                        + "Cá nhân 7101\tcá nhân\tGK_HUYEN\t\tcông trạng\t"
                        + WARD
                        + "\t1970\n"
                        + "Cá nhân 7102\tcá nhân\tHuân chương Sao Hỏa\n"
                        + "Cá nhân 7103\ttập thể\tLDTT\n");
        page.locator("#ghi").click();
        assertThat(page.locator("#cac-dong tbody tr").count()).isEqualTo(3);
        assertThat(page.locator("#cac-dong").textContent())
                .contains("được", "Huân chương Sao Hỏa", "không dành cho");
        assertThat(page.locator("#ghi-tat-ca").count()).isZero();
        SoundPage.expect(page, "lines-refused");

        fill(
                page,
                "dong",
                "Cá nhân 7101;cá nhân;GK_HUYEN\nCá nhân 7102;cá nhân;LDTT;;công trạng\n");
        page.locator("#ghi").click();
        SoundPage.expect(page, "lines-ready");
        page.locator("#ghi-tat-ca").click();
        assertThat(page.locator(".done").textContent()).contains("Đã ghi sổ");
        assertThat(page.locator("input[name='de-nghi']").count()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void help_lists_the_keys_and_the_lists_have_every_file() {
        SoundPage.expect(as(Role.CLERK, "/tro-giup"), "help");
        var english = as(Role.REVIEWER, "/?lang=en");
        assertThat(english.locator(".work").textContent()).contains("My work");
        SoundPage.expect(english, "work-reviewer-en");
        as(Role.REVIEWER, "/?lang=vi");
        SoundPage.expect(as(Role.INSPECTOR, "/de-nghi"), "nominations");
        SoundPage.expect(as(Role.INSPECTOR, "/cap-doi-cap-lai?trang-thai=REFUSED"), "cases-none");
        SoundPage.expect(as(Role.ADMINISTRATOR, "/"), "work-administrator");
    }
}
