package vn.sovang.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.testing.ChildJvm;
import vn.sovang.tlog.KeyType;

class RacingWitnessesTest {
    @TempDir private Path folder;

    @Test
    void two_processes_on_one_folder_never_cosign_two_histories() throws Exception {
        Witness.make(folder, "w.example", KeyType.ED25519_COSIGNATURE, new SecureRandom());
        for (int i = 0; i < RacingWitness.LOGS; i++) {
            Witness.trust(folder, RacingWitness.log(i, "").signer().verifierKey());
        }
        var other = ChildJvm.start(RacingWitness.class, folder.toString(), "b");
        var all = new ArrayList<String>();
        try (BufferedReader output = other.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            other.getOutputStream().write('\n');
            other.getOutputStream().flush();
            all.addAll(RacingWitness.race(folder, "a"));
            output.lines().forEach(all::add);
        }
        assertThat(other.waitFor()).isZero();

        var roots = new HashMap<String, Set<String>>();
        for (var line : all) {
            var words = line.split(" ", -1);
            roots.computeIfAbsent(words[0] + " " + words[1], k -> new HashSet<>()).add(words[2]);
        }
        assertThat(roots).as("every log got somewhere").hasSize(RacingWitness.LOGS * 3);
        assertThat(roots.values()).as("one root for each size").allMatch(r -> r.size() == 1);
    }
}
