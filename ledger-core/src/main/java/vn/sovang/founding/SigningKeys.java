package vn.sovang.founding;

import static vn.sovang.decider.Outcome.refuse;
import static vn.sovang.decider.RefusalCode.KEY_ROTATION_NOT_RUNNING;
import static vn.sovang.decider.RefusalCode.KEY_ROTATION_RUNNING;
import static vn.sovang.decider.RefusalCode.SIGNING_KEY_NOT_IN_USE;
import static vn.sovang.decider.RefusalCode.SIGNING_KEY_OF_ANOTHER_LOG;
import static vn.sovang.decider.RefusalCode.SIGNING_KEY_USED_BEFORE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerOpened;
import vn.sovang.event.SigningKeyEvent.SigningKeyIntroduced;
import vn.sovang.event.SigningKeyEvent.SigningKeyRetired;

/// A log has one signing key, or two while one takes over from the other; a key that was retired
/// never comes back.
public final class SigningKeys implements Decider<ChangeSigningKey, SigningKeys.State> {
    /// What the rules need to know.
    ///
    /// @param origin the log's name; empty before it is opened
    /// @param active keys in use, the older first; empty while the first was never replaced
    /// @param retired keys out of use
    public record State(String origin, List<String> active, List<String> retired) {
        public State {
            active = List.copyOf(active);
            retired = List.copyOf(retired);
        }
    }

    @Override
    public Class<ChangeSigningKey> command() {
        return ChangeSigningKey.class;
    }

    @Override
    public Set<TagQuery> boundary(ChangeSigningKey command) {
        return Set.of(
                TagQuery.of(LedgerOpened.TAG, LedgerOpened.class),
                TagQuery.of(
                        SigningKeyIntroduced.TAG,
                        SigningKeyIntroduced.class,
                        SigningKeyRetired.class));
    }

    @Override
    public State initial() {
        return new State("", List.of(), List.of());
    }

    @Override
    public State evolve(State state, Fact fact) {
        return switch (fact.event()) {
            case LedgerOpened opened -> new State(opened.origin(), state.active, state.retired);
            case SigningKeyIntroduced(String vkey, String previous) ->
                    new State(state.origin, List.of(previous, vkey), state.retired);
            case SigningKeyRetired(String vkey) ->
                    new State(
                            state.origin,
                            state.active.stream().filter(key -> !key.equals(vkey)).toList(),
                            with(state.retired, vkey));
            default -> state;
        };
    }

    private static List<String> with(List<String> keys, String key) {
        var more = new ArrayList<>(keys);
        more.add(key);
        return more;
    }

    @Override
    public Outcome decide(ChangeSigningKey command, State state) {
        return switch (command.change()) {
            case SigningKeyIntroduced introduced -> introduce(command, introduced, state);
            case SigningKeyRetired retired -> retire(command, retired, state);
        };
    }

    private static Outcome introduce(
            ChangeSigningKey command, SigningKeyIntroduced introduced, State state) {
        if (state.active.size() > 1) {
            return refuse(KEY_ROTATION_RUNNING);
        }
        // C2SP signed-note: the key's name comes before the first '+', and a log's key bears the
        // log's name.
        if (!introduced.vkey().startsWith(state.origin + "+")) {
            return refuse(SIGNING_KEY_OF_ANOTHER_LOG, "key", introduced.vkey());
        }
        if (state.retired.contains(introduced.vkey())
                || introduced.vkey().equals(introduced.previous())) {
            return refuse(SIGNING_KEY_USED_BEFORE, "key", introduced.vkey());
        }
        if (!state.active.isEmpty() && !state.active.contains(introduced.previous())) {
            return refuse(SIGNING_KEY_NOT_IN_USE, "key", introduced.previous());
        }
        return Outcome.accept(command.origin().fact(introduced));
    }

    private static Outcome retire(
            ChangeSigningKey command, SigningKeyRetired retired, State state) {
        if (state.active.size() < 2) {
            return refuse(KEY_ROTATION_NOT_RUNNING);
        }
        if (!state.active.getFirst().equals(retired.vkey())) {
            return refuse(SIGNING_KEY_NOT_IN_USE, "key", retired.vkey());
        }
        return Outcome.accept(command.origin().fact(retired));
    }
}
