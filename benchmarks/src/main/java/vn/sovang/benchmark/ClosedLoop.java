package vn.sovang.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// So many clients, each with a thread of its own, each doing its work again as soon as it is done.
final class ClosedLoop {
    private final Server server;

    ClosedLoop(Server server) {
        this.server = server;
    }

    /// One measurement.
    ///
    /// @param events stored within `seconds`
    record Cell(long events, double seconds, double p50, double p99, Cpu cpu) {
        double perSecond() {
            return events / seconds;
        }

        /// Milliseconds of this JVM per event.
        double clientMillis() {
            return cpu.clientNanos() / 1e6 / events;
        }

        /// Milliseconds of PostgreSQL per event; NaN where it cannot be told.
        double databaseMillis() {
            return cpu.databaseNanos() < 0 ? Double.NaN : cpu.databaseNanos() / 1e6 / events;
        }
    }

    Cell run(Contender contender, int clients, Duration time) {
        server.checkpoint();
        try (Session session = contender.opens().open(clients)) {
            var loop = new Loop(time.toNanos());
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < clients; i++) {
                Work work = session.client();
                threads.add(Thread.ofPlatform().name("client-" + i).start(() -> loop.run(work)));
            }
            Cpu before = server.cpu();
            long began = System.nanoTime();
            loop.begin(began);
            for (Thread thread : threads) {
                thread.join();
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            Cpu used = server.cpu().since(before);
            Latencies latencies = loop.latencies();
            return new Cell(
                    loop.events.get(),
                    seconds,
                    latencies.percentile(50),
                    latencies.percentile(99),
                    used);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// One run of all clients.
    private static final class Loop {
        final AtomicLong events = new AtomicLong();
        private final long nanos;
        private final CountDownLatch start = new CountDownLatch(1);
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        /// Guarded by itself.
        private final List<Latencies> all = new ArrayList<>();

        private volatile long deadline;

        Loop(long nanos) {
            this.nanos = nanos;
        }

        void begin(long now) {
            deadline = now + nanos;
            start.countDown();
        }

        void run(Work work) {
            var latencies = new Latencies();
            long stored = 0;
            try {
                start.await();
                long before = System.nanoTime();
                while (before < deadline) {
                    stored += work.once();
                    long after = System.nanoTime();
                    latencies.add(after - before);
                    before = after;
                }
            } catch (Exception | Error failed) {
                failure.compareAndSet(null, failed);
            }
            events.addAndGet(stored);
            synchronized (all) {
                all.add(latencies);
            }
        }

        Latencies latencies() {
            Throwable failed = failure.get();
            if (failed != null) {
                throw new IllegalStateException("a client failed", failed);
            }
            synchronized (all) {
                return Latencies.merged(all);
            }
        }
    }
}
