package vn.sovang.projection.anomaly;

import java.util.Collection;
import java.util.List;
import vn.sovang.projection.readmodel.Known;

/// A family of rules about one kind of thing (*hồ sơ theo dõi*): which events are about which
/// things, what has to be remembered of each, and what is wrong with it.
///
/// Pure: the same events in the same order give the same findings, whoever applies them.
///
/// @param <S> what is remembered of one thing: an immutable record of plain values, written as JSON
interface Docket<S> {
    /// Name for ever within this version of the read model.
    default String name() {
        return getClass().getSimpleName();
    }

    Class<S> state();

    /// What is remembered of a thing nothing happened to.
    S initial();

    /// The things the event is about; none for most events.
    Collection<String> things(Known known);

    /// The state after one more event about the thing.
    ///
    /// @param world units and award types as known just then
    S evolve(S state, Known known, World world);

    /// Everything that is wrong with the thing.
    ///
    /// @param thing as [#things] named it
    List<Found> findings(String thing, S state);
}
