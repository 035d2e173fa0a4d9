/// Sealing: from stored events to a signed statement of what the log holds.
///
/// # Order of durability
///
/// 1. Events are committed by the appender.
/// 2. [Sealer] reads the committed leaves back and hashes them again: it never signs a tree that
///    exists only in memory.
/// 3. The new tree must contain every tree signed before, as the database keeps it *and* as
///    [Anchor], a file outside the database, keeps it. A log that is shorter was rolled back, one
///    that differs was forked; either way nothing is signed or appended any more, and reading goes
///    on.
/// 4. The checkpoint (C2SP tlog-checkpoint, Ed25519) is committed, one for each size.
/// 5. The newest one is written to the anchor, file and folder flushed.
///
/// Proved by `SealerTest`.
@NullMarked
package vn.sovang.seal;

import org.jspecify.annotations.NullMarked;
