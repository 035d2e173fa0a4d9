package vn.sovang.inspection;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.rule.Checks.unless;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.InspectionEvent;
import vn.sovang.event.InspectionEvent.ExplanationAccepted;
import vn.sovang.event.InspectionEvent.FindingExplained;
import vn.sovang.event.InspectionEvent.FindingReopened;
import vn.sovang.event.InspectionEvent.InspectionClosed;
import vn.sovang.event.InspectionEvent.InspectionFindingRecorded;
import vn.sovang.event.InspectionEvent.InspectionOpened;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.inspection.InspectionCommand.AcceptExplanation;
import vn.sovang.inspection.InspectionCommand.AnswerFinding;
import vn.sovang.inspection.InspectionCommand.CloseInspection;
import vn.sovang.inspection.InspectionCommand.ExplainFinding;
import vn.sovang.inspection.InspectionCommand.OpenInspection;
import vn.sovang.inspection.InspectionCommand.RecordFinding;
import vn.sovang.inspection.InspectionCommand.ReopenFinding;
import vn.sovang.inspection.InspectionState.Inspection;
import vn.sovang.inspection.InspectionState.Standing;
import vn.sovang.inspection.InspectionState.Thing;
import vn.sovang.rule.RecipientStanding;
import vn.sovang.rule.Units;
import vn.sovang.rule.Verdict;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.InspectionOrder;
import vn.sovang.vocabulary.InspectionScope;

/// An inspection is opened once, under a decision of its own; inspectors find, the inspected office
/// explains, an inspector who never explained accepts or reopens; it ends when nothing is open.
///
/// That the cut-off was published no event says: [vn.sovang.Ledger] asks for it before it comes
/// here.
public final class Inspections implements Decider<InspectionCommand, InspectionState> {
    /// The role that inspects.
    public static final String INSPECTOR = "INSPECTOR";

    /// Roles of the inspected office.
    static final Set<String> OFFICE =
            Set.of("CLERK", "REVIEWER", "COUNCIL_SECRETARY", "DECISION_RECORDER", "CUSTODIAN");

    @Override
    public Class<InspectionCommand> command() {
        return InspectionCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(InspectionCommand command) {
        var queries = new HashSet<TagQuery>();
        queries.add(
                TagQuery.of(
                        command.inspection().tag(),
                        InspectionOpened.class,
                        InspectionFindingRecorded.class,
                        FindingExplained.class,
                        ExplanationAccepted.class,
                        FindingReopened.class,
                        InspectionClosed.class));
        if (command instanceof OpenInspection open) {
            open.scope().units().forEach(unit -> queries.add(Units.lifeOf(unit)));
            order(open.origin())
                    .ifPresent(o -> queries.add(TagQuery.of(o.tag(), InspectionOpened.class)));
        }
        if (command instanceof RecordFinding find) {
            queries.addAll(about(find.about()));
        }
        return queries;
    }

    /// What tells whether there is such a thing.
    private static Set<TagQuery> about(InspectedMatter matter) {
        return switch (matter) {
            case InspectedMatter.OfEvent _, InspectedMatter.OfNumbers _ -> Set.of();
            case InspectedMatter.OfAward(var award) ->
                    Set.of(TagQuery.of(award.tag(), AwardDecided.class));
            case InspectedMatter.OfDecision(var decision) ->
                    Set.of(TagQuery.of(decision.tag(), DecisionRecorded.class));
            case InspectedMatter.OfItem(var item) ->
                    Set.of(new TagQuery(Set.of(item.tag()), Set.of()));
            case InspectedMatter.OfAnomaly(var anomaly) -> Set.of(subject(anomaly.thing()));
        };
    }

    /// Of a unit and an import only what made it known: all that happened there is too much.
    private static TagQuery subject(String thing) {
        if (thing.startsWith("unit:")) {
            return TagQuery.of(thing, UnitRegistered.class);
        }
        return thing.startsWith("import:")
                ? TagQuery.of(thing, ImportCompleted.class)
                : new TagQuery(Set.of(thing), Set.of());
    }

    /// The decision that the origin brings; none if it is no signed paper with a day.
    static Optional<InspectionOrder> order(Origin origin) {
        return origin.document() instanceof Document.Paper paper && paper.date() != null
                ? Optional.of(
                        new InspectionOrder(
                                paper.authority(), paper.date().getYear(), paper.number().folded()))
                : Optional.empty();
    }

    @Override
    public InspectionState initial() {
        return InspectionState.NONE;
    }

    @Override
    public InspectionState evolve(InspectionState state, Fact fact) {
        return state.evolve(fact);
    }

    @Override
    public Outcome decide(InspectionCommand command, InspectionState state) {
        if (command instanceof OpenInspection open) {
            return open(open, state);
        }
        var inspection = state.opened().get(command.inspection());
        if (inspection == null) {
            return refuse(
                    RefusalCode.INSPECTION_UNKNOWN, "inspection", command.inspection().toString());
        }
        return switch (command) {
            case RecordFinding find -> find(find, inspection, state);
            case AnswerFinding answer -> answer(answer, inspection);
            case CloseInspection close -> close(close, inspection);
            case OpenInspection _ -> throw new IllegalStateException("decided above");
        };
    }

    private static Outcome open(OpenInspection open, InspectionState state) {
        var origin = open.origin();
        var order = order(origin);
        if (order.isEmpty()) {
            return refuse(RefusalCode.DOCUMENT_MISSING);
        }
        var before = state.opened().values().stream().map(Inspection::opening).toList();
        var verdict =
                Verdict.of(
                        origin,
                        inspector(origin),
                        unless(
                                () -> !state.opened().containsKey(open.inspection()),
                                refuse(RefusalCode.INSPECTION_ALREADY_OPEN)),
                        unless(
                                () -> before.stream().noneMatch(o -> o.order().equals(order.get())),
                                refuse(
                                        RefusalCode.INSPECTION_ORDER_USED,
                                        "number",
                                        order.get().number())),
                        () -> checkUnits(open.scope(), state.units()));
        return verdict.record(() ->
                List.of(
                        origin.fact(
                                new InspectionOpened(
                                        open.inspection(),
                                        order.get(),
                                        open.scope(),
                                        open.cutOff(),
                                        open.sample()))));
    }

    /// A unit was there on the first or the last day; what a dissolved one decided is inspected
    /// too.
    private static Optional<Refused> checkUnits(InspectionScope scope, Units units) {
        for (var unit : scope.units()) {
            var atTheEnd = units.check(unit, scope.to());
            if (atTheEnd.isPresent() && units.check(unit, scope.from()).isPresent()) {
                return atTheEnd;
            }
        }
        return Optional.empty();
    }

    private static Outcome find(RecordFinding find, Inspection inspection, InspectionState state) {
        var origin = find.origin();
        var verdict =
                Verdict.of(
                        origin,
                        inspector(origin),
                        open(inspection),
                        () -> checkKnown(find.about(), inspection, state),
                        () -> checkSealed(find, state),
                        notBefore(origin, inspection.openedOn()),
                        () -> checkScope(find.about(), inspection, state));
        int number = inspection.findings().size() + 1;
        return verdict.record(() ->
                List.of(
                        origin.fact(
                                new InspectionFindingRecorded(
                                        find.inspection(),
                                        number,
                                        find.about(),
                                        find.severity(),
                                        find.text(),
                                        find.detail()))));
    }

    private static Optional<Refused> checkKnown(
            InspectedMatter matter, Inspection inspection, InspectionState state) {
        boolean known = state.about() != null;
        return switch (matter) {
            case InspectedMatter.OfEvent(long position) ->
                    no(
                            position <= inspection.opening().cutOff().size(),
                            refuse(RefusalCode.BEYOND_CUT_OFF, "position", position));
            case InspectedMatter.OfNumbers _ -> Optional.empty();
            case InspectedMatter.OfAward _ -> no(known, refuse(RefusalCode.AWARD_UNKNOWN));
            case InspectedMatter.OfDecision _ -> no(known, refuse(RefusalCode.DECISION_UNKNOWN));
            case InspectedMatter.OfItem _ -> no(known, refuse(RefusalCode.ARTIFACT_UNKNOWN));
            case InspectedMatter.OfAnomaly _ ->
                    no(known, refuse(RefusalCode.ANOMALY_SUBJECT_UNKNOWN));
        };
    }

    private static Optional<Refused> no(boolean holds, Refused otherwise) {
        return holds ? Optional.empty() : Optional.of(otherwise);
    }

    /// What is said of an award's recipient is sealed under that recipient's key and no other.
    private static Optional<Refused> checkSealed(RecordFinding find, InspectionState state) {
        var thing = state.about();
        return find.about() instanceof InspectedMatter.OfAward
                        && thing != null
                        && thing.recipient() != null
                ? RecipientStanding.checkSealedFor(thing.recipient(), find.detail())
                : Optional.empty();
    }

    private static Optional<Refused> checkScope(
            InspectedMatter matter, Inspection inspection, InspectionState state) {
        var scope = inspection.opening().scope();
        var thing = state.about();
        boolean inside =
                switch (matter) {
                    case InspectedMatter.OfNumbers numbers ->
                            scope.units().contains(numbers.authority())
                                    && numbers.year() >= scope.from().getYear()
                                    && numbers.year() <= scope.to().getYear();
                    case InspectedMatter.OfAward _, InspectedMatter.OfDecision _ ->
                            thing != null && inside(thing, scope);
                    case InspectedMatter.OfEvent _,
                            InspectedMatter.OfItem _,
                            InspectedMatter.OfAnomaly _ ->
                            true;
                };
        return no(inside, refuse(RefusalCode.INSPECTION_OUT_OF_SCOPE));
    }

    private static boolean inside(Thing thing, InspectionScope scope) {
        return thing.authority() != null && scope.covers(thing.authority(), thing.on());
    }

    private static Outcome answer(AnswerFinding answer, Inspection inspection) {
        var origin = answer.origin();
        var finding = inspection.findings().get(answer.finding());
        if (finding == null) {
            return refuse(RefusalCode.FINDING_UNKNOWN, "finding", answer.finding());
        }
        var verdict =
                Verdict.of(
                        origin,
                        answer instanceof ExplainFinding
                                ? office(origin, inspection)
                                : inspector(origin),
                        open(inspection),
                        () -> checkStanding(answer, finding.standing()),
                        notBefore(origin, finding.lastOn()),
                        unless(
                                () ->
                                        answer instanceof ExplainFinding
                                                || !inspection
                                                        .explainers()
                                                        .contains(origin.by().user()),
                                refuse(RefusalCode.EXPLAINER_MAY_NOT_ACCEPT)));
        return verdict.record(() -> List.of(origin.fact(event(answer))));
    }

    private static Optional<Refused> checkStanding(AnswerFinding answer, Standing standing) {
        return switch (standing) {
            case OPEN ->
                    no(answer instanceof ExplainFinding, refuse(RefusalCode.FINDING_NOT_EXPLAINED));
            case EXPLAINED ->
                    no(
                            !(answer instanceof ExplainFinding),
                            refuse(RefusalCode.FINDING_ALREADY_EXPLAINED));
            case SETTLED ->
                    no(answer instanceof ReopenFinding, refuse(RefusalCode.FINDING_SETTLED));
        };
    }

    private static InspectionEvent event(AnswerFinding answer) {
        return switch (answer) {
            case ExplainFinding a ->
                    new FindingExplained(a.inspection(), a.finding(), a.text(), a.detail());
            case AcceptExplanation a ->
                    new ExplanationAccepted(a.inspection(), a.finding(), a.conclusion());
            case ReopenFinding a -> new FindingReopened(a.inspection(), a.finding(), a.reason());
        };
    }

    private static Outcome close(CloseInspection close, Inspection inspection) {
        var origin = close.origin();
        int unsettled = inspection.unsettled();
        var verdict =
                Verdict.of(
                        origin,
                        inspector(origin),
                        open(inspection),
                        unless(
                                () -> order(origin).isPresent(),
                                refuse(RefusalCode.DOCUMENT_MISSING)),
                        notBefore(origin, inspection.lastOn()),
                        unless(
                                () -> unsettled == 0,
                                refuse(
                                        RefusalCode.INSPECTION_FINDINGS_OPEN,
                                        Map.of("open", Integer.toString(unsettled)))));
        int all = inspection.findings().size();
        return verdict.record(() ->
                List.of(origin.fact(new InspectionClosed(close.inspection(), all, unsettled))));
    }

    private static Supplier<Optional<Refused>> inspector(Origin origin) {
        return unless(
                () -> origin.by().role().equals(INSPECTOR), refuse(RefusalCode.ONLY_INSPECTORS));
    }

    /// Somebody of the inspected office; one who acts for a unit acts for an inspected one.
    private static Supplier<Optional<Refused>> office(Origin origin, Inspection inspection) {
        var by = origin.by();
        return unless(
                () ->
                        OFFICE.contains(by.role())
                                && (by.unit() == null
                                        || inspection
                                                .opening()
                                                .scope()
                                                .units()
                                                .contains(by.unit())),
                refuse(RefusalCode.ONLY_THE_OFFICE_EXPLAINS));
    }

    private static Supplier<Optional<Refused>> open(Inspection inspection) {
        return unless(() -> !inspection.closed(), refuse(RefusalCode.INSPECTION_CLOSED));
    }

    private static Supplier<Optional<Refused>> notBefore(Origin origin, LocalDate cause) {
        return unless(
                () -> !origin.effectiveOn().isBefore(cause),
                refuse(RefusalCode.EARLIER_THAN_ITS_CAUSE, "day", cause));
    }
}
