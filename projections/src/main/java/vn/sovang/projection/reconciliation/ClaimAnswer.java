package vn.sovang.projection.reconciliation;

import vn.sovang.projection.statistics.StatisticsAnswer;

/// What comparing a paper with the ledger comes to.
public sealed interface ClaimAnswer permits ClaimCheck, ClaimAnswer.NotAnswered {
    /// The statistics do not answer for the moment.
    record NotAnswered(StatisticsAnswer why) implements ClaimAnswer {}
}
