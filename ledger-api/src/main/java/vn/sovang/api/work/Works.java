package vn.sovang.api.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.web.Problems;

/// The work that runs in this process, and what came of it for a while. After a restart nobody
/// knows of it any more; asking for it again under the same key finds what was recorded.
@Component
public final class Works {
    /// Each reads a file of up to 50 MB or the whole log.
    private static final int MAX_RUNNING = 2;

    private static final int MAX_KEPT = 200;
    private static final Duration KEPT = Duration.ofHours(24);

    private final Clock clock = Clock.systemUTC();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    /// Guarded by `lock`; the oldest first.
    private final Map<UUID, Entry> entries = new LinkedHashMap<>();

    /// @param body hash of what was asked, by which the same key is known to mean the same
    private record Entry(String body, Work work) {}

    /// What is to be done.
    @FunctionalInterface
    public interface Task {
        /// @param progress may be told how far it is
        /// @return what came of it, in JSON
        Object run(Progress progress);
    }

    /// How a task tells how far it is.
    public interface Progress extends LongConsumer {
        /// Of how many.
        void total(long all);
    }

    /// Begins a task, or finds the one that was begun under the key.
    ///
    /// @throws Failure `IDEMPOTENCY_KEY_REUSED`, `TOO_MUCH_WORK`
    public Work begin(Asked asked, Locale locale, Task task) {
        lock.lock();
        try {
            forget();
            var before = entries.get(asked.id());
            if (before != null) {
                if (!before.body().equals(asked.body())) {
                    throw Failure.of(FailureCode.IDEMPOTENCY_KEY_REUSED);
                }
                return before.work();
            }
            if (entries.values().stream().filter(e -> !e.work().isOver()).count() >= MAX_RUNNING) {
                throw Failure.of(FailureCode.TOO_MUCH_WORK);
            }
            var work = Work.begun(asked.id(), asked.kind(), clock.instant());
            entries.put(asked.id(), new Entry(asked.body(), work));
            Thread.ofVirtual()
                    .name(asked.kind() + " " + asked.id())
                    .start(() -> run(asked.id(), locale, task));
            return work;
        } finally {
            lock.unlock();
        }
    }

    /// What is asked for under which key.
    ///
    /// @param body hash of what is asked
    public record Asked(UUID id, String kind, String body) {}

    private void run(UUID id, Locale locale, Task task) {
        try {
            var outcome = task.run(new Told(id));
            change(id, work -> work.done(outcome, clock.instant()));
        } catch (RuntimeException | Error thrown) {
            var known =
                    thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
            var problem = Problems.of(known, locale);
            change(id, work -> work.failed(problem, clock.instant()));
        }
    }

    private final class Told implements Progress {
        private final UUID id;
        private volatile @Nullable Long total;

        Told(UUID id) {
            this.id = id;
        }

        @Override
        public void total(long all) {
            total = all;
        }

        @Override
        public void accept(long done) {
            change(id, work -> work.at(done, total));
        }
    }

    private void change(UUID id, java.util.function.UnaryOperator<Work> step) {
        lock.lock();
        try {
            entries.computeIfPresent(id, (_, e) -> new Entry(e.body(), step.apply(e.work())));
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void forget() {
        Instant old = clock.instant().minus(KEPT);
        entries.values()
                .removeIf(e -> {
                    var ended = e.work().ended();
                    return ended != null && ended.isBefore(old);
                });
        entries.entrySet().stream()
                .filter(entry -> entry.getValue().work().isOver())
                .limit(Math.max(0, entries.size() - MAX_KEPT))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(entries::remove);
    }

    /// @throws Failure `WORK_NOT_FOUND`
    public Work find(UUID id) {
        lock.lock();
        try {
            var entry = entries.get(id);
            if (entry == null) {
                throw Failure.of(
                        FailureCode.WORK_NOT_FOUND,
                        Map.of("id", id.toString(), "hours", Long.toString(KEPT.toHours())));
            }
            return entry.work();
        } finally {
            lock.unlock();
        }
    }

    /// Its progress as it happens.
    ///
    /// @throws Failure `WORK_NOT_FOUND`
    SseEmitter stream(UUID id) {
        var stream = new ProgressStream<Work>(w -> !w.isOver(), this::awaitNews, work -> work);
        return stream.of(find(id), id.toString());
    }

    /// The newest state, as soon as it is another than the one known, or when the time is up.
    Work awaitNews(Work known, Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (find(known.id()).equals(known) && left > 0) {
                left = news.awaitNanos(left);
            }
            return find(known.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return known;
        } finally {
            lock.unlock();
        }
    }
}
