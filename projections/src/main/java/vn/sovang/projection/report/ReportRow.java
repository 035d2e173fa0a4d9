package vn.sovang.projection.report;

import vn.sovang.projection.statistics.Measure;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;

/// One row of the table: an award at a stage.
///
/// @param stage [Measure#PROPOSED] or [Measure#DECIDED]
/// @param phrase wording of the report
/// @param resistance whether it belongs to the resistance wars, and so to the second paragraph
public record ReportRow(
        Measure stage,
        AwardLevel level,
        AwardCode award,
        String phrase,
        boolean resistance,
        Counts counts) {}
