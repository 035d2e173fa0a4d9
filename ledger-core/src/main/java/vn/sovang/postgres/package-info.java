/// PostgreSQL as the ledger needs it: one server, two databases, five roles, plain JDBC.
///
/// [Database] is the door: it bootstraps roles and guards as a superuser where it is given one,
/// migrates as the owner, and then hands out small pools whose roles can do no more than their work
/// needs. [EmbeddedServer] runs a real PostgreSQL for an office that has none, with the same roles
/// and passwords as anywhere else and with every durability switch on. [Tx] is the one way to run a
/// transaction.
///
/// What protects what: roles and triggers stop mistakes and the database's owner; they do not stop
/// a superuser. That one is *caught*, by the Merkle tree and by the checkpoints kept outside the
/// database, never prevented from here.
///
/// May import the JDK, the PostgreSQL driver, HikariCP, Flyway and the embedded binaries; nothing
/// of ours. Proved by `AppendOnlySchemaTest` and `EmbeddedServerTest`.
@NullMarked
package vn.sovang.postgres;

import org.jspecify.annotations.NullMarked;
