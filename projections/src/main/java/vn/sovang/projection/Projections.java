package vn.sovang.projection;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.privacy.BlindIndex;
import vn.sovang.projection.Rebuilds.Asked;
import vn.sovang.projection.anomaly.Anomalies;
import vn.sovang.projection.anomaly.AnomalyModel;
import vn.sovang.projection.clocks.Clocks;
import vn.sovang.projection.clocks.ClocksModel;
import vn.sovang.projection.clocks.Limits;
import vn.sovang.projection.custody.Custody;
import vn.sovang.projection.custody.CustodyModel;
import vn.sovang.projection.custody.Reissues;
import vn.sovang.projection.duplicates.Duplicates;
import vn.sovang.projection.duplicates.DuplicatesModel;
import vn.sovang.projection.history.History;
import vn.sovang.projection.history.HistoryModel;
import vn.sovang.projection.inspection.Inspections;
import vn.sovang.projection.inspection.InspectionsModel;
import vn.sovang.projection.issued.IssuedReports;
import vn.sovang.projection.issued.IssuedReportsModel;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Progress;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.reconciliation.Reconciliations;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.RegisterModel;
import vn.sovang.projection.report.HalfYearReports;
import vn.sovang.projection.search.Search;
import vn.sovang.projection.search.SearchModel;
import vn.sovang.projection.statistics.Statistics;
import vn.sovang.projection.statistics.StatisticsModel;
import vn.sovang.projection.verification.Verification;
import vn.sovang.projection.verification.VerificationModel;
import vn.sovang.verification.VerificationKeys;

/// The one door to the read models. Safe for any number of threads.
public final class Projections implements AutoCloseable {
    private final EventFeed feed;
    private final Map<String, Running> running = new LinkedHashMap<>();
    private final Rebuilds rebuilds = new Rebuilds();
    private final Slots slots;
    private final Register register;
    private final History history;
    private final Statistics statistics;
    private final HalfYearReports reports;
    private final Custody custody;
    private final IssuedReports issued;
    private final Reissues reissues;
    private final Clocks clocks;
    private final Anomalies anomalies;
    private final Inspections inspections;
    private final @Nullable Duplicates duplicates;
    private final @Nullable Search search;
    private final @Nullable Verification verification;

    /// Guarded by `this`.
    private boolean started;

    private Projections(
            DataSource read,
            EventFeed feed,
            Slots slots,
            @Nullable Secrets secrets,
            List<ReadModel> others) {
        this.feed = feed;
        this.slots = slots;
        var index = secrets == null ? null : secrets.names();
        var codes = secrets == null ? null : secrets.codes();
        slots.prepare();
        register = new Register(run(new RegisterModel(), read, slots), feed);
        history = new History(run(new HistoryModel(), read, slots));
        statistics = new Statistics(run(new StatisticsModel(), read, slots), feed);
        reports = new HalfYearReports(statistics);
        issued = new IssuedReports(run(new IssuedReportsModel(), read, slots), feed);
        var book = run(new CustodyModel(), read, slots);
        custody = new Custody(book, feed, Limits.shipped());
        reissues = new Reissues(book);
        clocks = new Clocks(run(new ClocksModel(), read, slots), feed, Limits.shipped());
        anomalies = new Anomalies(run(new AnomalyModel(), read, slots), feed);
        inspections = new Inspections(run(new InspectionsModel(), read, slots), feed);
        duplicates =
                index == null ? null : new Duplicates(run(new DuplicatesModel(index), read, slots));
        search =
                index == null
                        ? null
                        : new Search(
                                run(new SearchModel(index.names()), read, slots),
                                feed,
                                index.names());
        verification =
                codes == null
                        ? null
                        : new Verification(run(new VerificationModel(codes), read, slots), codes);
        others.forEach(model -> run(model, read, slots));
    }

    /// What some read models need besides the log.
    ///
    /// @param names tokens of names, for suspected duplicates and search
    /// @param codes what codes on certificates are made with; null for none
    public record Secrets(BlindIndex names, @Nullable VerificationKeys codes) {}

    /// Prepares the read models' schemas; nothing follows the log yet. What another process built
    /// can be read at once.
    ///
    /// @param read a pool of the role `sovang_read`; not closed
    /// @param nodeId names this node in `read_state`, for operators
    public static Projections open(DataSource read, EventFeed feed, String nodeId) {
        return open(read, feed, nodeId, List.of());
    }

    /// The same with suspected duplicates and search, which need tokens of names.
    public static Projections open(
            DataSource read, EventFeed feed, String nodeId, BlindIndex index) {
        return open(read, feed, nodeId, new Secrets(index, null));
    }

    /// The same with codes on certificates too.
    public static Projections open(
            DataSource read, EventFeed feed, String nodeId, Secrets secrets) {
        return new Projections(read, feed, slots(read, feed, nodeId), secrets, List.of());
    }

    /// The same with further read models.
    static Projections open(
            DataSource read, EventFeed feed, String nodeId, List<ReadModel> others) {
        return new Projections(read, feed, slots(read, feed, nodeId), null, others);
    }

    /// The same with a gate that cuts imports otherwise.
    static Projections open(DataSource read, EventFeed feed, ImportGate gate) {
        return new Projections(read, feed, new Slots(read, "test", gate), null, List.of());
    }

    private static Slots slots(DataSource read, EventFeed feed, String nodeId) {
        return new Slots(read, nodeId, new ImportGate(feed));
    }

    private LiveTables run(ReadModel model, DataSource read, Slots slots) {
        Progress progress = new Progress();
        var rebuild = new Rebuild(feed, slots, new RebuildState(slots), model);
        rebuilds.add(rebuild);
        LiveTables tables = new LiveTables(read, model, progress);
        var runner = new ProjectionRunner(feed, slots, rebuild, progress);
        running.put(model.name(), new Running(runner, tables));
        return tables;
    }

    /// Begins to follow the log; returns at once. A second call does nothing.
    public synchronized void start() {
        if (!started) {
            started = true;
            running.values().forEach(model -> model.runner.start());
            rebuilds.start();
        }
    }

    /// Waits until every read model knows the log up to the position.
    ///
    /// @return false when the time was up before
    public boolean awaitPosition(long position, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        for (Running model : running.values()) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            if (!model.tables.await(position, left)) {
                return false;
            }
        }
        return true;
    }

    /// How far each read model is, whichever nodes follow the log.
    public List<ReadModelStatus> statuses() {
        long head = feed.head();
        return running.values().stream().map(model -> model.runner.status(head)).toList();
    }

    /// Up to which position each read model knows the log, by name; for the check of the log.
    public Map<String, Long> positions() {
        var positions = new LinkedHashMap<String, Long>();
        running.forEach((name, model) -> positions.put(name, model.tables.position()));
        return positions;
    }

    public Register register() {
        return register;
    }

    public History history() {
        return history;
    }

    public Statistics statistics() {
        return statistics;
    }

    public Custody custody() {
        return custody;
    }

    /// How cases of exchange and re-issue are spread.
    public Reissues reissues() {
        return reissues;
    }

    /// What waits, and until when.
    public Clocks clocks() {
        return clocks;
    }

    /// What the rules found.
    public Anomalies anomalies() {
        return anomalies;
    }

    /// Inspections with what was found in them.
    public Inspections inspections() {
        return inspections;
    }

    /// Recipients that may be one.
    ///
    /// @throws IllegalStateException if opened without an index of names
    public Duplicates duplicates() {
        if (duplicates == null) {
            throw new IllegalStateException("opened without an index of names");
        }
        return duplicates;
    }

    /// What people look for.
    ///
    /// @throws IllegalStateException if opened without an index of names
    public Search search() {
        if (search == null) {
            throw new IllegalStateException("opened without an index of names");
        }
        return search;
    }

    /// What anybody is told about a certificate.
    ///
    /// @throws IllegalStateException if opened without what codes are made with
    public Verification verification() {
        if (verification == null) {
            throw new IllegalStateException("opened without the secrets of codes");
        }
        return verification;
    }

    /// Reports as they were issued, and what papers claim.
    public IssuedReports issuedReports() {
        return issued;
    }

    public Reconciliations reconciliations() {
        return new Reconciliations(statistics, issued, feed);
    }

    public HalfYearReports reports() {
        return reports;
    }

    /// Rebuilds while people work.
    public Rebuilds rebuilds() {
        return rebuilds;
    }

    /// Builds a read model anew from the log beside the live one, compares, swaps, reports. Readers
    /// see the old tables or the new, never half of them.
    ///
    /// @param name such as `statistics`
    /// @throws IllegalArgumentException if there is no such read model
    /// @throws IllegalStateException if it is paused, stopped or cancelled instead
    public RebuildReport rebuild(String name) {
        Asked asked = rebuilds.begin(name);
        if (asked == Asked.NO_SUCH_MODEL) {
            throw new IllegalArgumentException("no read model " + name);
        }
        RebuildProgress ended = asked == Asked.GRANTED ? rebuilds.await(name) : null;
        RebuildReport report = ended == null ? null : ended.report();
        if (report == null) {
            throw new IllegalStateException("not rebuilt: " + (ended == null ? asked : ended));
        }
        return report;
    }

    /// Ends at the next batch's end, in the middle of a large import at once, and waits for it.
    @Override
    public synchronized void close() {
        rebuilds.close();
        running.values().forEach(model -> model.runner.end());
        slots.close();
        if (started) {
            running.values().forEach(model -> model.runner.close());
        }
    }

    private record Running(ProjectionRunner runner, LiveTables tables) {}
}
