package vn.sovang.projection.clocks;

import static vn.sovang.projection.readmodel.Sql.day;
import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Moments;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.register.Page;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.StatutoryClock.Step;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// What waits for whom, and until when.
///
/// Every query throws `NotBuiltYet` while the tables are built for the first time.
public final class Clocks {
    /// Longer worklists are cut, after the longest overdue; whoever needs more asks office by
    /// office.
    public static final int MAX_CLOCKS = 1_000;

    /// Most rows of a page; for files, which read many pages.
    public static final int MAX_PAGE = 5_000;

    /// A step that ended after the day was still open on it.
    private static final String OPEN =
            """
            select c.*, u.name as unit_name, u.level as unit_level
            from clock c
            left join lateral (
                select name, level
                from unit
                where unit_id = c.unit and known_from <= ?
                order by position desc
                limit 1) u on true
            where c.known_from <= ? and c.began_on <= ?
                and (c.ended_known is null or c.ended_known > ? or c.ended_on > ?)
                and (?::uuid is null or c.unit = ?)
                and (?::uuid[] is null or c.unit is null or c.unit = any(?::uuid[]))
            """;

    /// The same, but of each step of each office only the first: what began first is due first
    /// there, since one limit holds. With what ended since, and what has a day of its own.
    private static final String FIRST =
            """
            with recursive office (step, unit) as (
                (select step, coalesce(unit, '00000000-0000-0000-0000-000000000000')
                from clock
                where ended_known is null and agreed_on is null
                order by 1, 2
                limit 1)
                union all
                select next.step, next.unit
                from office,
                    lateral (
                        select step,
                            coalesce(unit, '00000000-0000-0000-0000-000000000000') as unit
                        from clock
                        where ended_known is null and agreed_on is null
                            and (step, coalesce(unit, '00000000-0000-0000-0000-000000000000'))
                                > (office.step, office.unit)
                        order by 1, 2
                        limit 1) next
            )
            select c.*, u.name as unit_name, u.level as unit_level
            from (
                select first.*
                from office,
                    lateral (
                        select *
                        from clock
                        where ended_known is null and agreed_on is null
                            and step = office.step
                            and coalesce(unit, '00000000-0000-0000-0000-000000000000')
                                = office.unit
                            and known_from <= ? and began_on <= ?
                        order by began_on, position
                        fetch first ? rows with ties) first
                union all
                select *
                from clock
                where ended_known is null and agreed_on is not null
                    and known_from <= ? and began_on <= ?
                union all
                select *
                from clock
                where (ended_known > ? or ended_on > ?) and known_from <= ? and began_on <= ?
                ) c
            left join lateral (
                select name, level
                from unit
                where unit_id = c.unit and known_from <= ?
                order by position desc
                limit 1) u on true
            where (?::uuid is null or c.unit = ?)
                and (?::uuid[] is null or c.unit is null or c.unit = any(?::uuid[]))
            """;

    /// The longest overdue first, then by last day; what has none comes last.
    private static final Comparator<OpenClock> MOST_URGENT =
            Comparator.comparing(OpenClock::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(OpenClock::beganOn)
                    .thenComparingLong(OpenClock::position)
                    .thenComparing(OpenClock::subject)
                    .thenComparing(OpenClock::step);

    private final LiveTables tables;
    private final Moments moments;
    private final Limits limits;

    public Clocks(LiveTables tables, EventFeed feed, Limits limits) {
        this.tables = tables;
        this.moments = new Moments(tables, feed);
        this.limits = limits;
    }

    /// Which positions readers mean.
    public Moments moments() {
        return moments;
    }

    /// Which steps somebody wants.
    ///
    /// @param unit whose turn it is; all if absent
    /// @param step all if absent
    /// @param overdueOnly only those past their last day
    /// @param among whose turn it may be, beside nobody's; all if absent
    public record Wanted(
            @Nullable UnitId unit,
            @Nullable Step step,
            boolean overdueOnly,
            @Nullable Set<UnitId> among) {
        public static final Wanted ALL = new Wanted(null, null, false);

        public Wanted(@Nullable UnitId unit, @Nullable Step step, boolean overdueOnly) {
            this(unit, step, overdueOnly, null);
        }

        /// The same of some units only.
        public Wanted among(Set<UnitId> units) {
            return new Wanted(unit, step, overdueOnly, Set.copyOf(units));
        }

        private boolean has(OpenClock clock) {
            return (step == null || clock.step() == step)
                    && (!overdueOnly || clock.state() == ClockState.OVERDUE);
        }
    }

    /// Every step that was open on a day, the most urgent first.
    ///
    /// @param knownAt position by which beginnings and ends are known
    public List<OpenClock> open(Wanted wanted, LocalDate today, long knownAt) {
        return mostUrgent(wanted, new At(today, knownAt), null, MAX_CLOCKS);
    }

    /// A day for which limits are worked out, and a position by which beginnings and ends are
    /// known.
    public record At(LocalDate today, long knownAt) {}

    /// One page of the steps that were open on a day, the most urgent first. Limits are worked out
    /// when somebody asks, so every page but the first reads all that is open and keeps its own
    /// rows only.
    ///
    /// @param after the `next` of the page before; null for the first
    /// @throws IllegalArgumentException if the cursor is none of ours
    public Page<OpenClock> page(Wanted wanted, At at, @Nullable String after, int limit) {
        var from = after == null ? null : Urgency.parse(after);
        int rows = Math.clamp(limit, 1, MAX_PAGE);
        var found = mostUrgent(wanted, at, from, rows + 1);
        if (found.size() <= rows) {
            return new Page<>(found, null);
        }
        var page = found.subList(0, rows);
        return new Page<>(page, Urgency.of(page.getLast()).toString());
    }

    private List<OpenClock> mostUrgent(Wanted wanted, At at, @Nullable Urgency behind, int rows) {
        var best = new TreeSet<>(MOST_URGENT);
        var days = new Days(at.today());
        tables.query(connection -> {
            best.clear();
            Sql.each(
                    connection,
                    behind == null ? FIRST : OPEN,
                    row -> clock(row, days),
                    clock -> {
                        if (wanted.has(clock)
                                && (behind == null || Urgency.of(clock).compareTo(behind) > 0)) {
                            best.add(clock);
                            if (best.size() > rows) {
                                best.pollLast();
                            }
                        }
                    },
                    behind == null ? first(wanted, at, rows) : all(wanted, at));
            return rows;
        });
        return List.copyOf(best);
    }

    private static @Nullable Object[] first(Wanted wanted, At at, int rows) {
        long known = at.knownAt();
        var today = at.today();
        return parameters(
                wanted, known, today, rows, known, today, known, today, known, today, known);
    }

    private static @Nullable Object[] all(Wanted wanted, At at) {
        long known = at.knownAt();
        var today = at.today();
        return parameters(wanted, known, known, today, known, today);
    }

    /// The moment, and then whose turn it is to be.
    private static @Nullable Object[] parameters(Wanted wanted, @Nullable Object... moment) {
        var parameters = new ArrayList<@Nullable Object>(Arrays.asList(moment));
        var among = wanted.among();
        var units = among == null ? null : Sql.array("uuid", List.copyOf(among));
        parameters.add(wanted.unit());
        parameters.add(wanted.unit());
        parameters.add(units);
        parameters.add(units);
        return parameters.toArray();
    }

    /// Limits that were worked out for the same question before: steps of a list began together.
    private final class Days {
        private final LocalDate today;
        private final Map<Begun, Optional<Running>> running = new HashMap<>();

        private record Begun(Step step, @Nullable UnitLevel level, LocalDate on) {}

        Days(LocalDate today) {
            this.today = today;
        }

        @Nullable Running of(Step step, @Nullable UnitLevel level, LocalDate began) {
            return running.computeIfAbsent(
                            new Begun(step, level, began),
                            _ -> limits.running(step, level, began, today))
                    .orElse(null);
        }
    }

    private OpenClock clock(ResultSet row, Days days) throws SQLException {
        var level = optional(row.getString("unit_level"), UnitLevel::valueOf);
        var step = step(row.getString("step"), level);
        var began = day(row, "began_on");
        var agreed = row.getObject("agreed_on", LocalDate.class);
        var running = days.of(step, level, began);
        var due = agreed != null ? agreed : running == null ? null : running.dueOn();
        @Nullable UUID award = uuid(row, "award");
        @Nullable UUID unit = uuid(row, "unit");
        return new OpenClock(
                ClockSubject.valueOf(row.getString("kind")),
                uuid(row, "subject"),
                optional(award, AwardId::new),
                step,
                row.getString("body"),
                optional(unit, UnitId::new),
                row.getString("unit_name"),
                row.getString("person"),
                began,
                running == null ? null : running.limit(),
                due,
                agreed != null,
                agreed != null || running == null || running.calendarKnown(),
                Limits.overdue(due, days.today),
                row.getLong("position"),
                row.getBoolean("rebuilt"));
    }

    /// Whose review of a case it is follows from the office's level.
    private static Step step(String stored, @Nullable UnitLevel level) {
        if (!stored.equals(ClocksModel.CASE_REVIEW)) {
            return Step.valueOf(stored);
        }
        if (level == UnitLevel.TRUNG_UONG) {
            return Step.CENTRE_DECISION;
        }
        return level == UnitLevel.TINH ? Step.PROVINCE_REVIEW : Step.LOCAL_REVIEW;
    }
}
