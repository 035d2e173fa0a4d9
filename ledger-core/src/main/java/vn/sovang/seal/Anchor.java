package vn.sovang.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.SignedNote;

/// The newest checkpoint outside the database: who restores an old copy of the database, or
/// rewrites it, is noticed. Keep it outside the database's backup too.
public final class Anchor {
    private final Path file;

    public Anchor(Path directory) {
        this.file = directory.resolve("checkpoint");
    }

    /// The note last written; empty before the first.
    public Optional<String> read() {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Replaces the note unless it covers as much already: of several nodes on one folder the
    /// slower must not take the anchor back.
    public void advance(SealedCheckpoint checkpoint) {
        synchronized (Anchor.class) {
            try {
                Files.createDirectories(file.getParent());
                try (var lock =
                                FileChannel.open(
                                        file.resolveSibling("lock"),
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.WRITE);
                        var held = lock.lock()) {
                    assert held.isValid();
                    if (size() < checkpoint.size()) {
                        replace(checkpoint.note());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Events the note covers; -1 if there is none.
    ///
    /// @throws vn.sovang.tlog.MalformedLogDataException if the file holds no checkpoint
    long size() {
        return read().map(note ->
                        Checkpoint.of(SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)))
                                .size())
                .orElse(-1L);
    }

    /// The new file is flushed before it takes the old one's name, and the folder after, so that a
    /// power cut leaves one of the two whole.
    private void replace(String note) throws IOException {
        var next = file.resolveSibling("checkpoint.next");
        try (var channel =
                FileChannel.open(
                        next,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
