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
    LEAF("a byte of an event, with its fitting hash", 37) {
        @Override
        void on(Connection database) throws SQLException {
            run(database, FORGE.formatted(position));
        }
    },
    LEAF_REWRITTEN("the same, with every tile made anew and the checkpoints removed", 37) {
        @Override
        void on(Connection database) throws SQLException {
            run(database, FORGE.formatted(position));
            tile(database);
            run(database, "delete from ledger.cosignature", "delete from ledger.checkpoint");
        }
    },
    TAG("a tag of an event", 37) {
        @Override
        void on(Connection database) throws SQLException {
            run(
                    database,
                    "update ledger.event_tag set tag = 'unit:another' where position = 37"
                            + " and tag = (select min(tag) from ledger.event_tag"
                            + " where position = 37)");
        }
    },
    HASH("the stored hash of an event", 37) {
        @Override
        void on(Connection database) throws SQLException {
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
    },
    TILE("a byte of a tile", 1) {
        @Override
        void on(Connection database) throws SQLException {
            run(database, "update ledger.tile set data = set_byte(data, 9, get_byte(data, 9) # 1)");
        }
    },
    CHECKPOINT("a byte of the newest checkpoint", 300) {
        @Override
        void on(Connection database) throws SQLException {
            run(
                    database,
                    "update ledger.checkpoint set note = overlay(note placing"
                            + " case substr(note, length(note) - 9, 1) when 'A' then 'B' else 'A'"
                            + " end from length(note) - 9 for 1) where size = 300");
        }
    },
    DELETE_LAST("the last event deleted", 300) {
        @Override
        void on(Connection database) throws SQLException {
            run(
                    database,
                    "delete from ledger.event where position = 300",
                    "delete from ledger.event_tag where position = 300");
        }
    },
    DELETE_MIDDLE("an event in the middle deleted", 100) {
        @Override
        void on(Connection database) throws SQLException {
            run(
                    database,
                    "delete from ledger.event where position = 100",
                    "delete from ledger.event_tag where position = 100");
        }
    },
    SWAP("two events swapped", 140) {
        @Override
        void on(Connection database) throws SQLException {
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
    },
    INSERT("an event inserted by hand at the end", 301) {
        @Override
        void on(Connection database) throws SQLException {
            run(
                    database,
                    "insert into ledger.event (position, recorded_at, type, leaf, leaf_hash)"
                            + " select 301, recorded_at, type, leaf, leaf_hash"
                            + " from ledger.event where position = 300",
                    "insert into ledger.event_tag select tag, 301, type from ledger.event_tag"
                            + " where position = 300");
        }
    },
    /// The database itself is an older copy: see [TamperMatrixTest].
    ROLLBACK("yesterday's copy of the whole database restored", 281) {
        @Override
        void on(Connection database) {}
    },
    /// The database is an older copy on which other events were recorded and signed with the real
    /// keys: see [TamperMatrixTest].
    FORK("another history from yesterday on, signed with the real keys", 281) {
        @Override
        void on(Connection database) {}
    };

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

    Attack(String words, long position) {
        this.words = words;
        this.position = position;
    }

    abstract void on(Connection database) throws SQLException;

    void on(DatabaseSettings settings) throws SQLException {
        try (var database = TestDatabase.superuser(settings)) {
            guards(database, "D");
            on(database);
            guards(database, "A");
        }
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
    private static void tile(Connection database) throws SQLException {
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
