package vn.sovang.projection.statistics;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;

/// The last answers: figures as of a position never change, and one page asks for the same figures
/// more than once. Safe for any number of threads.
final class Kept {
    /// Some hundred kilobytes each at most; a page needs three or four.
    private static final int MOST = 64;

    /// Guarded by itself.
    private final Map<Asked, Answered> answers =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Asked, Answered> eldest) {
                    return size() > MOST;
                }
            };

    /// @param query as of a position
    /// @param recordedAt when the log was there, where the question was of an instant
    /// @param schema of the generation that answers: another one was built to be better
    record Asked(StatisticsQuery query, @Nullable Instant recordedAt, String schema) {}

    @Nullable Answered find(Asked asked) {
        synchronized (answers) {
            return answers.get(asked);
        }
    }

    void keep(Asked asked, Answered answer) {
        synchronized (answers) {
            answers.put(asked, answer);
        }
    }
}
