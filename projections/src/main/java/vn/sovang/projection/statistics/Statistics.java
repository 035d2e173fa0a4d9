package vn.sovang.projection.statistics;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.event.Recorded;
import vn.sovang.projection.readmodel.LiveTables;
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
    private final EventFeed feed;

    public Statistics(LiveTables tables, EventFeed feed) {
        this.tables = tables;
        this.feed = feed;
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
        // The head is asked first: an event recorded by the instant can only come after it.
        long head = feed.head();
        return switch (query.knownAt()) {
            case KnownAt.Now _ -> at(query, new Moment(head, recordedAt(head), true), patience);
            case KnownAt.AtPosition asked ->
                    asked.position() > head
                            ? new BeyondTheLog(asked.position(), head)
                            : at(
                                    query,
                                    new Moment(
                                            asked.position(), recordedAt(asked.position()), false),
                                    patience);
            case KnownAt.AtInstant asked -> at(query, asked.instant(), head, patience);
        };
    }

    /// The last position recorded by the instant (R2).
    private StatisticsAnswer at(
            StatisticsQuery query, Instant instant, long head, Duration patience) {
        long position = feed.positionAt(instant);
        if (position == 0) {
            return new NotYetOpen(recordedAt(1));
        }
        Instant newest = recordedAt(head);
        boolean provisional = newest == null || !instant.isBefore(newest);
        return at(query, new Moment(position, recordedAt(position), provisional), patience);
    }

    private StatisticsAnswer at(StatisticsQuery query, Moment moment, Duration patience) {
        if (!tables.await(moment.position, patience)) {
            return new Behind(moment.position, tables.position());
        }
        return tables.query(connection -> answer(connection, query, moment));
    }

    private static Answered answer(Connection connection, StatisticsQuery query, Moment moment)
            throws SQLException {
        var days = query.period().days(query.policy());
        var spans = Span.of(query.policy(), query.period());
        Figures figures =
                Figures.read(connection, spans, query.authority(), moment.position, query.view());
        return new Answered(
                query.policy(),
                query.period(),
                days.from(),
                days.to(),
                moment.position,
                moment.recordedAt,
                moment.provisional,
                query.view(),
                figures.enteredAfterTheFact(),
                figures.cells());
    }

    /// Null for position 0, and for a position beyond the log.
    private @Nullable Instant recordedAt(long position) {
        if (position == 0) {
            return null;
        }
        List<Recorded> event = feed.after(position - 1, 1);
        return event.isEmpty() ? null : event.getFirst().recordedAt();
    }

    /// The events that make up a figure of an answer, by position.
    public List<CountedEvent> trace(Answered answer, Cell cell) {
        return tables.query(connection -> Figures.trace(connection, answer, cell));
    }

    /// The names of a unit; empty if it was never registered.
    public Optional<UnitName> unit(UnitId id) {
        return tables.query(connection -> Figures.unit(connection, id));
    }

    private record Moment(long position, @Nullable Instant recordedAt, boolean provisional) {}
}
