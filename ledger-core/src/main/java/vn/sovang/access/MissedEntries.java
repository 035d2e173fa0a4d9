package vn.sovang.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.access.AccessEntry.Missed;

/// Counts the views that could not be entered, says so to operators for as long as the process
/// lives, and enters the gap itself as soon as the log takes entries again.
final class MissedEntries {
    private static final Logger LOG = LoggerFactory.getLogger(MissedEntries.class);

    private final InstantSource clock;
    private final BiFunction<Accessor, AccessEntry, CompletableFuture<?>> append;

    /// Not yet entered. Guarded by this object's monitor, as is `all`.
    private @Nullable Missed open;

    /// Since the process began.
    private @Nullable Missed all;

    MissedEntries(
            InstantSource clock, BiFunction<Accessor, AccessEntry, CompletableFuture<?>> append) {
        this.clock = clock;
        this.append = append;
    }

    synchronized void count(long entries, Throwable why) {
        var now = new Missed(entries, clock.instant());
        if (open == null) {
            LOG.error("A view was answered that is not on record: {}", why.toString());
        }
        open = sum(open, now);
        all = sum(all, now);
    }

    /// Enters the gap, if there is one. Called when the log has just taken an entry.
    void tell() {
        var gap = take();
        if (gap != null) {
            var _ =
                    append.apply(Accessor.PROGRAM, gap)
                            .whenComplete((_, failure) -> {
                                if (failure != null) {
                                    putBack(gap);
                                }
                            });
        }
    }

    private synchronized @Nullable Missed take() {
        var gap = open;
        open = null;
        return gap;
    }

    private synchronized void putBack(Missed gap) {
        open = sum(gap, open);
    }

    private static Missed sum(@Nullable Missed before, @Nullable Missed more) {
        if (before == null || more == null) {
            return before == null ? Objects.requireNonNull(more) : before;
        }
        Instant first = before.since().isBefore(more.since()) ? before.since() : more.since();
        return new Missed(before.count() + more.count(), first);
    }

    synchronized Optional<String> alarm() {
        return Optional.ofNullable(all)
                .map(gap ->
                        "%d views since %s are not on record".formatted(gap.count(), gap.since()));
    }
}
