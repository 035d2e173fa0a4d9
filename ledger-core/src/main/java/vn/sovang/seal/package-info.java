/// Sealing: from stored events to a signed statement of what the log holds.
///
/// # Order of durability
///
/// 1. Events are committed by the appender, each append with its seal
///    ([vn.sovang.eventstore.NodeKey]).
/// 2. [Sealer] reads the committed leaves back and hashes them again: it never signs a tree that
///    exists only in memory, nor an event that is not under exactly one seal that verifies.
/// 3. The new tree must contain every tree signed before, as the database keeps it *and* as
///    [Anchor], a file outside the database, keeps it. A log that is shorter was rolled back, one
///    that differs was forked; either way nothing is signed or appended any more, and reading goes
///    on.
/// 4. The checkpoint (C2SP tlog-checkpoint, Ed25519) is signed by every key in use and committed,
///    one for each size.
/// 5. The newest one is written to the anchor, file and folder flushed.
/// 6. Only then is it shown, and witnesses are asked to cosign (`vn.sovang.witness`);
///    [Cosignatures] keeps what they sign, [CosignatureCheck] verifies it again. What they keep is
///    compared as in 3 ([OutsideCheckpoints]).
///
/// # Starting
///
/// A process does not read the whole log again. It takes the newest checkpoints of the database and
/// of the anchor, the smaller first, reads the right edge of that tree from tiles and leaf hashes,
/// and compares; from there on it reads back. What was changed further left is found by
/// [LedgerCheck].
///
/// # Keys
///
/// The log's own events say which key may sign which sizes ([KeyHistory]); the files hold the keys
/// ([KeyFiles]). A public key that is not in this node's files is not believed, whatever the log
/// says.
///
/// Proved by `SealerTest`, `SealerStartTest`, `AppendSealTest`, `KeyRotationTest` and
/// `KilledSealerTest`.
@NullMarked
package vn.sovang.seal;

import org.jspecify.annotations.NullMarked;
