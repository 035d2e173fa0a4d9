package vn.sovang.award;

import vn.sovang.event.AwardEvent.AwardPresented;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.PrizePaid;
import vn.sovang.event.AwardEvent.PrizeRecovered;
import vn.sovang.event.Fact;
import vn.sovang.rule.AwardStanding;
import vn.sovang.rule.Competence;
import vn.sovang.rule.Units;

/// What the rules about one award line need to know.
///
/// @param presented whether it was handed over, and not restored since: that hands it over again
/// @param paid đồng paid so far
/// @param recovered đồng paid back so far
record AwardState(
        AwardStanding award,
        Units units,
        Competence competence,
        boolean presented,
        long paid,
        long recovered) {
    static final AwardState EMPTY =
            new AwardState(AwardStanding.UNKNOWN, Units.NONE, Competence.NONE, false, 0, 0);

    AwardState evolve(Fact fact) {
        return switch (fact.event()) {
            case AwardPresented _ ->
                    new AwardState(award, units, competence, true, paid, recovered);
            case PrizePaid p ->
                    new AwardState(award, units, competence, presented, paid + p.dong(), recovered);
            case PrizeRecovered p ->
                    new AwardState(award, units, competence, presented, paid, recovered + p.dong());
            default ->
                    new AwardState(
                            award.evolve(fact),
                            units.evolve(fact),
                            competence.evolve(fact),
                            presented && !(fact.event() instanceof HonourRestored),
                            paid,
                            recovered);
        };
    }
}
