package vn.sovang.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.sovang.eventstore.AppendMac;
import vn.sovang.eventstore.NodeKeys;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;

/// Walks along the seals of appends beside the events of a check, and names every event that is not
/// covered by exactly one seal that verifies.
final class SealWalk implements AutoCloseable {
    private static final int FETCH = 2_000;

    private static final String SEALS =
            """
            select first_position, last_position, root, key_id, mac
            from append_mac
            order by first_position
            """;

    private final NodeKeys nodes;
    private final Listener findings;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private @Nullable AppendMac seal;
    private Frontier append = Frontier.empty();
    private long uncoveredFrom;

    /// Told what is wrong.
    @FunctionalInterface
    interface Listener {
        void found(long position, String explanation);
    }

    SealWalk(Connection connection, NodeKeys nodes, Listener findings) throws SQLException {
        this.nodes = nodes;
        this.findings = findings;
        this.statement = connection.prepareStatement(SEALS);
        this.statement.setFetchSize(FETCH);
        this.rows = statement.executeQuery();
        next();
    }

    private void next() throws SQLException {
        seal = rows.next() ? AppendMac.of(rows) : null;
        append = Frontier.empty();
    }

    /// The next event of the log.
    void event(long position, Hash leaf) throws SQLException {
        while (seal != null && append.size() == 0 && seal.first() < position) {
            findings.found(
                    seal.first(),
                    "the seal of events %d to %d covers what others cover, or nothing"
                            .formatted(seal.first(), seal.last()));
            next();
        }
        var current = seal;
        if (current == null || current.first() > position) {
            uncoveredFrom = uncoveredFrom == 0 ? position : uncoveredFrom;
            return;
        }
        covered(position - 1);
        append.append(leaf);
        if (position >= current.last()) {
            verify(current);
            next();
        }
    }

    private void verify(AppendMac current) {
        var key = nodes.named(current.keyId());
        if (key.isEmpty()) {
            wrong(current, "is of the node key " + current.keyId() + ", which is not trusted here");
        } else if (!key.get().verifies(current)) {
            wrong(current, "was not made by the node key " + current.keyId());
        } else if (!append.root().equals(current.root())
                || append.size() != current.last() - current.first() + 1) {
            wrong(current, "is not that of these events");
        }
    }

    private void wrong(AppendMac seal, String what) {
        findings.found(
                seal.first(),
                "the seal of events %d to %d %s".formatted(seal.first(), seal.last(), what));
    }

    /// Tells of the events without a seal, up to this one.
    private void covered(long last) {
        if (uncoveredFrom > 0) {
            findings.found(
                    uncoveredFrom,
                    "events %d to %d bear no seal of an append: no node of this log stored them"
                            .formatted(uncoveredFrom, last));
            uncoveredFrom = 0;
        }
    }

    /// After the last event.
    void end(long size) throws SQLException {
        covered(size);
        while (seal != null) {
            wrong(seal, "goes beyond the end of the log");
            next();
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        statement.close();
    }
}
