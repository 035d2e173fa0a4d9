package vn.sovang.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// The list of erased subjects, beside the anchor and outside every database: whoever restores an
/// old copy of the key store brings keys back, and this list takes them away again.
///
/// One random identifier a line: the list says nothing about anybody. Lines are only added. Safe
/// for several threads and for several nodes on one folder. Proved by `ErasureTest`.
public final class ErasedSubjects {
    private final Path file;
    private final Set<UUID> known = new HashSet<>();
    private long read;

    /// @param directory the anchor's folder
    public ErasedSubjects(Path directory) {
        this.file = directory.resolve("erased-subjects");
    }

    /// Whether the subject is on the list.
    public synchronized boolean contains(UUID subject) {
        refresh();
        return known.contains(subject);
    }

    /// Everybody on the list.
    public synchronized Set<UUID> all() {
        refresh();
        return Set.copyOf(known);
    }

    /// Puts the subject on the list; durable when this returns.
    public synchronized void add(UUID subject) {
        if (contains(subject)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            try (var channel =
                            FileChannel.open(
                                    file,
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE,
                                    StandardOpenOption.APPEND);
                    var held = channel.lock()) {
                assert held.isValid();
                // A line that a power cut left half written ends here.
                var line = (endsInLine() ? "" : "\n") + subject + "\n";
                channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refresh();
    }

    private boolean endsInLine() throws IOException {
        var bytes = Files.readAllBytes(file);
        return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
    }

    /// Another node may have added lines.
    private void refresh() {
        try {
            if (Files.size(file) == read) {
                return;
            }
            var bytes = Files.readAllBytes(file);
            for (var line : new String(bytes, StandardCharsets.US_ASCII).split("\n")) {
                if (line.length() == 36) {
                    known.add(UUID.fromString(line));
                }
            }
            read = bytes.length;
        } catch (NoSuchFileException e) {
            read = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
