package vn.sovang.rule;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.ARTIFACT_NOT_PART_OF_AWARD;
import static vn.sovang.decider.RefusalCode.AWARD_DIFFERS;
import static vn.sovang.decider.RefusalCode.AWARD_UNKNOWN;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.Fact;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;

/// All that rules about the items of one award line ask (*hồ sơ hiện vật của một dòng khen
/// thưởng*): how the award stands, where its items are, what the catalogue says, which units exist.
///
/// @param decidedOn day of the decision; absent until the award is decided
public record AwardFile(
        AwardStanding award,
        @Nullable LocalDate decidedOn,
        Items items,
        AwardTypes types,
        Units units) {
    public static final AwardFile EMPTY =
            new AwardFile(AwardStanding.UNKNOWN, null, Items.NONE, AwardTypes.NONE, Units.NONE);

    /// The events of one award line; units are asked for one by one.
    public static Set<TagQuery> of(AwardId award, AwardCode code) {
        return Set.of(AwardStanding.of(award), Items.of(award), AwardTypes.definitionOf(code));
    }

    public AwardFile evolve(Fact fact) {
        return new AwardFile(
                award.evolve(fact),
                fact.event() instanceof AwardDecided ? fact.effectiveOn() : decidedOn,
                items.evolve(fact),
                types.evolve(fact.event()),
                units.evolve(fact));
    }

    /// The same award seen with these types and units.
    AwardFile with(AwardTypes otherTypes, Units otherUnits) {
        return new AwardFile(award, decidedOn, items, otherTypes, otherUnits);
    }

    /// The award as decided; unknown before.
    public AwardCode code() {
        var decided = award.decided();
        return decided == null ? AwardCode.UNKNOWN : decided.line().award();
    }

    /// Refuses what names another award than was decided: an item entered under a wrong award.
    public Optional<Refused> checkNamed(AwardCode code) {
        return award.decided() == null || code().equals(code)
                ? Optional.empty()
                : Optional.of(refuse(AWARD_DIFFERS, "award", code()));
    }

    /// The award type in the form that held when the award was decided; in its last one otherwise.
    Optional<AwardTypeDefined> type(AwardCode code) {
        return decidedOn == null
                ? types.of(code)
                : types.on(code, decidedOn).or(() -> types.of(code));
    }

    Optional<Refused> checkDecided() {
        return award.decided() == null ? Optional.of(refuse(AWARD_UNKNOWN)) : Optional.empty();
    }

    Optional<Refused> checkInForce(LocalDate day) {
        return award.checkInForce(code(), day);
    }

    /// NĐ 98/2023/NĐ-CP: some awards come with money only (*Lao động tiên tiến*).
    Optional<Refused> checkPart(AwardCode code, ArtifactKind kind) {
        return type(code).map(t -> t.artifacts().contains(kind)).orElse(false)
                ? Optional.empty()
                : Optional.of(refuse(ARTIFACT_NOT_PART_OF_AWARD, "kind", kind));
    }
}
