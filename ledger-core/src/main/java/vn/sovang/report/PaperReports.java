package vn.sovang.report;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.decider.RefusalCode.LIST_EMPTY;
import static vn.sovang.decider.RefusalCode.PAPER_ALREADY_REGISTERED;
import static vn.sovang.decider.RefusalCode.PAPER_NOT_SIGNED;
import static vn.sovang.decider.RefusalCode.REPORT_ALREADY_RECORDED;
import static vn.sovang.decider.RefusalCode.SECOND_PERSON_MISSING;
import static vn.sovang.rule.Checks.unless;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AsFound;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;
import vn.sovang.report.ReportCommand.RecordPaperReport;
import vn.sovang.report.ReportCommand.RegisterReferenceDocument;
import vn.sovang.rule.Checks;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.UnitId;

/// A paper is entered once, as it is. A paper that breaks a rule (no date, a unit that was not
/// there) is kept as found when a second person confirms it. What cannot be a mistake of the paper,
/// such as entering it twice, is refused whatever the reason.
public final class PaperReports implements Decider<ReportCommand, PaperReports.State> {
    /// What the rules need to know.
    public record State(boolean known, Units units) {}

    @Override
    public Class<ReportCommand> command() {
        return ReportCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(ReportCommand command) {
        var queries = new HashSet<TagQuery>();
        switch (command) {
            case RecordPaperReport c ->
                    queries.add(TagQuery.of(c.report().report().tag(), PaperReportRecorded.class));
            case RegisterReferenceDocument c ->
                    queries.add(
                            TagQuery.of(
                                    c.paper().paper().tag(), ReferenceDocumentRegistered.class));
        }
        var unit = unit(command);
        if (unit != null) {
            queries.add(Units.lifeOf(unit));
        }
        return queries;
    }

    private static @Nullable UnitId unit(ReportCommand command) {
        return switch (command) {
            case RecordPaperReport c -> c.report().unit();
            case RegisterReferenceDocument c -> c.paper().unit();
        };
    }

    @Override
    public State initial() {
        return new State(false, Units.NONE);
    }

    @Override
    public State evolve(State state, Fact fact) {
        return switch (fact.event()) {
            case PaperReportRecorded _, ReferenceDocumentRegistered _ ->
                    new State(true, state.units());
            default -> new State(state.known(), state.units().evolve(fact));
        };
    }

    @Override
    public Outcome decide(ReportCommand command, State state) {
        var impossible = impossible(command, state);
        if (impossible.isPresent()) {
            return impossible.get();
        }
        var fact = command.origin().fact(event(command)).from(command.provenance());
        var irregular = irregular(command, state);
        if (irregular.isEmpty()) {
            return Outcome.accept(fact);
        }
        var reason = command.asFound();
        if (reason == null) {
            return irregular.get();
        }
        if (reason.secondPerson().equals(command.origin().by().user())) {
            return refuse(SECOND_PERSON_MISSING);
        }
        var rule = irregular.get().code().name();
        return Outcome.accept(
                fact.asFound(new AsFound(rule, reason.reason(), reason.secondPerson())));
    }

    private static Optional<Refused> impossible(ReportCommand command, State state) {
        var origin = command.origin();
        return Checks.first(
                unless(() -> !state.known(), refuse(taken(command))),
                unless(
                        () -> !origin.inTheFuture(),
                        refuse(IN_THE_FUTURE, "day", origin.effectiveOn())),
                () -> checkClaims(command));
    }

    private static RefusalCode taken(ReportCommand command) {
        return switch (command) {
            case RecordPaperReport _ -> REPORT_ALREADY_RECORDED;
            case RegisterReferenceDocument _ -> PAPER_ALREADY_REGISTERED;
        };
    }

    private static Optional<Refused> checkClaims(ReportCommand command) {
        if (!(command instanceof RecordPaperReport c)) {
            return Optional.empty();
        }
        if (c.report().claims().isEmpty()) {
            return Optional.of(refuse(LIST_EMPTY));
        }
        return c.report().to().isBefore(c.report().from())
                ? Optional.of(refuse(EARLIER_THAN_ITS_CAUSE, "day", c.report().from()))
                : Optional.empty();
    }

    /// A signed paper has a number and a day (NĐ 30/2020/NĐ-CP Điều 8); its office was there.
    private static Optional<Refused> irregular(ReportCommand command, State state) {
        var origin = command.origin();
        return Checks.first(
                unless(
                        () ->
                                origin.document() instanceof Document.Paper paper
                                        && paper.date() != null,
                        refuse(PAPER_NOT_SIGNED)),
                () -> state.units().check(unit(command), origin.effectiveOn()));
    }

    private static LedgerEvent event(ReportCommand command) {
        return switch (command) {
            case RecordPaperReport c -> c.report();
            case RegisterReferenceDocument c -> c.paper();
        };
    }
}
