package vn.sovang.projection.statistics;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Moments;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsAnswer.Behind;
import vn.sovang.projection.statistics.StatisticsAnswer.BeyondTheLog;
import vn.sovang.projection.statistics.StatisticsAnswer.NotYetOpen;
import vn.sovang.projection.statistics.StoredCell.Sums;
import vn.sovang.projection.statistics.TracePage.Cursor;
import vn.sovang.vocabulary.UnitId;

/// Figures for any period, as known at any moment.
///
/// Every query throws `NotBuiltYet` while the statistics are built for the first time.
public final class Statistics {
    /// How long [#ask(StatisticsQuery)] waits for the read model to come to the position asked for.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /// The first orders of the republic date from 1947.
    private static final LocalDate BEFORE_ALL_AWARDS = LocalDate.of(1945, 1, 1);

    /// Some hundred kilobytes each at most; a page needs three or four.
    private static final int ANSWERS = 64;

    /// Answers of one page are made from the same sums.
    private static final int SUMS = 8;

    private final LiveTables tables;
    private final Moments moments;
    private final Cells cells = new Cells();
    private final Kept<Asked, Answered> answers = new Kept<>(ANSWERS);
    private final Kept<AskedSums, List<StoredCell>> sums = new Kept<>(SUMS);

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
                    tables.queryLive((connection, live) ->
                            answer(new Snapshot(connection, live, cells), query, moment));
            case Moments.NotYetOpen closed -> new NotYetOpen(closed.openedAt());
            case Moments.BeyondTheLog beyond -> new BeyondTheLog(beyond.asked(), beyond.head());
            case Moments.Behind behind -> new Behind(behind.asked(), behind.reached());
        };
    }

    /// @param query as of a position
    /// @param recordedAt when the log was there, where the question was of an instant
    /// @param schema of the generation that answers: another one was built to be better
    private record Asked(StatisticsQuery query, @Nullable Instant recordedAt, String schema) {}

    private Answered answer(Snapshot snapshot, StatisticsQuery query, Moments.Moment moment)
            throws SQLException {
        var asked =
                new Asked(
                        query.at(moment.position()), moment.recordedAt(), snapshot.live().schema());
        var known = answers.find(asked);
        if (known != null) {
            return known.askedAs(query, moment.provisional());
        }
        var answer = read(snapshot, query, moment);
        answers.keep(asked, answer);
        return answer;
    }

    private Answered read(Snapshot snapshot, StatisticsQuery query, Moments.Moment moment)
            throws SQLException {
        var connection = snapshot.connection();
        Scope scope = Scope.of(connection, query, moment.position(), moment.recordedAt());
        Figures figures = Figures.shown(connection, sums(snapshot, query, scope), scope);
        Period.Interval days = query.period().days(query.policy());
        return new Answered(
                query,
                days.from(),
                days.to(),
                moment.position(),
                moment.recordedAt(),
                moment.provisional(),
                figures.enteredAfterTheFact(),
                scope.asksTheOffice() ? figures.withoutArrival() : 0,
                figures.cells(),
                figures.unallocated());
    }

    /// What sums are of.
    ///
    /// @param authorities null for those of all
    private record AskedSums(
            PeriodPolicy policy,
            Period period,
            long position,
            LocalDate claimedBy,
            @Nullable List<UUID> authorities,
            String schema) {
        AskedSums of(@Nullable List<UUID> others) {
            return new AskedSums(policy, period, position, claimedBy, others, schema);
        }
    }

    /// The sums behind an answer, in whatever view; those of some authorities out of those of all
    /// where these were just asked for.
    private List<StoredCell> sums(Snapshot snapshot, StatisticsQuery query, Scope scope)
            throws SQLException {
        var ofAll =
                new AskedSums(
                        query.policy(),
                        query.period(),
                        scope.position(),
                        scope.claimedBy(),
                        null,
                        snapshot.live().schema());
        var all = sums.find(ofAll);
        var authorities = scope.authorities();
        if (all != null) {
            return authorities == null
                    ? all
                    : all.stream().filter(sum -> sum.isOf(authorities)).toList();
        }
        var asked = ofAll.of(authorities);
        var known = sums.find(asked);
        if (known != null) {
            return known;
        }
        var read = Figures.sums(snapshot.connection(), query, scope);
        var byId = snapshot.cells(read.stream().map(Sums::cell).toList());
        var found =
                read.stream()
                        .map(row ->
                                StoredCell.of(Objects.requireNonNull(byId.get(row.cell())), row))
                        .toList();
        sums.keep(asked, found);
        return found;
    }

    /// The events that make up a figure of an answer, by position.
    public List<CountedEvent> trace(Answered answer, Cell cell) {
        return trace(answer, List.of(cell), Cursor.START, Integer.MAX_VALUE - 1).events();
    }

    /// A page of the events that make up figures of an answer, by position.
    ///
    /// @param limit most events on the page
    public TracePage trace(Answered answer, Collection<Cell> figures, Cursor after, int limit) {
        return tables.queryLive((connection, live) -> {
            Scope scope = scope(connection, answer);
            var days = new Period.Interval(answer.from(), answer.to());
            var snapshot = new Snapshot(connection, live, cells);
            var stored = Trace.stored(snapshot, List.of(figures), days, scope);
            return Trace.page(connection, stored.keySet(), days, scope, after, limit);
        });
    }

    /// Which events of which figures.
    ///
    /// @param figures cells of each; no cell is in two
    /// @param position after which the events became known
    /// @param limit most events of all figures together, the earliest in the log
    public record Since(List<? extends Collection<Cell>> figures, long position, int limit) {}

    /// The events that became known since and make up figures of an answer: for each figure those
    /// of its own, by position. One pass, however many figures.
    public List<List<CountedEvent>> trace(Answered answer, Since since) {
        return tables.queryLive((connection, live) -> {
            Scope scope = scope(connection, answer);
            var days = new Period.Interval(answer.from(), answer.to());
            var snapshot = new Snapshot(connection, live, cells);
            var stored = Trace.stored(snapshot, since.figures(), days, scope);
            return Trace.since(connection, stored, days, scope, since);
        });
    }

    /// How many recipients have a line in each figure: each once, and those found to be one once
    /// together, as known at the answer's position. Not as quick as the figures themselves: it
    /// reads every fact of the period.
    public List<Long> recipients(Answered answer, Breakdown breakdown) {
        return tables.queryLive((connection, live) -> {
            Scope scope = scope(connection, answer);
            var days = new Period.Interval(answer.from(), answer.to());
            var snapshot = new Snapshot(connection, live, cells);
            var lines = breakdown.lines().stream().map(Breakdown.Line::cells).toList();
            var stored = Trace.stored(snapshot, lines, days, scope);
            return Recipients.count(connection, stored, lines.size(), days, scope);
        });
    }

    private static Scope scope(Connection connection, Answered answer) throws SQLException {
        return Scope.of(connection, answer.query(), answer.position(), answer.recordedAt());
    }

    /// The newest names of a unit; empty if it was never registered.
    public Optional<UnitName> unit(UnitId id) {
        return tables.query(connection -> {
            var names =
                    Names.read(
                            connection,
                            List.of(id.value()),
                            List.of(),
                            Long.MAX_VALUE,
                            LocalDate.MAX);
            return names.knows(id.value())
                    ? Optional.of(names.named(id.value()))
                    : Optional.empty();
        });
    }
}
