package vn.sovang.projection.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was read last: figures as of a position never change, and one page asks for the same
/// figures more than once. Safe for any number of threads.
final class Kept<K, V> {
    /// Guarded by itself.
    private final Map<K, V> values;

    /// @param most the one asked for longest ago makes room
    Kept(int most) {
        this.values =
                new LinkedHashMap<>(most, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > most;
                    }
                };
    }

    @Nullable V find(K key) {
        synchronized (values) {
            return values.get(key);
        }
    }

    void keep(K key, V value) {
        synchronized (values) {
            values.put(key, value);
        }
    }
}
