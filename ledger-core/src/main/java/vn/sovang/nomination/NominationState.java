package vn.sovang.nomination;

import java.util.Map;
import vn.sovang.event.Fact;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.NominationStanding;
import vn.sovang.rule.RecipientStandings;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.NominationId;

/// What the rules about nominations and their lists need to know.
record NominationState(
        AwardTypes types,
        Units units,
        RecipientStandings recipients,
        Map<NominationId, NominationStanding> nominations) {
    static final NominationState EMPTY =
            new NominationState(AwardTypes.NONE, Units.NONE, RecipientStandings.NONE, Map.of());

    NominationState evolve(Fact fact) {
        return new NominationState(
                types.evolve(fact.event()),
                units.evolve(fact),
                recipients.evolve(fact),
                NominationStanding.evolve(nominations, fact));
    }
}
