package vn.sovang.decision;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.DECISION_NUMBER_TAKEN;
import static vn.sovang.decider.RefusalCode.DOCUMENT_MISSING;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;
import static vn.sovang.decider.RefusalCode.FILER_MAY_NOT_DECIDE;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.decider.RefusalCode.LIST_EMPTY;
import static vn.sovang.decider.RefusalCode.NOMINATION_DIFFERS;
import static vn.sovang.decider.RefusalCode.NOMINATION_UNKNOWN;
import static vn.sovang.decider.RefusalCode.NOMINATION_WITHDRAWN;
import static vn.sovang.decider.RefusalCode.RECIPIENT_KIND_DIFFERS;
import static vn.sovang.decider.RefusalCode.RECIPIENT_UNKNOWN;
import static vn.sovang.rule.Checks.unless;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionLinesAdded;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.Fact;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationWithdrawn;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.Checks;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.Document;

/// Decides whether a decision begun in the ledger can be recorded.
public final class Decisions implements Decider<RecordDecision, DecisionState> {
    /// From here on a number is used once a year by an authority; older papers do not keep the rule
    /// (R9).
    private static final int NUMBERS_ARE_UNIQUE_FROM = 2004;

    @Override
    public Class<RecordDecision> command() {
        return RecordDecision.class;
    }

    @Override
    public Set<TagQuery> boundary(RecordDecision command) {
        var queries = new HashSet<TagQuery>();
        if (command.origin().document() instanceof Document.Paper paper) {
            queries.add(sameNumber(key(command, paper)));
        }
        queries.add(Units.lifeOf(command.authority()));
        for (var line : command.lines()) {
            queries.add(AwardTypes.definitionOf(line.line().award()));
            queries.add(TagQuery.of(line.line().recipient().tag(), RecipientRegistered.class));
            if (line.line().recipientUnit() != null) {
                queries.add(Units.lifeOf(line.line().recipientUnit()));
            }
            if (line.nomination() != null) {
                queries.add(
                        TagQuery.of(
                                line.nomination().tag(),
                                NominationFiled.class,
                                NominationWithdrawn.class));
            }
        }
        return queries;
    }

    private static TagQuery sameNumber(DecisionKey key) {
        return TagQuery.of(key.tag(), DecisionRecorded.class, DecisionLinesAdded.class);
    }

    private static DecisionKey key(RecordDecision command, Document.Paper paper) {
        return DecisionKey.of(
                command.authority(), command.origin().effectiveOn().getYear(), paper.number());
    }

    @Override
    public DecisionState initial() {
        return DecisionState.EMPTY;
    }

    @Override
    public DecisionState evolve(DecisionState state, Fact fact) {
        return state.evolve(fact);
    }

    @Override
    public Outcome decide(RecordDecision command, DecisionState state) {
        if (!(command.origin().document() instanceof Document.Paper paper)) {
            return refuse(DOCUMENT_MISSING);
        }
        var day = command.origin().effectiveOn();
        var known = theSame(state, day, paper);
        var refused =
                Checks.first(
                        unless(
                                () -> !command.origin().inTheFuture(),
                                refuse(IN_THE_FUTURE, "day", day)),
                        unless(() -> !command.lines().isEmpty(), refuse(LIST_EMPTY)),
                        () -> state.units().check(command.authority(), day),
                        unless(
                                () -> known.isPresent() || numberIsFree(state, day),
                                refuse(DECISION_NUMBER_TAKEN, "number", paper.number())));
        if (refused.isPresent()) {
            return refused.get();
        }
        for (var line : command.lines()) {
            var no = check(line, command, state);
            if (no.isPresent()) {
                return no.get();
            }
        }
        return Outcome.accept(facts(command, state, paper, known));
    }

    private static Optional<DecisionId> theSame(
            DecisionState state, LocalDate day, Document.Paper paper) {
        return state.sameNumber().entrySet().stream()
                .filter(e -> e.getValue().isSame(day, paper.signer()))
                .map(java.util.Map.Entry::getKey)
                .findFirst();
    }

    private static boolean numberIsFree(DecisionState state, LocalDate day) {
        return state.sameNumber().isEmpty() || day.getYear() < NUMBERS_ARE_UNIQUE_FROM;
    }

    private static Optional<Refused> check(
            RecordDecision.Line line, RecordDecision command, DecisionState state) {
        var day = command.origin().effectiveOn();
        var honour = line.line();
        return Checks.first(
                () -> state.types().check(honour, line.mode(), day),
                () -> state.units().check(honour.recipientUnit(), day),
                () -> {
                    var kind = state.recipients().get(honour.recipient());
                    if (kind == null) {
                        return Optional.of(
                                refuse(RECIPIENT_UNKNOWN, "recipient", honour.recipient()));
                    }
                    return kind == honour.recipientKind()
                            ? Optional.empty()
                            : Optional.of(refuse(RECIPIENT_KIND_DIFFERS, "kind", kind));
                },
                () -> checkNomination(line, command, state));
    }

    private static Optional<Refused> checkNomination(
            RecordDecision.Line line, RecordDecision command, DecisionState state) {
        if (line.nomination() == null) {
            return Optional.empty();
        }
        var filed = state.nominations().get(line.nomination());
        if (filed == null) {
            return Optional.of(refuse(NOMINATION_UNKNOWN, "nomination", line.nomination()));
        }
        if (filed.withdrawn()) {
            return Optional.of(refuse(NOMINATION_WITHDRAWN, "nomination", line.nomination()));
        }
        var nominated = filed.nomination().line();
        if (!nominated.recipient().equals(line.line().recipient())
                || !nominated.award().equals(line.line().award())) {
            return Optional.of(refuse(NOMINATION_DIFFERS, "nomination", line.nomination()));
        }
        if (filed.by().equals(command.origin().by().user())) {
            return Optional.of(refuse(FILER_MAY_NOT_DECIDE, "user", filed.by()));
        }
        return command.origin().effectiveOn().isBefore(filed.on())
                ? Optional.of(refuse(EARLIER_THAN_ITS_CAUSE, "day", filed.on()))
                : Optional.empty();
    }

    private static List<Fact> facts(
            RecordDecision command,
            DecisionState state,
            Document.Paper paper,
            Optional<DecisionId> known) {
        var key = key(command, paper);
        var decision = known.orElse(command.decision());
        int count = command.lines().size();
        int before = known.map(state.sameNumber()::get).map(DecisionState.Known::lines).orElse(0);
        var facts = new ArrayList<Fact>();
        facts.add(
                command.origin()
                        .fact(
                                known.isPresent()
                                        ? new DecisionLinesAdded(decision, key, count)
                                        : new DecisionRecorded(decision, key, count)));
        for (int i = 0; i < count; i++) {
            var line = command.lines().get(i);
            facts.add(
                    command.origin()
                            .fact(
                                    new AwardDecided(
                                            line.award(),
                                            decision,
                                            key,
                                            before + i + 1,
                                            line.mode(),
                                            line.proposingUnit(),
                                            line.nomination(),
                                            line.line())));
        }
        return facts;
    }
}
