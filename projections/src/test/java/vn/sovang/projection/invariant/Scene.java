package vn.sovang.projection.invariant;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import vn.sovang.decider.Command;

/// Things of their own, and two sorts of acts upon them that an invariant keeps apart.
///
/// @param before what happened lawfully, one after the other
/// @param spoil what then makes the act break the invariant; nothing if it does so at once
/// @param act the act the invariant is about, by one writer; never the same twice
/// @param rival what changes the ground under it
/// @param paper the act as a signed paper says it
/// @param legal how many acts and rivals may win a race
/// @param inTheEnd whether an act succeeds once the race is over, unless one did in it
record Scene(
        List<Command> before,
        List<Command> spoil,
        IntFunction<Command> act,
        IntFunction<Command> rival,
        IntFunction<Command> paper,
        IntFunction<Command> rivalPaper,
        BiPredicate<Long, Long> legal,
        boolean inTheEnd) {
    /// A scene in which nothing is spoilt and any outcome is legal.
    static Scene after(Command... before) {
        IntFunction<Command> none =
                w -> {
                    throw new IllegalStateException("no act of writer " + w);
                };
        return new Scene(
                List.of(before), List.of(), none, none, none, none, (_, _) -> false, false);
    }

    Scene and(Command... more) {
        var all = Stream.concat(before.stream(), Stream.of(more)).toList();
        return new Scene(all, spoil, act, rival, paper, rivalPaper, legal, inTheEnd);
    }

    Scene spoilt(Command... by) {
        return new Scene(before, List.of(by), act, rival, paper, rivalPaper, legal, inTheEnd);
    }

    Scene act(IntFunction<Command> what) {
        IntFunction<Command> signed = w -> Papers.of(what.apply(w));
        return new Scene(before, spoil, what, rival, signed, rivalPaper, legal, inTheEnd);
    }

    Scene against(IntFunction<Command> what) {
        IntFunction<Command> signed = w -> Papers.of(what.apply(w));
        return new Scene(before, spoil, act, what, paper, signed, legal, inTheEnd);
    }

    /// The race ends so.
    Scene ends(BiPredicate<Long, Long> how) {
        return new Scene(before, spoil, act, rival, paper, rivalPaper, how, inTheEnd);
    }

    /// The rival wins once; the act at most once, and then in the end.
    Scene rivalOnceThenAct() {
        return new Scene(
                before,
                spoil,
                act,
                rival,
                paper,
                rivalPaper,
                (acts, rivals) -> acts <= 1 && rivals == 1,
                true);
    }
}
