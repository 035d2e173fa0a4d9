/// Files too large for one append (*nhập tệp lớn*, R17): rows are staged, the whole file is
/// decided, its facts are appended in chunks between which everybody else writes, and one last
/// event makes them known or says that they never will be.
///
/// [BulkImports] is the door, [Staging] the tables, [Run] the course of one import. Who reads the
/// log meets unfinished imports in three places only: `axon.KnownEvents` (deciders), `ImportGate`
/// (read models) and `EventFeed.knownLeavesAfter` (programs). Proved by `BulkImportTest`.
@NullMarked
package vn.sovang.bulk;

import org.jspecify.annotations.NullMarked;
