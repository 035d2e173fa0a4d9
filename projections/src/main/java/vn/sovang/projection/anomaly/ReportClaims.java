package vn.sovang.projection.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ReportEvent.Claim;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.vocabulary.ClaimedMeasure;

/// What a paper claims in one place against what it claims in another. A footnote tells parts of
/// the total in the text, so one part cannot be more than the total.
final class ReportClaims implements Docket<ReportClaims.Report> {
    /// How footnotes are named in the places of claims.
    private static final String FOOTNOTE = "chú thích";

    /// One report.
    record Report(@Nullable String unit, long position, List<Said> said) {}

    /// One number of it.
    record Said(String place, ClaimedMeasure measure, String kind, boolean total, int value) {}

    @Override
    public Class<Report> state() {
        return Report.class;
    }

    @Override
    public Report initial() {
        return new Report(null, 0, List.of());
    }

    @Override
    public List<String> things(Known known) {
        return known.fact().event() instanceof PaperReportRecorded e
                ? List.of(e.report().tag())
                : List.of();
    }

    @Override
    public Report evolve(Report state, Known known, World world) {
        if (!(known.fact().event() instanceof PaperReportRecorded e)) {
            return state;
        }
        var said = e.claims().stream().map(ReportClaims::said).toList();
        return new Report(e.unit().toString(), known.position(), said);
    }

    private static Said said(Claim claim) {
        var kind = claim.recipientKind() == null ? "ALL" : claim.recipientKind().name();
        boolean footnote = claim.place().startsWith(FOOTNOTE);
        return new Said(claim.place(), claim.measure(), kind, !footnote, claim.value());
    }

    @Override
    public List<Found> findings(String thing, Report state) {
        Map<String, Integer> totals = new TreeMap<>();
        for (var said : state.said()) {
            if (said.total()) {
                totals.merge(said.measure() + "-" + said.kind(), said.value(), Integer::sum);
            }
        }
        var found = new TreeMap<String, Found>();
        for (var said : state.said()) {
            var what = said.measure() + "-" + said.kind();
            var total = totals.get(what);
            if (!said.total() && total != null && said.value() > total) {
                found.put(
                        what,
                        Found.of(
                                        AnomalyRule.CLAIMS_DIFFER_WITHIN_PAPER,
                                        thing + ":" + what,
                                        state.position())
                                .saying("total", total)
                                .saying("part", said.value())
                                .saying("place", said.place())
                                .saying("measure", said.measure())
                                .saying("kind", said.kind())
                                .ofUnit(state.unit()));
            }
        }
        return new ArrayList<>(found.values());
    }
}
