package vn.sovang.api.evidence;

import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.RecipientId;

/// What evidence is wanted about, as written in an address or on the command line: one of award,
/// recipient and period.
///
/// @param period such as `2024-H1`
/// @param policy how its days are reckoned, with a period only
/// @param authority name or id of a unit, with a period only
public record EvidenceQuestion(
        @Nullable String award,
        @Nullable String recipient,
        @Nullable String period,
        @Nullable String policy,
        @Nullable String authority) {
    /// @throws Failure `PARAMETER_MISSING` unless exactly one subject is named; whatever cannot be
    ///   read
    public EvidenceSubject subject(Figures figures) {
        check();
        if (isThere(award)) {
            return new EvidenceSubject.OfAward(new AwardId(id("award", award)));
        }
        if (isThere(recipient)) {
            return new EvidenceSubject.OfRecipient(new RecipientId(id("recipient", recipient)));
        }
        var question = new StatisticsQuestion(period, policy, authority, null, null);
        var days = question.readPeriod().days(question.readPolicy());
        return new EvidenceSubject.OfPeriod(
                days.from(), days.to(), figures.authority(question).orElse(null));
    }

    /// What can be said before anything is opened.
    ///
    /// @throws Failure as [#subject]
    public void check() {
        if (Stream.of(award, recipient, period).filter(EvidenceQuestion::isThere).count() != 1) {
            throw Failure.at("award | recipient | period", FailureCode.PARAMETER_MISSING, "");
        }
        if (isThere(award)) {
            id("award", award);
        } else if (isThere(recipient)) {
            id("recipient", recipient);
        } else {
            new StatisticsQuestion(period, policy, authority, null, null).check();
        }
    }

    private static boolean isThere(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /// In full; `UUID.fromString` takes shorter ones too.
    static UUID id(String parameter, @Nullable String text) {
        var written = text == null ? "" : text.strip();
        try {
            if (written.length() == 36) {
                return UUID.fromString(written);
            }
        } catch (IllegalArgumentException e) {
            throw Failure.at(parameter, FailureCode.ID_MALFORMED, written).because(e);
        }
        throw Failure.at(parameter, FailureCode.ID_MALFORMED, written);
    }
}
