package vn.sovang.vocabulary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A rule by which the very old are served first (*ưu tiên người cao tuổi*), as data with the day
/// from which it holds.
///
/// @param code names the rule in the case, so that the leaf says why and not how old somebody is
/// @param minimumAge age reached in the year of the request: often only the year of birth is known
public record PriorityRule(
        String code,
        int minimumAge,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String basis,
        @Nullable String check) {
    /// The rule that puts a person born in that year first on that day; empty if none does.
    public static Optional<PriorityRule> of(
            List<PriorityRule> rules, int yearOfBirth, LocalDate day) {
        return rules.stream()
                .filter(r -> r.validFrom() == null || !day.isBefore(r.validFrom()))
                .filter(r -> r.validTo() == null || !day.isAfter(r.validTo()))
                .filter(r -> day.getYear() - yearOfBirth >= r.minimumAge())
                .findFirst();
    }
}
