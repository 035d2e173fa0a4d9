package vn.sovang.nomination;

import java.util.HashMap;
import java.util.Map;
import vn.sovang.event.Fact;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.NominationStanding;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;

/// What the rules about nominations and their lists need to know.
record NominationState(
        AwardTypes types,
        Units units,
        Map<RecipientId, RecipientKind> recipients,
        Map<NominationId, NominationStanding> nominations) {
    static final NominationState EMPTY =
            new NominationState(AwardTypes.NONE, Units.NONE, Map.of(), Map.of());

    NominationState evolve(Fact fact) {
        if (fact.event() instanceof RecipientRegistered r) {
            var all = new HashMap<>(recipients);
            all.put(r.recipient(), r.kind());
            return new NominationState(types, units, Map.copyOf(all), nominations);
        }
        return new NominationState(
                types.evolve(fact.event()),
                units.evolve(fact),
                recipients,
                NominationStanding.evolve(nominations, fact));
    }
}
