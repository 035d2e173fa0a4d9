/// The story of one thing: award, artifact, case, recipient, decision, nomination, unit (*lịch
/// sử*).
///
/// One line for each event that carries the thing's tag, oldest first in log order, with both
/// times: the day that counts in law and the moment the ledger took it (R2). A line names its event
/// by the stored name, so that a page can find the Vietnamese title and the proof; it never says a
/// person's name.
///
/// Knows nothing of the other read models. Proved by `HistoryTest`.
@NullMarked
package vn.sovang.projection.history;

import org.jspecify.annotations.NullMarked;
