package vn.sovang.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import vn.sovang.eventstore.AppendOutcome.Appended;
import vn.sovang.postgres.Database;
import vn.sovang.postgres.EmbeddedServer;

/// The process that is killed: appends from eight threads, and notes what was acknowledged, on
/// disk, before it goes on.
final class KilledWriter {
    private static final int THREADS = 8;

    private final EventLog log;
    private final FileChannel acknowledged;

    /// Lines of the file are whole.
    private final ReentrantLock writing = new ReentrantLock();

    private KilledWriter(EventLog log, FileChannel acknowledged) {
        this.log = log;
        this.acknowledged = acknowledged;
    }

    /// @param arguments server's directory, database, file of acknowledgements
    public static void main(String[] arguments) throws IOException {
        EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]));
        Database database = Database.open(server.settings(arguments[1]).withoutMigration());
        KilledWriter writer =
                new KilledWriter(
                        EventLog.open(database.ledger(), InstantSource.system()),
                        FileChannel.open(
                                Path.of(arguments[2]),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND));
        for (int i = 0; i < THREADS; i++) {
            Thread.ofPlatform().start(writer::appendForEver);
        }
    }

    private void appendForEver() {
        while (true) {
            UUID id = UUID.randomUUID();
            UnstampedEvent[] events =
                    new UnstampedEvent[1 + ThreadLocalRandom.current().nextInt(3)];
            for (int i = 0; i < events.length; i++) {
                events[i] = Samples.event("x", "request:" + id);
            }
            AppendOutcome outcome =
                    Samples.await(log.append(Samples.requested(id, "body", events)));
            if (outcome instanceof Appended(long first, long last, _)) {
                note(id + " " + first + " " + last + "\n");
            } else {
                throw new IllegalStateException(outcome.toString());
            }
        }
    }

    private void note(String line) {
        writing.lock();
        try {
            acknowledged.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            acknowledged.force(false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            writing.unlock();
        }
    }
}
