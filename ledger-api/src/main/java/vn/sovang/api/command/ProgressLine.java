package vn.sovang.api.command;

import java.time.Duration;

/// Says now and then how far long work has come, and at the end how fast it went.
final class ProgressLine {
    private static final long EVERY = Duration.ofSeconds(2).toNanos();

    private final Console console;
    private final long total;
    private final long began = System.nanoTime();
    private long said = began;
    private long done;

    /// @param total events there are; 0 where nobody knows yet
    ProgressLine(Console console, long total) {
        this.console = console;
        this.total = total;
    }

    void at(long events) {
        done = events;
        long now = System.nanoTime();
        if (now - said > EVERY) {
            said = now;
            console.say(
                    "cli.progress",
                    console.number(events),
                    total == 0 ? "?" : console.number(total),
                    console.number(rate(now)),
                    total == 0 ? "?" : console.number(events * 100 / total));
        }
    }

    void end() {
        console.say(
                "cli.progress.end", console.number(done), console.number(rate(System.nanoTime())));
    }

    private long rate(long now) {
        return done * 1_000_000_000L / Math.max(1, now - began);
    }
}
