package vn.sovang.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.postgres.EmbeddedServer;
import vn.sovang.testing.TestLedger;

/// The process that is killed: enters from four threads what it is about to do, and writes down, on
/// disk, what it was told is durable.
final class KilledReader {
    private static final int THREADS = 4;

    private KilledReader() {}

    /// @param arguments server's directory, database, folder of keys and anchor, file of
    ///   acknowledgements
    public static void main(String[] arguments) throws IOException {
        var server = EmbeddedServer.start(Path.of(arguments[0]));
        var it =
                TestLedger.open(
                        server.settings(arguments[1]).withoutMigration(), Path.of(arguments[2]));
        var file =
                FileChannel.open(
                        Path.of(arguments[3]),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
        for (int i = 0; i < THREADS; i++) {
            Thread.ofPlatform()
                    .start(() -> {
                        while (true) {
                            enter(it, file);
                        }
                    });
        }
    }

    private static void enter(TestLedger it, FileChannel file) {
        var what = UUID.randomUUID().toString();
        it.ledger()
                .access()
                .enter(Accessor.claimed("u-1", "CLERK"), List.of(new Exported(what, "all")));
        synchronized (file) {
            try {
                file.write(ByteBuffer.wrap((what + "\n").getBytes(StandardCharsets.US_ASCII)));
                file.force(false);
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
