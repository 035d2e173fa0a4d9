package vn.sovang.decision;

import vn.sovang.decider.Command;

/// What can be asked about signed decisions.
public sealed interface DecisionCommand extends Command permits RecordDecision, CorrectDecision {}
