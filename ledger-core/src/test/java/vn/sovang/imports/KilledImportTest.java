package vn.sovang.imports;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission.Receipt;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.ImportCompleted;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.testing.ChildJvm;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.vocabulary.ImportId;

/// kill -9 in the middle of an import: the whole file is there, or nothing of it; and the same file
/// once more brings it in exactly once.
class KilledImportTest {
    private static final int ROUNDS = 4;

    private static final String SESSIONS =
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
            """;

    @Test
    void a_killed_import_is_there_whole_or_not_at_all(@TempDir Path folder)
            throws IOException, InterruptedException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("KilledImportTest seed=" + seed);
        var random = new Random(seed);
        var settings = TestDatabase.freshSettings();
        int whole = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var request = new UUID(random.nextLong(), random.nextLong());
            kill(settings, folder, request, random.nextInt(700));
            try (var it = TestLedger.open(settings, folder)) {
                long before = it.ledger().feed().head();
                int stored = factsOf(it, request);
                assertThat(stored).as("round " + round).isIn(0, KilledImporter.EVENTS);
                whole += stored == 0 ? 0 : 1;
                var again = it.ledger().submit(KilledImporter.file(request));
                assertThat(again)
                        .isInstanceOfSatisfying(
                                Receipt.class, r -> assertThat(r.repeated()).isEqualTo(stored > 0));
                assertThat(factsOf(it, request)).isEqualTo(KilledImporter.EVENTS);
                assertThat(it.ledger().feed().head())
                        .isEqualTo(before + KilledImporter.EVENTS - stored);
                assertThat(it.ledger().check(n -> {}).findings()).isEmpty();
            }
        }
        System.out.println("KilledImportTest whole=" + whole + " of " + ROUNDS);
    }

    private static void kill(DatabaseSettings settings, Path folder, UUID request, int delay)
            throws IOException, InterruptedException {
        var marker = folder.resolve("marker-" + request);
        var child =
                ChildJvm.start(
                        KilledImporter.class,
                        TestDatabase.directory().toString(),
                        settings.ledgerUrl().replaceAll(".*/", ""),
                        folder.toString(),
                        request.toString(),
                        marker.toString());
        await().pollInterval(Duration.ofMillis(2))
                .atMost(60, SECONDS)
                .until(() -> Files.exists(marker) || !child.isAlive());
        assertThat(child.isAlive()).as("the importer works until it is killed").isTrue();
        // A moment drawn at random within the time the import takes.
        child.waitFor(Duration.ofMillis(delay));
        child.destroyForcibly().waitFor();
        await().atMost(30, SECONDS).until(() -> sessions(settings) == 0);
    }

    /// Sessions of the killed process: its last COMMIT may still be on its way.
    private static int sessions(DatabaseSettings settings) throws SQLException {
        try (var connection = TestDatabase.superuser(settings);
                var statement = connection.prepareStatement(SESSIONS);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static int factsOf(TestLedger it, UUID request) {
        // The killed node's transaction may still be ending: asking for the log's lock waits for
        // it.
        it.ledger().seal();
        var tag = new ImportId(request).tag();
        int facts = it.ledger().read(Set.of(new TagQuery(Set.of(tag), Set.of()))).size();
        int ends = it.ledger().read(Set.of(TagQuery.of(tag, ImportCompleted.class))).size();
        assertThat(ends).isEqualTo(facts == 0 ? 0 : 1);
        return facts;
    }
}
