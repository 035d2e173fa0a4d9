package vn.sovang.rule;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.AWARD_ANNULLED;
import static vn.sovang.decider.RefusalCode.AWARD_DIFFERS;
import static vn.sovang.decider.RefusalCode.AWARD_STRIPPED;
import static vn.sovang.decider.RefusalCode.AWARD_UNKNOWN;
import static vn.sovang.decider.RefusalCode.EARLIER_THAN_ITS_CAUSE;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.Fact;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;

/// How one award line stands.
///
/// @param decided absent until the award is decided
/// @param annulled void from the start (Đ93.2), the annulment not revoked
/// @param lastOn latest effective day of the award's own acts; nothing that depends on them may be
///   earlier
/// @param stripped taken for a later crime (Đ93.3–93.5) and not restored
public record AwardStanding(
        @Nullable AwardDecided decided, boolean annulled, LocalDate lastOn, boolean stripped) {
    public static final AwardStanding UNKNOWN =
            new AwardStanding(null, false, LocalDate.MIN, false);

    /// The events that tell how an award line stands.
    public static TagQuery of(AwardId award) {
        return TagQuery.of(
                award.tag(),
                AwardDecided.class,
                AwardAnnulled.class,
                AnnulmentRevoked.class,
                HonourStripped.class,
                HonourRestored.class,
                DecisionCorrected.class);
    }

    public AwardStanding evolve(Fact fact) {
        var on = fact.effectiveOn();
        return switch (fact.event()) {
            case AwardDecided award -> new AwardStanding(award, false, on, false);
            case AwardAnnulled _ -> stands(true, stripped, on);
            case AnnulmentRevoked _ -> stands(false, stripped, on);
            case HonourStripped _ -> stands(annulled, true, on);
            case HonourRestored _ -> stands(annulled, false, on);
            case DecisionCorrected corrected -> corrected(corrected);
            default -> this;
        };
    }

    /// Whether it was taken, by annulment or stripping, and not given back.
    public boolean taken() {
        return annulled || stripped;
    }

    private AwardStanding stands(boolean isAnnulled, boolean isStripped, LocalDate on) {
        var last = on.isAfter(lastOn) ? on : lastOn;
        return new AwardStanding(decided, isAnnulled, last, isStripped);
    }

    /// The line as it is from now on; a line that never stood on the paper is no award.
    private AwardStanding corrected(DecisionCorrected correction) {
        if (decided == null || !decided.award().equals(correction.award())) {
            return this;
        }
        if (correction.strikes()) {
            return new AwardStanding(null, annulled, lastOn, stripped);
        }
        return correction.line() == null
                ? this
                : new AwardStanding(decided.with(correction.line()), annulled, lastOn, stripped);
    }

    /// Refuses unless the award was decided as `code`.
    public Optional<Refused> checkDecided(AwardCode code) {
        if (decided == null) {
            return Optional.of(refuse(AWARD_UNKNOWN));
        }
        return decided.line().award().equals(code)
                ? Optional.empty()
                : Optional.of(refuse(AWARD_DIFFERS, "award", decided.line().award()));
    }

    /// Refuses unless the award was decided as `code` and stands, on or before that day.
    public Optional<Refused> checkInForce(AwardCode code, LocalDate day) {
        var unknown = checkDecided(code);
        if (unknown.isPresent()) {
            return unknown;
        }
        if (annulled) {
            return Optional.of(refuse(AWARD_ANNULLED));
        }
        return stripped ? Optional.of(refuse(AWARD_STRIPPED)) : checkDay(day);
    }

    /// Refuses a day before the award's last act.
    public Optional<Refused> checkDay(LocalDate day) {
        return day.isBefore(lastOn)
                ? Optional.of(refuse(EARLIER_THAN_ITS_CAUSE, "day", lastOn))
                : Optional.empty();
    }
}
