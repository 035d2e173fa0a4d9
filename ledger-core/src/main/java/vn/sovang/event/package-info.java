/// The backbone: every fact the ledger can store, in one package so that one sealed family is
/// possible.
///
/// A [LedgerEvent] is what happened; a [Fact] is the event with its circumstances (when it counts
/// in law, which paper, who entered it); a [Recorded] is a fact that has its place in the log.
/// Stored names live only in [EventCatalogue] and never change; [EventCodec] writes the exact bytes
/// that are stored and hashed, once. Features decide over these facts and never import each other;
/// read models fold them.
///
/// Proved by `EventCodecTest` (golden files of every event) and `EventCatalogueTest` (frozen
/// names).
@NullMarked
package vn.sovang.event;

import org.jspecify.annotations.NullMarked;
