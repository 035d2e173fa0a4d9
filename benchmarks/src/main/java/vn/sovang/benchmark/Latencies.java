package vn.sovang.benchmark;

import java.util.Arrays;
import java.util.List;

/// Durations of single operations, every one of them kept. Confined to one thread until merged.
final class Latencies {
    private long[] nanos = new long[1_024];
    private int count;

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    static Latencies merged(List<Latencies> all) {
        var merged = new Latencies();
        merged.count = all.stream().mapToInt(l -> l.count).sum();
        merged.nanos = new long[merged.count];
        int at = 0;
        for (Latencies one : all) {
            System.arraycopy(one.nanos, 0, merged.nanos, at, one.count);
            at += one.count;
        }
        Arrays.sort(merged.nanos);
        return merged;
    }

    int count() {
        return count;
    }

    /// The duration in milliseconds that so many per cent do not exceed (nearest rank).
    double percentile(double percent) {
        if (count == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * count);
        return nanos[Math.max(0, rank - 1)] / 1e6;
    }
}
