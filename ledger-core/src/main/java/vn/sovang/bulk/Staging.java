package vn.sovang.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.sovang.bulk.StagedImport.State;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.event.EventCodec;
import vn.sovang.event.ImportCompleted;
import vn.sovang.imports.FileHead;
import vn.sovang.imports.RecordImport.Entry;
import vn.sovang.imports.RecordImport.Source;
import vn.sovang.postgres.DatabaseFailure;
import vn.sovang.postgres.Tx;
import vn.sovang.vocabulary.ImportId;

/// The tables in which a file waits between its reading and its end.
public final class Staging {
    /// Rows read or written at once.
    static final int PAGE = 1_000;

    private static final String BEGIN =
            """
            insert into staging.import (id, state, completion, request_hash, asked_at, chunk)
            values (?, 'READING', ?, ?, ?, ?)
            """;

    private static final String FIND =
            """
            select id, state, completion, request_hash, asked_at, chunk, facts, digest, summary,
                created_at
            from staging.import
            """;

    private static final String ADD_ENTRIES =
            """
            insert into staging.entry (import_id, seq, leaf, as_found, sheet, row_number,
                column_heading)
            select ?, given.*
            from unnest(?::int[], ?::bytea[], ?::text[], ?::text[], ?::int[], ?::text[]) as given
            """;

    private static final String ENTRIES =
            """
            select seq, leaf, as_found, sheet, row_number, column_heading
            from staging.entry
            where import_id = ? and seq > ?
            order by seq
            limit ?
            """;

    private static final String ADD_FACTS =
            """
            insert into staging.fact (import_id, seq, leaf)
            select ?, given.*
            from unnest(?::int[], ?::bytea[]) as given
            """;

    private static final String FACTS =
            """
            select leaf
            from staging.fact
            where import_id = ? and seq > ?
            order by seq
            limit ?
            """;

    private final Tx tx;
    private final DataSource ledger;
    private final EventCodec codec;
    private final FactLeaves leaves;

    /// @param ledger pool of the role that may write what is staged
    public Staging(DataSource ledger, EventCodec codec) {
        this.ledger = ledger;
        this.tx = new Tx(ledger);
        this.codec = codec;
        this.leaves = new FactLeaves(codec);
    }

    void begin(FileHead head, int chunk) {
        update(
                BEGIN,
                head.imported().value(),
                completion(head),
                head.origin().request().bodySha256(),
                head.origin().at().atOffset(ZoneOffset.UTC),
                chunk);
    }

    private byte[] completion(FileHead head) {
        return leaves.kept(head.imported().value(), head.fact(head.completed(0)));
    }

    /// Notes who confirmed.
    boolean confirm(FileHead head) {
        return update(
                        """
                        update staging.import set completion = ?
                        where id = ? and state = 'STAGED'
                        """,
                        completion(head),
                        head.imported().value())
                > 0;
    }

    boolean staged(ImportId imported, FileHead head, String summary) {
        return update(
                        """
                        update staging.import
                        set state = 'STAGED', summary = ?, completion = ?
                        where id = ? and state = 'READING'
                        """,
                        summary,
                        completion(head),
                        imported.value())
                > 0;
    }

    void decided(ImportId imported, int facts, byte[] digest) {
        update(
                """
                update staging.import
                set state = 'DECIDED', facts = ?, digest = ?
                where id = ? and state = 'STAGED'
                """,
                facts,
                digest,
                imported.value());
    }

    /// From here on it is in the log, or may be; false if somebody took it away before.
    boolean appending(ImportId imported) {
        return update(
                        """
                        update staging.import set state = 'APPENDING'
                        where id = ? and state in ('DECIDED', 'APPENDING')
                        """,
                        imported.value())
                > 0;
    }

    /// Takes a file away of which nothing is in the log; false if something is, or there is none.
    boolean cancel(ImportId imported) {
        return update(
                        "delete from staging.import where id = ? and state <> 'APPENDING'",
                        imported.value())
                > 0;
    }

    /// Lets go what has come to its end.
    void ended(ImportId imported) {
        update("delete from staging.import where id = ?", imported.value());
    }

    /// Lets go what nobody confirmed within a week.
    void forgetOld() {
        update(
                """
                delete from staging.import
                where state <> 'APPENDING' and created_at < now() - interval '7 days'
                """);
    }

    Optional<StagedImport> find(ImportId imported) {
        return list(FIND + "where id = ?", imported.value()).stream().findFirst();
    }

    List<StagedImport> all() {
        return list(FIND + "where state <> 'READING' order by created_at");
    }

    List<StagedImport> appendingNow() {
        return list(FIND + "where state = 'APPENDING' order by created_at");
    }

    private List<StagedImport> list(String sql, Object... parameters) {
        return tx.query(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                try (var rows = statement.executeQuery()) {
                    var all = new ArrayList<StagedImport>();
                    while (rows.next()) {
                        all.add(staged(rows));
                    }
                    return all;
                }
            }
        });
    }

    private StagedImport staged(ResultSet row) throws SQLException {
        var fact = codec.decode(0, row.getBytes("completion")).fact();
        var said = (ImportCompleted) fact.event();
        var origin =
                new Origin(
                        new Request(fact.request(), row.getString("request_hash")),
                        fact.by(),
                        fact.onBehalfOf(),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        fact.document(),
                        fact.effectiveOn(),
                        fact.arrival());
        return new StagedImport(
                new FileHead(
                        origin,
                        new ImportId(row.getObject("id", UUID.class)),
                        said.fileName(),
                        said.fileSha256(),
                        said.rows(),
                        said.confirmedBy(),
                        said.selfConfirmed()),
                State.valueOf(row.getString("state")),
                row.getInt("chunk"),
                row.getInt("facts"),
                row.getBytes("digest"),
                row.getString("summary"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /// Keeps rows under the numbers after `before`.
    void addEntries(FileHead head, int before, List<Entry> entries) {
        int n = entries.size();
        var seqs = new Integer[n];
        var kept = new byte[n][];
        var asFound = new @Nullable String[n];
        var sheets = new String[n];
        var rows = new Integer[n];
        var columns = new @Nullable String[n];
        for (int i = 0; i < n; i++) {
            var entry = entries.get(i);
            seqs[i] = before + i + 1;
            kept[i] = leaves.kept(head.imported().value(), head.kept(entry));
            asFound[i] = entry.asFound();
            sheets[i] = entry.source().sheet();
            rows[i] = entry.source().row();
            columns[i] = entry.source().column();
        }
        tx.call(connection -> {
            try (var statement = connection.prepareStatement(ADD_ENTRIES)) {
                statement.setObject(1, head.imported().value());
                statement.setArray(2, connection.createArrayOf("int4", seqs));
                statement.setArray(3, connection.createArrayOf("bytea", kept));
                statement.setArray(4, connection.createArrayOf("text", asFound));
                statement.setArray(5, connection.createArrayOf("text", sheets));
                statement.setArray(6, connection.createArrayOf("int4", rows));
                statement.setArray(7, connection.createArrayOf("text", columns));
                return statement.executeUpdate();
            }
        });
    }

    /// Hands over every row in order; no connection is held while the consumer works.
    void entries(ImportId imported, Consumer<Entry> consumer) {
        int after = 0;
        List<Entry> page;
        do {
            page = entries(imported, after);
            page.forEach(consumer);
            after += page.size();
        } while (page.size() == PAGE);
    }

    private List<Entry> entries(ImportId imported, int after) {
        return tx.query(connection -> {
            try (var statement = connection.prepareStatement(ENTRIES)) {
                bind(statement, imported.value(), after, PAGE);
                try (var rows = statement.executeQuery()) {
                    var page = new ArrayList<Entry>();
                    while (rows.next()) {
                        page.add(entry(rows));
                    }
                    return page;
                }
            }
        });
    }

    private Entry entry(ResultSet row) throws SQLException {
        var fact = codec.decode(0, row.getBytes("leaf")).fact();
        var provenance = fact.provenance();
        if (provenance == null) {
            throw new IllegalStateException("a staged row says where it comes from");
        }
        return new Entry(
                fact.event(),
                fact.effectiveOn(),
                fact.document(),
                provenance,
                row.getString("as_found"),
                new Source(
                        row.getString("sheet"),
                        row.getInt("row_number"),
                        row.getString("column_heading")));
    }

    /// Forgets facts that were settled before, for a decision taken again.
    void dropFacts(ImportId imported) {
        update("delete from staging.fact where import_id = ?", imported.value());
    }

    /// Keeps settled facts under the numbers after `before`.
    void addFacts(ImportId imported, int before, List<byte[]> facts) {
        var seqs = new Integer[facts.size()];
        for (int i = 0; i < seqs.length; i++) {
            seqs[i] = before + i + 1;
        }
        tx.call(connection -> {
            try (var statement = connection.prepareStatement(ADD_FACTS)) {
                statement.setObject(1, imported.value());
                statement.setArray(2, connection.createArrayOf("int4", seqs));
                statement.setArray(
                        3, connection.createArrayOf("bytea", facts.toArray(byte[][]::new)));
                return statement.executeUpdate();
            }
        });
    }

    /// Settled facts after a number, in order.
    List<byte[]> facts(ImportId imported, int after, int limit) {
        return tx.query(connection -> {
            try (var statement = connection.prepareStatement(FACTS)) {
                bind(statement, imported.value(), after, limit);
                try (var rows = statement.executeQuery()) {
                    var facts = new ArrayList<byte[]>();
                    while (rows.next()) {
                        facts.add(rows.getBytes(1));
                    }
                    return facts;
                }
            }
        });
    }

    /// Work on an import by nobody else, on any node, until closed or until the process dies; empty
    /// if somebody else works on it.
    Optional<Claim> claim(ImportId imported) {
        try {
            var connection = ledger.getConnection();
            try {
                connection.setAutoCommit(true);
                if (Claim.lock(connection, imported)) {
                    return Optional.of(new Claim(connection, imported));
                }
            } catch (SQLException | RuntimeException failure) {
                connection.close();
                throw failure;
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException failure) {
            throw new DatabaseFailure("import", failure);
        }
    }

    /// A lock of the session: it goes with the connection.
    static final class Claim implements AutoCloseable {
        private static final String KEY = "(hashtextextended(?, 91657))";

        private final Connection connection;
        private final ImportId imported;

        private Claim(Connection connection, ImportId imported) {
            this.connection = connection;
            this.imported = imported;
        }

        private static boolean lock(Connection connection, ImportId imported) throws SQLException {
            return ask(connection, "select pg_try_advisory_lock" + KEY, imported);
        }

        private static boolean ask(Connection connection, String sql, ImportId imported)
                throws SQLException {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, imported.tag());
                try (var row = statement.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        }

        @Override
        public void close() {
            try (connection) {
                ask(connection, "select pg_advisory_unlock" + KEY, imported);
            } catch (SQLException gone) {
                throw new DatabaseFailure("import", gone);
            }
        }
    }

    private int update(String sql, Object... parameters) {
        return tx.call(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                return statement.executeUpdate();
            }
        });
    }

    private static void bind(PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
    }
}
