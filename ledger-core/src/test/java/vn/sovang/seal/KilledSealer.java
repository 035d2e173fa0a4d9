package vn.sovang.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.sovang.postgres.EmbeddedServer;
import vn.sovang.testing.TestLedger;

/// The process that is killed: appends and seals without a pause.
final class KilledSealer {
    private KilledSealer() {}

    /// @param arguments server's directory, database, folder of keys and anchor, marker that it
    ///   works
    public static void main(String[] arguments) throws IOException {
        var server = EmbeddedServer.start(Path.of(arguments[0]));
        var settings = server.settings(arguments[1]).withoutMigration();
        try (var it = TestLedger.open(settings, Path.of(arguments[2]))) {
            for (long round = 0; ; round++) {
                it.ledger().submit(Schools.school("Trường " + round));
                it.ledger().seal();
                if (round == 0) {
                    Files.createFile(Path.of(arguments[3]));
                }
            }
        }
    }
}
