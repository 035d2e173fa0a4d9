package vn.sovang.projection.anomaly;

import java.util.List;
import vn.sovang.projection.readmodel.Known;

/// Acts that one officer did alone under an exception (*kiêm nhiệm*, R10): lawful, and each of them
/// something an inspector wants to see.
final class ExceptionUses implements Docket<ExceptionUses.Use> {
    /// One act.
    ///
    /// @param exception under which it was allowed; empty until the act is known
    record Use(String exception, String user, long position) {}

    @Override
    public Class<Use> state() {
        return Use.class;
    }

    @Override
    public Use initial() {
        return new Use("", "", 0);
    }

    @Override
    public List<String> things(Known known) {
        return known.fact().exception() == null
                ? List.of()
                : List.of("event:" + known.event().id());
    }

    @Override
    public Use evolve(Use state, Known known, World world) {
        var exception = known.fact().exception();
        return exception == null
                ? state
                : new Use(exception.toString(), known.fact().by().user(), known.position());
    }

    @Override
    public List<Found> findings(String thing, Use state) {
        return List.of(
                Found.of(AnomalyRule.DUTIES_COMBINED_BY_EXCEPTION, thing, state.position())
                        .saying("user", state.user())
                        .saying("exception", state.exception()));
    }
}
