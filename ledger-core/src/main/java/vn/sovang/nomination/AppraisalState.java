package vn.sovang.nomination;

import java.util.Map;
import vn.sovang.event.Fact;
import vn.sovang.rule.AwardHistory;
import vn.sovang.rule.CombinedDuties;
import vn.sovang.rule.NominationStanding;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.NominationId;

/// What the rules about appraisal need to know.
record AppraisalState(
        Units units,
        Map<NominationId, NominationStanding> nominations,
        AwardHistory history,
        CombinedDuties duties) {
    static final AppraisalState EMPTY =
            new AppraisalState(Units.NONE, Map.of(), AwardHistory.NONE, CombinedDuties.NONE);

    AppraisalState evolve(Fact fact) {
        return new AppraisalState(
                units.evolve(fact),
                NominationStanding.evolve(nominations, fact),
                history.evolve(fact),
                duties.evolve(fact));
    }
}
