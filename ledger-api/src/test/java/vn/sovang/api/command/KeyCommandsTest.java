package vn.sovang.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.api.text.Messages;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.testing.TestDatabase;

/// Keys, their rotation and the rights behind them, as an operator sees them.
class KeyCommandsTest {
    @TempDir Path folder;

    private final DatabaseSettings database = TestDatabase.freshSettings();
    private final List<String> settings = new ArrayList<>();

    private record Ran(int code, String out, String err) {}

    @BeforeEach
    void name_the_database() {
        var admin = Objects.requireNonNull(database.admin());
        set(
                Map.of(
                        "spring.datasource.url", database.ledgerUrl(),
                        "spring.datasource.username", admin.user(),
                        "spring.datasource.password", admin.password(),
                        "sovang.ledger.password", database.ledger().password(),
                        "sovang.read.password", database.read().password(),
                        "sovang.keys.password", database.keys().password(),
                        "sovang.door.password", database.door().password(),
                        "sovang.origin", "sovang.test/keys"));
    }

    private void set(Map<String, String> values) {
        values.forEach((name, value) -> {
            System.setProperty(name, value);
            settings.add(name);
        });
    }

    @AfterEach
    void forget_the_database() {
        settings.forEach(System::clearProperty);
    }

    private Ran sovang(Locale locale, String command, String... more) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console =
                new Console(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Messages.in(locale));
        var arguments = new ArrayList<>(List.of(command, "--data", folder.toString()));
        arguments.addAll(List.of(more));
        var code = CommandLineInterface.run(console, arguments.toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }

    private Ran sovang(String command, String... more) {
        return sovang(Messages.VIETNAMESE, command, more);
    }

    @Test
    void keys_are_made_before_the_first_start_and_then_left_alone() throws IOException {
        var made = sovang("keygen", "--origin", "sovang.test/made");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).startsWith("sovang.test/made+");
        assertThat(made.out()).isEqualTo(Files.readString(folder.resolve("keys/vkey")));
        assertThat(folder.resolve("keys/node.key")).exists();

        var again = sovang(Locale.ENGLISH, "keygen");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("nothing is overwritten");
        assertThat(sovang("keys").out()).contains("sovang.test/made", "đang dùng");
    }

    @Test
    void a_name_that_cannot_be_a_logs_leaves_nothing_behind() throws IOException {
        assertThat(sovang("keygen", "--origin", "two words").code()).isEqualTo(2);
        try (var files = Files.list(folder.resolve("keys"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void a_rotation_is_begun_and_finished_and_the_old_key_still_verifies() throws IOException {
        assertThat(sovang("rotate-key", "finish").err()).contains("KEY_ROTATION_NOT_RUNNING");
        var old = Files.readString(folder.resolve("keys/vkey")).strip();
        var begun = sovang("rotate-key", "begin", "--by", "an");
        assertThat(begun.code()).as(begun.err()).isZero();
        assertThat(sovang("rotate-key", "begin").code()).isEqualTo(1);
        assertThat(sovang(Locale.ENGLISH, "keys").out()).contains("to be retired", "takes over");

        var finished = sovang("rotate-key", "finish");
        assertThat(finished.code()).as(finished.err()).isZero();
        var young = Files.readString(folder.resolve("keys/vkey")).strip();
        assertThat(young).isNotEqualTo(old);
        assertThat(finished.out()).contains(young);
        assertThat(sovang(Locale.ENGLISH, "keys").out()).contains("retired; older checkpoints");

        var export = folder.resolve("export").toString();
        assertThat(sovang("export", export).code()).isZero();
        for (var key : List.of(old, young)) {
            var out = new PrintWriter(new StringWriter());
            var console = new Console(out, out, Messages.in(Locale.ENGLISH));
            assertThat(CommandLineInterface.run(console, "verify", export, "--vkey", key))
                    .as(key)
                    .isZero();
        }
        var check = sovang(Locale.ENGLISH, "check");
        assertThat(check.code()).as(check.out()).isZero();
        assertThat(check.err()).contains("events, ");
    }

    @Test
    void a_login_that_could_change_what_is_recorded_is_refused_in_both_languages()
            throws SQLException {
        assertThat(sovang("check").code()).isZero();
        try (var connection = TestDatabase.superuser(database);
                var statement = connection.createStatement()) {
            statement.execute("set sovang.bootstrap = 'on'");
            statement.execute("grant update on ledger.event to sovang_ledger");
        }
        var refused = sovang("check");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("sovang_ledger", "SOVANG_ALLOW_PRIVILEGED", "Không mở");
        assertThat(sovang(Locale.ENGLISH, "check").err()).contains("could change what is recorded");

        set(Map.of("sovang.allow-privileged", "true"));
        var allowed = sovang(Locale.ENGLISH, "check");
        assertThat(allowed.code()).as("and the check says what is wrong").isEqualTo(1);
        assertThat(allowed.out()).contains("sovang_ledger may UPDATE on ledger.event");
    }
}
