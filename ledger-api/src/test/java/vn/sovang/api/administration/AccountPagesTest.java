package vn.sovang.api.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.access.AccessEntry.AccountChanged;
import vn.sovang.access.AccessQuestion;
import vn.sovang.api.door.Account;
import vn.sovang.api.door.Accounts;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.Counter;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.testing.TestAccounts;

/// Accounts in the hands of an administrator, through the pages: what the command line can, with
/// the same entries in the access log.
class AccountPagesTest {
    private static final Pattern SECRET = Pattern.compile("id=\"bi-mat\">([^<]+)<");
    private static final String HERE = "/quan-tri/tai-khoan";

    private static Counter counter;
    private static Accounts accounts;

    @BeforeAll
    static void open() {
        counter = new Counter(RecordingSite.shared());
        accounts = RecordingSite.installation().accounts();
    }

    private static HttpResponse<String> post(String path, String... form) {
        return counter.post(
                Role.ADMINISTRATOR, path, counter.page(Role.ADMINISTRATOR, HERE), List.of(form));
    }

    private static String secret(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var found = SECRET.matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }

    /// What was entered about an account, newest last.
    private static List<String> entered(String account) {
        var access = RecordingSite.installation().ledger().access();
        var changes = new ArrayList<String>();
        for (long after = 0; ; ) {
            var page = access.find(AccessQuestion.ALL.page(after, AccessQuestion.MAX_LIMIT));
            page.lines()
                    .forEach(line -> {
                        if (line.what() instanceof AccountChanged change
                                && change.account().equals(account)) {
                            changes.add(change.what());
                        }
                    });
            var next = page.next();
            if (next == null) {
                return changes;
            }
            after = next;
        }
    }

    private static String added(String name, String... more) {
        var form = new ArrayList<>(List.of("ten", name));
        form.addAll(List.of(more));
        return secret(post(HERE + "/moi", form.toArray(String[]::new)));
    }

    @Test
    void an_account_is_made_and_its_password_is_shown_once_and_works() {
        var password = added("can-bo-81", "vai-tro", "CLERK", "don-vi", RunningSite.CITY);

        assertThat(TestAccounts.session(RecordingSite.url(), "can-bo-81", password)).isNotNull();
        assertThat(counter.page(Role.ADMINISTRATOR, HERE + "/can-bo-81"))
                .doesNotContain(password)
                .contains("công chức phụ trách", RunningSite.CITY);
        assertThat(accounts.find("can-bo-81").orElseThrow().lastSignInAt()).isNotNull();
        assertThat(counter.page(Role.ADMINISTRATOR, HERE)).contains("can-bo-81");
        assertThat(entered("can-bo-81")).containsExactly("ADDED");
    }

    @Test
    void what_cannot_be_an_account_comes_back_with_what_was_typed() {
        var unit =
                post(
                        HERE + "/moi",
                        "ten",
                        "can-bo-82",
                        "vai-tro",
                        "CLERK",
                        "don-vi",
                        "UBND Sao Hỏa");
        assertThat(unit.statusCode()).isEqualTo(400);
        assertThat(unit.body()).contains("value=\"can-bo-82\"", "UBND Sao Hỏa");
        var name = post(HERE + "/moi", "ten", "Nguyễn Văn A", "vai-tro", "CLERK");
        assertThat(name.statusCode()).isEqualTo(400);
        assertThat(name.body()).contains("Nguyễn Văn A", "không dùng tên người");
        var roles =
                post(
                        HERE + "/moi",
                        "ten",
                        "can-bo-82",
                        "vai-tro",
                        "ADMINISTRATOR",
                        "vai-tro",
                        "CLERK");
        assertThat(roles.statusCode()).isEqualTo(409);
        assertThat(post(HERE + "/moi", "ten", "can-bo-82").statusCode()).isEqualTo(400);
        assertThat(accounts.find("can-bo-82")).isEmpty();
    }

    @Test
    void roles_and_block_and_new_password_need_the_tick_and_are_on_record() {
        added("can-bo-83", "vai-tro", "CLERK");
        var page = HERE + "/can-bo-83";
        var unread = post(page + "/vai-tro", "vai-tro", "REVIEWER");
        assertThat(unread.statusCode()).isEqualTo(422);
        assertThat(unread.body()).contains("chưa đổi gì");
        assertThat(accounts.find("can-bo-83").orElseThrow().roles()).containsExactly(Role.CLERK);

        assertThat(post(page + "/vai-tro", "vai-tro", "REVIEWER", "da-hieu", "true").statusCode())
                .isEqualTo(302);
        assertThat(accounts.find("can-bo-83").orElseThrow().roles()).containsExactly(Role.REVIEWER);
        assertThat(post(page + "/chan", "da-hieu", "true").statusCode()).isEqualTo(302);
        assertThat(accounts.find("can-bo-83").orElseThrow().disabled()).isTrue();
        var password = secret(post(page + "/mat-khau-moi", "da-hieu", "true"));
        assertThat(accounts.find("can-bo-83").orElseThrow().disabled()).isFalse();
        assertThat(TestAccounts.session(RecordingSite.url(), "can-bo-83", password)).isNotNull();
        assertThat(entered("can-bo-83")).containsExactly("ADDED", "ROLES", "DISABLED", "RESET");
    }

    @Test
    void a_mandate_is_given_and_lifted() {
        added("can-bo-84", "vai-tro", "INSPECTOR");
        var page = HERE + "/can-bo-84";
        var bad =
                post(
                        page + "/pham-vi",
                        "so-quyet-dinh",
                        "15/QĐ-TTr",
                        "tu-ngay",
                        "31/2/2026",
                        "den-ngay",
                        "1/4/2026");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("value=\"15/QĐ-TTr\"");

        post(
                page + "/pham-vi",
                "so-quyet-dinh",
                "15/QĐ-TTr",
                "cac-don-vi",
                "UBND phường Phước Mỹ\n" + RunningSite.CITY,
                "tu-ngay",
                "1/3/2026",
                "den-ngay",
                "1/4/2026");
        var mandate = accounts.find("can-bo-84").map(Account::mandate).orElseThrow();
        assertThat(mandate.units()).hasSize(2);
        assertThat(counter.page(Role.ADMINISTRATOR, page))
                .contains("UBND phường Phước Mỹ", "15/QĐ-TTr");
        post(page + "/pham-vi", "so-quyet-dinh", "");
        assertThat(accounts.find("can-bo-84").orElseThrow().mandate()).isNull();
        assertThat(entered("can-bo-84")).containsExactly("ADDED", "MANDATE", "MANDATE");
    }

    @Test
    void a_key_is_shown_once_and_ended_alone() {
        added("can-bo-85", "vai-tro", "MONITOR");
        var page = HERE + "/can-bo-85";
        var one = secret(post(page + "/khoa-moi", "nhan", "prometheus", "so-ngay", "30"));
        var other = secret(post(page + "/khoa-moi", "nhan", "khác", "so-ngay", "30"));
        assertThat(one).startsWith("svk_");
        assertThat(counter.page(Role.ADMINISTRATOR, page))
                .contains("prometheus")
                .doesNotContain(one);

        var keys = accounts.keys("can-bo-85");
        assertThat(keys).hasSize(2);
        var wrong = post(page + "/thoi-khoa", "khoa", "0123456789ab", "da-hieu", "true");
        assertThat(wrong.statusCode()).isEqualTo(404);
        post(page + "/thoi-khoa", "khoa", keys.getFirst().id(), "da-hieu", "true");
        assertThat(accounts.keys("can-bo-85"))
                .extracting(Accounts.Key::label)
                .containsExactly("khác");
        assertThat(RecordingSite.send("Bearer " + one, "GET", "/api/v1/commands", "").statusCode())
                .isEqualTo(401);
        assertThat(
                        RecordingSite.send("Bearer " + other, "GET", "/api/v1/commands", "")
                                .statusCode())
                .isEqualTo(200);
        assertThat(entered("can-bo-85")).containsExactly("ADDED", "KEY", "KEY", "KEYS_REVOKED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vai-tro", "chan", "mat-khau-moi", "pham-vi"})
    void nobody_takes_his_own_last_right(String act) {
        var own = Counter.user(Role.ADMINISTRATOR);
        counter.page(Role.ADMINISTRATOR, HERE);
        var before = accounts.find(own).orElseThrow();
        var answer = post(HERE + "/" + own + "/" + act, "vai-tro", "CLERK", "da-hieu", "true");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(accounts.find(own).orElseThrow().version()).isEqualTo(before.version());
        assertThat(counter.page(Role.ADMINISTRATOR, HERE + "/" + own))
                .contains("id=\"cua-minh\"")
                .doesNotContain("phieu-chan", "phieu-vai-tro");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\u0000", "<script>alert(1)</script>", "31/12/99999", "-1", "%00${7*7}"})
    void no_input_breaks_a_form_of_an_account(String text) {
        if (accounts.find("can-bo-86").isEmpty()) {
            accounts.add("can-bo-86", List.of(Role.INSPECTOR), null);
            accounts.newKey("can-bo-86", "test", Duration.ofDays(1));
        }
        var form =
                List.of(
                                "ten",
                                text,
                                "vai-tro",
                                text,
                                "don-vi",
                                text,
                                "so-quyet-dinh",
                                text,
                                "cac-don-vi",
                                text,
                                "tu-ngay",
                                text,
                                "den-ngay",
                                text,
                                "nhan",
                                text,
                                "so-ngay",
                                text,
                                "khoa",
                                text)
                        .toArray(String[]::new);
        for (var path :
                List.of(
                        "/moi",
                        "/can-bo-86/vai-tro",
                        "/can-bo-86/chan",
                        "/can-bo-86/khoa-moi",
                        "/can-bo-86/thoi-khoa",
                        "/can-bo-86/pham-vi",
                        "/khong-co/chan")) {
            var answer = post(HERE + path, form);
            assertThat(answer.statusCode()).as(path).isBetween(200, 499);
            assertThat(answer.body()).doesNotContain("<script>alert", "Exception");
        }
    }

    @Test
    void keys_and_checks_are_told_in_plain_words() {
        assertThat(counter.page(Role.ADMINISTRATOR, "/quan-tri")).contains(HERE, "/kiem-tra");
        RecordingSite.installation().ledger().seal();
        assertThat(counter.page(Role.ADMINISTRATOR, "/quan-tri/khoa"))
                .contains("rotate-key begin", "đang dùng", "bên chứng kiến");
        assertThat(counter.page(Role.INSPECTOR, "/kiem-tra")).contains("Bắt đầu kiểm tra");
        var begun =
                counter.post(
                        Role.INSPECTOR,
                        "/kiem-tra",
                        counter.page(Role.INSPECTOR, "/kiem-tra"),
                        List.of());
        assertThat(begun.statusCode()).isEqualTo(302);
        var path =
                java.net.URI.create(begun.headers().firstValue("Location").orElseThrow()).getPath();
        var events =
                RecordingSite.send(
                        RecordingSite.inspector(),
                        "GET",
                        "/api/v1/checks" + path.substring("/kiem-tra".length()) + "/events",
                        "");
        assertThat(events.body()).as("the stream ends with the work").contains("DONE");
        assertThat(counter.page(Role.INSPECTOR, path)).contains("id=\"ket-luan\"", "Sổ nguyên vẹn");
    }
}
