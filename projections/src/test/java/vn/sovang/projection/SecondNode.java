package vn.sovang.projection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import vn.sovang.Feeds;
import vn.sovang.eventstore.EventLog;
import vn.sovang.postgres.Database;
import vn.sovang.postgres.EmbeddedServer;

/// The process that a test kills or freezes: it follows the log with all read models, or rebuilds
/// one, until its input ends.
final class SecondNode {
    private SecondNode() {}

    /// Arguments: server directory, database, marker file, and the read model to rebuild, if any.
    public static void main(String[] arguments) throws IOException {
        try (var server = EmbeddedServer.start(Path.of(arguments[0]));
                var database = Database.open(server.settings(arguments[1]).withoutMigration());
                var log = EventLog.open(database.ledger(), InstantSource.system());
                var node = Projections.open(database.read(), Feeds.of(log), "second")) {
            var marker = Path.of(arguments[2]);
            if (arguments.length > 3) {
                node.rebuilds().begin(arguments[3]);
                Files.writeString(marker, "begun");
                node.rebuilds().await(arguments[3]);
            } else {
                node.start();
                Files.writeString(marker, "following");
            }
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
