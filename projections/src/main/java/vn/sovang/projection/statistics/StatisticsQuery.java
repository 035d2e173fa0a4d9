package vn.sovang.projection.statistics;

import org.jspecify.annotations.Nullable;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.vocabulary.UnitId;

/// A question to the statistics.
///
/// @param authority whose figures; null for those of all
public record StatisticsQuery(
        PeriodPolicy policy,
        Period period,
        @Nullable UnitId authority,
        KnownAt knownAt,
        View view) {}
