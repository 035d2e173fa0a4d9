package vn.sovang.reissue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.Fact;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.rule.AwardStanding;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.Units;

/// What the rules about re-issue cases need to know.
///
/// @param lastOn latest effective day of the case's own acts
record ReissueState(
        AwardStanding award,
        AwardTypes types,
        Units units,
        @Nullable ReissueRequested requested,
        boolean confirmed,
        boolean approved,
        boolean settled,
        LocalDate lastOn) {
    static final ReissueState EMPTY =
            new ReissueState(
                    AwardStanding.UNKNOWN,
                    AwardTypes.NONE,
                    Units.NONE,
                    null,
                    false,
                    false,
                    false,
                    LocalDate.MIN);

    ReissueState evolve(Fact fact) {
        var award = this.award.evolve(fact);
        var types = this.types.evolve(fact.event());
        var units = this.units.evolve(fact);
        var on = fact.effectiveOn();
        return switch (fact.event()) {
            case ReissueRequested r ->
                    new ReissueState(award, types, units, r, false, false, false, on);
            case EntitlementConfirmed _ ->
                    new ReissueState(award, types, units, requested, true, approved, settled, on);
            case ReissueApproved _ ->
                    new ReissueState(award, types, units, requested, confirmed, true, settled, on);
            case ArtifactReissued again -> {
                boolean mine =
                        requested != null && requested.reissueCase().equals(again.reissueCase());
                yield new ReissueState(
                        award,
                        types,
                        units,
                        requested,
                        confirmed,
                        approved,
                        settled || mine,
                        mine ? on : lastOn);
            }
            default ->
                    new ReissueState(
                            award, types, units, requested, confirmed, approved, settled, lastOn);
        };
    }
}
