package vn.sovang.projection.report;

import vn.sovang.projection.statistics.StatisticsAnswer;
import vn.sovang.vocabulary.UnitId;

/// What comes of asking for a report.
public sealed interface ReportAnswer {
    record Written(HalfYearReport report) implements ReportAnswer {}

    /// The statistics had no figures; why.
    record NoFigures(StatisticsAnswer why) implements ReportAnswer {}

    /// The unit was never registered.
    record UnknownAuthority(UnitId asked) implements ReportAnswer {}
}
