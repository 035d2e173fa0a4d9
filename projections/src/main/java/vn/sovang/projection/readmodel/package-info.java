/// The shape every read model has (*mô hình đọc*), and the little JDBC they share.
///
/// A [ReadModel] has a name, a version, tables and an `apply`. Its tables live in a schema of its
/// own, `read_<name>`, and are written without a schema's name: the transaction's search path says
/// whether a statement goes to the live tables or to those of a rebuild beside them. It keeps
/// nothing in memory between two batches, because the next batch may be applied by another node.
///
/// What it is given are [Known] events: facts of an import reach it only when the import is
/// complete, with the completion's position (R17), so that no read model has to think of it.
///
/// A reader says by when the ledger must have been told with a [KnownAt]; [Moments] finds the
/// position that means, the same way for every read model (R2).
///
/// Imports `vn.sovang.EventFeed`, `vn.sovang.event`, `vn.sovang.vocabulary` and
/// `vn.sovang.postgres`; imported by every read model and by the runner. Proved by
/// `ProjectionRunnerTest` and `RebuildTest`.
@NullMarked
package vn.sovang.projection.readmodel;

import org.jspecify.annotations.NullMarked;
