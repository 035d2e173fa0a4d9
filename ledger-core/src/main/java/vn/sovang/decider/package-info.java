/// The one shape of every feature.
///
/// A [Command] says what somebody wants recorded; its [Decider] names the events its rules need
/// ([TagQuery], the consistency boundary), folds them into a small state, and decides: an
/// [Outcome.Accepted] with facts, or an [Outcome.Refused] with a [RefusalCode]. Deciders are pure:
/// no clock, no random, no I/O, no log. Times, identities and users arrive in the command. A rule
/// that speaks is a value; only a bug throws.
@NullMarked
package vn.sovang.decider;

import org.jspecify.annotations.NullMarked;
