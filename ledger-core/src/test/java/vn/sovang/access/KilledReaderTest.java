package vn.sovang.access;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.testing.ChildJvm;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;

/// What a service that dies had been told is on record is on record, and the log is whole.
class KilledReaderTest {
    @Test
    void what_a_killed_service_was_told_is_on_record(@TempDir Path folder)
            throws IOException, InterruptedException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("KilledReaderTest seed=" + seed);
        var settings = TestDatabase.freshSettings();
        TestLedger.open(settings, folder).close();
        var acknowledged = Files.createFile(folder.resolve("acknowledged"));
        var reader =
                ChildJvm.start(
                        KilledReader.class,
                        TestDatabase.directory().toString(),
                        settings.ledgerUrl().replaceAll(".*/", ""),
                        folder.toString(),
                        acknowledged.toString());
        long until = 1L + new Random(seed).nextInt(20_000);
        await().pollInterval(Duration.ofMillis(2))
                .atMost(60, SECONDS)
                .until(() -> Files.size(acknowledged) >= until || !reader.isAlive());
        assertThat(reader.isAlive()).as("it works until it is killed").isTrue();
        reader.destroyForcibly().waitFor();
        try (var it = TestLedger.open(settings, folder)) {
            var access = it.ledger().access();
            // Takes the lock of the log, and so waits for the last COMMIT of the killed one.
            access.enter(Accessor.NOBODY, List.of(new Exported("after", "all")));
            var stored = new HashSet<String>();
            @Nullable Long after = 0L;
            while (after != null) {
                var page = access.find(AccessQuestion.ALL.page(after, AccessQuestion.MAX_LIMIT));
                page.lines().forEach(line -> stored.add(((Exported) line.what()).what()));
                after = page.next();
            }
            assertThat(stored).containsAll(Files.readAllLines(acknowledged));
            access.seal();
            assertThat(access.check(n -> {}).findings()).isEmpty();
        }
    }
}
