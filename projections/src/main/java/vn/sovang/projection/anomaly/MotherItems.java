package vn.sovang.projection.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.vocabulary.ArtifactKind;

/// Heroic Vietnamese Mothers (*Bà mẹ Việt Nam anh hùng*) whose certificate or badge nobody has
/// recorded, neither as issued nor in a survey.
final class MotherItems implements Docket<MotherItems.Award> {
    private static final String MOTHER = "DH_BMVNAH";
    private static final List<ArtifactKind> OWED =
            List.of(ArtifactKind.BANG, ArtifactKind.HUY_HIEU);

    /// One award.
    ///
    /// @param decided position of its decision; absent for other awards
    /// @param seen kinds of items that were issued or seen
    record Award(
            @Nullable Long decided,
            boolean inForce,
            List<ArtifactKind> seen,
            @Nullable String unit) {
        Award inForce(boolean now) {
            return new Award(decided, now, seen, unit);
        }

        Award seen(ArtifactKind kind) {
            var kinds = new TreeSet<>(seen);
            kinds.add(kind);
            return new Award(decided, inForce, List.copyOf(kinds), unit);
        }
    }

    @Override
    public Class<Award> state() {
        return Award.class;
    }

    @Override
    public Award initial() {
        return new Award(null, true, List.of(), null);
    }

    @Override
    public List<String> things(Known known) {
        return switch (known.fact().event()) {
            case AwardDecided e when e.line().award().value().equals(MOTHER) ->
                    List.of(e.award().tag());
            case ArtifactIssued e -> List.of(e.award().tag());
            case ArtifactReissued e -> List.of(e.award().tag());
            case ItemSurveyed e when e.award() != null && e.condition().present() ->
                    List.of(e.award().tag());
            case AwardAnnulled e -> List.of(e.award().tag());
            case AnnulmentRevoked e -> List.of(e.award().tag());
            case HonourStripped e -> List.of(e.award().tag());
            case HonourRestored e -> List.of(e.award().tag());
            default -> List.of();
        };
    }

    @Override
    public Award evolve(Award state, Known known, World world) {
        return switch (known.fact().event()) {
            case AwardDecided e ->
                    new Award(
                            known.position(),
                            state.inForce(),
                            state.seen(),
                            e.key().authority().toString());
            case ArtifactIssued e -> state.seen(e.kind());
            case ArtifactReissued e -> state.seen(e.kind());
            case ItemSurveyed e -> state.seen(e.kind());
            case AwardAnnulled _, HonourStripped _ -> state.inForce(false);
            case AnnulmentRevoked _, HonourRestored _ -> state.inForce(true);
            default -> state;
        };
    }

    @Override
    public List<Found> findings(String thing, Award state) {
        var missing = new ArrayList<String>();
        OWED.stream().filter(k -> !state.seen().contains(k)).forEach(k -> missing.add(k.name()));
        var decided = state.decided();
        return decided == null || !state.inForce() || missing.isEmpty()
                ? List.of()
                : List.of(
                        Found.of(AnomalyRule.MOTHER_ITEM_MISSING, thing, decided)
                                .saying("kinds", String.join(", ", missing))
                                .ofUnit(state.unit()));
    }
}
