package vn.sovang.vocabulary;

/// What a sample is drawn from (*tổng thể mẫu*).
public enum SamplePopulation {
    /// Award lines that the units decided on the days of the period: `award.AwardDecided`.
    AWARDS_DECIDED,
    /// Decisions that the units signed on the days of the period: `decision.DecisionRecorded`.
    DECISIONS_SIGNED
}
