package vn.sovang.anomaly;

import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.AnomalyEvent;
import vn.sovang.event.AnomalyEvent.AnomalyExplained;
import vn.sovang.event.AnomalyEvent.ExplanationWithdrawn;

/// Answers a finding, or takes the answer back. The origin's document is the paper that explains
/// it, or says that there is none and why.
public sealed interface ExplanationCommand extends Command {
    AnomalyEvent event();

    /// Explains a finding as it is proved now (*giải trình*).
    record ExplainAnomaly(Origin origin, AnomalyExplained event) implements ExplanationCommand {}

    /// Takes an explanation back (*rút giải trình*).
    record WithdrawExplanation(Origin origin, ExplanationWithdrawn event)
            implements ExplanationCommand {}
}
