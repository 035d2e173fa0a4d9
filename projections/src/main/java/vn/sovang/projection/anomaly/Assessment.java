package vn.sovang.projection.anomaly;

/// How a rule comes to its findings.
public enum Assessment {
    /// From the events alone.
    EVENTS,
    /// From the events and the day somebody asks: a time limit.
    CLOCK,
    /// The question is answered by another page; no finding is ever made here.
    ELSEWHERE,
    /// The ledger does not have the facts; the rule's text says which are missing.
    NOT_ASSESSABLE
}
