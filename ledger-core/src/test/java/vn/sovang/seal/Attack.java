package vn.sovang.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.testing.TestDatabase;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.Tile;

/// What a superuser of the database does to a log of [#NEWEST] events. Each also gets past every
/// guard of the schema and puts it back.
///
/// The log was sealed at [#YESTERDAY] and at [#NEWEST] events; one full tile covers the first 256.
enum Attack {
    LEAF("a byte of an event, with its fitting hash", 37, Attack::leaf),
    LEAF_REWRITTEN(
            "the same, with every tile made anew and the checkpoints removed",
            37,
            Attack::leafRewritten),
    TAG("a tag of an event", 37, Attack::tag),
    HASH("the stored hash of an event", 37, Attack::hash),
    TILE("a byte of a tile", 1, Attack::tile),
    CHECKPOINT("a byte of the newest checkpoint", 300, Attack::checkpoint),
    DELETE_LAST("the last event deleted", 300, Attack::deleteLast),
    DELETE_MIDDLE("an event in the middle deleted", 100, Attack::deleteMiddle),
    SWAP("two events swapped", 140, Attack::swap),
    INSERT("an event inserted by hand at the end", 301, Attack::insert),
    /// The database itself is an older copy: see [TamperMatrixTest].
    ROLLBACK("yesterday's copy of the whole database restored", 281, Attack::nothing),
    /// The database is an older copy on which other events were recorded and signed with the real
    /// keys: see [TamperMatrixTest].
    FORK("another history from yesterday on, signed with the real keys", 281, Attack::nothing);

    static final int YESTERDAY = 280;
    static final int NEWEST = 300;

    /// Another leaf of the same length, with its right hash.
    private static final String FORGE =
            """
            update ledger.event
            set leaf = f, leaf_hash = sha256('\\x00'::bytea || f)
            from (select position p,
                    set_byte(leaf, octet_length(leaf) - 4,
                        case get_byte(leaf, octet_length(leaf) - 4) when 65 then 66 else 65 end) f
                  from ledger.event where position = %d) forged
            where position = p
            """;

    /// As it stands in `docs/trust.md`.
    final String words;

    /// An event concerned, which a report must name; the first where there are more.
    final long position;

    /// A method reference: it holds nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Deed deed;

    /// What is done on the superuser's connection, the guards being off.
    @FunctionalInterface
    private interface Deed {
        void on(Connection database) throws SQLException;
    }

    Attack(String words, long position, Deed deed) {
        this.words = words;
        this.position = position;
        this.deed = deed;
    }

    void on(DatabaseSettings settings) throws SQLException {
        try (var database = TestDatabase.superuser(settings)) {
            guards(database, "D");
            deed.on(database);
            guards(database, "A");
        }
    }

    private static void leaf(Connection database) throws SQLException {
        run(database, FORGE.formatted(37));
    }

    private static void leafRewritten(Connection database) throws SQLException {
        run(database, FORGE.formatted(37));
        remakeTile(database);
        run(database, "delete from ledger.cosignature", "delete from ledger.checkpoint");
    }

    private static void tag(Connection database) throws SQLException {
        run(
                database,
                "update ledger.event_tag set tag = 'unit:another' where position = 37"
                        + " and tag = (select min(tag) from ledger.event_tag"
                        + " where position = 37)");
    }

    private static void hash(Connection database) throws SQLException {
        run(
                database,
                "alter event trigger ledger_ddl_guard disable",
                "alter event trigger ledger_drop_guard disable",
                "alter table ledger.event drop constraint event_check",
                "update ledger.event set leaf_hash = sha256(leaf_hash) where position = 37",
                "alter table ledger.event add constraint event_check"
                        + " check (leaf_hash = sha256('\\x00'::bytea || leaf)) not valid",
                "update pg_constraint set convalidated = true where conname = 'event_check'",
                "alter event trigger ledger_ddl_guard enable always",
                "alter event trigger ledger_drop_guard enable always");
    }

    private static void tile(Connection database) throws SQLException {
        run(database, "update ledger.tile set data = set_byte(data, 9, get_byte(data, 9) # 1)");
    }

    private static void checkpoint(Connection database) throws SQLException {
        run(
                database,
                "update ledger.checkpoint set note = overlay(note placing"
                        + " case substr(note, length(note) - 9, 1) when 'A' then 'B' else 'A'"
                        + " end from length(note) - 9 for 1) where size = 300");
    }

    private static void deleteLast(Connection database) throws SQLException {
        run(
                database,
                "delete from ledger.event where position = 300",
                "delete from ledger.event_tag where position = 300");
    }

    private static void deleteMiddle(Connection database) throws SQLException {
        run(
                database,
                "delete from ledger.event where position = 100",
                "delete from ledger.event_tag where position = 100");
    }

    private static void swap(Connection database) throws SQLException {
        for (var table : List.of("event", "event_tag")) {
            for (var move : List.of("140, 900", "150, 140", "900, 150")) {
                var at = move.split(", ");
                run(
                        database,
                        "update ledger.%s set position = %s where position = %s"
                                .formatted(table, at[1], at[0]));
            }
        }
    }

    private static void insert(Connection database) throws SQLException {
        run(
                database,
                "insert into ledger.event (position, recorded_at, type, leaf, leaf_hash)"
                        + " select 301, recorded_at, type, leaf, leaf_hash"
                        + " from ledger.event where position = 300",
                "insert into ledger.event_tag select tag, 301, type from ledger.event_tag"
                        + " where position = 300");
    }

    private static void nothing(Connection database) throws SQLException {
        run(database, "select 1");
    }

    /// A log that nobody ever witnessed.
    static void withoutWitness(DatabaseSettings settings) throws SQLException {
        try (var database = TestDatabase.superuser(settings)) {
            guards(database, "D");
            run(database, "delete from ledger.cosignature");
            guards(database, "A");
        }
    }

    private static void guards(Connection database, String state) throws SQLException {
        run(
                database,
                "update pg_trigger set tgenabled = '%s' where not tgisinternal and".formatted(state)
                        + " tgrelid::regclass::text like 'ledger.%'");
    }

    private static void run(Connection database, String... statements) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// The first full tile as the hashes beside the events give it.
    private static void remakeTile(Connection database) throws SQLException {
        var hashes = new ArrayList<Hash>();
        try (var statement = database.createStatement();
                var rows =
                        statement.executeQuery(
                                "select leaf_hash from ledger.event where position <= 256"
                                        + " order by position")) {
            while (rows.next()) {
                hashes.add(Hash.of(rows.getBytes(1)));
            }
        }
        var data = Tile.encode(hashes);
        try (var update = database.prepareStatement("update ledger.tile set data = ?, root = ?")) {
            update.setBytes(1, data);
            update.setBytes(2, new Tile(0, 0, 256).node(data, 8, 0).bytes());
            update.execute();
        }
    }
}
