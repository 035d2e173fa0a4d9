package vn.sovang.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import vn.sovang.postgres.EmbeddedServer;
import vn.sovang.testing.TestLedger;
import vn.sovang.vocabulary.ImportId;

/// The process that the test kills: it takes in a staged file chunk by chunk, says so, and stands
/// still after as many as it is told.
final class KilledBulkImporter {
    private KilledBulkImporter() {}

    /// Arguments: server directory, database, ledger folder, import id, facts to stop at, marker.
    public static void main(String[] arguments) throws IOException {
        var marker = Path.of(arguments[5]);
        long stop = Long.parseLong(arguments[4]);
        try (var server = EmbeddedServer.start(Path.of(arguments[0]));
                var it =
                        TestLedger.open(
                                server.settings(arguments[1]).withoutMigration(),
                                Path.of(arguments[2]))) {
            it.ledger()
                    .bulkImports()
                    .withChunksOf(2)
                    .commit(
                            ImportId.of(arguments[3]),
                            facts -> {
                                if (facts == stop) {
                                    stand(marker);
                                }
                            });
        }
    }

    private static void stand(Path marker) {
        try {
            Files.writeString(marker, "here");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        while (true) {
            LockSupport.park();
        }
    }
}
