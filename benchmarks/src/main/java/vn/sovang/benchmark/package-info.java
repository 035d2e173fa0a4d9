/// Measures the ledger beside what else could store the same events on the same PostgreSQL: Axon's
/// own JPA engine, and bare INSERTs as the limit of the server.
///
/// Nothing here is shipped, and nothing here is a test: figures depend on the machine, so each run
/// measures everybody side by side, in turns, and compares medians. `docs/performance.md` holds the
/// figures and how to get them again.
@NullMarked
package vn.sovang.benchmark;

import org.jspecify.annotations.NullMarked;
