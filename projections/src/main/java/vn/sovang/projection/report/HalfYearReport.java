package vn.sovang.projection.report;

import java.util.List;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.UnitName;

/// Section II.4 of an authority's report on a period.
///
/// @param figures what it was made from; carries position, `provisional` and the lines entered
///   after the fact
/// @param phraseVersion version of the phrase table
/// @param rows proposals first, then decisions, in the order of the phrase table
/// @param reissues cases for the resistance wars, reviewed and sent up
/// @param otherReissues such cases of other commendations; told in the first paragraph
/// @param surveys campaigns opened
/// @param emulation first paragraph: emulation and commendation
/// @param resistance second paragraph: the resistance wars
public record HalfYearReport(
        UnitName authority,
        Answered figures,
        int phraseVersion,
        List<ReportRow> rows,
        ReissueCounts reissues,
        ReissueCounts otherReissues,
        long surveys,
        String emulation,
        String resistance) {
    public HalfYearReport {
        rows = List.copyOf(rows);
    }

    /// The sum of one stage; there is no sum of two.
    public Counts total(Measure stage) {
        return rows.stream()
                .filter(r -> r.stage() == stage)
                .map(ReportRow::counts)
                .reduce(Counts.NONE, Counts::plus);
    }
}
