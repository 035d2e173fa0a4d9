package vn.sovang.projection.statistics;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.sovang.vocabulary.UnitId;

/// Figures for any period, as known at any moment.
public final class Statistics {
    /// How long [#ask(StatisticsQuery)] waits for the read model to come to the position asked for.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Answers within [#PATIENCE].
    public StatisticsAnswer ask(StatisticsQuery query) {
        return ask(query, PATIENCE);
    }

    /// Answers; waits at most so long for the read model to come to the position asked for.
    public StatisticsAnswer ask(StatisticsQuery query, Duration patience) {
        throw new UnsupportedOperationException();
    }

    /// The events that make up a figure of an answer, by position.
    public List<CountedEvent> trace(StatisticsAnswer.Answered answer, Cell cell) {
        throw new UnsupportedOperationException();
    }

    /// The names of a unit; empty if it was never registered.
    public Optional<UnitName> unit(UnitId id) {
        throw new UnsupportedOperationException();
    }
}
