package vn.sovang.api.readmodel;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.ReadModelStatus;
import vn.sovang.projection.RebuildProgress;
import vn.sovang.projection.RebuildReport;

/// Read models and rebuilds in JSON.
public final class ReadModelForms {
    private ReadModelForms() {}

    /// How far a read model is.
    ///
    /// @param position up to which it knows the log; −1 while it is built for the first time
    /// @param head newest position of the log
    /// @param stopped why it does not go on; null while it does
    /// @param kept tables that were live before the last swap
    public record ReadModel(
            String name,
            int version,
            String state,
            long position,
            long head,
            @Nullable Stop stopped,
            @Nullable Rebuild rebuild,
            @Nullable Kept kept) {
        public static ReadModel of(ReadModelStatus status) {
            var newest = status.rebuild();
            var kept = status.kept();
            return new ReadModel(
                    status.name(),
                    status.version(),
                    status.state().name(),
                    status.position(),
                    status.head(),
                    Stop.of(status.stopped()),
                    newest == null ? null : Rebuild.of(newest),
                    kept == null ? null : new Kept(kept.version(), kept.position()));
        }
    }

    /// @param position of the event that cannot be applied
    public record Stop(long position, String reason, Instant since, int attempts) {
        static @Nullable Stop of(ReadModelStatus.@Nullable Stop stop) {
            return stop == null
                    ? null
                    : new Stop(stop.position(), stop.reason(), stop.since(), stop.attempts());
        }
    }

    public record Kept(int version, long position) {}

    /// How far a rebuild is, or how it ended.
    ///
    /// @param state RUNNING, PAUSED, STOPPED, CANCELLED or DONE
    /// @param secondsLeft at this speed; null where nobody can say
    public record Rebuild(
            String name,
            int version,
            String state,
            long position,
            long target,
            int percent,
            double eventsPerSecond,
            @Nullable Long secondsLeft,
            String node,
            Instant began,
            @Nullable Instant ended,
            @Nullable Stop stopped,
            @Nullable Comparison comparison) {
        public static Rebuild of(RebuildProgress progress) {
            Duration left = progress.left();
            RebuildReport report = progress.report();
            return new Rebuild(
                    progress.name(),
                    progress.version(),
                    progress.state().name(),
                    progress.position(),
                    progress.target(),
                    progress.percent(),
                    Math.round(progress.eventsPerSecond() * 10) / 10.0,
                    left == null ? null : left.toSeconds(),
                    progress.node(),
                    progress.began(),
                    progress.ended(),
                    Stop.of(progress.stopped()),
                    report == null ? null : Comparison.of(report));
        }
    }

    /// Checksums of live and rebuilt tables at one position.
    ///
    /// @param liveChecksum empty if there were no live tables of this version
    public record Comparison(
            long position, boolean identical, String liveChecksum, String rebuiltChecksum) {
        static Comparison of(RebuildReport report) {
            return new Comparison(
                    report.position(),
                    report.identical(),
                    report.liveChecksum(),
                    report.rebuiltChecksum());
        }
    }
}
