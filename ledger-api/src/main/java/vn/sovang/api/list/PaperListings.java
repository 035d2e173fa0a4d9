package vn.sovang.api.list;

import static vn.sovang.api.list.ListParameter.constant;
import static vn.sovang.api.list.ListParameter.day;
import static vn.sovang.api.list.ListParameter.days;
import static vn.sovang.api.list.ListParameter.flag;
import static vn.sovang.api.list.ListParameter.id;
import static vn.sovang.api.list.ListParameter.text;
import static vn.sovang.api.list.RegisterListings.parameters;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.api.anomaly.AnomalyForms;
import vn.sovang.api.anomaly.AnomalyTexts;
import vn.sovang.api.inspection.InspectionForms;
import vn.sovang.api.list.Listing.Columns;
import vn.sovang.api.report.ReportForms;
import vn.sovang.api.report.ReportNames;
import vn.sovang.api.statistics.AskedMoment;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.projection.Projections;
import vn.sovang.projection.anomaly.AnomalyFilter;
import vn.sovang.projection.anomaly.AnomalyRow;
import vn.sovang.projection.anomaly.AnomalyRule;
import vn.sovang.projection.anomaly.FindingState;
import vn.sovang.projection.anomaly.Severity;
import vn.sovang.projection.inspection.InspectionRow;
import vn.sovang.projection.inspection.Inspections;
import vn.sovang.projection.issued.IssuedReport;
import vn.sovang.projection.issued.IssuedReports.Wanted;
import vn.sovang.projection.issued.PaperClaims;
import vn.sovang.vocabulary.UnitId;

/// Reports, papers with claims, inspections and anomalies.
final class PaperListings {
    /// Of an authority only its name or identity is read.
    private static final String ANY_PERIOD = "1945-01-01..2099-12-31";

    private final Projections projections;
    private final Figures figures;

    PaperListings(Projections projections, Ledger ledger) {
        this.projections = projections;
        this.figures = new Figures(projections, ledger);
    }

    /// By name or by id.
    private @Nullable UnitId authority(ListQuestion asked) {
        var name = asked.raw("authority");
        return figures.authority(new StatisticsQuestion(ANY_PERIOD, null, name, null, null))
                .orElse(null);
    }

    Listing<IssuedReport, ReportForms.Report> reports() {
        return new Listing<>(
                "reports",
                "report.title",
                parameters(
                        days("of a span that the report's own days touch"),
                        text(
                                "authority",
                                "name or id of a unit; all units without it",
                                "00000000-0000-4000-8000-000000000001")),
                null,
                text -> AskedMoment.of(projections.issuedReports().moments(), text),
                (asked, at, after, limit) -> {
                    var days = asked.days();
                    var wanted = new Wanted(authority(asked), days.from(), days.to());
                    return projections.issuedReports().reports(wanted, at.position(), after, limit);
                },
                (row, _) -> new ReportForms(projections).head(row),
                new Columns<IssuedReport>()
                        .add("period", (r, w) -> r.scope().period())
                        .add("firstDay", (r, w) -> r.scope().from())
                        .add("lastDay", (r, w) -> r.scope().to())
                        .add("authority", (r, w) -> w.unit(r.scope().authority()))
                        .add("document", (r, w) -> ReportNames.document(r.document(), w.messages()))
                        .add("issuedOn", (r, w) -> r.issuedOn())
                        .add("cutOff", (r, w) -> r.basis().cutOff())
                        .add("restates", (r, w) -> r.restates())
                        .add("restatedBy", (r, w) -> r.restatedBy())
                        .add("id", (r, w) -> r.id())
                        .sheet(null));
    }

    Listing<PaperClaims, ReportForms.PaperForm> papers() {
        return new Listing<>(
                "paper-reports",
                "report.papers",
                parameters(
                        days("of a span that the paper's own days touch"),
                        id("unit", "the unit whose paper it is")),
                null,
                text -> AskedMoment.of(projections.issuedReports().moments(), text),
                (asked, at, after, limit) -> {
                    var days = asked.days();
                    var wanted = new Wanted(asked.unit("unit"), days.from(), days.to());
                    return projections.issuedReports().papers(wanted, at.position(), after, limit);
                },
                (row, _) -> new ReportForms(projections).paper(row),
                new Columns<PaperClaims>()
                        .add("paperTitle", (r, w) -> r.title())
                        .add("number", (r, w) -> r.number())
                        .add("authority", (r, w) -> w.unit(r.unit()))
                        .add("firstDay", (r, w) -> r.from())
                        .add("lastDay", (r, w) -> r.to())
                        .add("claims", (r, w) -> r.claims().size())
                        .add("id", (r, w) -> r.id())
                        .sheet(null));
    }

    Listing<InspectionRow, InspectionForms.Head> inspections() {
        return new Listing<>(
                "inspections",
                "inspections.title",
                parameters(
                        List.of(),
                        id("unit", "an inspected unit"),
                        flag("closed", "whether it has ended")),
                null,
                text -> AskedMoment.of(projections.inspections().moments(), text),
                (asked, at, after, limit) ->
                        projections
                                .inspections()
                                .page(
                                        new Inspections.Wanted(
                                                asked.unit("unit"), asked.flag("closed")),
                                        at.position(),
                                        after,
                                        limit),
                (row, _) -> InspectionForms.Head.of(row),
                new Columns<InspectionRow>()
                        .add("number", (r, w) -> r.number())
                        .add("decidedOn", (r, w) -> r.opened().on())
                        .add("inspectingBody", (r, w) -> r.body())
                        .add(
                                "inspectedUnits",
                                (r, w) ->
                                        r.scope().units().stream()
                                                .map(w::unit)
                                                .collect(Collectors.joining("; ")))
                        .add("firstDay", (r, w) -> r.scope().from())
                        .add("lastDay", (r, w) -> r.scope().to())
                        .add("findings", (r, w) -> r.findings().size())
                        .add("closed", (r, w) -> r.closed() != null)
                        .add("id", (r, w) -> r.id())
                        .sheet(row -> false));
    }

    Listing<AnomalyRow, AnomalyForms.Anomaly> anomalies() {
        return new Listing<>(
                "anomalies",
                "anomalies.title",
                parameters(
                        List.of(),
                        constant("rule", "the rule that found it", AnomalyRule.class),
                        constant("severity", "how heavy it is", Severity.class),
                        constant("state", "what became of it", FindingState.class),
                        id("unit", "the unit that has to answer"),
                        day("on", "day for which time limits are looked at; today without it")),
                "on",
                text -> AskedMoment.of(projections.anomalies().moments(), text),
                (asked, at, after, limit) ->
                        projections
                                .anomalies()
                                .page(
                                        new AnomalyFilter(
                                                asked.constant("rule", AnomalyRule.class),
                                                asked.constant("severity", Severity.class),
                                                asked.unit("unit"),
                                                asked.constant("state", FindingState.class),
                                                at.day(),
                                                at.position()),
                                        after,
                                        limit),
                AnomalyForms.Anomaly::of,
                new Columns<AnomalyRow>()
                        .add("severity", (r, w) -> w.of(r.rule().severity()))
                        .add("rule", (r, w) -> AnomalyTexts.title(r.rule(), w.messages()))
                        .add("finding", (r, w) -> AnomalyTexts.text(r, w.messages()))
                        .add("unit", (r, w) -> w.unit(r.unit()))
                        .add("dueOn", (r, w) -> r.dueOn())
                        .add("findingState", (r, w) -> w.of(r.state()))
                        .add(
                                "explanation",
                                (r, w) -> {
                                    var explanation = r.explanation();
                                    return explanation == null ? null : explanation.reason();
                                })
                        .add("basis", (r, w) -> r.rule().basis())
                        .add(
                                "evidence",
                                (r, w) ->
                                        r.evidence().stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(" ")))
                        .add("id", (r, w) -> r.key())
                        .sheet(null));
    }
}
