package vn.sovang.api.anomaly;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.anomaly.AnomalyRow;
import vn.sovang.projection.anomaly.AnomalyRule;
import vn.sovang.projection.anomaly.FindingState;
import vn.sovang.projection.register.Page;

/// What programs get. Names of people are in none of it (R11).
public final class AnomalyForms {
    private AnomalyForms() {}

    /// One finding.
    ///
    /// @param evidence positions of the events that prove it; `/api/v1/log/events/{position}/proof`
    ///   proves each
    public record Anomaly(
            String key,
            String rule,
            String title,
            String text,
            int question,
            String severity,
            String basis,
            boolean basisVerified,
            String state,
            String subject,
            @Nullable String unit,
            @Nullable LocalDate dueOn,
            List<Long> evidence,
            long knownFrom,
            @Nullable Long knownUntil,
            AnomalyRow.@Nullable Explanation explanation) {
        public static Anomaly of(AnomalyRow row, Messages messages) {
            var rule = row.rule();
            return new Anomaly(
                    row.key().toString(),
                    rule.name(),
                    AnomalyTexts.title(rule, messages),
                    AnomalyTexts.text(row, messages),
                    rule.question(),
                    rule.severity().name(),
                    rule.basis(),
                    rule.verified(),
                    row.state().name(),
                    row.key().subject(),
                    row.unit() == null ? null : row.unit().toString(),
                    row.dueOn(),
                    row.evidence(),
                    row.knownFrom(),
                    row.knownUntil(),
                    row.explanation());
        }
    }

    /// A page of findings; `next` goes into `after` for the page behind it.
    public record Anomalies(List<Anomaly> anomalies, @Nullable String next) {
        public Anomalies {
            anomalies = List.copyOf(anomalies);
        }

        public static Anomalies of(Page<AnomalyRow> page, Messages messages) {
            return new Anomalies(
                    page.rows().stream().map(row -> Anomaly.of(row, messages)).toList(),
                    page.next());
        }
    }

    /// One rule and how many findings it has.
    ///
    /// @param question number of the inspectors' question; 0 for a rule beyond them
    /// @param note what is looked for, or why nothing can be found here
    public record Rule(
            String rule,
            String title,
            String note,
            int question,
            String severity,
            String basis,
            boolean basisVerified,
            String assessment,
            long open,
            long explained,
            long cured) {
        static Rule of(AnomalyRule rule, Map<FindingState, Long> counts, Messages messages) {
            return new Rule(
                    rule.name(),
                    AnomalyTexts.title(rule, messages),
                    rule.finds() ? "" : messages.text(AnomalyTexts.textKey(rule)),
                    rule.question(),
                    rule.severity().name(),
                    rule.basis(),
                    rule.verified(),
                    rule.assessment().name(),
                    counts.getOrDefault(FindingState.OPEN, 0L),
                    counts.getOrDefault(FindingState.EXPLAINED, 0L),
                    counts.getOrDefault(FindingState.CURED, 0L));
        }

        /// All rules, by the question they answer; those beyond the questions last.
        static List<Rule> all(Map<AnomalyRule, Map<FindingState, Long>> counts, Messages messages) {
            return Arrays.stream(AnomalyRule.values())
                    .sorted(
                            java.util.Comparator.comparingInt(
                                    r -> r.question() == 0 ? Integer.MAX_VALUE : r.question()))
                    .map(r -> of(r, counts.getOrDefault(r, Map.of()), messages))
                    .toList();
        }
    }
}
