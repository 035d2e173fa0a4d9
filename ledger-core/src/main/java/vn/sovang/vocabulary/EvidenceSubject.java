package vn.sovang.vocabulary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an evidence bundle is about (*đối tượng của bộ bằng chứng*). Written as `award:<id>`,
/// `recipient:<id>`, `period:<first day>..<last day>` or `period:…/unit:<id>`.
public sealed interface EvidenceSubject {
    /// One award line, with its nomination, cases and items.
    record OfAward(AwardId award) implements EvidenceSubject {
        @Override
        public Set<String> tags() {
            return Set.of(award.tag());
        }

        @Override
        public String toString() {
            return award.tag();
        }
    }

    /// Everything about one recipient.
    record OfRecipient(RecipientId recipient) implements EvidenceSubject {
        @Override
        public Set<String> tags() {
            return Set.of(recipient.tag());
        }

        @Override
        public String toString() {
            return recipient.tag();
        }
    }

    /// Everything that counts on the days of a period.
    ///
    /// @param from first day
    /// @param to last day, included
    /// @param authority only what names this unit; null for all
    record OfPeriod(LocalDate from, LocalDate to, @Nullable UnitId authority)
            implements EvidenceSubject {
        public OfPeriod {
            if (to.isBefore(from)) {
                throw new IllegalValue("period", from + " is after " + to);
            }
        }

        @Override
        public Set<String> tags() {
            return Set.of();
        }

        @Override
        public String toString() {
            return "period:" + from + ".." + to + (authority == null ? "" : "/" + authority.tag());
        }
    }

    /// Tags under which the story of the subject is told; none for a period.
    Set<String> tags();

    /// Reads what `toString` writes.
    ///
    /// @throws IllegalValue for anything else
    static EvidenceSubject of(String text) {
        var matcher = Shape.SUBJECT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalValue("subject", "not a subject of evidence: " + text);
        }
        if (matcher.group("award") != null) {
            return new OfAward(AwardId.of(matcher.group("award")));
        }
        if (matcher.group("recipient") != null) {
            return new OfRecipient(RecipientId.of(matcher.group("recipient")));
        }
        var unit = matcher.group("unit");
        try {
            return new OfPeriod(
                    LocalDate.parse(matcher.group("from")),
                    LocalDate.parse(matcher.group("to")),
                    unit == null ? null : UnitId.of(unit));
        } catch (DateTimeException noDay) {
            throw new IllegalValue("subject", "not a day: " + text);
        }
    }

    /// How subjects are written.
    final class Shape {
        private static final String ID =
                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
        private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";
        private static final Pattern SUBJECT =
                Pattern.compile(
                        ("award:(?<award>%1$s)|recipient:(?<recipient>%1$s)"
                                        + "|period:(?<from>%2$s)\\.\\.(?<to>%2$s)"
                                        + "(/unit:(?<unit>%1$s))?")
                                .formatted(ID, DAY));

        private Shape() {}
    }
}
