package vn.sovang.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.decider.RefusalCode;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.seal.Finding.What;
import vn.sovang.seal.SealingRefused.Reason;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.Tile;

/// Events that somebody inserts by hand, however well, are never signed: they lack the seal that
/// only a node's key makes.
class AppendSealTest {
    /// A copy of the newest event as the next one, with everything that belongs to it but the seal.
    private static final String INSERT =
            """
            insert into ledger.event
            select position + 1, recorded_at, type, leaf, leaf_hash
            from ledger.event order by position desc limit 1;
            insert into ledger.event_tag
            select t.tag, t.position + 1, t.type from ledger.event_tag t
            where t.position = (select max(position) - 1 from ledger.event);
            """;

    private static final String SEAL =
            """
            insert into ledger.append_mac
            select p, p, leaf_hash, (select key_id from ledger.append_mac limit 1),
                (select mac from ledger.append_mac order by first_position desc limit 1)
            from (select position p, leaf_hash from ledger.event order by position desc limit 1) e
            """;

    @TempDir private Path folder;

    private final DatabaseSettings settings = TestDatabase.freshSettings();

    private TestLedger open() {
        return TestLedger.open(settings, folder);
    }

    private void asTheService(String sql) throws SQLException {
        try (var connection =
                        java.sql.DriverManager.getConnection(
                                settings.ledgerUrl(),
                                settings.ledger().user(),
                                settings.ledger().password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertRefused(TestLedger it, long position) {
        assertThatThrownBy(() -> it.ledger().seal())
                .isInstanceOfSatisfying(
                        SealingRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_OURS))
                .hasMessageContaining(Long.toString(position));
        assertThat(it.ledger().submit(Schools.school("Trường sau")))
                .isInstanceOfSatisfying(
                        Declined.class,
                        declined ->
                                assertThat(declined.refused().code())
                                        .isEqualTo(RefusalCode.LEDGER_SUSPENDED));
        assertThat(it.ledger().feed().after(position - 1, 1)).as("reading goes on").hasSize(1);
        assertThat(it.ledger().check(n -> {}).findings())
                .filteredOn(finding -> finding.what() == What.APPEND)
                .extracting(Finding::position)
                .containsExactly(position);
    }

    @Test
    void an_event_inserted_with_the_services_own_password_is_never_signed() throws SQLException {
        try (var it = open()) {
            long sealed = it.ledger().seal().size();
            asTheService(INSERT);
            assertRefused(it, sealed + 1);
            assertThat(it.ledger().checkpoint()).map(SealedCheckpoint::size).hasValue(sealed);
        }
        try (var again = open()) {
            assertRefused(again, again.ledger().feed().head());
        }
    }

    @Test
    void what_is_appended_behind_it_is_not_signed_either() throws SQLException {
        try (var it = open()) {
            long sealed = it.ledger().seal().size();
            asTheService(INSERT);
            assertThat(it.ledger().submit(Schools.school("Trường A"))).isInstanceOf(Receipt.class);
            assertRefused(it, sealed + 1);
        }
    }

    @Test
    void a_seal_copied_from_another_append_is_none() throws SQLException {
        try (var it = open()) {
            long sealed = it.ledger().seal().size();
            asTheService(INSERT + SEAL);
            assertRefused(it, sealed + 1);
        }
    }

    /// The event that completes a tile, tile and all, by a superuser with every trigger off.
    @Test
    void not_even_a_superuser_gets_a_fitting_event_signed() throws SQLException {
        try (var it = open()) {
            Schools.fillTo(it, 255);
            it.ledger().seal();
            try (var connection = TestDatabase.superuser(settings);
                    var statement = connection.createStatement()) {
                statement.execute(
                        "update pg_trigger set tgenabled = 'D' where not tgisinternal and"
                                + " tgrelid::regclass::text like 'ledger.%'");
                statement.execute(INSERT);
                var leaves = new ArrayList<Hash>();
                try (var rows =
                        statement.executeQuery(
                                "select leaf_hash from ledger.event order by position")) {
                    while (rows.next()) {
                        leaves.add(Hash.of(rows.getBytes(1)));
                    }
                }
                var tree = Frontier.empty();
                leaves.forEach(tree::append);
                try (var tile =
                        connection.prepareStatement(
                                "insert into ledger.tile values (0, 0, ?, ?)")) {
                    tile.setBytes(1, tree.root().bytes());
                    tile.setBytes(2, Tile.encode(leaves));
                    tile.execute();
                }
                statement.execute(
                        "update pg_trigger set tgenabled = 'A' where not tgisinternal and"
                                + " tgrelid::regclass::text like 'ledger.%'");
            }
            assertRefused(it, 256);
            assertThat(it.ledger().check(n -> {}).findings())
                    .as("everything else fits")
                    .extracting(Finding::what)
                    .containsExactly(What.APPEND);
        }
    }

    @Test
    void the_check_finds_an_altered_seal_and_a_deleted_one() throws SQLException {
        try (var it = open()) {
            it.ledger().submit(Schools.school("Trường A"));
            it.ledger().submit(Schools.school("Trường B"));
            it.ledger().seal();
            long head = it.ledger().feed().head();
            try (var connection = TestDatabase.superuser(settings);
                    var statement = connection.createStatement()) {
                statement.execute(
                        "update pg_trigger set tgenabled = 'D' where tgrelid ="
                                + " 'ledger.append_mac'::regclass");
                statement.execute(
                        "update ledger.append_mac set mac = set_byte(mac, 3, get_byte(mac, 3) # 1)"
                                + " where first_position = 1");
                statement.execute(
                        "delete from ledger.append_mac where first_position = " + (head - 1));
            }
            assertThat(it.ledger().check(n -> {}).findings())
                    .filteredOn(finding -> finding.what() == What.APPEND)
                    .extracting(Finding::position)
                    .containsExactly(1L, head - 1);
        }
    }

    /// Both nodes have the log's keys; each has a node key of its own.
    @Test
    void a_node_with_its_own_key_folder_is_trusted_once_its_key_is_here() throws IOException {
        Path there = Files.createDirectories(folder.resolve("there"));
        try (var here = open()) {
            here.ledger().seal();
        }
        Files.createDirectories(there.resolve("keys"));
        for (var name : List.of("origin", "log.key", "vkey", "vkeys", "master.key")) {
            Files.copy(folder.resolve("keys").resolve(name), there.resolve("keys").resolve(name));
        }
        try (var other = TestLedger.open(settings, there)) {
            // It does not trust the first node's appends, so it cannot even check them.
            assertThat(other.ledger().check(n -> {}).findings())
                    .extracting(Finding::what)
                    .contains(What.APPEND);
            assertThat(other.ledger().submit(Schools.school("Trường A")))
                    .as("the start looks at what is not signed yet, and here all is")
                    .isInstanceOf(Receipt.class);
        }
        try (var here = open()) {
            assertThatThrownBy(() -> here.ledger().seal())
                    .hasMessageContaining("node key")
                    .hasMessageContaining("not trusted here");
        }
        Files.createDirectories(folder.resolve("keys/nodes"));
        Files.copy(there.resolve("keys/node.key"), folder.resolve("keys/nodes/other.key"));
        try (var here = open()) {
            assertThat(here.ledger().seal().size()).isEqualTo(here.ledger().feed().head());
            assertThat(here.ledger().check(n -> {}).findings()).isEmpty();
        }
    }
}
