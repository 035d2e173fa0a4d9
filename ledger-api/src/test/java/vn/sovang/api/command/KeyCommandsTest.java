package vn.sovang.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.api.testing.Terminal;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.testing.TestDatabase;

/// Keys, their rotation and the rights behind them, as an operator sees them.
class KeyCommandsTest {
    @TempDir Path folder;

    private final DatabaseSettings database = TestDatabase.freshSettings();
    private Terminal it;

    @BeforeEach
    void open() {
        it = Terminal.on(database, folder, "sovang.test/keys");
    }

    @Test
    void keys_are_made_before_the_first_start_and_then_left_alone() throws IOException {
        var made = it.sovang("keygen", "--origin", "sovang.test/made");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).startsWith("sovang.test/made+");
        assertThat(made.out()).isEqualTo(Files.readString(folder.resolve("keys/vkey")));
        assertThat(folder.resolve("keys/node.key")).exists();

        var again = it.sovang(Locale.ENGLISH, "keygen");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("nothing is overwritten");
        assertThat(it.sovang("keys").out()).contains("sovang.test/made", "đang dùng");
    }

    @Test
    void a_name_that_cannot_be_a_logs_leaves_nothing_behind() throws IOException {
        assertThat(it.sovang("keygen", "--origin", "two words").code()).isEqualTo(2);
        try (var files = Files.list(folder.resolve("keys"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void a_rotation_is_begun_and_finished_and_the_old_key_still_verifies() throws IOException {
        assertThat(it.sovang("rotate-key", "finish").err()).contains("KEY_ROTATION_NOT_RUNNING");
        var old = Files.readString(folder.resolve("keys/vkey")).strip();
        var begun = it.sovang("rotate-key", "begin", "--by", "an");
        assertThat(begun.code()).as(begun.err()).isZero();
        assertThat(it.sovang("rotate-key", "begin").code()).isEqualTo(1);
        assertThat(it.sovang(Locale.ENGLISH, "keys").out()).contains("to be retired", "takes over");

        var finished = it.sovang("rotate-key", "finish");
        assertThat(finished.code()).as(finished.err()).isZero();
        var young = Files.readString(folder.resolve("keys/vkey")).strip();
        assertThat(young).isNotEqualTo(old);
        assertThat(finished.out()).contains(young);
        assertThat(it.sovang(Locale.ENGLISH, "keys").out()).contains("retired; older checkpoints");

        var export = folder.resolve("export").toString();
        assertThat(it.sovang("export", export).code()).isZero();
        for (var key : List.of(old, young)) {
            assertThat(Terminal.say(Locale.ENGLISH, "verify", export, "--vkey", key).code())
                    .as(key)
                    .isZero();
        }
        var check = it.sovang(Locale.ENGLISH, "check");
        assertThat(check.code()).as(check.out()).isZero();
        assertThat(check.err()).contains("events, ");
    }

    @Test
    void a_login_that_could_change_what_is_recorded_is_refused_in_both_languages()
            throws SQLException {
        assertThat(it.sovang("check").code()).isZero();
        try (var connection = TestDatabase.superuser(database);
                var statement = connection.createStatement()) {
            statement.execute("set sovang.bootstrap = 'on'");
            statement.execute("grant update on ledger.event to sovang_ledger");
        }
        var refused = it.sovang("check");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("sovang_ledger", "SOVANG_ALLOW_PRIVILEGED", "Không mở");
        assertThat(it.sovang(Locale.ENGLISH, "check").err())
                .contains("could change what is recorded");

        var permitted = it.with("sovang.allow-privileged", "true");
        var allowed = permitted.sovang(Locale.ENGLISH, "check");
        assertThat(allowed.code()).as("and the check says what is wrong").isEqualTo(1);
        assertThat(allowed.out()).contains("sovang_ledger may UPDATE on ledger.event");
    }
}
