package vn.sovang.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.api.testing.Terminal;

/// Accounts from the command line of the machine: made, changed, ended, and on record.
class AccountCommandTest {
    @TempDir private static Path folder;

    /// An office in which nobody ever gets an account.
    private static Terminal nobodys;

    @BeforeAll
    static void open() {
        nobodys = Terminal.fresh(folder.resolve("nobodys"), "sovang.test/accounts");
    }

    @Test
    void an_account_is_made_changed_and_ended_and_each_step_is_on_record() {
        var it = Terminal.fresh(folder.resolve("one"), "sovang.test/accounts");
        var made =
                it.sovang(
                        "account",
                        "add",
                        "can-bo-1",
                        "--role",
                        "clerk,custodian",
                        "--by",
                        "chu-quan");
        assertThat(made.code()).as(made.err()).isZero();
        var password = made.out().strip();
        assertThat(password).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
        var reset = it.sovang("account", "reset", "can-bo-1").out().strip();
        assertThat(reset).hasSameSizeAs(password).isNotEqualTo(password);
        var city = "UBND thành phố Phan Rang - Tháp Chàm";
        var changed =
                it.sovang(
                        "account",
                        "roles",
                        "can-bo-1",
                        "--role",
                        "REVIEWER",
                        "--unit",
                        city,
                        "--by",
                        "chu");
        assertThat(changed.out())
                .contains("REVIEWER", "9b4d5b1f-28d9-41ee-b3b4-ce6df65a9f46")
                .doesNotContain("CLERK");
        var sent =
                it.sovang(
                        "account",
                        "mandate",
                        "can-bo-1",
                        "--decision",
                        "15/QĐ-TTr",
                        "--from",
                        "2026-01-05");
        assertThat(sent.err()).as("no inspector, and no last day").contains("--until");
        assertThat(it.sovang("account", "key", "can-bo-1", "--days", "3").out()).startsWith("svk_");
        assertThat(it.sovang("account", "revoke-keys", "can-bo-1").out()).contains("1");
        assertThat(it.sovang("account", "disable", "can-bo-1").out()).contains("(đã khóa)");
        assertThat(it.sovang("account", "list").out()).contains("can-bo-1").hasLineCount(1);

        var told = it.sovang("access", "--user", "can-bo-1", "--kind", "AccountChanged", "--json");
        assertThat(told.out())
                .contains("ADDED", "RESET", "ROLES", "KEY", "KEYS_REVOKED", "DISABLED", "chu-quan")
                .doesNotContain(password, reset, "svk_");
    }

    @Test
    void an_inspector_is_sent_somewhere_for_some_time_and_it_is_on_record() {
        var it = Terminal.fresh(folder.resolve("inspected"), "sovang.test/accounts");
        it.sovang("account", "add", "thanh-tra-1", "--role", "INSPECTOR");
        var city = "UBND thành phố Phan Rang - Tháp Chàm";
        var days = List.of("--from", "2026-01-05", "--until", "2026-03-31");
        var line =
                new ArrayList<Object>(
                        List.of("mandate", "thanh-tra-1", "--decision", "15/QĐ-TTr", "--of", city));
        line.addAll(days);
        var sent = it.sovang("account", line.toArray());

        assertThat(sent.code()).as(sent.err()).isZero();
        assertThat(sent.out()).contains("15/QĐ-TTr", "2026-01-05", "2026-03-31");
        assertThat(it.sovang("account", "list").out()).contains("15/QĐ-TTr");
        assertThat(it.sovang("account", "mandate", "thanh-tra-1").out())
                .doesNotContain("15/QĐ-TTr");
        assertThat(it.sovang("access", "--user", "thanh-tra-1", "--json").out())
                .contains("MANDATE");
    }

    @ParameterizedTest
    @CsvSource({
        "mandate nobody, 1",
        "mandate a-1 --decision 1 --from 2026-02-01 --until 2026-01-01, 2",
        "mandate a-1 --decision 1 --from soon --until 2026-01-01, 2",
        "mandate a-1 --decision 1 --of nowhere --from 2026-01-01 --until 2026-01-02, 2",
        "add a-1, 2",
        "add a-1 --role king, 2",
        "add a-1 --role PUBLIC, 2",
        "add a-1 --role ADMINISTRATOR --role CLERK, 1",
        "add Nguyen --role CLERK, 2",
        "add a-1 --role CLERK --unit nowhere, 2",
        "roles nobody --role CLERK, 1",
        "roles a-2 --role CLERK --by a-2, 1",
        "reset nobody, 1",
        "disable, 2",
        "key nobody --days 400, 2",
        "sell a-1, 2"
    })
    void what_cannot_be_is_refused_with_its_reason(String line, int code) {
        var ran = nobodys.sovang("account", (Object[]) line.split(" "));
        assertThat(ran.code()).as(ran.err()).isEqualTo(code);
        assertThat(ran.err()).isNotBlank().doesNotContain("Exception");
        assertThat(nobodys.sovang("account", "list").out()).isEmpty();
    }
}
