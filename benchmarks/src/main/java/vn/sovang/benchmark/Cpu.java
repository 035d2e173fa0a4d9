package vn.sovang.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Processor time used so far, by this JVM and by PostgreSQL.
///
/// The database's is the user and system time of the postmaster, of its living children, and of its
/// dead ones, which the kernel adds to the postmaster's account when it reaps them: so neither a
/// backend that ended nor the checkpointer is forgotten. Read from `/proc`, hence Linux only; the
/// kernel counts in ticks of 10 ms.
///
/// @param databaseNanos −1 where there is no `/proc`
record Cpu(long clientNanos, long databaseNanos) {
    private static final long NANOS_PER_TICK = 10_000_000;

    /// Fields of `/proc/PID/stat` after the closing bracket of the name, counted from 0 (proc(5)).
    private static final int PARENT = 1;

    private static final int OWN_USER = 11;
    private static final int OWN_SYSTEM = 12;
    private static final int DEAD_CHILDREN_USER = 13;
    private static final int DEAD_CHILDREN_SYSTEM = 14;

    static Cpu now(long postmaster) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Cpu(system.getProcessCpuTime(), database(postmaster));
    }

    Cpu since(Cpu before) {
        return new Cpu(
                clientNanos - before.clientNanos,
                databaseNanos < 0 ? -1 : databaseNanos - before.databaseNanos);
    }

    private static long database(long postmaster) {
        Path proc = Path.of("/proc");
        Optional<String[]> own = stat(proc.resolve(Long.toString(postmaster)));
        if (own.isEmpty()) {
            return -1;
        }
        long ticks =
                ticks(own.get(), OWN_USER, OWN_SYSTEM)
                        + ticks(own.get(), DEAD_CHILDREN_USER, DEAD_CHILDREN_SYSTEM);
        try (Stream<Path> processes = Files.list(proc)) {
            ticks +=
                    processes
                            .filter(p -> p.getFileName().toString().matches("\\d+"))
                            .map(Cpu::stat)
                            .flatMap(Optional::stream)
                            .filter(s -> Long.parseLong(s[PARENT]) == postmaster)
                            .mapToLong(s -> ticks(s, OWN_USER, OWN_SYSTEM))
                            .sum();
        } catch (IOException unreadable) {
            return -1;
        }
        return ticks * NANOS_PER_TICK;
    }

    private static long ticks(String[] stat, int user, int system) {
        return Long.parseLong(stat[user]) + Long.parseLong(stat[system]);
    }

    /// Empty if the process is gone.
    private static Optional<String[]> stat(Path process) {
        try {
            String line = Files.readString(process.resolve("stat"));
            return Optional.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
