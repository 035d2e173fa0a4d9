package vn.sovang.eventstore;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.postgres.Database;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.testing.ChildJvm;
import vn.sovang.testing.TestDatabase;

/// A node that dies at any moment: what it acknowledged is stored, once and whole.
final class KilledWriterTest {
    private static final int ROUNDS = 3;

    @Test
    void what_a_killed_node_acknowledged_is_stored_once(@TempDir Path directory)
            throws IOException, SQLException, InterruptedException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("KilledWriterTest seed=" + seed);
        Random random = new Random(seed);
        DatabaseSettings settings = TestDatabase.freshSettings();
        Path acknowledged = directory.resolve("acknowledged");
        Files.createFile(acknowledged);
        try (Database database = Database.open(settings)) {
            for (int round = 0; round < ROUNDS; round++) {
                killOnceItAppends(settings, acknowledged, random);
                checkAll(database, Files.readAllLines(acknowledged));
            }
            System.out.println(
                    "KilledWriterTest acknowledged=" + Files.readAllLines(acknowledged).size());
        }
    }

    private static void killOnceItAppends(
            DatabaseSettings settings, Path acknowledged, Random random)
            throws IOException, InterruptedException {
        long before = Files.size(acknowledged);
        String name = settings.ledgerUrl().replaceAll(".*/", "");
        Process writer =
                ChildJvm.start(
                        KilledWriter.class,
                        TestDatabase.directory().toString(),
                        name,
                        acknowledged.toString());
        // From its first append on, at a byte count drawn at random, hence at a random moment.
        long until = before + 1 + random.nextInt(30_000);
        await().pollInterval(Duration.ofMillis(2))
                .atMost(30, SECONDS)
                .until(() -> Files.size(acknowledged) >= until || !writer.isAlive());
        assertThat(writer.isAlive()).as("the writer works until it is killed").isTrue();
        writer.destroyForcibly().waitFor();
    }

    private static void checkAll(Database database, List<String> acknowledged) throws SQLException {
        awaitEndOfItsTransactions(database);
        try (EventLog log = EventLog.open(database.ledger(), InstantSource.system())) {
            AtomicLong events = new AtomicLong();
            // Reading checks each leaf's hash and that no position is missing.
            long last = log.stream(0, Long.MAX_VALUE, _ -> events.incrementAndGet());
            assertThat(last).isEqualTo(events.get()).isEqualTo(log.head());
            assertThat(acknowledged).isNotEmpty();
            for (String line : acknowledged) {
                String[] words = line.split(" ", -1);
                checkRequest(log, words[0], Long.parseLong(words[1]), Long.parseLong(words[2]));
            }
        }
    }

    private static void checkRequest(EventLog log, String id, long first, long last) {
        assertThat(log.request(UUID.fromString(id)))
                .hasValueSatisfying(done -> {
                    assertThat(done.outcome().first()).isEqualTo(first);
                    assertThat(done.outcome().last()).isEqualTo(last);
                });
        assertThat(
                        Samples.positions(
                                log.read(
                                        List.of(DcbCriterion.tagged("request:" + id)),
                                        0,
                                        Long.MAX_VALUE,
                                        10)))
                .containsExactly(LongStream.rangeClosed(first, last).boxed().toArray(Long[]::new));
    }

    /// The killed node's last COMMIT may still be on its way; it holds the log's lock until then.
    private static void awaitEndOfItsTransactions(Database database) throws SQLException {
        try (Connection connection = database.ledger().getConnection()) {
            connection.setAutoCommit(false);
            assertThat(LogHead.lock(connection).position()).isPositive();
            connection.rollback();
        }
    }
}
