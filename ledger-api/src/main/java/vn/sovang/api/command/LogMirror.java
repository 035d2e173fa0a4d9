package vn.sovang.api.command;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.EntryBundle;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.NoteVerdict;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.Tile;
import vn.sovang.tlog.TilePath;
import vn.sovang.tlog.VerifierKey;

/// Copies a log from its address into a directory, as any client of C2SP tlog-tiles does. Nothing
/// is believed for having come: the directory is verified afterwards.
final class LogMirror {
    /// More than any office will write; a checkpoint may say anything.
    private static final long MAX_SIZE = 100_000_000;

    private static final int MAX_NOTE_BYTES = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final String base;
    private final @Nullable String token;

    /// @param base address of the log, such as `http://127.0.0.1:8080/log`
    /// @param token of a mirror; null where none is needed
    LogMirror(String base, @Nullable String token) {
        this.base = base.replaceFirst("/(checkpoint)?$", "");
        this.token = token;
    }

    /// @throws IOException if the log does not answer, or not as a log does
    void copy(Path directory, VerifierKey key, LongConsumer progress) throws IOException {
        try {
            var bytes = get("checkpoint", MAX_NOTE_BYTES);
            if (bytes == null) {
                throw new IOException(base + "/checkpoint: 404");
            }
            var note = SignedNote.parse(bytes);
            if (!(note.verify(List.of(key)) instanceof NoteVerdict.Verified)) {
                throw Failure.of(FailureCode.NOT_SIGNED, "key", key.name());
            }
            long size = Checkpoint.of(note).size();
            if (size > MAX_SIZE) {
                throw new IOException(base + ": " + size + " > " + MAX_SIZE);
            }
            for (var tile : Tile.all(size)) {
                put(directory, tile);
                if (tile.level() == 0) {
                    put(directory, new EntryBundle(tile.index(), tile.width()));
                    progress.accept(tile.index() * TilePath.FULL_WIDTH + tile.width());
                }
            }
            Files.write(directory.resolve("checkpoint"), bytes);
        } catch (MalformedLogDataException e) {
            throw new IOException(base + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void put(Path directory, TilePath path) throws IOException, InterruptedException {
        int limit =
                path instanceof EntryBundle
                        ? path.width() * (EntryBundle.MAX_ENTRY_BYTES + 2)
                        : path.width() * Hash.SIZE_BYTES;
        var bytes = get(path.path(), limit);
        if (bytes == null) {
            bytes = beginning(path);
        }
        var file = directory.resolve(path.path());
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /// A log may drop a partial tile once it has the full one.
    private byte[] beginning(TilePath path) throws IOException, InterruptedException {
        return switch (path) {
            case Tile tile -> {
                var full = new Tile(tile.level(), tile.index(), TilePath.FULL_WIDTH);
                var bytes = whole(full, TilePath.FULL_WIDTH * Hash.SIZE_BYTES);
                yield Arrays.copyOf(bytes, tile.width() * Hash.SIZE_BYTES);
            }
            case EntryBundle bundle -> {
                var full = new EntryBundle(bundle.index(), TilePath.FULL_WIDTH);
                var bytes = whole(full, TilePath.FULL_WIDTH * (EntryBundle.MAX_ENTRY_BYTES + 2));
                yield EntryBundle.encode(full.parse(bytes).subList(0, bundle.width()));
            }
        };
    }

    private byte[] whole(TilePath path, int limit) throws IOException, InterruptedException {
        var bytes = get(path.path(), limit);
        if (bytes == null) {
            throw new IOException(base + "/" + path.path() + ": 404");
        }
        return bytes;
    }

    /// Null if the log does not have it.
    private byte @Nullable [] get(String path, int limit) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + "/" + path)).timeout(PATIENCE);
        if (token != null && path.startsWith("tile/entries/")) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer =
                http.send(
                        request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), limit));
        return switch (answer.statusCode()) {
            case 200 -> answer.body();
            case 404 -> null;
            case 401, 403 -> throw Failure.of(FailureCode.ENTRIES_NOT_PUBLIC);
            default -> throw new IOException(request.build().uri() + ": " + answer.statusCode());
        };
    }
}
