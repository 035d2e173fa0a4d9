package vn.sovang.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.testing.ChildJvm;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.KeyType;
import vn.sovang.tlog.SignedNote;
import vn.sovang.witness.Witness.Answer;

class KilledWitnessTest {
    private final SmallLog log = KilledWitness.log();

    @TempDir private Path folder;

    @BeforeEach
    void make() throws IOException {
        Witness.make(folder, "w.example", KeyType.ED25519_COSIGNATURE, new SecureRandom());
        Witness.trust(folder, log.signer().verifierKey());
    }

    @Test
    void a_cosignature_that_was_stored_and_never_sent_is_asked_for_again() throws Exception {
        var dying = ChildJvm.start(KilledWitness.class, folder.toString(), "0", "halt");
        assertThat(dying.waitFor()).isEqualTo(137);
        var witness = Witness.open(folder, InstantSource.system());
        assertThat(witness.addCheckpoint(log.request(0, 1)))
                .as("the log does not know that it was cosigned")
                .isEqualTo(new Answer.OtherSize(1));
        assertThat(witness.addCheckpoint(log.request(1, 1))).isInstanceOf(Answer.Cosigned.class);
        assertThat(witness.addCheckpoint(log.request(1, 2))).isInstanceOf(Answer.Cosigned.class);
    }

    @Test
    void killed_at_any_moment_it_remembers_all_it_answered() throws Exception {
        var random = new Random();
        int answered = 0;
        for (int round = 0; round < 3; round++) {
            var working =
                    ChildJvm.start(
                            KilledWitness.class, folder.toString(), Integer.toString(answered));
            int last = answered;
            try (var output = working.inputReader()) {
                int until = answered + 1 + random.nextInt(60);
                while (last < until) {
                    last = Integer.parseInt(output.readLine());
                }
                working.destroyForcibly().waitFor();
            }
            answered = remembered();
            assertThat(answered).isGreaterThanOrEqualTo(last);
        }
    }

    private int remembered() throws IOException {
        var note =
                Witness.open(folder, InstantSource.system())
                        .last(Witness.nameOf("killed.example"))
                        .orElseThrow();
        return (int) Checkpoint.of(SignedNote.parse(note)).size();
    }
}
