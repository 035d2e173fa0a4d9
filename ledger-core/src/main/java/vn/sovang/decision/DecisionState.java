package vn.sovang.decision;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.DecisionEvent;
import vn.sovang.event.DecisionEvent.DecisionLinesAdded;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.Fact;
import vn.sovang.rule.AwardStanding;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.CombinedDuties;
import vn.sovang.rule.NominationStanding;
import vn.sovang.rule.RecipientStandings;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.NominationId;

/// What the rules about decisions need to know.
///
/// @param sameNumber decisions of the authority that bear the number this year
/// @param corrected the line that a correction is about
record DecisionState(
        AwardTypes types,
        Units units,
        RecipientStandings recipients,
        Map<NominationId, NominationStanding> nominations,
        Map<DecisionId, Known> sameNumber,
        AwardStanding corrected,
        CombinedDuties duties) {
    static final DecisionState EMPTY =
            new DecisionState(
                    AwardTypes.NONE,
                    Units.NONE,
                    RecipientStandings.NONE,
                    Map.of(),
                    Map.of(),
                    AwardStanding.UNKNOWN,
                    CombinedDuties.NONE);

    record Known(LocalDate signedOn, @Nullable String signer, int lines) {
        boolean isSame(LocalDate day, @Nullable String by) {
            return signedOn.equals(day) && Objects.equals(signer, by);
        }
    }

    DecisionState evolve(Fact fact) {
        return switch (fact.event()) {
            case DecisionRecorded d -> decision(d, fact, d.lineCount());
            case DecisionLinesAdded d -> decision(d, fact, d.lineCount());
            default -> others(fact);
        };
    }

    private DecisionState others(Fact fact) {
        return new DecisionState(
                types.evolve(fact.event()),
                units.evolve(fact),
                recipients.evolve(fact),
                NominationStanding.evolve(nominations, fact),
                sameNumber,
                corrected.evolve(fact),
                duties.evolve(fact));
    }

    private DecisionState decision(DecisionEvent event, Fact fact, int lines) {
        var signer = fact.document() instanceof Document.Paper paper ? paper.signer() : null;
        var before = sameNumber.get(event.decision());
        int soFar = before == null ? 0 : before.lines();
        var all = new HashMap<>(sameNumber);
        all.put(event.decision(), new Known(fact.effectiveOn(), signer, soFar + lines));
        return new DecisionState(types, units, recipients, nominations, all, corrected, duties);
    }
}
