package vn.sovang.projection.clocks;

import static vn.sovang.projection.readmodel.Sql.day;
import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Moments;
import vn.sovang.projection.readmodel.Sql;
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
            """;

    /// The longest overdue first, then by last day; what has none comes last.
    private static final Comparator<OpenClock> MOST_URGENT =
            Comparator.comparing(OpenClock::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(OpenClock::beganOn)
                    .thenComparingLong(OpenClock::position)
                    .thenComparing(OpenClock::subject);

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
    public record Wanted(@Nullable UnitId unit, @Nullable Step step, boolean overdueOnly) {
        public static final Wanted ALL = new Wanted(null, null, false);
    }

    /// Every step that was open on a day, the most urgent first.
    ///
    /// @param knownAt position by which beginnings and ends are known
    public List<OpenClock> open(Wanted wanted, LocalDate today, long knownAt) {
        var unit = wanted.unit();
        return tables
                .query(connection ->
                        Sql.list(
                                connection,
                                OPEN,
                                row -> clock(row, today),
                                knownAt,
                                knownAt,
                                today,
                                knownAt,
                                today,
                                unit,
                                unit))
                .stream()
                .filter(c -> wanted.step() == null || c.step() == wanted.step())
                .filter(c -> !wanted.overdueOnly() || c.state() == ClockState.OVERDUE)
                .sorted(MOST_URGENT)
                .limit(MAX_CLOCKS)
                .toList();
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
