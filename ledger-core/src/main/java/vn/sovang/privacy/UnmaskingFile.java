package vn.sovang.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.sovang.vocabulary.Sealed;

/// The log of unmaskings as a file that only grows: one line a field, tab between time, user, role,
/// purpose, need, subject and field. No text of it is personal.
///
/// It stands in until accesses have a sealed log of their own; a file can be cut by whoever owns
/// the machine, and nothing here would notice. Safe for several threads and nodes on one folder.
public final class UnmaskingFile implements UnmaskingLog {
    private final Path file;
    private final InstantSource clock;

    public UnmaskingFile(Path directory, InstantSource clock) {
        this.file = directory.resolve("unmaskings.tsv");
        this.clock = clock;
    }

    @Override
    public synchronized void record(Unmasking who, List<Sealed> fields) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS).toString();
        var lines = new StringBuilder();
        for (var field : fields) {
            lines.append(
                            String.join(
                                    "\t",
                                    now,
                                    who.user(),
                                    who.role(),
                                    who.purpose(),
                                    who.need().name(),
                                    field.subject().toString(),
                                    field.field()))
                    .append('\n');
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
                var bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
