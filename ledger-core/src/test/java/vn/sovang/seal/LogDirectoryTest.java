package vn.sovang.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.origin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.seal.Finding.What;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.tlog.EntryBundle;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.Tile;
import vn.sovang.tlog.TilePath;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.unit.RegisterUnit;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// An export proves itself without the database, and the check of the database finds what a
/// superuser changed in it.
class LogDirectoryTest {
    @TempDir private Path folder;

    private final DatabaseSettings settings = TestDatabase.freshSettings();

    private static void fill(TestLedger it, int units) {
        for (int i = 0; i < units; i++) {
            it.ledger()
                    .submit(
                            new RegisterUnit(
                                    origin("an", "2024-01-02"),
                                    new UnitRegistered(
                                            new UnitId(UUID.randomUUID()),
                                            "Trường " + i,
                                            "Trường " + i,
                                            UnitLevel.CO_SO,
                                            null,
                                            null,
                                            null,
                                            false)));
        }
    }

    private VerifierKey key() throws IOException {
        return VerifierKey.parse(Files.readString(folder.resolve("keys/vkey")).strip());
    }

    private Path export(TestLedger it) throws IOException {
        var directory = folder.resolve("export");
        new LogExport(new PublishedLog(it.database().ledger()))
                .write(it.ledger().seal(), key(), directory, n -> {});
        return directory;
    }

    private CheckReport check(TestLedger it) throws IOException {
        return it.ledger().check(n -> {});
    }

    @Test
    void an_export_verifies_and_one_flipped_byte_in_any_file_is_found() throws IOException {
        try (var it = TestLedger.open(settings, folder)) {
            fill(it, 200);
            var directory = export(it);
            var report = LogDirectory.verify(directory, key(), n -> {});
            assertThat(report.findings()).isEmpty();
            assertThat(report.size()).isEqualTo(it.ledger().feed().head()).isGreaterThan(256);

            int flipped = 0;
            for (var file : files(directory)) {
                var bytes = Files.readAllBytes(file);
                for (int at : List.of(0, bytes.length / 2, bytes.length - 1)) {
                    bytes[at] ^= 1;
                    Files.write(file, bytes);
                    assertThat(LogDirectory.verify(directory, key(), n -> {}).intact())
                            .as(file + " byte " + at)
                            .isFalse();
                    bytes[at] ^= 1;
                    flipped++;
                }
                Files.write(file, bytes);
            }
            assertThat(flipped).as("bytes flipped").isGreaterThan(15);
            assertThat(LogDirectory.verify(directory, key(), n -> {}).intact()).isTrue();
        }
    }

    @Test
    void a_missing_and_a_strange_file_are_found() throws IOException {
        try (var it = TestLedger.open(settings, folder)) {
            fill(it, 200);
            var directory = export(it);
            Files.writeString(directory.resolve("tile/0/stranger"), "x");
            Files.delete(directory.resolve("tile/entries/000"));
            var report = LogDirectory.verify(directory, key(), n -> {});
            assertThat(report.findings()).extracting(Finding::what).contains(What.FILE);
            assertThat(report.findings())
                    .extracting(Finding::explanation)
                    .anyMatch(e -> e.contains("tile/entries/000 is missing"))
                    .anyMatch(e -> e.contains("stranger"));
        }
    }

    @Test
    void an_export_goes_on_where_the_last_one_ended() throws IOException {
        try (var it = TestLedger.open(settings, folder)) {
            export(it);
            fill(it, 200);
            var directory = export(it);
            assertThat(LogDirectory.verify(directory, key(), n -> {}).findings()).isEmpty();
        }
    }

    @Test
    void proofs_from_tiles_verify_against_published_roots() throws IOException {
        try (var it = TestLedger.open(settings, folder)) {
            var before = it.ledger().seal();
            fill(it, 300);
            var now = it.ledger().seal();
            var log = new PublishedLog(it.database().ledger());
            assertThat(log.consistency(before.size(), now.size()).verify(before.root(), now.root()))
                    .isTrue();
            var first = new EntryBundle(0, TilePath.FULL_WIDTH);
            var leaves = first.parse(log.read(first, now.size()).orElseThrow());
            for (int i = 0; i < leaves.size(); i += 17) {
                assertThat(
                                log.inclusion(i + 1, now.size())
                                        .verify(Hash.ofLeaf(leaves.get(i)), now.root()))
                        .as("event " + (i + 1))
                        .isTrue();
            }
            assertThat(log.checkpoint(before.size())).contains(before);
            assertThat(log.read(new Tile(0, 1, 20), before.size()))
                    .as("nothing beyond the published size")
                    .isEmpty();
        }
    }

    @Test
    void a_healthy_ledger_passes_its_check() throws IOException {
        try (var it = TestLedger.open(settings, folder)) {
            fill(it, 300);
            it.ledger().seal();
            fill(it, 3);
            var report = check(it);
            assertThat(report.findings()).isEmpty();
            assertThat(report.size()).isEqualTo(it.ledger().feed().head());
            assertThat(report.checkpoints()).isEqualTo(1);
        }
    }

    @Test
    void the_check_names_what_a_superuser_changed() throws IOException, SQLException {
        try (var it = TestLedger.open(settings, folder)) {
            fill(it, 300);
            it.ledger().seal();
            attack("delete from ledger.event_tag where position = 120");
            assertThat(check(it).findings())
                    .singleElement()
                    .satisfies(f -> {
                        assertThat(f.what()).isEqualTo(What.INDEX);
                        assertThat(f.position()).isEqualTo(120);
                    });
            attack("update ledger.tile set data = set_byte(data, 40, get_byte(data, 40) # 1)");
            assertThat(check(it).findings())
                    .extracting(Finding::what)
                    .containsExactlyInAnyOrder(What.TILE, What.INDEX);
            attack(
                    "update ledger.event set recorded_at = recorded_at - interval '1 day'"
                            + " where position = 200");
            assertThat(check(it).findings())
                    .filteredOn(f -> f.position() == 200)
                    .extracting(Finding::what)
                    .contains(What.INDEX);
            attack("delete from ledger.event where position = 250");
            assertThat(check(it).findings())
                    .filteredOn(f -> f.position() == 250)
                    .extracting(Finding::what)
                    .contains(What.POSITION);
        }
    }

    private void attack(String sql) throws SQLException {
        try (var connection = TestDatabase.superuser(settings);
                var statement = connection.createStatement()) {
            statement.execute(
                    "update pg_trigger set tgenabled = 'D' where tgrelid::regclass::text like"
                            + " 'ledger.%' and not tgisinternal");
            statement.execute(sql);
            statement.execute(
                    "update pg_trigger set tgenabled = 'A' where tgrelid::regclass::text like"
                            + " 'ledger.%' and not tgisinternal");
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
