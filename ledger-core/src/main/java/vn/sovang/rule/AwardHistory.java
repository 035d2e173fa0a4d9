package vn.sovang.rule;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;

/// The awards one recipient holds, as far as the ledger knows. An annulled award counts for
/// nothing, a stripped one not while it is stripped.
public record AwardHistory(Map<AwardId, Held> awards) {
    public static final AwardHistory NONE = new AwardHistory(Map.of());

    /// One award line in a recipient's hands.
    ///
    /// @param on day of signature; stands for the year of the achievement, which papers do not give
    public record Held(AwardCode award, Rank rank, LocalDate on, boolean stands) {}

    public AwardHistory {
        awards = Map.copyOf(awards);
    }

    /// The events that tell what a recipient holds.
    public static TagQuery of(RecipientId recipient) {
        return TagQuery.of(
                recipient.tag(),
                AwardDecided.class,
                AwardAnnulled.class,
                AnnulmentRevoked.class,
                HonourStripped.class,
                HonourRestored.class,
                DecisionCorrected.class);
    }

    public AwardHistory evolve(Fact fact) {
        return switch (fact.event()) {
            case AwardDecided a ->
                    with(
                            a.award(),
                            new Held(a.line().award(), a.line().rank(), fact.effectiveOn(), true));
            case AwardAnnulled a -> standing(a.award(), false);
            case AnnulmentRevoked a -> standing(a.award(), true);
            case HonourStripped a -> standing(a.award(), false);
            case HonourRestored a -> standing(a.award(), true);
            case DecisionCorrected c -> corrected(c);
            default -> this;
        };
    }

    private AwardHistory corrected(DecisionCorrected c) {
        var held = c.award() == null ? null : awards.get(c.award());
        if (c.award() == null || held == null) {
            return this;
        }
        if (c.strikes()) {
            return standing(c.award(), false);
        }
        return c.line() == null
                ? this
                : with(
                        c.award(),
                        new Held(c.line().award(), c.line().rank(), held.on, held.stands));
    }

    private AwardHistory standing(AwardId award, boolean stands) {
        var held = awards.get(award);
        return held == null ? this : with(award, new Held(held.award, held.rank, held.on, stands));
    }

    private AwardHistory with(AwardId award, Held held) {
        var all = new HashMap<>(awards);
        all.put(award, held);
        return new AwardHistory(all);
    }

    /// Awards of a type that stand, decided before a day, oldest first.
    public List<Held> before(LocalDate day, String code) {
        return standing(code).filter(h -> h.on.isBefore(day)).toList();
    }

    private Stream<Held> standing(String code) {
        return awards.values().stream()
                .filter(h -> h.stands && h.award.value().equals(code))
                .sorted(java.util.Comparator.comparing(Held::on));
    }
}
