package vn.sovang.report;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.CUT_OFF_BEFORE_RESTATED;
import static vn.sovang.decider.RefusalCode.CUT_OFF_NOT_SEALED;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.decider.RefusalCode.LIST_TOO_LONG;
import static vn.sovang.decider.RefusalCode.NOTHING_RESTATED;
import static vn.sovang.decider.RefusalCode.PAPER_NOT_SIGNED;
import static vn.sovang.decider.RefusalCode.REPORT_ALREADY_ISSUED;
import static vn.sovang.decider.RefusalCode.REPORT_ALREADY_RESTATED;
import static vn.sovang.decider.RefusalCode.REPORT_UNKNOWN;
import static vn.sovang.rule.Checks.unless;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.ReportEvent.PeriodReport;
import vn.sovang.event.ReportEvent.PeriodReportIssued;
import vn.sovang.event.ReportEvent.PeriodReportRestated;
import vn.sovang.report.PeriodReportCommand.IssueReport;
import vn.sovang.report.PeriodReportCommand.RestateReport;
import vn.sovang.rule.Checks;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ReportId;
import vn.sovang.vocabulary.ReportScope;

/// An authority reports on a period once; whatever follows restates the newest report and says
/// which. The figures count nothing that the report's checkpoint does not cover: a signed
/// checkpoint never runs ahead of the log, so the cut-off cannot either.
public final class PeriodReports implements Decider<PeriodReportCommand, PeriodReports.State> {
    /// More figures than one append has room for parts (the head is an event too).
    static final int MAX_FIGURES = 4_999 * Sheets.FIGURES_IN_A_PART;

    /// What the rules need to know.
    ///
    /// @param issued reports of the scope, oldest first, and the one that bears the identity
    public record State(List<Issued> issued, Units units) {
        public State {
            issued = List.copyOf(issued);
        }

        List<Issued> of(ReportScope scope) {
            return issued.stream()
                    .filter(i -> i.report().scope().tag().equals(scope.tag()))
                    .toList();
        }

        boolean has(ReportId report) {
            return issued.stream().anyMatch(i -> i.report().report().equals(report));
        }
    }

    /// A report and the day of its paper.
    public record Issued(PeriodReport report, LocalDate on) {}

    @Override
    public Class<PeriodReportCommand> command() {
        return PeriodReportCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(PeriodReportCommand command) {
        var draft = command.draft();
        return Set.of(
                TagQuery.of(
                        draft.scope().tag(), PeriodReportIssued.class, PeriodReportRestated.class),
                TagQuery.of(
                        draft.report().tag(), PeriodReportIssued.class, PeriodReportRestated.class),
                Units.lifeOf(draft.scope().authority()));
    }

    @Override
    public State initial() {
        return new State(List.of(), Units.NONE);
    }

    @Override
    public State evolve(State state, Fact fact) {
        if (!(fact.event() instanceof PeriodReport report)) {
            return new State(state.issued(), state.units().evolve(fact));
        }
        var issued = new ArrayList<>(state.issued());
        issued.add(new Issued(report, fact.effectiveOn()));
        return new State(issued, state.units());
    }

    @Override
    public Outcome decide(PeriodReportCommand command, State state) {
        var draft = command.draft();
        var refused =
                Checks.first(
                        () -> checkPaper(command),
                        () -> checkUnit(draft.scope(), state.units()),
                        unless(
                                () -> draft.basis().cutOff() <= draft.basis().checkpointSize(),
                                refuse(
                                        CUT_OFF_NOT_SEALED,
                                        Map.of(
                                                "cutOff", Long.toString(draft.basis().cutOff()),
                                                "sealed",
                                                        Long.toString(
                                                                draft.basis().checkpointSize())))),
                        unless(
                                () -> draft.figures().size() <= MAX_FIGURES,
                                refuse(LIST_TOO_LONG, "limit", MAX_FIGURES)),
                        () -> checkChain(command, state));
        if (refused.isPresent()) {
            return refused.get();
        }
        var facts = new ArrayList<Fact>();
        facts.add(command.origin().fact(head(command)));
        Sheets.parts(draft.report(), draft.figures())
                .forEach(part -> facts.add(command.origin().fact(part)));
        return Outcome.accept(facts);
    }

    private static PeriodReport head(PeriodReportCommand command) {
        var draft = command.draft();
        var sheet = Sheets.of(draft.figures());
        return switch (command) {
            case IssueReport _ ->
                    new PeriodReportIssued(
                            draft.report(),
                            draft.scope(),
                            draft.basis(),
                            sheet,
                            draft.fileSha256());
            case RestateReport again ->
                    new PeriodReportRestated(
                            draft.report(),
                            again.restates(),
                            again.reason(),
                            draft.scope(),
                            draft.basis(),
                            sheet,
                            draft.fileSha256());
        };
    }

    /// A signed paper has a number and a day (NĐ 30/2020/NĐ-CP Điều 8). It may be signed before the
    /// period ends, as half-year reports are, but not before it begins.
    private static Optional<Refused> checkPaper(PeriodReportCommand command) {
        var origin = command.origin();
        var from = command.draft().scope().from();
        return Checks.first(
                unless(
                        () -> !origin.inTheFuture(),
                        refuse(IN_THE_FUTURE, "day", origin.effectiveOn())),
                unless(
                        () ->
                                !(origin.document() instanceof Document.Paper paper)
                                        || paper.date() != null,
                        refuse(PAPER_NOT_SIGNED)),
                unless(
                        () -> !origin.effectiveOn().isBefore(from),
                        refuse(EARLIER_THAN_ITS_CAUSE, "day", from)));
    }

    /// The authority was there on the first or the last day. It need not be there now: figures of
    /// an office that was dissolved are still reported.
    private static Optional<Refused> checkUnit(ReportScope scope, Units units) {
        var atTheEnd = units.check(scope.authority(), scope.to());
        return atTheEnd.isEmpty() || units.check(scope.authority(), scope.from()).isEmpty()
                ? Optional.empty()
                : atTheEnd;
    }

    private static Optional<Refused> checkChain(PeriodReportCommand command, State state) {
        var id = command.draft().report();
        var chain = state.of(command.draft().scope());
        if (state.has(id)) {
            return Optional.of(refuse(REPORT_ALREADY_ISSUED, "report", id));
        }
        return switch (command) {
            case IssueReport _ ->
                    chain.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    refuse(
                                            REPORT_ALREADY_ISSUED,
                                            "report",
                                            chain.getLast().report().report()));
            case RestateReport again -> checkRestating(again, chain);
        };
    }

    private static Optional<Refused> checkRestating(RestateReport again, List<Issued> chain) {
        if (chain.stream().noneMatch(i -> i.report().report().equals(again.restates()))) {
            return Optional.of(refuse(REPORT_UNKNOWN, "report", again.restates()));
        }
        var newest = chain.getLast();
        var before = newest.report();
        var draft = again.draft();
        return Checks.first(
                unless(
                        () -> before.report().equals(again.restates()),
                        refuse(REPORT_ALREADY_RESTATED, "report", before.report())),
                unless(
                        () -> !again.origin().effectiveOn().isBefore(newest.on()),
                        refuse(EARLIER_THAN_ITS_CAUSE, "day", newest.on())),
                unless(
                        () -> draft.basis().cutOff() >= before.basis().cutOff(),
                        refuse(CUT_OFF_BEFORE_RESTATED, "cutOff", before.basis().cutOff())),
                unless(
                        () -> !Sheets.of(draft.figures()).sha256().equals(before.sheet().sha256()),
                        refuse(NOTHING_RESTATED)));
    }
}
