package vn.sovang.decider;

/// Something a person or an import asks the ledger to record.
public interface Command {
    /// Who asks, when, for whom, by which paper.
    Origin origin();
}
