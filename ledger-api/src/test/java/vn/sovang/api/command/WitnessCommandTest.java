package vn.sovang.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.api.testing.Terminal;
import vn.sovang.api.text.Messages;
import vn.sovang.tlog.NoteSignature;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.VerifierKey;

/// Witnessing by USB stick, as an office and its witness would type it.
class WitnessCommandTest {
    @TempDir Path folder;

    private Terminal it;

    @BeforeEach
    void open() {
        it = Terminal.fresh(data(), "sovang.test/usb");
    }

    private Terminal.Ran sovang(Object... words) {
        return it.run(Messages.VIETNAMESE, words);
    }

    private String done(Object... arguments) {
        var ran = sovang(arguments);
        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        return ran.out();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path witness(String name) {
        return folder.resolve("witness-" + name);
    }

    /// @return the line of the policy
    private String makeWitness(String name, String... more) throws IOException {
        var words = new ArrayList<Object>(List.of("witness", "init", name + ".example"));
        words.addAll(List.of("--dir", witness(name)));
        words.addAll(List.of(more));
        var vkey = VerifierKey.parse(done(words.toArray()).strip());
        var log = Files.readString(data().resolve("keys/vkey")).strip();
        assertThat(done("witness", "trust", log, "--dir", witness(name)))
                .contains("sovang.test/usb");
        return "witness " + name + " " + vkey;
    }

    private void carry(String name) {
        var stick = folder.resolve("request");
        done("witness", "request", "--data", data(), "--witness", name, "--out", stick);
        var answer = folder.resolve("answer");
        done("witness", "cosign", stick, "--dir", witness(name), "--out", answer);
        assertThat(done("witness", "accept", answer, "--data", data()))
                .contains("Đã nhận: " + name);
    }

    @Test
    void a_stick_carries_a_request_out_and_a_cosignature_back() throws IOException {
        done("check", "--data", data());
        var policy = data().resolve("keys/policy");
        Files.writeString(
                policy,
                String.join(
                        "\n",
                        makeWitness("a"),
                        makeWitness("b", "--post-quantum"),
                        "group both all a b",
                        "quorum both",
                        ""));
        var export = folder.resolve("export");
        var vkey = Files.readString(data().resolve("keys/vkey")).strip();
        done("export", export, "--data", data());

        carry("a");
        done("export", export, "--data", data());
        var short_ = sovang("verify", export, "--vkey", vkey, "--policy", policy);
        assertThat(short_.code()).isEqualTo(1);
        assertThat(short_.out()).contains("Bên chứng kiến a đã ký", "còn thiếu: b.");

        carry("b");
        carry("a");
        done("export", export, "--data", data());
        assertThat(done("verify", export, "--vkey", vkey, "--policy", policy))
                .contains("Đủ bên chứng kiến");
        var note = SignedNote.parse(Files.readAllBytes(export.resolve("checkpoint")));
        assertThat(note.signatures())
                .extracting(NoteSignature::keyName)
                .containsExactly("sovang.test/usb", "a.example", "b.example");
        assertThat(done("check", "--data", data())).contains("Nguyên vẹn");
    }

    @Test
    void what_is_on_the_stick_is_not_believed() throws IOException {
        done("check", "--data", data());
        Files.writeString(data().resolve("keys/policy"), makeWitness("a") + "\nquorum a\n");
        var stick = folder.resolve("request");
        done("witness", "request", "--data", data(), "--out", stick);
        var text = Files.readString(stick);

        var forged =
                Files.writeString(folder.resolve("forged"), text.replaceFirst("\n\\d+\n", "\n7\n"));
        var refused = sovang("witness", "cosign", forged, "--dir", witness("a"));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("KHÔNG ký");

        done("witness", "init", "stranger.example", "--dir", witness("s"));
        var unknown = sovang("witness", "cosign", stick, "--dir", witness("s"));
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("sovang.test/usb");

        var answer = folder.resolve("answer");
        Files.writeString(answer, done("witness", "cosign", stick, "--dir", witness("a")));
        var line = Files.readString(answer);
        Files.writeString(answer, line.replace("AAAA", "AAAB"));
        var wrong = sovang("witness", "accept", answer, "--data", data());
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("Không nhận").doesNotContain("Exception");

        Files.writeString(answer, "hello\n");
        var garbage = sovang("witness", "accept", answer, "--data", data());
        assertThat(garbage.code()).isEqualTo(2);
        assertThat(garbage.err()).contains("WITNESS_TEXT_MALFORMED");

        var again = sovang("witness", "request", "--data", data(), "--old", "0");
        Files.writeString(stick, again.out());
        var size = sovang("witness", "cosign", stick, "--dir", witness("a"));
        assertThat(size.code()).isEqualTo(1);
        assertThat(size.err()).contains("--old");
    }

    @Test
    void wrong_usage_and_wrong_files_are_named() throws IOException {
        assertThat(sovang("witness").code()).isEqualTo(2);
        assertThat(sovang("witness", "trust", "nonsense", "--dir", witness("a")).err())
                .contains("WITNESS_TEXT_MALFORMED");
        var none = sovang("witness", "serve", "--dir", witness("none"));
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("WITNESS_NOT_READY").doesNotContain("\tat ");
        assertThat(sovang("witness", "serve", "--listen", "8090").code()).isEqualTo(2);
        Files.createDirectories(data().resolve("keys"));
        Files.writeString(data().resolve("keys/policy"), "quorum nobody\n");
        var policy = sovang("check", "--data", data());
        assertThat(policy.code()).isEqualTo(2);
        assertThat(policy.err()).contains("POLICY_FILE_UNUSABLE", "line 1");
        assertThat(sovang("witness", "request", "--data", data(), "--old", "-1").code())
                .isEqualTo(2);
    }
}
