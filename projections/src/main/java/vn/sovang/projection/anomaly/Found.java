package vn.sovang.projection.anomaly;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.FindingKey;
import vn.sovang.vocabulary.Id;

/// What a rule finds.
///
/// @param evidence positions of the events that prove it, ascending
/// @param says values for the rule's text, in clear; never about a person
/// @param dueOn last day on which it is still in order; absent if it never is
/// @param unit whose it is to answer for it, as an id; absent where no one unit is
record Found(
        AnomalyRule rule,
        String subject,
        List<Long> evidence,
        Map<String, String> says,
        @Nullable LocalDate dueOn,
        @Nullable String unit) {
    /// More positions prove nothing more, and an explanation has to name them all.
    static final int MAX_EVIDENCE = 5_000;

    Found {
        evidence = new TreeSet<>(evidence).stream().limit(MAX_EVIDENCE).toList();
        says = Map.copyOf(says);
    }

    static Found of(AnomalyRule rule, String subject, Collection<Long> evidence) {
        return new Found(rule, subject, List.copyOf(evidence), Map.of(), null, null);
    }

    static Found of(AnomalyRule rule, String subject, Long... evidence) {
        return of(rule, subject, List.of(evidence));
    }

    Found saying(String name, Object value) {
        var more = new TreeMap<>(says);
        more.put(name, value.toString());
        return new Found(rule, subject, evidence, more, dueOn, unit);
    }

    Found dueOn(LocalDate day) {
        return new Found(rule, subject, evidence, says, day, unit);
    }

    Found of(@Nullable Id whose) {
        return new Found(
                rule, subject, evidence, says, dueOn, whose == null ? null : whose.toString());
    }

    /// The same, with a unit that a state keeps as text.
    Found ofUnit(@Nullable String whose) {
        return new Found(rule, subject, evidence, says, dueOn, whose);
    }

    FindingKey key() {
        return new FindingKey(rule.name(), subject);
    }
}
