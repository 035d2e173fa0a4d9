package vn.sovang.api.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Problem;

/// How far a piece of work is, or how it ended. Immutable; [Works] has the newest.
///
/// @param id the idempotency key it was asked for under
/// @param kind `IMPORT`, `REHEARSAL` or `CHECK`
/// @param state `RUNNING`, `DONE` or `FAILED`
/// @param done events or rows so far
/// @param total of how many; null while nobody can say
/// @param outcome what came of it; null until it is done
/// @param problem why it failed; null unless it did
public record Work(
        UUID id,
        String kind,
        State state,
        long done,
        @Nullable Long total,
        @Nullable Integer percent,
        Instant began,
        @Nullable Instant ended,
        @Nullable Object outcome,
        @Nullable Problem problem) {
    /// Where it stands.
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    static Work begun(UUID id, String kind, Instant began) {
        return new Work(id, kind, State.RUNNING, 0, null, null, began, null, null, null);
    }

    Work at(long now, @Nullable Long of) {
        var share = of == null || of == 0 ? null : (int) Math.min(99, now * 100 / of);
        return new Work(id, kind, State.RUNNING, now, of, share, began, null, null, null);
    }

    Work done(Object what, Instant at) {
        long all = total == null ? done : total;
        return new Work(id, kind, State.DONE, all, total, 100, began, at, what, null);
    }

    Work failed(Problem why, Instant at) {
        return new Work(id, kind, State.FAILED, done, total, percent, began, at, null, why);
    }

    boolean isOver() {
        return state != State.RUNNING;
    }
}
