package vn.sovang.decider;

import java.util.Set;
import vn.sovang.event.Fact;

/// Decides one kind of command.
///
/// @param <C> the command
/// @param <S> the small state its rules need, folded from the boundary's events
public interface Decider<C extends Command, S> {
    /// The command decided here.
    Class<C> command();

    /// The events the decision depends on. If any of them is appended by another before the outcome
    /// is, the decision is taken again.
    Set<TagQuery> boundary(C command);

    S initial();

    /// The state after one more fact of the boundary. Facts of no interest leave it as it is.
    S evolve(S state, Fact fact);

    Outcome decide(C command, S state);
}
