package vn.sovang.postgres;

import org.jspecify.annotations.Nullable;

/// Where the ledger's two databases are and who connects to them.
///
/// The roles have fixed names (`sovang_ledger`, `sovang_read`, `sovang_keys`, `sovang_door`),
/// because the bootstrap script grants rights to them by name; only their passwords differ between
/// offices.
///
/// @param ledgerUrl JDBC address of the database that holds `ledger.*` and the read models
/// @param keysUrl JDBC address of the database of subject keys; a database of its own, so that it
///   is backed up on its own and an erased key does not come back with the ledger's backup
/// @param admin superuser for the bootstrap script; null where a database administrator has run
///   `db/bootstrap.sql` by hand. Without it the DDL guard is whatever that person installed
/// @param owner a login that is a member of `sovang_owner`, for migrations where `admin` is null;
///   both null: the schema must be there already
/// @param ledger login of the appender and of every reader of the log
/// @param read login that owns the read models
/// @param keys login of the key store
/// @param door login of the accounts
public record DatabaseSettings(
        String ledgerUrl,
        String keysUrl,
        @Nullable Credentials admin,
        @Nullable Credentials owner,
        Credentials ledger,
        Credentials read,
        Credentials keys,
        Credentials door) {

    /// The same databases opened without any right to change the schema.
    public DatabaseSettings withoutMigration() {
        return new DatabaseSettings(ledgerUrl, keysUrl, null, null, ledger, read, keys, door);
    }
}
