package vn.sovang.seal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.testing.ChildJvm;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;

/// kill -9 at any moment of appending and sealing: the next start goes on, and what was shown to
/// the world before is still what the log holds.
class KilledSealerTest {
    private static final int ROUNDS = 4;

    @Test
    void a_killed_sealer_leaves_a_log_that_fits(@TempDir Path folder)
            throws IOException, InterruptedException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("KilledSealerTest seed=" + seed);
        var random = new Random(seed);
        var settings = TestDatabase.freshSettings();
        try (var it = TestLedger.open(settings, folder)) {
            it.ledger().seal();
        }
        for (int round = 0; round < ROUNDS; round++) {
            var marker = folder.resolve("marker-" + round);
            var child =
                    ChildJvm.start(
                            KilledSealer.class,
                            TestDatabase.directory().toString(),
                            settings.ledgerUrl().replaceAll(".*/", ""),
                            folder.toString(),
                            marker.toString());
            await().pollInterval(Duration.ofMillis(2))
                    .atMost(60, SECONDS)
                    .until(() -> Files.exists(marker) || !child.isAlive());
            child.waitFor(Duration.ofMillis(random.nextInt(200)));
            assertThat(child.isAlive()).as("it works until it is killed").isTrue();
            child.destroyForcibly().waitFor();

            var shown = Files.readString(folder.resolve("anchor/checkpoint"));
            try (var it = TestLedger.open(settings, folder)) {
                var before = it.ledger().checkpoint().orElseThrow();
                assertThat(before.note()).isEqualTo(shown);
                assertThat(it.ledger().seal().size()).isEqualTo(it.ledger().feed().head());
                assertThat(it.ledger().check(n -> {}).findings()).isEmpty();
            }
        }
    }
}
