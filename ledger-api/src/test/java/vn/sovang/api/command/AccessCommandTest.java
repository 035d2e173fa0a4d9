package vn.sovang.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.testing.Terminal;
import vn.sovang.api.text.Messages;
import vn.sovang.privacy.Unmasking;
import vn.sovang.vocabulary.Sealed;

/// What the command line takes away or looks at is on record, and can be asked for there.
class AccessCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private static Path folder;

    private static Terminal it;

    /// Another office: what is asked wrongly is in no other test's log.
    private static Terminal asked;

    @BeforeAll
    static void open() {
        it = Terminal.fresh(folder.resolve("data"), "sovang.test/access");
        asked = Terminal.fresh(folder.resolve("asked"), "sovang.test/asked");
    }

    private static Terminal.Ran verify(String export, String key) {
        return Terminal.say(Messages.VIETNAMESE, "verify", export, "--vkey", key);
    }

    private static void unmask() {
        try (var installation = it.open()) {
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
        assertThat(it.sovang("export", ledger, "--by", "u-2").code()).isZero();
        assertThat(it.sovang("check").out()).contains("Nhật ký truy cập có 2 mục");

        var found = it.sovang("access", "--json");
        assertThat(found.code()).as(found.err()).isZero();
        var entries = JSON.readTree(found.out()).get("entries");
        assertThat(entries.valueStream().map(e -> e.get("kind").asString()))
                .containsExactly("Unmasked", "Exported", "Checked", "Checked");
        assertThat(entries.get(1).get("user").asString()).isEqualTo("u-2");
        assertThat(found.out()).doesNotContain("đối chiếu");

        var why = it.sovang("access", "--user", "u-1", "--reasons", "thanh tra", "--by", "u-3");
        assertThat(why.out()).contains("mở dữ liệu cá nhân", "tự khai", "đối chiếu bản giấy");
        var looked = JSON.readTree(it.sovang("access", "--user", "u-3", "--json").out());
        assertThat(looked.get("entries").valueStream().map(e -> e.get("kind").asString()))
                .as("who reads the log, and its reasons, is in it")
                .containsExactlyInAnyOrder("Searched", "Unmasked");

        assertThat(it.sovang("export", access, "--access").code()).isZero();
        var key = Files.readString(folder.resolve("data/keys/access/vkey")).strip();
        assertThat(key).startsWith("sovang.test/access/access+");
        assertThat(verify(access, key).code()).isZero();
        assertThat(verify(ledger, key).code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "--subject x, 2, ID_MALFORMED",
        "--kind Guessed, 2, VALUE_UNKNOWN",
        "--from yesterday, 2, DATE_MALFORMED",
        "--limit 0, 2, LIMIT_OUT_OF_RANGE",
    })
    void a_bad_question_is_named(String line, int code, String failure) {
        var ran = asked.sovang("access", (Object[]) line.split(" "));
        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.err()).contains(failure).doesNotContain("Exception");
    }
}
