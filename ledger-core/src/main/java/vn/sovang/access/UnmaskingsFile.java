package vn.sovang.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sovang.privacy.Unmasking;

/// Where earlier versions entered unmaskings: `unmaskings.tsv` beside the anchor, one line a field,
/// tab between time, user, role, purpose, need, subject and field. Taken in once, then kept under
/// another name.
final class UnmaskingsFile {
    static final String NAME = "unmaskings.tsv";

    private static final int COLUMNS = 7;

    private final Path file;

    UnmaskingsFile(Path anchor) {
        this.file = anchor.resolve(NAME);
    }

    /// A line of the file.
    record Line(Instant at, Unmasking who, UUID subject, String field) {}

    /// The file as it was found.
    ///
    /// @param unreadable lines that are no entry; they stay in the file
    @SuppressWarnings("ArrayRecordComponent") // a hash, never compared here
    record Content(byte[] sha256, List<Line> lines, int unreadable) {}

    /// Empty where there is none, or no more.
    Optional<Content> read() {
        try {
            var bytes = Files.readAllBytes(file);
            var lines = new ArrayList<Line>();
            int unreadable = 0;
            for (var text : new String(bytes, UTF_8).lines().toList()) {
                var line = line(text);
                line.ifPresent(lines::add);
                unreadable += line.isPresent() ? 0 : 1;
            }
            return Optional.of(new Content(sha256(bytes), lines, unreadable));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Line> line(String text) {
        var cells = text.split("\t", -1);
        if (cells.length != COLUMNS) {
            return Optional.empty();
        }
        try {
            var need = Unmasking.Need.valueOf(cells[4]);
            var who = new Unmasking(cells[1], cells[2], cells[3], need);
            var subject = UUID.fromString(cells[5]);
            return Optional.of(new Line(Instant.parse(cells[0]), who, subject, cells[6]));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Gives the file a name that no version reads. Of two nodes that do it at once one finds it
    /// done.
    void putAside(Content content) {
        var hash = HexFormat.of().formatHex(content.sha256()).substring(0, 16);
        try {
            Files.move(
                    file,
                    file.resolveSibling("unmaskings-" + hash + ".taken-in.tsv"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException done) {
            // The other node was faster.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
