package vn.sovang.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/// The largest heap since [#reset], garbage included: never less than what was needed.
final class HeapPeak {
    private static final double MEGABYTE = 1 << 20;

    private HeapPeak() {}

    static void reset() {
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    static double megabytes() {
        return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEGABYTE;
    }

    /// The heap that the JVM was allowed.
    static String allowed() {
        return "%,d MB at most".formatted(Runtime.getRuntime().maxMemory() >> 20);
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
