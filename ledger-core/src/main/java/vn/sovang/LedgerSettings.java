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
public record LedgerSettings(
        Database database, Path keys, Path anchor, String origin, InstantSource clock) {}
