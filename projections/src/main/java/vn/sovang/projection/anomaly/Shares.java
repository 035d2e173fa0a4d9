package vn.sovang.projection.anomaly;

import java.util.List;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.projection.readmodel.Known;

/// Grassroots emulation fighters among the advanced workers of an authority and year, as decided.
/// The law sets no share; 15 % is custom (Điều 23), so the finding asks and does not accuse.
final class Shares implements Docket<Shares.Year> {
    private static final int PERCENT = 15;

    /// The counts, and the newest line that the share rests on.
    record Year(long fighters, long workers, long position) {}

    @Override
    public Class<Year> state() {
        return Year.class;
    }

    @Override
    public Year initial() {
        return new Year(0, 0, 0);
    }

    @Override
    public List<String> things(Known known) {
        if (!(known.fact().event() instanceof AwardDecided e)) {
            return List.of();
        }
        return switch (e.line().award().value()) {
            case "CSTD_CO_SO", "LDTT" ->
                    List.of(e.key().authority().tag() + ":" + known.fact().effectiveOn().getYear());
            default -> List.of();
        };
    }

    @Override
    public Year evolve(Year state, Known known, World world) {
        if (!(known.fact().event() instanceof AwardDecided e)) {
            return state;
        }
        boolean fighter = e.line().award().value().equals("CSTD_CO_SO");
        return new Year(
                state.fighters() + (fighter ? 1 : 0),
                state.workers() + (fighter ? 0 : 1),
                fighter ? known.position() : state.position());
    }

    /// Without workers there is nothing to share: they may be in a decision still to come.
    @Override
    public List<Found> findings(String thing, Year state) {
        boolean above = state.fighters() * 100 > state.workers() * PERCENT;
        return state.workers() == 0 || !above
                ? List.of()
                : List.of(
                        Found.of(AnomalyRule.FIGHTERS_ABOVE_QUOTA, thing, state.position())
                                .saying("year", thing.substring(thing.lastIndexOf(':') + 1))
                                .saying("fighters", state.fighters())
                                .saying("workers", state.workers())
                                .ofUnit(thing.split(":", -1)[1]));
    }
}
