package vn.sovang.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.testing.PhanRang.origin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.NoteVerdict;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.unit.RegisterUnit;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

class SealerTest {
    private static final String REWRITE =
            """
            update ledger.event
            set leaf = l.forged, leaf_hash = sha256('\\x00'::bytea || l.forged)
            from (select position p,
                    convert_to(replace(convert_from(leaf, 'UTF8'),
                        'Lao động tiên tiến', 'Lao động tiên tiên'), 'UTF8') forged
                  from ledger.event) l
            where l.p = position and l.forged <> leaf
            """;

    @TempDir private Path folder;

    private final DatabaseSettings settings = TestDatabase.freshSettings();

    private TestLedger open() {
        return TestLedger.open(settings, folder);
    }

    private static RegisterUnit school(String name) {
        return new RegisterUnit(
                origin("an", "2024-01-02"),
                new UnitRegistered(
                        new UnitId(UUID.randomUUID()),
                        name,
                        name,
                        UnitLevel.CO_SO,
                        null,
                        null,
                        null,
                        false));
    }

    private void asSuperuser(String... statements) throws SQLException {
        try (var connection = TestDatabase.superuser(settings);
                var statement = connection.createStatement()) {
            // The schema's guards refuse even a superuser's ALTER; writing the system's own
            // catalogue
            // gets past them, and only the signed checkpoints notice.
            statement.execute(
                    "update pg_trigger set tgenabled = 'D' where tgrelid::regclass::text like"
                            + " 'ledger.%' and not tgisinternal");
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void a_checkpoint_is_a_signed_note_that_the_public_key_verifies() throws IOException {
        try (var it = open()) {
            var sealed = it.ledger().seal();
            var key = VerifierKey.parse(Files.readString(folder.resolve("keys/vkey")).strip());
            var note = SignedNote.parse(sealed.note().getBytes(StandardCharsets.UTF_8));
            assertThat(note.verify(List.of(key))).isInstanceOf(NoteVerdict.Verified.class);
            assertThat(Checkpoint.of(note))
                    .isEqualTo(new Checkpoint("test.example/ledger", sealed.size(), sealed.root()));
            assertThat(Files.readString(folder.resolve("anchor/checkpoint")))
                    .isEqualTo(sealed.note());
        }
    }

    @Test
    void each_size_is_signed_once_and_kept() throws SQLException {
        try (var it = open()) {
            long first = it.ledger().seal().size();
            assertThat(it.ledger().submit(school("Trường A"))).isInstanceOf(Receipt.class);
            long second = it.ledger().seal().size();
            assertThat(second).isEqualTo(first + 1);
            assertThat(it.ledger().seal().size()).isEqualTo(second);
        }
        try (var connection = TestDatabase.superuser(settings);
                var rows =
                        connection
                                .createStatement()
                                .executeQuery("select count(*) from ledger.checkpoint")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void a_second_node_goes_on_from_the_first_ones_checkpoint() {
        try (var one = open();
                var two = open()) {
            one.ledger().seal();
            two.ledger().submit(school("Trường A"));
            var sealed = two.ledger().seal();
            assertThat(one.ledger().seal()).isEqualTo(sealed);
        }
    }

    @Test
    void the_slower_of_two_nodes_does_not_take_the_anchor_back() throws IOException {
        try (var it = open()) {
            var small = it.ledger().seal();
            it.ledger().submit(school("Trường A"));
            var large = it.ledger().seal();
            new Anchor(folder.resolve("anchor")).advance(small);
            assertThat(Files.readString(folder.resolve("anchor/checkpoint")))
                    .isEqualTo(large.note());
        }
    }

    @Test
    void nodes_that_seal_at_the_same_time_agree() throws Exception {
        try (var one = open();
                var two = open();
                var pool = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 20; round++) {
                var tasks = new ArrayList<Callable<Object>>();
                for (var it : List.of(one, two)) {
                    var name = "Trường " + round + " " + System.identityHashCode(it);
                    tasks.add(() -> it.ledger().submit(school(name)));
                    tasks.add(() -> it.ledger().seal());
                }
                for (var done : pool.invokeAll(tasks)) {
                    done.get();
                }
                assertThat(one.ledger().seal()).isEqualTo(two.ledger().seal());
                assertThat(one.ledger().check(n -> {}).findings()).isEmpty();
            }
        }
    }

    @Test
    void a_log_rolled_back_behind_the_anchor_takes_nothing_more() throws SQLException {
        try (var it = open()) {
            it.ledger().submit(school("Trường A"));
            it.ledger().seal();
        }
        asSuperuser(
                "delete from ledger.event_tag where position ="
                        + " (select max(position) from ledger.event)",
                "delete from ledger.request where last_position ="
                        + " (select max(position) from ledger.event)",
                "delete from ledger.event where position ="
                        + " (select max(position) from ledger.event)",
                "delete from ledger.checkpoint");
        try (var it = open()) {
            assertThat(it.ledger().submit(school("Trường B")))
                    .isInstanceOfSatisfying(
                            Declined.class,
                            d ->
                                    assertThat(d.refused().code())
                                            .isEqualTo(RefusalCode.LEDGER_SUSPENDED));
            assertThatThrownBy(() -> it.ledger().seal())
                    .isInstanceOfSatisfying(
                            SealingRefused.class,
                            r ->
                                    assertThat(r.reason())
                                            .isEqualTo(SealingRefused.Reason.ROLLED_BACK));
            assertThat(it.ledger().feed().after(0, 10)).as("reading goes on").hasSize(10);
        }
    }

    @Test
    void a_log_rewritten_with_matching_hashes_is_a_fork() throws SQLException {
        try (var it = open()) {
            it.ledger().seal();
        }
        asSuperuser(REWRITE);
        try (var it = open()) {
            assertThatThrownBy(() -> it.ledger().seal())
                    .isInstanceOfSatisfying(
                            SealingRefused.class,
                            r -> assertThat(r.reason()).isEqualTo(SealingRefused.Reason.FORKED));
        }
    }

    @Test
    void an_older_anchor_catches_a_fork_signed_with_the_real_key()
            throws IOException, SQLException {
        try (var it = open()) {
            it.ledger().seal();
        }
        asSuperuser(REWRITE, "delete from ledger.checkpoint");
        resealWithTheRealNodeKey();
        var outOfReach = folder.resolve("kept-outside");
        Files.move(folder.resolve("anchor"), outOfReach);
        try (var forger = open()) {
            forger.ledger().submit(school("Trường A"));
            forger.ledger().seal();
        }
        Files.delete(folder.resolve("anchor/checkpoint"));
        Files.copy(outOfReach.resolve("checkpoint"), folder.resolve("anchor/checkpoint"));
        try (var it = open()) {
            assertThatThrownBy(() -> it.ledger().seal())
                    .isInstanceOfSatisfying(
                            SealingRefused.class,
                            r -> assertThat(r.reason()).isEqualTo(SealingRefused.Reason.FORKED));
        }
    }

    /// Whoever holds database and node key can make every append look like his own.
    private void resealWithTheRealNodeKey() throws SQLException {
        var key = new KeyFiles(folder.resolve("keys"), new SecureRandom()).nodeKeys().own();
        try (var connection = TestDatabase.superuser(settings);
                var statement = connection.createStatement()) {
            var leaves = Frontier.empty();
            try (var rows =
                    statement.executeQuery(
                            "select leaf_hash from ledger.event order by position")) {
                while (rows.next()) {
                    leaves.append(Hash.of(rows.getBytes(1)));
                }
            }
            var seal = key.seal(1, leaves.size(), leaves.root());
            statement.execute("delete from ledger.append_mac");
            try (var insert =
                    connection.prepareStatement(
                            "insert into ledger.append_mac values (1, ?, ?, ?, ?)")) {
                insert.setLong(1, seal.last());
                insert.setBytes(2, seal.root().bytes());
                insert.setString(3, seal.keyId());
                insert.setBytes(4, seal.mac());
                insert.execute();
            }
        }
    }

    @Test
    void an_anchor_somebody_else_signed_stops_sealing() throws IOException {
        try (var it = open()) {
            it.ledger().seal();
        }
        var anchor = folder.resolve("anchor/checkpoint");
        Files.writeString(anchor, Files.readString(anchor).replaceFirst("\n\\d+\n", "\n7\n"));
        try (var it = open()) {
            assertThatThrownBy(() -> it.ledger().seal()).isInstanceOf(SealingRefused.class);
        }
    }
}
