package vn.sovang.api.draft;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.paper.ReportWords;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.vocabulary.ReportId;
import vn.sovang.vocabulary.UnitId;

/// A report that an office is writing (*dự thảo báo cáo*).
///
/// @param office whose it is; null for the office that keeps the register
/// @param savedAt position of the log whose figures stood beside the words when they were saved
/// @param version raised by every save
/// @param report what was issued from it; then it is only read
public record ReportDraft(
        UUID id,
        @Nullable UnitId office,
        About about,
        ReportWords words,
        long savedAt,
        long version,
        String createdBy,
        String changedBy,
        Instant changedAt,
        @Nullable ReportId report) {
    /// Which figures it is about.
    ///
    /// @param period such as `2024-H1`
    /// @param policy how the days of the period are counted
    /// @param knownAt by when the ledger must have been told; null for now
    public record About(String period, String policy, UnitId authority, @Nullable String knownAt) {
        /// The same as known at another moment; blank for now.
        public About at(@Nullable String moment) {
            return new About(
                    period, policy, authority, moment == null || moment.isBlank() ? null : moment);
        }

        /// The words of section II.4 always follow the restated figures.
        public StatisticsQuestion question() {
            return new StatisticsQuestion(
                    period, policy, authority.toString(), knownAt, "restated");
        }
    }

    public boolean issued() {
        return report != null;
    }
}
