package vn.sovang.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Ledger;
import vn.sovang.LedgerSettings;
import vn.sovang.eventstore.EventLog;
import vn.sovang.postgres.Database;
import vn.sovang.postgres.DatabaseFailure;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.seal.Finding.What;
import vn.sovang.seal.SealingRefused.Reason;
import vn.sovang.testing.FaultyDataSource;
import vn.sovang.testing.FaultyDataSource.Fault;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.NoteSigner;
import vn.sovang.tlog.SignedNote;

/// What a start looks at, what it leaves to the check, and that sealing may break off anywhere.
class SealerStartTest {
    @TempDir private Path folder;

    private final DatabaseSettings settings = TestDatabase.freshSettings();

    private TestLedger open() {
        return TestLedger.open(settings, folder);
    }

    private void attack(String... statements) throws SQLException {
        try (var connection = TestDatabase.superuser(settings);
                var statement = connection.createStatement()) {
            statement.execute(
                    "update pg_trigger set tgenabled = 'D' where not tgisinternal and"
                            + " tgrelid::regclass::text like 'ledger.%'");
            for (var sql : statements) {
                statement.execute(sql);
            }
            statement.execute(
                    "update pg_trigger set tgenabled = 'A' where not tgisinternal and"
                            + " tgrelid::regclass::text like 'ledger.%'");
        }
    }

    /// Another leaf of the same length at the position, with its right hash.
    private static String rewrite(long position) {
        return """
        update ledger.event
        set leaf = f, leaf_hash = sha256('\\x00'::bytea || f)
        from (select position p,
                convert_to(replace(convert_from(leaf, 'UTF8'), 'Trường', 'TRƯỜNG'), 'UTF8') f
              from ledger.event where position = %d) forged
        where position = p
        """
                .formatted(position);
    }

    private static void assertRefused(TestLedger it, Reason reason, String... words) {
        assertThatThrownBy(() -> it.ledger().seal())
                .isInstanceOfSatisfying(
                        SealingRefused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .as(refused.getMessage())
                                        .isEqualTo(reason))
                .hasMessageContainingAll(words);
    }

    @Test
    void a_start_goes_on_from_the_newest_checkpoint() {
        long sealed;
        try (var it = open()) {
            Schools.fillTo(it, 300);
            sealed = it.ledger().seal().size();
        }
        try (var it = open()) {
            assertThat(it.ledger().seal().size()).isEqualTo(sealed);
            Schools.fillTo(it, 303);
            assertThat(it.ledger().seal().size()).isEqualTo(303);
            assertThat(it.ledger().check(n -> {}).findings()).isEmpty();
        }
    }

    /// Honest about the price of a fast start.
    @Test
    void what_lies_left_of_the_right_edge_is_found_by_the_check_only() throws SQLException {
        try (var it = open()) {
            Schools.fillTo(it, 300);
            it.ledger().seal();
        }
        attack(rewrite(200));
        try (var it = open()) {
            Schools.fillTo(it, 301);
            assertThat(it.ledger().seal().size()).isEqualTo(301);
            assertThat(it.ledger().check(n -> {}).findings())
                    .extracting(Finding::what)
                    .contains(What.TILE, What.CHECKPOINT, What.APPEND);
        }
    }

    @Test
    void an_altered_root_of_a_tile_is_named_at_the_start() throws SQLException {
        try (var it = open()) {
            Schools.fillTo(it, 600);
            it.ledger().seal();
        }
        attack(
                "update ledger.tile set root = set_byte(root, 9, get_byte(root, 9) # 1)"
                        + " where level = 0 and idx = 1");
        try (var it = open()) {
            assertRefused(it, Reason.FORKED, "the events themselves fit", "events 257 to 512");
        }
    }

    @Test
    void an_altered_event_is_narrowed_down_by_the_checkpoints_around_it() throws SQLException {
        try (var it = open()) {
            Schools.fillTo(it, 280);
            it.ledger().seal();
            Schools.fillTo(it, 290);
            it.ledger().seal();
            Schools.fillTo(it, 300);
            it.ledger().seal();
        }
        attack(rewrite(285));
        try (var it = open()) {
            assertRefused(it, Reason.FORKED, "the first difference lies in events 281 to 290");
        }
    }

    @Test
    void a_missing_tile_is_no_start() throws SQLException {
        try (var it = open()) {
            Schools.fillTo(it, 300);
            it.ledger().seal();
        }
        attack("delete from ledger.tile");
        try (var it = open()) {
            assertRefused(it, Reason.FORKED, "the stored tile of events 1 to 256");
        }
    }

    /// The service's role may insert into `ledger.checkpoint`; only the key makes it one.
    @Test
    void a_checkpoint_signed_by_another_key_is_no_checkpoint() throws SQLException, IOException {
        try (var it = open()) {
            it.ledger().seal();
            it.ledger().submit(Schools.school("Trường A"));
            long size = it.ledger().feed().head();
            var root = it.ledger().seal().root();
            attack("delete from ledger.checkpoint where size = " + size);
            Files.delete(folder.resolve("anchor/checkpoint"));
            var foreign = NoteSigner.ed25519("test.example/ledger", new byte[32]);
            var text = new Checkpoint("test.example/ledger", size, root).textBytes();
            var note = SignedNote.of(text, List.of(foreign.sign(text))).bytes();
            try (var connection = it.database().ledger().getConnection();
                    var insert =
                            connection.prepareStatement(
                                    "insert into ledger.checkpoint values (?, ?, ?, now())")) {
                insert.setLong(1, size);
                insert.setBytes(2, root.bytes());
                insert.setString(3, new String(note, StandardCharsets.UTF_8));
                insert.execute();
            }
        }
        try (var it = open()) {
            assertRefused(it, Reason.BAD_CHECKPOINT, "not signed by a key of this log");
        }
    }

    @Test
    void the_time_of_a_checkpoint_comes_from_the_ledgers_clock() throws SQLException {
        var then = Instant.parse("2031-02-03T04:05:06Z");
        try (var database = Database.open(settings);
                var ledger =
                        Ledger.open(
                                new LedgerSettings(
                                        database,
                                        folder.resolve("keys"),
                                        folder.resolve("anchor"),
                                        "test.example/ledger",
                                        () -> then))) {
            ledger.seal();
            try (var connection = database.ledger().getConnection();
                    var rows =
                            connection
                                    .createStatement()
                                    .executeQuery(
                                            "select signed_at = '2031-02-03T04:05:06Z' from"
                                                    + " ledger.checkpoint")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getBoolean(1)).isTrue();
            }
        }
    }

    /// A crash between the checkpoint's commit and the anchor: the checkpoint is not shown before
    /// it lies in the anchor, and the next sealing puts it there though nothing was appended.
    @Test
    void a_checkpoint_is_shown_once_it_is_anchored() throws IOException {
        try (var it = open()) {
            var sealed = it.ledger().seal();
            assertThat(it.ledger().checkpoint()).hasValue(sealed);
            Files.delete(folder.resolve("anchor/checkpoint"));
            assertThat(it.ledger().checkpoint()).isEmpty();
            assertThat(it.ledger().seal()).isEqualTo(sealed);
            assertThat(it.ledger().checkpoint()).hasValue(sealed);
            assertThat(folder.resolve("anchor/checkpoint")).hasContent(sealed.note());
        }
    }

    /// The connection breaks at each call that sealing makes, before it and after it.
    @Test
    void sealing_may_break_off_at_any_call() {
        try (var it = open()) {
            var faulty = new FaultyDataSource(it.database().ledger());
            var files = new KeyFiles(folder.resolve("keys"), new SecureRandom());
            var anchor = new Anchor(folder.resolve("anchor"));
            it.ledger().seal();
            try (var log = EventLog.open(it.database().ledger(), InstantSource.system())) {
                int broken = 0;
                for (var fault : Fault.values()) {
                    boolean more = true;
                    for (int call = 1; more; call++) {
                        it.ledger().submit(Schools.school("Trường " + fault + call));
                        var sealer =
                                new Sealer(
                                        log,
                                        faulty,
                                        files,
                                        anchor,
                                        OutsideCheckpoints.NONE,
                                        InstantSource.system());
                        faulty.breakAt(call, fault);
                        try {
                            sealer.seal();
                        } catch (DatabaseFailure expected) {
                            broken++;
                        }
                        more = faulty.hasBroken();
                        faulty.heal();
                        assertThat(sealer.seal().size()).isEqualTo(it.ledger().feed().head());
                        assertThat(it.ledger().check(n -> {}).findings()).isEmpty();
                    }
                }
                assertThat(broken).as("calls that were broken").isGreaterThan(10);
            }
        }
    }
}
