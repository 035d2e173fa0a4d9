package vn.sovang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import vn.sovang.Ledger;
import vn.sovang.decider.Command;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.event.Fact;

/// The deciders of the ledger on a log in memory: what one accepts, the next one finds.
public final class PureRun {
    private final List<Fact> facts = new ArrayList<>(PhanRang.reference());

    /// Records the commands, which must be accepted.
    public PureRun did(Command... commands) {
        for (var command : commands) {
            var outcome = outcome(command);
            assertThat(outcome).as(command.toString()).isInstanceOf(Outcome.Accepted.class);
            facts.addAll(((Outcome.Accepted) outcome).facts());
        }
        return this;
    }

    /// What the ledger would answer, without recording it.
    public Outcome outcome(Command command) {
        return Ledger.deciders().stream()
                .filter(d -> d.command().isInstance(command))
                .findFirst()
                .map(d -> decide(d, command))
                .orElseThrow();
    }

    private <C extends Command, S> Outcome decide(Decider<C, S> decider, Command command) {
        return DeciderSpec.of(decider).given(facts).when(decider.command().cast(command)).outcome();
    }
}
