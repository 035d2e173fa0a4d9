/// A made-up history of awards of any length, for measurements: what an office of the size of Phan
/// Rang–Tháp Chàm would have recorded, from recipients and nominations to lists, decisions, items,
/// losses, re-issues and annulments.
///
/// Legal by construction: every event comes out of one of the ledger's own deciders, and a refusal
/// ends the making. Proved against a real ledger by `HistoryTest`.
@NullMarked
package vn.sovang.benchmark.history;

import org.jspecify.annotations.NullMarked;
