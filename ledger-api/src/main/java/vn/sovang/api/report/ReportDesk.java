package vn.sovang.api.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.Submission;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.KnownAtText;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.projection.Projections;
import vn.sovang.projection.issued.IssuedReport;
import vn.sovang.projection.issued.PaperClaims;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.reconciliation.ClaimAnswer;
import vn.sovang.projection.reconciliation.ClaimCheck;
import vn.sovang.projection.reconciliation.Reconciliation;
import vn.sovang.projection.reconciliation.Reconciliation.Reconciled;
import vn.sovang.projection.reconciliation.Reconciliations;
import vn.sovang.projection.statistics.StatisticsQuery;
import vn.sovang.report.PeriodReportCommand;
import vn.sovang.report.PeriodReportCommand.Draft;
import vn.sovang.report.PeriodReportCommand.IssueReport;
import vn.sovang.report.PeriodReportCommand.RestateReport;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.PaperReportId;
import vn.sovang.vocabulary.ReportBasis;
import vn.sovang.vocabulary.ReportId;
import vn.sovang.vocabulary.ReportScope;
import vn.sovang.vocabulary.ReportView;
import vn.sovang.vocabulary.UnitId;

/// Issues reports, finds them, and compares them with what the ledger knows.
@Component
public final class ReportDesk {
    /// How long a reader waits for a report just issued.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Projections projections;
    private final Figures figures;

    public ReportDesk(Ledger ledger, Projections projections, Figures figures) {
        this.ledger = ledger;
        this.projections = projections;
        this.figures = figures;
    }

    /// Who issues, by which paper.
    ///
    /// @param request the same request issues once; the report bears its id
    /// @param fileSha256 of the file that was signed, where there is one
    public record Issuing(
            Actor by,
            UUID request,
            Instant at,
            Document document,
            LocalDate issuedOn,
            @Nullable String fileSha256) {}

    /// What came of it.
    public record Issued(ReportId report, Submission submission) {}

    /// Issues the report that a question asks for.
    ///
    /// @throws Failure for a question that cannot be answered
    public Issued issue(StatisticsQuestion question, UnitId authority, Issuing issuing) {
        var query =
                new StatisticsQuery(
                        question.readPolicy(),
                        question.readPeriod(),
                        authority,
                        question.readKnownAt(),
                        question.readView());
        var draft = draft(query, authority, issuing);
        return submit(new IssueReport(origin(issuing, draft.scope().tag()), draft));
    }

    /// Issues a report again as the ledger knows it at a moment.
    public Issued restate(IssuedReport report, KnownAt knownAt, String reason, Issuing issuing) {
        var query = Reconciliations.query(report, knownAt);
        var draft = draft(query, report.scope().authority(), issuing);
        var body = draft.scope().tag() + " restates " + report.id() + " " + reason;
        return submit(new RestateReport(origin(issuing, body), draft, report.id(), reason));
    }

    private Issued submit(PeriodReportCommand command) {
        return new Issued(command.draft().report(), ledger.submit(command));
    }

    /// The figures first: the checkpoint signed afterwards covers their cut-off.
    private Draft draft(StatisticsQuery query, UnitId authority, Issuing issuing) {
        var answer = Figures.answered(projections.statistics().ask(query));
        ledger.seal();
        var checkpoint =
                ledger.checkpoint().orElseThrow(() -> Failure.of(FailureCode.NO_CHECKPOINT_YET));
        var scope =
                new ReportScope(
                        authority,
                        query.policy().name(),
                        query.period().toString(),
                        answer.from(),
                        answer.to());
        var basis =
                new ReportBasis(
                        answer.position(),
                        ReportView.valueOf(query.view().name()),
                        checkpoint.size(),
                        checkpoint.root().toBase64());
        var all =
                Reconciliations.counts(answer).entrySet().stream()
                        .map(e -> e.getKey().figure(e.getValue()))
                        .toList();
        return new Draft(new ReportId(issuing.request), scope, basis, all, issuing.fileSha256);
    }

    private static Origin origin(Issuing issuing, String body) {
        return new Origin(
                Request.of(issuing.request, body),
                issuing.by,
                null,
                issuing.at,
                issuing.document,
                issuing.issuedOn,
                null);
    }

    /// @throws Failure `ID_MALFORMED`, `REPORT_NOT_FOUND`
    public IssuedReport find(String id) {
        projections.issuedReports().await(ledger.feed().head(), PATIENCE);
        return projections
                .issuedReports()
                .report(new ReportId(uuid(id)))
                .orElseThrow(() -> Failure.of(FailureCode.REPORT_NOT_FOUND, "id", id));
    }

    /// @throws Failure `ID_MALFORMED`, `REPORT_NOT_FOUND`
    public PaperClaims paper(String id) {
        return projections
                .issuedReports()
                .paper(new PaperReportId(uuid(id)))
                .orElseThrow(() -> Failure.of(FailureCode.REPORT_NOT_FOUND, "id", id));
    }

    /// In full; `UUID.fromString` takes shorter ones too.
    private static UUID uuid(String id) {
        if (id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return UUID.fromString(id);
        }
        throw Failure.at("id", FailureCode.ID_MALFORMED, id);
    }

    /// An issued report beside what the ledger knows at a moment.
    ///
    /// @param knownAt see [KnownAtText]
    /// @throws Failure for whatever cannot be compared
    public Reconciled reconcile(IssuedReport report, @Nullable String knownAt) {
        return reconciled(projections.reconciliations().of(report, KnownAtText.parse(knownAt)));
    }

    /// One question at two moments.
    ///
    /// @param question its moment is the later one
    /// @param from the earlier one, see [KnownAtText]
    /// @throws Failure for whatever cannot be compared
    public Reconciled reconcile(StatisticsQuestion question, @Nullable String from) {
        question.check();
        if (from == null || from.isBlank()) {
            throw Failure.at("from", FailureCode.PARAMETER_MISSING, "");
        }
        var earlier = figures.moment(from);
        Optional<UnitId> authority = figures.authority(question);
        var query =
                new StatisticsQuery(
                        question.readPolicy(),
                        question.readPeriod(),
                        authority.orElse(null),
                        figures.moment(question.knownAt()),
                        question.readView());
        return reconciled(projections.reconciliations().between(query, earlier));
    }

    private static Reconciled reconciled(Reconciliation answer) {
        return switch (answer) {
            case Reconciled done -> done;
            case Reconciliation.NotAnswered(var why) ->
                    throw new IllegalStateException("figures after all: " + Figures.answered(why));
            case Reconciliation.Reversed(long earlier, long later) ->
                    throw Failure.of(
                            FailureCode.MOMENTS_REVERSED,
                            java.util.Map.of(
                                    "earlier", Long.toString(earlier),
                                    "later", Long.toString(later)));
            case Reconciliation.TooMany(int limit) ->
                    throw Failure.of(
                            FailureCode.RECONCILIATION_TOO_LARGE, "limit", Integer.toString(limit));
        };
    }

    /// What a paper claims beside what the ledger knows at a moment.
    ///
    /// @param knownAt see [KnownAtText]
    public ClaimCheck check(PaperClaims paper, @Nullable String knownAt) {
        return switch (projections.reconciliations().claims(paper, KnownAtText.parse(knownAt))) {
            case ClaimCheck check -> check;
            case ClaimAnswer.NotAnswered(var why) ->
                    throw new IllegalStateException("figures after all: " + Figures.answered(why));
        };
    }
}
