package vn.sovang.api.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sovang.Submission;
import vn.sovang.api.Installation;
import vn.sovang.api.report.ReportDesk;
import vn.sovang.api.report.ReportForms;
import vn.sovang.api.report.ReportNames;
import vn.sovang.api.statistics.StatisticsTable;
import vn.sovang.api.text.Messages;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.projection.Projections;
import vn.sovang.projection.issued.IssuedReport;
import vn.sovang.projection.reconciliation.ClaimCheck;
import vn.sovang.projection.reconciliation.Difference;
import vn.sovang.projection.reconciliation.FigureKey;
import vn.sovang.projection.reconciliation.Reconciliation.Reconciled;
import vn.sovang.vocabulary.Document;

/// Prints reports and reconciliations for a person at a terminal, or as JSON.
final class ReportPrinter {
    private static final int REFUSED = 1;

    private final Console console;
    private final Messages messages;
    private final Projections projections;
    private final ReportNames names;
    private final boolean json;

    ReportPrinter(Console console, Installation installation, boolean json) {
        this.console = console;
        this.messages = console.messages();
        this.projections = installation.projections();
        this.names = new ReportNames(projections);
        this.json = json;
    }

    /// Answers the exit code.
    int issued(ReportDesk desk, ReportDesk.Issued issued) {
        return switch (issued.submission()) {
            case Submission.Receipt _ -> {
                var report = desk.find(issued.report().toString());
                if (json) {
                    console.print(ReportForms.write(new ReportForms(projections).whole(report)));
                } else {
                    console.print(messages.text("cli.report.issued", report.id()));
                    head(report);
                }
                yield 0;
            }
            case Submission.Declined(var refused) -> {
                refused(refused);
                yield REFUSED;
            }
        };
    }

    private void refused(Refused refused) {
        var text = messages.refusal(refused);
        if (json) {
            console.print(ReportForms.write(Map.of("code", refused.code().name(), "detail", text)));
        }
        console.say("cli.error", text, refused.code());
    }

    private void head(IssuedReport report) {
        var scope = report.scope();
        var format = console.format();
        line("report.authority", names.unit(scope.authority()));
        line(
                "report.period",
                scope.period()
                        + " ("
                        + format.date(scope.from())
                        + " – "
                        + format.date(scope.to())
                        + ")");
        line("report.document", paper(report.document()));
        line("report.issued.on", format.date(report.issuedOn()));
        line("report.cut.off", console.number(report.basis().cutOff()));
        line("report.checkpoint", checkpoint(report));
        line("report.sheet", sheet(report));
        if (report.restates() != null) {
            line("report.restates", report.restates() + " – " + report.reason());
        }
        if (report.restatedBy() != null) {
            line("report.restated.by", report.restatedBy());
        }
    }

    private String checkpoint(IssuedReport report) {
        return console.number(report.basis().checkpointSize()) + " " + report.basis().rootHash();
    }

    private String sheet(IssuedReport report) {
        return console.number(report.sheet().figures()) + ", " + report.sheet().sha256();
    }

    private void line(String key, @Nullable Object value) {
        console.print("  " + messages.text(key) + ": " + value);
    }

    private String paper(Document document) {
        return ReportNames.document(document, messages);
    }

    void list() {
        var issued = projections.issuedReports();
        var reports = issued.reports(null);
        var papers = issued.papers();
        var forms = new ReportForms(projections);
        if (json) {
            console.print(
                    ReportForms.write(
                            Map.of(
                                    "reports", reports.stream().map(forms::head).toList(),
                                    "papers", papers.stream().map(forms::paper).toList())));
            return;
        }
        for (var report : reports) {
            console.print(
                    String.join(
                                    "  ",
                                    report.id().toString(),
                                    report.scope().period(),
                                    String.valueOf(names.unit(report.scope().authority())),
                                    paper(report.document()),
                                    report.restatedBy() == null
                                            ? ""
                                            : messages.text("report.replaced"))
                            .stripTrailing());
        }
        for (var paper : papers) {
            console.print(
                    String.join(
                            "  ",
                            paper.id().toString(),
                            messages.text("report.on.paper"),
                            paper.title()));
        }
        if (reports.isEmpty() && papers.isEmpty()) {
            console.print(messages.text("report.none"));
        }
    }

    void show(IssuedReport report) {
        if (json) {
            console.print(ReportForms.write(new ReportForms(projections).whole(report)));
            return;
        }
        console.print(report.id().toString());
        head(report);
        console.print("");
        for (var figure : projections.issuedReports().figures(report.id())) {
            var key = FigureKey.of(figure, report.scope().authority());
            console.print(
                    "  " + label(key, names.award(key.award())) + ": " + number(figure.count()));
        }
    }

    void compared(Reconciled answer) {
        if (json) {
            console.print(ReportForms.write(new ReportForms(projections).comparison(answer)));
            return;
        }
        if (answer.report() != null) {
            console.print(answer.report().id().toString());
            head(answer.report());
        }
        console.print(
                messages.text(
                        "cli.report.moments",
                        console.number(answer.earlier()),
                        console.number(answer.after().position())));
        if (answer.after().provisional()) {
            console.print(messages.text("statistics.provisional"));
        }
        console.print(
                messages.text("reconciliation.unchanged", console.number(answer.unchanged())));
        answer.differences().forEach(this::difference);
        for (var change : answer.lineage()) {
            console.print(
                    "  "
                            + messages.text(
                                    "reconciliation.lineage.line",
                                    names.unit(change.unit()),
                                    messages.event(change.type()),
                                    console.format().date(change.effectiveOn())));
        }
        var verdict =
                answer.explained() ? "reconciliation.explained" : "reconciliation.unexplained";
        console.print(messages.text(verdict));
    }

    private void difference(Difference d) {
        console.print("");
        console.print(
                label(d.key(), d.awardName())
                        + ": "
                        + messages.text(
                                "reconciliation.change",
                                number(d.before()),
                                number(d.after()),
                                signed(d.delta())));
        for (var e : d.events()) {
            console.print(
                    "  "
                            + signed(e.delta())
                            + "  "
                            + messages.of(e.reason())
                            + " · "
                            + messages.event(e.type())
                            + " · "
                            + paper(e.document())
                            + " · "
                            + messages.text(
                                    "reconciliation.event.days",
                                    console.format().date(e.effectiveOn()),
                                    console.format().time(e.recordedAt()),
                                    e.position()));
        }
        if (d.unexplained() != 0) {
            console.print("  " + messages.text("reconciliation.rest", signed(d.unexplained())));
        }
    }

    void claims(ClaimCheck check) {
        if (json) {
            console.print(ReportForms.write(new ReportForms(projections).claims(check)));
            return;
        }
        console.print(check.paper().title());
        for (var line : check.lines()) {
            var claim = line.claim();
            var ledger = line.ledger();
            console.print(
                    "%s %s  %s: %s, %s: %s  %s"
                            .formatted(
                                    line.differs() ? "!" : " ",
                                    claim.place(),
                                    messages.text("claims.claimed"),
                                    number(claim.value()),
                                    messages.text("claims.ledger"),
                                    ledger == null ? "–" : number(ledger),
                                    claim.text()));
        }
    }

    private String label(FigureKey key, String award) {
        var parts = new ArrayList<String>();
        parts.add(messages.of(key.measure()));
        parts.add(
                StatisticsTable.isUnknown(award)
                        ? messages.text("statistics.award.unknown")
                        : award);
        for (Enum<?> dimension :
                nonNull(key.recipientKind(), key.commendationType(), key.reissueKind())) {
            parts.add(messages.of(dimension));
        }
        for (var unit : nonNull(names.unit(key.proposingUnit()), names.unit(key.recipientUnit()))) {
            parts.add(unit);
        }
        return String.join(" · ", parts);
    }

    @SafeVarargs
    private static <T> List<T> nonNull(@Nullable T... values) {
        var present = new ArrayList<T>();
        for (var value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        return present;
    }

    private String number(long value) {
        return console.number(value);
    }

    private String signed(long value) {
        return (value > 0 ? "+" : "") + console.number(value);
    }
}
