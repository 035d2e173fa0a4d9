package vn.sovang.nomination;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.sovang.event.Fact;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.NominationEvent.NominationWithdrawn;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;

/// What the rules about nominations need to know.
record NominationState(
        AwardTypes types,
        Units units,
        Map<RecipientId, RecipientKind> recipients,
        Map<NominationId, Progress> nominations) {
    static final NominationState EMPTY =
            new NominationState(AwardTypes.NONE, Units.NONE, Map.of(), Map.of());

    /// @param sentBy bodies on whose lists it stands
    record Progress(
            NominationFiled filed, Set<UnitId> sentBy, boolean withdrawn, LocalDate lastOn) {
        Progress sent(UnitId by, LocalDate on) {
            var all = new HashSet<>(sentBy);
            all.add(by);
            return new Progress(filed, Set.copyOf(all), withdrawn, on);
        }
    }

    NominationState evolve(Fact fact) {
        var on = fact.effectiveOn();
        return switch (fact.event()) {
            case RecipientRegistered r -> {
                var all = new HashMap<>(recipients);
                all.put(r.recipient(), r.kind());
                yield new NominationState(types, units, Map.copyOf(all), nominations);
            }
            case NominationFiled filed ->
                    with(filed.nomination(), new Progress(filed, Set.of(), false, on));
            case NominationWithdrawn gone -> {
                var p = nominations.get(gone.nomination());
                yield p == null
                        ? this
                        : with(gone.nomination(), new Progress(p.filed(), p.sentBy(), true, on));
            }
            case NominationSubmitted sent -> sent(sent.nomination(), sent.from(), on);
            case NominationForwardedUp sent -> sent(sent.nomination(), sent.from(), on);
            default ->
                    new NominationState(
                            types.evolve(fact.event()),
                            units.evolve(fact),
                            recipients,
                            nominations);
        };
    }

    private NominationState sent(NominationId nomination, UnitId by, LocalDate on) {
        var p = nominations.get(nomination);
        return p == null ? this : with(nomination, p.sent(by, on));
    }

    private NominationState with(NominationId nomination, Progress progress) {
        var all = new HashMap<>(nominations);
        all.put(nomination, progress);
        return new NominationState(types, units, recipients, Map.copyOf(all));
    }
}
