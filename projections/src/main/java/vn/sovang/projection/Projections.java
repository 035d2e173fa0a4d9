package vn.sovang.projection;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import vn.sovang.EventFeed;
import vn.sovang.projection.history.History;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.report.HalfYearReports;
import vn.sovang.projection.statistics.Statistics;

/// The one door to the read models. Safe for any number of threads.
public final class Projections implements AutoCloseable {
    private Projections() {}

    /// Prepares the read models' schemas; nothing follows the log yet.
    ///
    /// @param read a pool of the role `sovang_read`; not closed
    /// @param nodeId names this node in `read_state`, for operators
    public static Projections open(DataSource read, EventFeed feed, String nodeId) {
        throw new UnsupportedOperationException(read + " " + feed + " " + nodeId);
    }

    /// Begins to follow the log; returns at once.
    public void start() {
        throw new UnsupportedOperationException();
    }

    /// Waits until every read model knows the log up to the position.
    ///
    /// @return false when the time was up before
    public boolean awaitPosition(long position, Duration timeout) {
        throw new UnsupportedOperationException();
    }

    /// How far each read model is.
    public List<ReadModelStatus> statuses() {
        throw new UnsupportedOperationException();
    }

    public Register register() {
        throw new UnsupportedOperationException();
    }

    public History history() {
        throw new UnsupportedOperationException();
    }

    public Statistics statistics() {
        throw new UnsupportedOperationException();
    }

    public HalfYearReports reports() {
        throw new UnsupportedOperationException();
    }

    /// Builds a read model anew from the log beside the live one, compares, swaps, reports. Readers
    /// see the old tables or the new, never half of them.
    ///
    /// @param name such as `statistics`
    /// @throws IllegalArgumentException if there is no such read model
    public RebuildReport rebuild(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
