/// Reconciliation (*đối chiếu*): what a report said and what the ledger knows now, or what it knew
/// at two moments, cell by cell, and the events that make the difference, one by one.
///
/// A cell's difference is the sum of what the events that became known between the two moments did
/// to it: the statistics count nothing else. Where an issued report differs from what its own
/// cut-off gives today, the rest is shown as unexplained rather than hidden. What a paper claims
/// has no events behind it, so its difference is shown and not explained (R7).
///
/// May import `statistics`, `issued` and the core. Proved by `ReconciliationPropertyTest` against a
/// naive fold of random histories, and by `ReconciliationTableTest`.
@NullMarked
package vn.sovang.projection.reconciliation;

import org.jspecify.annotations.NullMarked;
