package vn.sovang.bulk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.decider.TagQuery;
import vn.sovang.testing.BulkFile;
import vn.sovang.testing.ChildJvm;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;

/// kill -9 between two chunks: while the process lives nobody else takes the import up, once it is
/// dead the next one takes it to its end.
class KilledBulkImportTest {
    @Test
    void the_next_process_goes_on_where_a_killed_one_stopped(@TempDir Path folder)
            throws IOException, InterruptedException {
        var settings = TestDatabase.freshSettings();
        var file = new BulkFile("killed").with("1").with("2").with("3");
        var marker = folder.resolve("marker");
        try (var it = TestLedger.open(settings, folder)) {
            var bulk = it.ledger().bulkImports().withChunksOf(2);
            var rows = bulk.begin(file.head());
            file.entries().forEach(rows::add);
            rows.whole(file.head(), "{}");
            long before = it.ledger().feed().head();
            var child =
                    ChildJvm.start(
                            KilledBulkImporter.class,
                            TestDatabase.directory().toString(),
                            settings.ledgerUrl().replaceAll(".*/", ""),
                            folder.toString(),
                            file.imported().toString(),
                            "4",
                            marker.toString());
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(60, SECONDS)
                    .until(() -> Files.exists(marker) || !child.isAlive());
            assertThat(child.isAlive()).isTrue();
            assertThat(bulk.resume()).as("it is being worked on").isZero();
            assertThat(it.ledger().feed().head()).isEqualTo(before + 4);

            child.destroyForcibly().waitFor();

            await().atMost(30, SECONDS).until(() -> bulk.resume() == 1);
            assertThat(it.ledger().feed().head()).isEqualTo(before + 10);
            var tag = new TagQuery(Set.of(file.imported().tag()), Set.of());
            assertThat(it.ledger().read(Set.of(tag))).hasSize(10);
            it.ledger().seal();
            assertThat(it.ledger().check(n -> {}).findings()).isEmpty();
        }
    }
}
