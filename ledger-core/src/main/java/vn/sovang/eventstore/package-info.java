/// The event store: append with a condition, read by tags, follow the feed. No Axon types.
///
/// [EventLog] is the door. One writer thread per node (the appender) drains a bounded queue; while
/// one batch is being flushed to disk the next gathers, so a commit is shared by as many appends as
/// wait for it and a lone append waits for nobody. Per batch there is one transaction: take the
/// log's advisory lock, *then*, in a second statement, read the newest position. At READ COMMITTED
/// every statement has its own snapshot, and one taken before the wait for the lock would miss what
/// the other node committed meanwhile.
///
/// Positions are given under that lock, so they are gapless, and the order of commit is the order
/// of positions: a reader that asks for `position > n` never skips an event that becomes visible
/// later. There is no gap tracking anywhere, because there are no gaps.
///
/// Conditions are decided in memory as long as this node wrote everything since they were taken,
/// else by a query on `event_tag`; either way against the other appends of the same batch too. A
/// rejected append fails alone. An append that PostgreSQL refuses fails alone: its batch is
/// repeated one by one. When the connection breaks during COMMIT the writer takes the lock on a new
/// connection, which waits for the old transaction's end, and looks whether the batch is there;
/// only when nobody answers does the caller hear [OutcomeUnknown].
///
/// May import the JDK and `vn.sovang.postgres`. Proved by `AppendConditionTest`, `TwoNodesTest`,
/// `ConcurrentAppendTest`, `LostConnectionTest` and `KilledWriterTest`.
@NullMarked
package vn.sovang.eventstore;

import org.jspecify.annotations.NullMarked;
