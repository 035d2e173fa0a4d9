package vn.sovang.nomination;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.APPRAISAL_NOT_CONCLUDED;
import static vn.sovang.decider.RefusalCode.DOCUMENT_MISSING;
import static vn.sovang.decider.RefusalCode.DOSSIER_ALREADY_RECEIVED;
import static vn.sovang.decider.RefusalCode.DOSSIER_INCOMPLETE;
import static vn.sovang.decider.RefusalCode.DOSSIER_NOT_RECEIVED;
import static vn.sovang.decider.RefusalCode.DOSSIER_NOT_RETURNED;
import static vn.sovang.decider.RefusalCode.FILER_MAY_NOT_APPRAISE;
import static vn.sovang.decider.RefusalCode.LIST_EMPTY;
import static vn.sovang.decider.RefusalCode.NOMINATION_DIFFERS;
import static vn.sovang.decider.RefusalCode.NOMINATION_ELSEWHERE;
import static vn.sovang.decider.RefusalCode.NOMINATION_NOT_SUBMITTED;
import static vn.sovang.decider.RefusalCode.NOMINATION_UNKNOWN;
import static vn.sovang.decider.RefusalCode.OBJECTION_OPEN;
import static vn.sovang.decider.RefusalCode.OBJECTION_UNKNOWN;
import static vn.sovang.decider.RefusalCode.OPINION_NOT_REQUESTED;
import static vn.sovang.rule.Checks.unless;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.AppraisalConcluded;
import vn.sovang.event.NominationEvent.CouncilVoted;
import vn.sovang.event.NominationEvent.DossierCompleted;
import vn.sovang.event.NominationEvent.DossierReceived;
import vn.sovang.event.NominationEvent.DossierReturnedForCompletion;
import vn.sovang.event.NominationEvent.ListPublished;
import vn.sovang.event.NominationEvent.NominationRejected;
import vn.sovang.event.NominationEvent.ObjectionReceived;
import vn.sovang.event.NominationEvent.ObjectionResolved;
import vn.sovang.event.NominationEvent.OpinionReceived;
import vn.sovang.event.NominationEvent.OpinionRequested;
import vn.sovang.nomination.AppraisalCommand.CompleteDossier;
import vn.sovang.nomination.AppraisalCommand.ConcludeAppraisal;
import vn.sovang.nomination.AppraisalCommand.PublishList;
import vn.sovang.nomination.AppraisalCommand.ReceiveDossier;
import vn.sovang.nomination.AppraisalCommand.ReceiveObjection;
import vn.sovang.nomination.AppraisalCommand.ReceiveOpinion;
import vn.sovang.nomination.AppraisalCommand.RecordCouncilVotes;
import vn.sovang.nomination.AppraisalCommand.RejectNomination;
import vn.sovang.nomination.AppraisalCommand.RequestOpinion;
import vn.sovang.nomination.AppraisalCommand.ResolveObjection;
import vn.sovang.nomination.AppraisalCommand.ReturnDossier;
import vn.sovang.rule.AwardHistory;
import vn.sovang.rule.CombinedDuties;
import vn.sovang.rule.CouncilRule;
import vn.sovang.rule.Eligibility;
import vn.sovang.rule.NominationStanding;
import vn.sovang.rule.NominationStanding.Stage;
import vn.sovang.rule.Units;
import vn.sovang.rule.Verdict;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ExceptionId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.RuleResult;
import vn.sovang.vocabulary.UnitId;

/// Decides about dossiers between their list and their decision.
public final class Appraisals implements Decider<AppraisalCommand, AppraisalState> {
    @Override
    public Class<AppraisalCommand> command() {
        return AppraisalCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(AppraisalCommand command) {
        var queries = new HashSet<TagQuery>();
        nominations(command).forEach(n -> queries.add(NominationStanding.of(n)));
        switch (command) {
            case ReceiveDossier c -> queries.add(Units.lifeOf(c.receivedBy()));
            case ReturnDossier c -> queries.add(Units.lifeOf(c.returnedBy()));
            case ConcludeAppraisal c -> {
                queries.add(Units.lifeOf(c.appraisedBy()));
                queries.add(AwardHistory.of(c.recipient()));
                queries.add(CombinedDuties.of(c.appraisedBy()));
            }
            case RecordCouncilVotes c -> queries.add(Units.lifeOf(c.council()));
            case RejectNomination c -> queries.add(Units.lifeOf(c.by()));
            case CompleteDossier _,
                    RequestOpinion _,
                    ReceiveOpinion _,
                    PublishList _,
                    ReceiveObjection _,
                    ResolveObjection _ -> {}
        }
        return queries;
    }

    private static List<NominationId> nominations(AppraisalCommand command) {
        return switch (command) {
            case ReceiveDossier c -> List.of(c.nomination());
            case ReturnDossier c -> List.of(c.nomination());
            case CompleteDossier c -> List.of(c.nomination());
            case RequestOpinion c -> List.of(c.nomination());
            case ReceiveOpinion c -> List.of(c.nomination());
            case PublishList c -> c.nominations();
            case ReceiveObjection c -> List.of(c.nomination());
            case ResolveObjection c -> List.of(c.nomination());
            case ConcludeAppraisal c -> List.of(c.nomination());
            case RecordCouncilVotes c ->
                    c.votes().stream().map(RecordCouncilVotes.Vote::nomination).toList();
            case RejectNomination c -> List.of(c.nomination());
        };
    }

    @Override
    public AppraisalState initial() {
        return AppraisalState.EMPTY;
    }

    @Override
    public AppraisalState evolve(AppraisalState state, Fact fact) {
        return state.evolve(fact);
    }

    @Override
    public Outcome decide(AppraisalCommand command, AppraisalState state) {
        return switch (command) {
            case ReceiveDossier c -> one(c, c.nomination(), state, n -> receive(c, n, state));
            case ReturnDossier c -> one(c, c.nomination(), state, n -> sendBack(c, n, state));
            case CompleteDossier c -> one(c, c.nomination(), state, n -> complete(c, n));
            case RequestOpinion c -> one(c, c.nomination(), state, n -> ask(c, n));
            case ReceiveOpinion c -> one(c, c.nomination(), state, n -> answer(c, n));
            case PublishList c -> publish(c, state);
            case ReceiveObjection c -> one(c, c.nomination(), state, n -> object(c, n));
            case ResolveObjection c -> one(c, c.nomination(), state, n -> resolve(c, n));
            case ConcludeAppraisal c -> one(c, c.nomination(), state, n -> conclude(c, n, state));
            case RecordCouncilVotes c -> vote(c, state);
            case RejectNomination c -> one(c, c.nomination(), state, n -> reject(c, n, state));
        };
    }

    /// What the rules of one command say, and the event it makes.
    ///
    /// @param exception what the act needs to be allowed
    private record Step(
            Verdict verdict, Supplier<LedgerEvent> event, Optional<ExceptionId> exception) {
        Step(Verdict verdict, Supplier<LedgerEvent> event) {
            this(verdict, event, Optional.empty());
        }

        Fact fact(AppraisalCommand command) {
            var fact = command.origin().fact(event.get());
            return exception.map(fact::under).orElse(fact);
        }
    }

    private static Outcome one(
            AppraisalCommand command,
            NominationId id,
            AppraisalState state,
            Function<NominationStanding, Step> step) {
        var standing = state.nominations().get(id);
        if (standing == null) {
            return refuse(NOMINATION_UNKNOWN, "nomination", id);
        }
        var taken = step.apply(standing);
        return taken.verdict().record(() -> List.of(taken.fact(command)));
    }

    private static Step receive(ReceiveDossier c, NominationStanding n, AppraisalState state) {
        var day = c.origin().effectiveOn();
        return new Step(
                Verdict.of(
                        c.origin(),
                        () -> state.units().check(c.receivedBy(), day),
                        () -> checkReceivable(n),
                        () -> checkBefore(c.receivedBy(), n),
                        () -> n.checkDay(day)),
                () ->
                        new DossierReceived(
                                c.nomination(),
                                c.receivedBy(),
                                c.procedure(),
                                c.regime(),
                                c.regimeReason()));
    }

    private static Optional<Refused> checkReceivable(NominationStanding n) {
        return switch (n.stage()) {
            case SUBMITTED -> Optional.empty();
            case FILED -> no(NOMINATION_NOT_SUBMITTED, n);
            case RETURNED -> no(DOSSIER_INCOMPLETE, n);
            case IN_APPRAISAL, APPRAISED, VOTED -> no(DOSSIER_ALREADY_RECEIVED, n);
            case DECIDED, REJECTED, WITHDRAWN -> n.checkOpen();
        };
    }

    /// Only the body to whom the list is addressed, where it names one.
    private static Optional<Refused> checkBefore(UnitId body, NominationStanding n) {
        return n.before() == null || n.before().equals(body)
                ? Optional.empty()
                : no(NOMINATION_ELSEWHERE, n);
    }

    private static Step sendBack(ReturnDossier c, NominationStanding n, AppraisalState state) {
        var day = c.origin().effectiveOn();
        boolean there = n.stage() == Stage.SUBMITTED || n.stage() == Stage.IN_APPRAISAL;
        return new Step(
                Verdict.of(
                        c.origin(),
                        () -> state.units().check(c.returnedBy(), day),
                        unless(() -> !c.missing().isEmpty(), refuse(LIST_EMPTY)),
                        n::checkOpen,
                        () -> there ? Optional.empty() : no(DOSSIER_NOT_RECEIVED, n),
                        () -> checkBefore(c.returnedBy(), n),
                        () -> n.checkDay(day)),
                () ->
                        new DossierReturnedForCompletion(
                                c.nomination(), c.returnedBy(), c.missing()));
    }

    private static Step complete(CompleteDossier c, NominationStanding n) {
        return new Step(
                Verdict.of(
                        c.origin(),
                        unless(() -> !c.added().isEmpty(), refuse(LIST_EMPTY)),
                        n::checkOpen,
                        () ->
                                n.stage() == Stage.RETURNED
                                        ? Optional.empty()
                                        : no(DOSSIER_NOT_RETURNED, n),
                        () -> n.checkDay(c.origin().effectiveOn())),
                () -> new DossierCompleted(c.nomination(), c.added()));
    }

    private static Step ask(RequestOpinion c, NominationStanding n) {
        return new Step(
                Verdict.of(
                        c.origin(),
                        n::checkOpen,
                        n::checkInAppraisal,
                        () -> n.checkDay(c.origin().effectiveOn())),
                () -> new OpinionRequested(c.nomination(), c.body(), c.replyDue()));
    }

    private static Step answer(ReceiveOpinion c, NominationStanding n) {
        var event = new OpinionReceived(c.nomination(), c.body(), c.stance(), c.text());
        return new Step(
                Verdict.of(
                        c.origin(),
                        () ->
                                n.asked().contains(event.body())
                                        ? Optional.empty()
                                        : no(OPINION_NOT_REQUESTED, n),
                        () -> n.checkDay(c.origin().effectiveOn())),
                () -> event);
    }

    private static Step object(ReceiveObjection c, NominationStanding n) {
        return new Step(
                Verdict.of(c.origin(), n::checkOpen, () -> n.checkDay(c.origin().effectiveOn())),
                () -> new ObjectionReceived(c.nomination(), n.objections() + 1, c.content()));
    }

    private static Step resolve(ResolveObjection c, NominationStanding n) {
        return new Step(
                Verdict.of(
                        c.origin(),
                        () ->
                                n.openObjections().contains(c.objection())
                                        ? Optional.empty()
                                        : no(OBJECTION_UNKNOWN, n),
                        () -> n.checkDay(c.origin().effectiveOn())),
                () -> new ObjectionResolved(c.nomination(), c.objection(), c.outcome()));
    }

    private static Step conclude(ConcludeAppraisal c, NominationStanding n, AppraisalState state) {
        var day = c.origin().effectiveOn();
        var user = c.origin().by().user();
        boolean filed = n.filers().contains(user);
        var exception =
                filed
                        ? state.duties().covering(c.appraisedBy(), c.origin())
                        : Optional.<ExceptionId>empty();
        return new Step(
                Verdict.of(
                        c.origin(),
                        () -> state.units().check(c.appraisedBy(), day),
                        unless(
                                () -> n.filed().line().recipient().equals(c.recipient()),
                                refuse(NOMINATION_DIFFERS, "nomination", c.nomination())),
                        n::checkOpen,
                        n::checkInAppraisal,
                        () -> checkBefore(c.appraisedBy(), n),
                        // Whoever put the case may not judge it, over its whole history, unless
                        // nobody else is there (kiêm nhiệm, R10).
                        unless(
                                () -> !filed || exception.isPresent(),
                                refuse(FILER_MAY_NOT_APPRAISE, "user", user)),
                        () -> n.checkDay(day)),
                () ->
                        new AppraisalConcluded(
                                c.nomination(),
                                n.filed().line().recipient(),
                                c.appraisedBy(),
                                c.result(),
                                c.opinion(),
                                c.figures(),
                                Eligibility.check(
                                        n.filed().line(),
                                        Objects.requireNonNullElse(n.receivedOn(), day),
                                        state.history(),
                                        c.figures())),
                exception);
    }

    private static Outcome publish(PublishList c, AppraisalState state) {
        if (c.nominations().isEmpty()) {
            return refuse(LIST_EMPTY);
        }
        var facts = new ArrayList<Fact>();
        for (var id : new java.util.LinkedHashSet<>(c.nominations())) {
            var n = state.nominations().get(id);
            if (n == null) {
                return refuse(NOMINATION_UNKNOWN, "nomination", id);
            }
            var verdict =
                    Verdict.of(
                            c.origin(), n::checkOpen, () -> n.checkDay(c.origin().effectiveOn()));
            if (verdict.refused().isPresent()) {
                return verdict.refused().get();
            }
            var event = new ListPublished(id, c.medium(), c.until());
            facts.add(verdict.mark(c.origin().fact(event)));
        }
        return Outcome.accept(facts);
    }

    private static Outcome vote(RecordCouncilVotes c, AppraisalState state) {
        if (c.votes().isEmpty()) {
            return refuse(LIST_EMPTY);
        }
        if (!(c.origin().document() instanceof Document.Paper)) {
            return refuse(DOCUMENT_MISSING);
        }
        var facts = new ArrayList<Fact>();
        var seen = new HashSet<NominationId>();
        for (var vote : c.votes()) {
            var n = state.nominations().get(vote.nomination());
            if (n == null || !seen.add(vote.nomination())) {
                return refuse(NOMINATION_UNKNOWN, "nomination", vote.nomination());
            }
            var verdict = checkVote(c, n, state);
            if (verdict.refused().isPresent()) {
                return verdict.refused().get();
            }
            facts.add(verdict.mark(c.origin().fact(voted(c, vote, n))));
        }
        return Outcome.accept(facts);
    }

    private static Verdict checkVote(
            RecordCouncilVotes c, NominationStanding n, AppraisalState state) {
        var day = c.origin().effectiveOn();
        return Verdict.of(
                c.origin(),
                () -> state.units().check(c.council(), day),
                n::checkOpen,
                () ->
                        switch (n.stage()) {
                            case APPRAISED -> Optional.empty();
                            case IN_APPRAISAL ->
                                    n.procedure() == Procedure.HO_SO_CU
                                            ? Optional.empty()
                                            : no(APPRAISAL_NOT_CONCLUDED, n);
                            case FILED, SUBMITTED, RETURNED, VOTED -> no(DOSSIER_NOT_RECEIVED, n);
                            case DECIDED, REJECTED, WITHDRAWN -> Optional.empty();
                        },
                () -> n.openObjections().isEmpty() ? Optional.empty() : no(OBJECTION_OPEN, n),
                () -> n.checkDay(day));
    }

    private static CouncilVoted voted(
            RecordCouncilVotes c, RecordCouncilVotes.Vote vote, NominationStanding n) {
        var rule = CouncilRule.on(c.origin().effectiveOn());
        var award = n.filed().line().award();
        return new CouncilVoted(
                vote.nomination(),
                c.council(),
                vote.ballot(),
                rule.map(CouncilRule::version).orElse(CouncilRule.NO_RULE),
                rule.map(r -> r.quorum(vote.ballot())).orElse(RuleResult.CHUA_RO),
                rule.map(r -> r.majority(vote.ballot(), award)).orElse(RuleResult.CHUA_RO));
    }

    private static Step reject(RejectNomination c, NominationStanding n, AppraisalState state) {
        var day = c.origin().effectiveOn();
        return new Step(
                Verdict.of(
                        c.origin(),
                        () -> state.units().check(c.by(), day),
                        n::checkOpen,
                        () ->
                                n.stage() == Stage.FILED
                                        ? no(NOMINATION_NOT_SUBMITTED, n)
                                        : Optional.empty(),
                        () -> checkBefore(c.by(), n),
                        () -> n.checkDay(day)),
                () -> new NominationRejected(c.nomination(), c.by(), c.ground(), c.note()));
    }

    private static Optional<Refused> no(RefusalCode code, NominationStanding n) {
        return Optional.of(refuse(code, "nomination", n.filed().nomination()));
    }
}
