package vn.sovang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import vn.sovang.decider.Command;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;

/// Given facts, when a command, then events or a refusal. Facts outside the command's boundary are
/// held back, so a decider that forgets to ask for an event fails its spec.
public final class DeciderSpec<C extends Command, S> {
    private final Decider<C, S> decider;
    private final List<Fact> given = new ArrayList<>();

    private DeciderSpec(Decider<C, S> decider) {
        this.decider = decider;
    }

    public static <C extends Command, S> DeciderSpec<C, S> of(Decider<C, S> decider) {
        return new DeciderSpec<>(decider);
    }

    public DeciderSpec<C, S> given(Fact... facts) {
        given.addAll(List.of(facts));
        return this;
    }

    public DeciderSpec<C, S> given(List<Fact> facts) {
        given.addAll(facts);
        return this;
    }

    public Then when(C command) {
        var state = decider.initial();
        var boundary = decider.boundary(command);
        for (var fact : given) {
            var name = EventCatalogue.nameOf(fact.event().getClass());
            boolean inside =
                    boundary.stream()
                            .anyMatch(q ->
                                    fact.tags().containsAll(q.tags())
                                            && (q.types().isEmpty() || q.types().contains(name)));
            if (inside) {
                state = decider.evolve(state, fact);
            }
        }
        return new Then(decider.decide(command, state));
    }

    /// What must have come of it.
    public record Then(Outcome outcome) {
        public void then(LedgerEvent... events) {
            assertThat(facts().stream().map(Fact::event)).containsExactly(events);
        }

        public List<Fact> facts() {
            assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
            return ((Outcome.Accepted) outcome).facts();
        }

        public void thenRefused(RefusalCode code) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class, r -> assertThat(r.code()).isEqualTo(code));
        }

        public Outcome.Refused refused() {
            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
            return (Outcome.Refused) outcome;
        }
    }
}
