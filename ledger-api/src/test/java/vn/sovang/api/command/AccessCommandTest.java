package vn.sovang.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.Installation;
import vn.sovang.api.text.Messages;
import vn.sovang.privacy.Unmasking;
import vn.sovang.testing.TestDatabase;
import vn.sovang.vocabulary.Sealed;

/// What the command line takes away or looks at is on record, and can be asked for there.
class AccessCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir Path folder;

    private final List<String> settings = new ArrayList<>();

    private record Ran(int code, String out, String err) {}

    @BeforeEach
    void name_the_database() {
        var database = TestDatabase.freshSettings();
        var admin = Objects.requireNonNull(database.admin());
        Map.of(
                        "spring.datasource.url", database.ledgerUrl(),
                        "spring.datasource.username", admin.user(),
                        "spring.datasource.password", admin.password(),
                        "sovang.ledger.password", database.ledger().password(),
                        "sovang.read.password", database.read().password(),
                        "sovang.keys.password", database.keys().password(),
                        "sovang.door.password", database.door().password(),
                        "sovang.origin", "sovang.test/access")
                .forEach((name, value) -> {
                    System.setProperty(name, value);
                    settings.add(name);
                });
    }

    @AfterEach
    void forget_the_database() {
        settings.forEach(System::clearProperty);
    }

    private Ran sovang(String command, String... more) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console =
                new Console(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Messages.in(Messages.VIETNAMESE));
        var arguments = new ArrayList<>(List.of(command));
        if (!command.equals("verify")) {
            arguments.addAll(List.of("--data", folder.resolve("data").toString()));
        }
        arguments.addAll(List.of(more));
        var code = CommandLineInterface.run(console, arguments.toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }

    private void unmask() {
        try (var installation = Installation.open(folder.resolve("data"), null)) {
            var vault = installation.ledger().identities();
            var batch = vault.newBatch();
            Sealed name = batch.seal(UUID.randomUUID(), "name", "Cá nhân 0001");
            batch.commit();
            assertThat(vault.open(name, new Unmasking("u-1", "INSPECTOR", "đối chiếu bản giấy")))
                    .contains("Cá nhân 0001");
        }
    }

    @Test
    void exports_unmaskings_and_checks_are_found_again_and_the_log_is_verified()
            throws IOException {
        unmask();
        var ledger = folder.resolve("ledger").toString();
        var access = folder.resolve("access").toString();
        assertThat(sovang("export", ledger, "--by", "u-2").code()).isZero();
        assertThat(sovang("check").out()).contains("Nhật ký truy cập có 2 mục");

        var found = sovang("access", "--json");
        assertThat(found.code()).as(found.err()).isZero();
        var entries = JSON.readTree(found.out()).get("entries");
        assertThat(entries.valueStream().map(e -> e.get("kind").asString()))
                .containsExactly("Unmasked", "Exported", "Checked", "Checked");
        assertThat(entries.get(1).get("user").asString()).isEqualTo("u-2");
        assertThat(found.out()).doesNotContain("đối chiếu");

        var why = sovang("access", "--user", "u-1", "--reasons", "thanh tra", "--by", "u-3");
        assertThat(why.out()).contains("mở dữ liệu cá nhân", "tự khai", "đối chiếu bản giấy");
        var looked = JSON.readTree(sovang("access", "--user", "u-3", "--json").out());
        assertThat(looked.get("entries").valueStream().map(e -> e.get("kind").asString()))
                .as("who reads the log, and its reasons, is in it")
                .containsExactlyInAnyOrder("Searched", "Unmasked");

        assertThat(sovang("export", access, "--access").code()).isZero();
        var key = Files.readString(folder.resolve("data/keys/access/vkey")).strip();
        assertThat(key).startsWith("sovang.test/access/access+");
        assertThat(sovang("verify", access, "--vkey", key).code()).isZero();
        assertThat(sovang("verify", ledger, "--vkey", key).code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "--subject x, 2, ID_MALFORMED",
        "--kind Guessed, 2, VALUE_UNKNOWN",
        "--from yesterday, 2, DATE_MALFORMED",
        "--limit 0, 2, LIMIT_OUT_OF_RANGE",
    })
    void a_bad_question_is_named(String line, int code, String failure) {
        var ran = sovang("access", line.split(" "));
        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.err()).contains(failure).doesNotContain("Exception");
    }
}
