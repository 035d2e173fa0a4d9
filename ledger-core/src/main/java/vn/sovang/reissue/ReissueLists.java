package vn.sovang.reissue;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.CASE_UNKNOWN;
import static vn.sovang.decider.RefusalCode.DOCUMENT_MISSING;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.decider.RefusalCode.LIST_EMPTY;
import static vn.sovang.decider.RefusalCode.LIST_TOO_LONG;
import static vn.sovang.rule.Checks.unless;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.ReissueEvent;
import vn.sovang.event.ReissueEvent.CaseEvent;
import vn.sovang.event.ReissueEvent.ReissueListReturned;
import vn.sovang.event.ReissueEvent.ReissueListSubmitted;
import vn.sovang.event.ReissueEvent.ReissueProposalReturned;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.reissue.ReissueListCommand.Line;
import vn.sovang.reissue.ReissueListCommand.ReturnReissueList;
import vn.sovang.reissue.ReissueListCommand.SubmitReissueList;
import vn.sovang.rule.AwardFile;
import vn.sovang.rule.Checks;
import vn.sovang.rule.ReissueCase;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.Document;

/// Decides about lists of reviewed cases: all lines or none. A line that breaks a rule is named
/// with its number.
public final class ReissueLists implements Decider<ReissueListCommand, ReissueState> {
    @Override
    public Class<ReissueListCommand> command() {
        return ReissueListCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(ReissueListCommand command) {
        var queries = new HashSet<TagQuery>();
        for (var line : command.lines()) {
            queries.add(ReissueCase.under(line.reissueCase().tag()));
            queries.addAll(AwardFile.of(line.award(), line.awardCode()));
        }
        switch (command) {
            case SubmitReissueList c -> {
                queries.add(Units.lifeOf(c.from()));
                if (c.to() != null) {
                    queries.add(Units.lifeOf(c.to()));
                }
            }
            case ReturnReissueList c -> queries.add(Units.lifeOf(c.by()));
        }
        return queries;
    }

    @Override
    public ReissueState initial() {
        return new ReissueState();
    }

    @Override
    public ReissueState evolve(ReissueState state, Fact fact) {
        return state.evolve(fact);
    }

    @Override
    public Outcome decide(ReissueListCommand command, ReissueState state) {
        var origin = command.origin();
        return Checks.first(
                        unless(() -> !command.lines().isEmpty(), refuse(LIST_EMPTY)),
                        unless(
                                () -> command.lines().size() <= ReissueListCommand.MAX_LINES,
                                refuse(LIST_TOO_LONG)),
                        unless(
                                () -> origin.document() instanceof Document.Paper,
                                refuse(DOCUMENT_MISSING)),
                        unless(
                                () -> !origin.inTheFuture(),
                                refuse(IN_THE_FUTURE, "day", origin.effectiveOn())),
                        () -> checkReceiver(command, state))
                .<Outcome>map(r -> r)
                .orElseGet(() -> lines(command, state));
    }

    private static Optional<Refused> checkReceiver(ReissueListCommand command, ReissueState state) {
        return command instanceof SubmitReissueList c
                ? state.units().check(c.to(), c.origin().effectiveOn())
                : Optional.empty();
    }

    private static Outcome lines(ReissueListCommand command, ReissueState state) {
        var origin = command.origin();
        var files = state.files().copy();
        var facts = new ArrayList<Fact>();
        var refusals = new ArrayList<Refused>();
        facts.add(origin.fact(head(command)));
        for (int number = 1; number <= command.lines().size(); number++) {
            var line = command.lines().get(number - 1);
            var subject = files.one(line.reissueCase()).subject();
            if (subject == null || !line.award().equals(subject.award())) {
                refusals.add(at(number, refuse(CASE_UNKNOWN)));
                continue;
            }
            var event = event(command, line, number, subject);
            var refused = files.check(event, state.types(), state.units(), origin.effectiveOn());
            if (refused.isPresent()) {
                refusals.add(at(number, refused.get()));
                continue;
            }
            var fact = origin.fact(event);
            facts.add(fact);
            files.apply(fact);
        }
        return refusals.isEmpty()
                ? Outcome.accept(facts)
                : new Refused(
                        refusals.getFirst().code(), refusals.getFirst().arguments(), refusals);
    }

    private static Refused at(int number, Refused refused) {
        var arguments = new HashMap<>(refused.arguments());
        arguments.put("line", Integer.toString(number));
        return new Refused(refused.code(), arguments);
    }

    private static ReissueEvent head(ReissueListCommand command) {
        int count = command.lines().size();
        return switch (command) {
            case SubmitReissueList c -> new ReissueListSubmitted(c.list(), c.from(), c.to(), count);
            case ReturnReissueList c ->
                    new ReissueListReturned(c.list(), c.by(), c.to(), count, c.reason());
        };
    }

    private static CaseEvent event(
            ReissueListCommand command, Line line, int number, Subject subject) {
        return switch (command) {
            case SubmitReissueList c ->
                    new ReissueProposed(line.reissueCase(), c.list(), number, c.from(), subject);
            case ReturnReissueList c ->
                    new ReissueProposalReturned(
                            line.reissueCase(), line.award(), c.list(), c.by(), c.to());
        };
    }
}
