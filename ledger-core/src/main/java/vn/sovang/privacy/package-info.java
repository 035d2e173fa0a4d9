/// Crypto-shredding: identity fields enter the log only sealed under a key of their subject, so
/// that destroying the key erases the person and leaves every leaf, proof and statistic as it was.
///
/// [Sealed] is what a leaf holds; [Opening] shows one field of it to an outsider, and no other.
/// [SubjectKeys] keeps the keys, in a database of their own with its own backups, wrapped by a
/// master key that is in no database. [IdentityVault] joins the two, at the edge and never inside a
/// decider. Proved by `SealingTest`.
@NullMarked
package vn.sovang.privacy;

import org.jspecify.annotations.NullMarked;
