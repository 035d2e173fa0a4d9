package vn.sovang.projection.statistics;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Moments;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsAnswer.Behind;
import vn.sovang.projection.statistics.StatisticsAnswer.BeyondTheLog;
import vn.sovang.projection.statistics.StatisticsAnswer.NotYetOpen;
import vn.sovang.vocabulary.UnitId;

/// Figures for any period, as known at any moment.
///
/// Every query throws `NotBuiltYet` while the statistics are built for the first time.
public final class Statistics {
    /// How long [#ask(StatisticsQuery)] waits for the read model to come to the position asked for.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /// The first orders of the republic date from 1947.
    private static final LocalDate BEFORE_ALL_AWARDS = LocalDate.of(1945, 1, 1);

    private final LiveTables tables;
    private final Moments moments;

    public Statistics(LiveTables tables, EventFeed feed) {
        this.tables = tables;
        this.moments = new Moments(tables, feed);
    }

    /// Answers within [#PATIENCE].
    public StatisticsAnswer ask(StatisticsQuery query) {
        return ask(query, PATIENCE);
    }

    /// All that was decided up to a day and what fell out of force since; its
    /// [Answered#changeOfStock] is the stock of awards in force at the end of that day.
    ///
    /// @param authority whose awards; null for those of all
    public StatisticsAnswer inForce(@Nullable UnitId authority, LocalDate day, KnownAt knownAt) {
        var ever = new Period.Interval(BEFORE_ALL_AWARDS, day);
        return ask(
                new StatisticsQuery(
                        PeriodPolicy.CALENDAR, ever, authority, knownAt, View.ORIGINAL));
    }

    /// Answers; waits at most so long for the read model to come to the position asked for.
    public StatisticsAnswer ask(StatisticsQuery query, Duration patience) {
        return switch (moments.find(query.knownAt(), patience)) {
            case Moments.Moment moment ->
                    tables.query(connection -> answer(connection, query, moment));
            case Moments.NotYetOpen closed -> new NotYetOpen(closed.openedAt());
            case Moments.BeyondTheLog beyond -> new BeyondTheLog(beyond.asked(), beyond.head());
            case Moments.Behind behind -> new Behind(behind.asked(), behind.reached());
        };
    }

    private static Answered answer(
            Connection connection, StatisticsQuery query, Moments.Moment moment)
            throws SQLException {
        var days = query.period().days(query.policy());
        var spans = Span.of(query.policy(), query.period());
        Figures figures =
                Figures.read(connection, spans, query.authority(), moment.position(), query.view());
        return new Answered(
                query.policy(),
                query.period(),
                days.from(),
                days.to(),
                moment.position(),
                moment.recordedAt(),
                moment.provisional(),
                query.view(),
                figures.enteredAfterTheFact(),
                figures.cells());
    }

    /// The events that make up a figure of an answer, by position.
    public List<CountedEvent> trace(Answered answer, Cell cell) {
        return tables.query(connection -> Figures.trace(connection, answer, cell));
    }

    /// The names of a unit; empty if it was never registered.
    public Optional<UnitName> unit(UnitId id) {
        return tables.query(connection -> Figures.unit(connection, id));
    }
}
