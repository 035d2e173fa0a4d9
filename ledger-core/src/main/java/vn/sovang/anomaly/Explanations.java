package vn.sovang.anomaly;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.ANOMALY_ALREADY_EXPLAINED;
import static vn.sovang.decider.RefusalCode.ANOMALY_EVIDENCE_MISSING;
import static vn.sovang.decider.RefusalCode.ANOMALY_NOT_EXPLAINED;
import static vn.sovang.decider.RefusalCode.ANOMALY_SUBJECT_UNKNOWN;
import static vn.sovang.decider.RefusalCode.IN_THE_FUTURE;
import static vn.sovang.decider.RefusalCode.OWN_ENTRY_MAY_NOT_BE_EXPLAINED;
import static vn.sovang.rule.Checks.unless;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.anomaly.ExplanationCommand.ExplainAnomaly;
import vn.sovang.anomaly.ExplanationCommand.WithdrawExplanation;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AnomalyEvent.AnomalyExplained;
import vn.sovang.event.AnomalyEvent.ExplanationWithdrawn;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.InspectionEvent;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.rule.Checks;
import vn.sovang.vocabulary.FindingKey;

/// A finding is explained by somebody who did not enter any of the facts about its subject (R10),
/// once for the same evidence. Whether there is such a finding is for the read model to say: the
/// evidence goes on record with the explanation, and who reads it compares.
public final class Explanations implements Decider<ExplanationCommand, Explanations.State> {
    /// What the rules need to know; owned by one decision.
    ///
    /// @param enteredBy users who entered facts about the subject
    /// @param explained evidence of each explanation in force
    public record State(Set<String> enteredBy, Map<FindingKey, List<Long>> explained) {
        public State {
            enteredBy = Set.copyOf(enteredBy);
            explained = Map.copyOf(explained);
        }

        private State enteredBy(String user) {
            var users = new HashSet<>(enteredBy);
            users.add(user);
            return new State(users, explained);
        }

        private State explained(FindingKey finding, @Nullable List<Long> evidence) {
            var all = new HashMap<>(explained);
            all.remove(finding);
            if (evidence != null) {
                all.put(finding, evidence);
            }
            return new State(enteredBy, all);
        }
    }

    @Override
    public Class<ExplanationCommand> command() {
        return ExplanationCommand.class;
    }

    @Override
    public Set<TagQuery> boundary(ExplanationCommand command) {
        var finding = command.event().finding();
        return Set.of(
                TagQuery.of(finding.tag(), AnomalyExplained.class, ExplanationWithdrawn.class),
                about(finding.thing()));
    }

    /// Everything about the subject; of a unit and an import only what made it known, since all
    /// that happened there is not about the one who is asked.
    private static TagQuery about(String thing) {
        if (thing.startsWith("unit:")) {
            return TagQuery.of(thing, UnitRegistered.class);
        }
        return thing.startsWith("import:")
                ? TagQuery.of(thing, ImportCompleted.class)
                : new TagQuery(Set.of(thing), Set.of());
    }

    @Override
    public State initial() {
        return new State(Set.of(), Map.of());
    }

    @Override
    public State evolve(State state, Fact fact) {
        return switch (fact.event()) {
            case AnomalyExplained e -> state.explained(e.finding(), e.evidence());
            case ExplanationWithdrawn e -> state.explained(e.finding(), null);
            // What an inspector or the office says of it is no fact about it.
            case InspectionEvent _ -> state;
            default -> state.enteredBy(fact.by().user());
        };
    }

    @Override
    public Outcome decide(ExplanationCommand command, State state) {
        var origin = command.origin();
        return Checks.first(
                        unless(
                                () -> !origin.inTheFuture(),
                                refuse(IN_THE_FUTURE, "day", origin.effectiveOn())),
                        () -> check(command, state))
                .<Outcome>map(r -> r)
                .orElseGet(() -> Outcome.accept(origin.fact(command.event())));
    }

    private static Optional<Refused> check(ExplanationCommand command, State state) {
        var explained = state.explained().get(command.event().finding());
        return switch (command) {
            case ExplainAnomaly explain -> {
                var evidence = explain.event().evidence();
                var user = explain.origin().by().user();
                yield Checks.first(
                        unless(() -> !evidence.isEmpty(), refuse(ANOMALY_EVIDENCE_MISSING)),
                        unless(() -> !state.enteredBy().isEmpty(), refuse(ANOMALY_SUBJECT_UNKNOWN)),
                        unless(
                                () -> !state.enteredBy().contains(user),
                                refuse(OWN_ENTRY_MAY_NOT_BE_EXPLAINED)),
                        unless(
                                () -> !evidence.equals(explained),
                                refuse(ANOMALY_ALREADY_EXPLAINED)));
            }
            case WithdrawExplanation _ ->
                    explained != null
                            ? Optional.empty()
                            : Optional.of(refuse(ANOMALY_NOT_EXPLAINED));
        };
    }
}
