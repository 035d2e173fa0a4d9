package vn.sovang.projection.report;

import vn.sovang.projection.statistics.KnownAt;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.Statistics;
import vn.sovang.vocabulary.UnitId;

/// Writes reports.
public final class HalfYearReports {
    private final Statistics statistics;

    public HalfYearReports(Statistics statistics) {
        this.statistics = statistics;
    }

    /// The report of an authority on a period, as known at a moment.
    public ReportAnswer of(UnitId authority, PeriodPolicy policy, Period period, KnownAt knownAt) {
        throw new UnsupportedOperationException(statistics + " " + authority);
    }
}
