package vn.sovang.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.tlog.AddCheckpointRequest.Verdict;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.KeyType;
import vn.sovang.tlog.NoteVerdict;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.witness.Witness.Answer;

class WitnessTest {
    private static final String ORIGIN = "ledger.example/tdkt";

    /// 2024-06-30T00:00:00Z, the time of the worked example's first cosignature.
    private static final Instant COSIGNED_AT = Instant.ofEpochSecond(1_719_705_600L);

    @TempDir private Path folder;

    private static byte[] vector(String name) {
        try (var in = WitnessTest.class.getResourceAsStream("/tlog/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VerifierKey key(String name) {
        return new String(vector("VALUES.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> VerifierKey.parse(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    /// The witness of the worked example: its seed is published.
    private Witness w1() throws IOException {
        Files.writeString(
                folder.resolve("witness.key"),
                "ED25519_COSIGNATURE witness.example/w1"
                        + " 202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f\n");
        Witness.trust(folder, key("log.vkey"));
        return Witness.open(folder, InstantSource.fixed(COSIGNED_AT));
    }

    private static byte[] request(int old) {
        return vector("small/proofs/consistency-%d-5.txt".formatted(old));
    }

    private static String line(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Cosigned.class);
        var lines = ((Answer.Cosigned) answer).lines();
        assertThat(lines).hasSize(1);
        return lines.getFirst().line();
    }

    private byte[] state() throws IOException {
        return Files.readAllBytes(folder.resolve("state").resolve(Witness.nameOf(ORIGIN)));
    }

    @Test
    void the_cosignature_of_the_worked_example_is_reproduced_byte_for_byte() throws IOException {
        var expected =
                new String(vector("small/cosigned/checkpoint.5"), StandardCharsets.UTF_8)
                        .lines()
                        .filter(l -> l.startsWith("— witness.example/w1 "))
                        .findFirst()
                        .orElseThrow();
        assertThat(line(w1().addCheckpoint(request(0)))).isEqualTo(expected);
    }

    @Test
    void what_was_cosigned_last_is_kept_with_the_logs_signature_and_its_own() throws IOException {
        var witness = w1();
        assertThat(witness.last(Witness.nameOf(ORIGIN))).isEmpty();
        witness.addCheckpoint(request(0));
        assertThat(witness.last(Witness.nameOf(ORIGIN))).hasValue(state());
        var note = SignedNote.parse(state());
        assertThat(note.verify(List.of(key("log.vkey"), witness.verifierKey())))
                .isInstanceOfSatisfying(
                        NoteVerdict.Verified.class, v -> assertThat(v.by()).hasSize(2));
        assertThat(Checkpoint.of(note).size()).isEqualTo(5);
        assertThat(witness.last("../witness.key")).isEmpty();
    }

    @Test
    void an_older_witness_folder_goes_on_where_it_stood() throws IOException {
        var log = new SmallLog(ORIGIN + "/own", "a", 9, 9);
        Witness.make(folder, "w.example", KeyType.ED25519_COSIGNATURE, new SecureRandom());
        Witness.trust(folder, log.signer().verifierKey());
        for (int size = 1; size <= 9; size++) {
            var witness = Witness.open(folder, InstantSource.system());
            line(witness.addCheckpoint(log.request(size - 1, size)));
        }
        assertThat(Witness.open(folder, InstantSource.system()).addCheckpoint(log.request(3, 9)))
                .isEqualTo(new Answer.OtherSize(9));
    }

    @Test
    void the_same_size_again_is_cosigned_with_the_time_of_now() throws IOException {
        var log = new SmallLog("x.example", "a", 3, 3);
        var clock = new TestClock();
        Witness.make(folder, "w.example", KeyType.ED25519_COSIGNATURE, new SecureRandom());
        Witness.trust(folder, log.signer().verifierKey());
        var witness = Witness.open(folder, clock);
        var first = line(witness.addCheckpoint(log.request(0, 3)));
        clock.advance(Witnesses.FRESH);
        var second = line(witness.addCheckpoint(log.request(3, 3)));
        assertThat(second).isNotEqualTo(first);
        var note =
                SignedNote.parse(
                        Files.readAllBytes(
                                folder.resolve("state").resolve(Witness.nameOf("x.example"))));
        assertThat(note.signatures()).as("the older time is replaced").hasSize(2);
        assertThat(note.signatures().getLast().line()).isEqualTo(second);
    }

    @Test
    void refuses_as_the_specification_says() throws IOException {
        var witness = w1();
        line(witness.addCheckpoint(vector("small/proofs/consistency-0-5.txt")));
        assertThat(witness.addCheckpoint(request(3))).isEqualTo(new Answer.OtherSize(5));
        var fork = new String(request(5), StandardCharsets.UTF_8);
        var forked =
                fork.substring(0, fork.indexOf("\n\n") + 2)
                        + new String(vector("forked/log/checkpoint"), StandardCharsets.UTF_8);
        var before = state();
        assertThat(witness.addCheckpoint(forked.getBytes(StandardCharsets.UTF_8)))
                .as("validly signed by the log, another history")
                .isEqualTo(new Answer.Refused(Verdict.NOT_CONSISTENT));
        assertThat(
                        witness.addCheckpoint(
                                fork.replace("old 5", "old 6").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Answer.Refused(Verdict.OLD_SIZE_BEYOND_NEW));
        assertThat(
                        witness.addCheckpoint(
                                fork.replace("tdkt\n5\n", "tdkt\n6\n")
                                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Answer.Refused(Verdict.NOT_SIGNED_BY_LOG));
        assertThat(
                        witness.addCheckpoint(
                                fork.replace("old", "new").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Answer.Malformed.class);
        assertThat(witness.addCheckpoint(new SmallLog("other.example", "a", 1, 1).request(0, 1)))
                .isEqualTo(new Answer.UnknownLog("other.example"));
        assertThat(state()).as("a refusal changes nothing").isEqualTo(before);
    }

    @Test
    void a_log_that_changes_its_key_is_trusted_under_both() throws IOException {
        var witness = w1();
        line(witness.addCheckpoint(request(0)));
        var rotated = vector("small/rotated/checkpoint.5");
        var body = ("old 5\n\n" + new String(rotated, StandardCharsets.UTF_8));
        assertThat(Witness.trust(folder, key("rotated.vkey"))).isTrue();
        assertThat(Witness.trust(folder, key("rotated.vkey"))).as("once").isFalse();
        line(witness.addCheckpoint(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(SignedNote.parse(state()).signatures())
                .as("old key, new key, witness")
                .hasSize(3);
    }

    @Test
    void a_post_quantum_witness_cosigns_too() throws IOException {
        var key =
                Witness.make(
                        folder, "pq.example", KeyType.ML_DSA_44_COSIGNATURE, new SecureRandom());
        Witness.trust(folder, key("log.vkey"));
        line(Witness.open(folder, InstantSource.system()).addCheckpoint(request(0)));
        assertThat(SignedNote.parse(state()).verify(List.of(key)))
                .isInstanceOf(NoteVerdict.Verified.class);
    }

    @Test
    void a_damaged_state_is_never_taken_for_none() throws IOException {
        var witness = w1();
        line(witness.addCheckpoint(request(0)));
        Files.write(folder.resolve("state").resolve(Witness.nameOf(ORIGIN)), new byte[0]);
        assertThatThrownBy(() -> witness.addCheckpoint(request(0)))
                .isInstanceOf(WitnessNotReady.class);
    }

    @Test
    void the_key_is_made_once_and_is_the_owners_alone() throws IOException {
        var random = new SecureRandom();
        assertThatThrownBy(() -> Witness.open(folder, InstantSource.system()))
                .isInstanceOf(WitnessNotReady.class);
        var key = Witness.make(folder, "w.example", KeyType.ED25519_COSIGNATURE, random);
        assertThat(Witness.make(folder, "w.example", KeyType.ED25519_COSIGNATURE, random))
                .isEqualTo(key);
        assertThat(Files.readString(folder.resolve("vkey"))).isEqualTo(key + "\n");
        assertThat(Files.getPosixFilePermissions(folder.resolve("witness.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() ->
                        Witness.make(folder, "v.example", KeyType.ED25519_COSIGNATURE, random))
                .isInstanceOf(WitnessNotReady.class);
        Files.writeString(folder.resolve("witness.key"), "ED25519_COSIGNATURE w.example 00ff\n");
        assertThatThrownBy(() -> Witness.open(folder, InstantSource.system()))
                .isInstanceOf(WitnessNotReady.class)
                .hasMessageNotContaining("00ff");
    }
}
