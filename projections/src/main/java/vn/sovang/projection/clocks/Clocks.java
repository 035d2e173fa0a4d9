package vn.sovang.projection.clocks;

import static vn.sovang.projection.readmodel.Sql.day;
import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
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
        return mostUrgent(wanted, new At(today, knownAt), _ -> true, MAX_CLOCKS);
    }

    /// A day for which limits are worked out, and a position by which beginnings and ends are
    /// known.
    public record At(LocalDate today, long knownAt) {}

    /// One page of the steps that were open on a day, the most urgent first. Limits are worked out
    /// when somebody asks, so every page reads all that is open and keeps its own rows only.
    ///
    /// @param after the `next` of the page before; null for the first
    /// @throws IllegalArgumentException if the cursor is none of ours
    public Page<OpenClock> page(Wanted wanted, At at, @Nullable String after, int limit) {
        var from = after == null ? null : Urgency.parse(after);
        int rows = Math.clamp(limit, 1, MAX_PAGE);
        var found =
                mostUrgent(
                        wanted,
                        at,
                        clock -> from == null || Urgency.of(clock).compareTo(from) > 0,
                        rows + 1);
        if (found.size() <= rows) {
            return new Page<>(found, null);
        }
        var page = found.subList(0, rows);
        return new Page<>(page, Urgency.of(page.getLast()).toString());
    }

    private List<OpenClock> mostUrgent(
            Wanted wanted, At at, Predicate<OpenClock> behind, int rows) {
        var best = new TreeSet<>(MOST_URGENT);
        var unit = wanted.unit();
        var among = wanted.among();
        var units = among == null ? null : Sql.array("uuid", List.copyOf(among));
        tables.query(connection -> {
            best.clear();
            Sql.each(
                    connection,
                    OPEN,
                    row -> clock(row, at.today()),
                    clock -> {
                        if (wanted.has(clock) && behind.test(clock)) {
                            best.add(clock);
                            if (best.size() > rows) {
                                best.pollLast();
                            }
                        }
                    },
                    at.knownAt(),
                    at.knownAt(),
                    at.today(),
                    at.knownAt(),
                    at.today(),
                    unit,
                    unit,
                    units,
                    units);
            return rows;
        });
        return List.copyOf(best);
    }

    private OpenClock clock(ResultSet row, LocalDate today) throws SQLException {
        var level = optional(row.getString("unit_level"), UnitLevel::valueOf);
        var step = step(row.getString("step"), level);
        var began = day(row, "began_on");
        var agreed = row.getObject("agreed_on", LocalDate.class);
        var running = limits.running(step, level, began, today).orElse(null);
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
                Limits.overdue(due, today),
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
