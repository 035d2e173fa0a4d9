package vn.sovang.projection.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.vocabulary.UnitId;

/// A question to the statistics.
///
/// @param authority whose figures; null for those of all. Seen as now, also those of all that it
///   follows
/// @param officeKnewAt if set, only what the office claims to have received by the end of that day
///   (R2); a line whose paper bears no day of arrival counts from the day of its act on, and is
///   told apart in [StatisticsAnswer.Answered#withoutArrival()]
public record StatisticsQuery(
        PeriodPolicy policy,
        Period period,
        @Nullable UnitId authority,
        KnownAt knownAt,
        View view,
        UnitView units,
        @Nullable LocalDate officeKnewAt) {
    /// Units as then, and whatever the office knew.
    public StatisticsQuery(
            PeriodPolicy policy,
            Period period,
            @Nullable UnitId authority,
            KnownAt knownAt,
            View view) {
        this(policy, period, authority, knownAt, view, UnitView.AS_THEN, null);
    }

    /// The same question as of a position.
    public StatisticsQuery at(long position) {
        var then = new KnownAt.AtPosition(position);
        return new StatisticsQuery(policy, period, authority, then, view, units, officeKnewAt);
    }

    /// The same question with units seen otherwise.
    public StatisticsQuery seen(UnitView other) {
        return new StatisticsQuery(policy, period, authority, knownAt, view, other, officeKnewAt);
    }

    /// The same question of what the office claims to have known.
    public StatisticsQuery officeKnewAt(LocalDate day) {
        return new StatisticsQuery(policy, period, authority, knownAt, view, units, day);
    }
}
