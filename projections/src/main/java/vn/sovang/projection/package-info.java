/// What the log means: read models that follow it, and the one door to them.
///
/// [Projections] opens them, starts them, waits for a position and rebuilds. One `ProjectionRunner`
/// follows the log for each read model: it reads the next events, locks the model's row in
/// `read_state.position`, applies the events and moves the position, all in one transaction. That
/// row is the fence (R22): any number of nodes may run the same model; one of them has the row, the
/// others find the position moved and go on from there. A node that hangs loses its session and
/// with it the transaction; when it wakes it does no harm.
///
/// Nothing is skipped and nothing is parked. An event that a model cannot apply stops that model
/// there, with the reason in its [ReadModelStatus]; the other models go on, and the stopped one
/// tries again until a corrected program lets it pass.
///
/// A model is rebuilt beside the live one in a schema of its own, a generation; the swap changes
/// which generation `read_state.position` names, and a reader stays with the one it began with.
/// [Rebuilds] asks for rebuilds, pauses, resumes and cancels them from any process; `RebuildState`
/// keeps what was asked in `read_state.rebuild`; `Rebuild` does the work on whichever node takes it
/// up. Every read model may be dropped at any time: the log is the only truth.
///
/// May import `vn.sovang.EventFeed`, `event`, `vocabulary`, `postgres`. Proved by
/// `ProjectionRunnerTest`, `RebuildTest` and `RebuildControlTest`.
@NullMarked
package vn.sovang.projection;

import org.jspecify.annotations.NullMarked;
