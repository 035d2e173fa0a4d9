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
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationWithdrawn;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;

/// What the rules about decisions need to know.
///
/// @param sameNumber decisions of the authority that bear the number this year
record DecisionState(
        AwardTypes types,
        Units units,
        Map<RecipientId, RecipientKind> recipients,
        Map<NominationId, Filed> nominations,
        Map<DecisionId, Known> sameNumber) {
    static final DecisionState EMPTY =
            new DecisionState(AwardTypes.NONE, Units.NONE, Map.of(), Map.of(), Map.of());

    /// @param by who filed it: must not be who records the decision (R10)
    record Filed(NominationFiled nomination, String by, LocalDate on, boolean withdrawn) {}

    record Known(LocalDate signedOn, @Nullable String signer, int lines) {
        boolean isSame(LocalDate day, @Nullable String by) {
            return signedOn.equals(day) && Objects.equals(signer, by);
        }
    }

    DecisionState evolve(Fact fact) {
        return switch (fact.event()) {
            case RecipientRegistered r -> {
                var all = new HashMap<>(recipients);
                all.put(r.recipient(), r.kind());
                yield new DecisionState(types, units, all, nominations, sameNumber);
            }
            case NominationFiled n ->
                    filed(
                            n.nomination(),
                            new Filed(n, fact.by().user(), fact.effectiveOn(), false));
            case NominationWithdrawn n -> {
                var f = nominations.get(n.nomination());
                yield f == null
                        ? this
                        : filed(n.nomination(), new Filed(f.nomination(), f.by(), f.on(), true));
            }
            case DecisionRecorded d -> decision(d, fact, d.lineCount());
            case DecisionLinesAdded d -> decision(d, fact, d.lineCount());
            default ->
                    new DecisionState(
                            types.evolve(fact.event()),
                            units.evolve(fact),
                            recipients,
                            nominations,
                            sameNumber);
        };
    }

    private DecisionState filed(NominationId id, Filed filed) {
        var all = new HashMap<>(nominations);
        all.put(id, filed);
        return new DecisionState(types, units, recipients, all, sameNumber);
    }

    private DecisionState decision(DecisionEvent event, Fact fact, int lines) {
        var signer = fact.document() instanceof Document.Paper paper ? paper.signer() : null;
        var before = sameNumber.get(event.decision());
        int soFar = before == null ? 0 : before.lines();
        var all = new HashMap<>(sameNumber);
        all.put(event.decision(), new Known(fact.effectiveOn(), signer, soFar + lines));
        return new DecisionState(types, units, recipients, nominations, all);
    }
}
