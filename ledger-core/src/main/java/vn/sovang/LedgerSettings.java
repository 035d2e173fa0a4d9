package vn.sovang;

import java.nio.file.Path;
import java.time.InstantSource;
import vn.sovang.postgres.Database;

/// Where everything of one ledger lies.
///
/// @param database opened; the ledger does not close it
/// @param keys folder of the signing key and the master key; in no database and no backup of one
/// @param anchor folder of the newest checkpoint outside the database
/// @param origin name for the log if it has none yet, such as `sovang.example/ninh-thuan`
/// @param clock where recorded times come from
/// @param policy file that names the witnesses (C2SP tlog-policy); none are asked if it is not
///   there
public record LedgerSettings(
        Database database,
        Path keys,
        Path anchor,
        String origin,
        InstantSource clock,
        Path policy) {

    /// The policy lies beside the keys.
    public LedgerSettings(
            Database database, Path keys, Path anchor, String origin, InstantSource clock) {
        this(database, keys, anchor, origin, clock, keys.resolve("policy"));
    }
}
