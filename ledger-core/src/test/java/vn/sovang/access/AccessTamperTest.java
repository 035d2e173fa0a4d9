package vn.sovang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.access.AccessEntry.Opened;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.seal.Finding;
import vn.sovang.seal.LogDirectory;
import vn.sovang.seal.LogExport;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;

/// What a superuser does to the access log is found by the code that finds it in the ledger.
class AccessTamperTest {
    private static final int ENTRIES = 300;
    private static final Accessor CLERK = Accessor.claimed("u-1", "CLERK");

    @TempDir private static Path folder;

    private static DatabaseSettings original;

    @BeforeAll
    static void read_three_hundred_records() {
        original = TestDatabase.freshSettings();
        try (var it = TestLedger.open(original, folder)) {
            var access = it.ledger().access();
            for (int i = 0; i < ENTRIES / 3; i++) {
                access.enter(CLERK, List.of(opened(), opened(), new Exported("export", "1.." + i)));
            }
            access.seal();
        }
    }

    private static Opened opened() {
        return new Opened("GET /khen-thuong/{id}", List.of(UUID.randomUUID()));
    }

    private static List<Finding> findings(TestLedger it) {
        assertThat(it.ledger().check(n -> {}).findings()).as("the ledger itself").isEmpty();
        return it.ledger().access().check(n -> {}).findings();
    }

    private static DatabaseSettings damaged(String attack) throws SQLException {
        var copy = TestDatabase.copyOf(original);
        try (var admin = TestDatabase.superuser(copy);
                var statement = admin.createStatement()) {
            for (var state : List.of("D", "A")) {
                statement.execute(
                        "update pg_trigger set tgenabled = '"
                                + state
                                + "' where not tgisinternal"
                                + " and tgrelid::regclass::text like 'access.%'");
                if (state.equals("D")) {
                    statement.execute(attack);
                }
            }
        }
        return copy;
    }

    @Test
    void a_log_nobody_touched_is_intact() throws SQLException {
        try (var it = TestLedger.open(damaged("select 1"), folder)) {
            var report = it.ledger().access().check(n -> {});
            assertThat(report.findings()).isEmpty();
            assertThat(report.size()).isEqualTo(ENTRIES);
            assertThat(report.checkpoints()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "another user, with a fitting hash|40|LEAF,TILE,CHECKPOINT,APPEND|"
                        + "update access.event set leaf = forged, leaf_hash ="
                        + " sha256(byteacat('\\x00', forged)) from (select convert_to(replace("
                        + "convert_from(leaf, 'UTF8'), 'u-1', 'u-7'), 'UTF8') forged"
                        + " from access.event where position = 40) f where position = 40",
                "a record that was never opened|77|INDEX|"
                        + "update access.event_tag set tag = 'subject:' where position = 77"
                        + " and tag like 'subject:%'",
                "an entry removed|120|POSITION|delete from access.event where position = 120",
                "the last entry removed|300|ANCHOR|delete from access.event where position = 300",
                "an entry inserted by hand|301|APPEND|"
                        + "insert into access.event select 301, recorded_at, type, leaf, leaf_hash"
                        + " from access.event where position = 300",
                "a byte of a tile|1|TILE|"
                        + "update access.tile set data = set_byte(data, 9, get_byte(data, 9) # 1)",
            })
    void check_names_what_was_done(String what, long position, String kinds, String attack)
            throws SQLException {
        try (var it = TestLedger.open(damaged(attack), folder)) {
            assertThat(findings(it))
                    .as(what)
                    .anyMatch(f ->
                            kinds.contains(f.what().name())
                                    && (f.position() == position
                                            || f.explanation().contains(" " + position)));
        }
    }

    @Test
    void a_log_with_a_row_of_somebody_elses_lets_nothing_be_unmasked_or_exported()
            throws SQLException {
        var copy =
                damaged(
                        "insert into access.event select 301, recorded_at, type, leaf, leaf_hash"
                                + " from access.event where position = 300");
        try (var it = TestLedger.open(copy, folder)) {
            var access = it.ledger().access();
            assertThatThrownBy(() -> access.enter(CLERK, List.of(new Exported("export", "1"))))
                    .isInstanceOf(AccessNotEntered.class)
                    .hasMessageContaining("301");
            assertThat(it.ledger().alarms())
                    .anyMatch(alarm -> alarm.startsWith("ACCESS: NOT_OURS"));
        }
    }

    @Test
    void the_exported_log_is_verified_by_the_same_code(@TempDir Path export)
            throws IOException, SQLException {
        try (var it = TestLedger.open(damaged("select 1"), folder)) {
            var access = it.ledger().access();
            var key = access.verifierKey();
            assertThat(key.name()).isEqualTo("test.example/ledger/access");
            assertThat(key.toString()).isNotEqualTo(it.ledger().verifierKey().toString());
            new LogExport(access.published()).write(access.seal(), key, export, n -> {});
            assertThat(LogDirectory.verify(export, key, n -> {}).findings()).isEmpty();
            assertThat(LogDirectory.verify(export, it.ledger().verifierKey(), n -> {}).findings())
                    .as("the ledger's key is not this log's")
                    .isNotEmpty();
            var entries = export.resolve("tile/entries/000");
            var bytes = Files.readAllBytes(entries);
            bytes[bytes.length / 2] ^= 1;
            Files.write(entries, bytes);
            assertThat(LogDirectory.verify(export, key, n -> {}).findings()).isNotEmpty();
        }
    }
}
