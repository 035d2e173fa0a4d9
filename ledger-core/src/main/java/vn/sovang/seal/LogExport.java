package vn.sovang.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.LongConsumer;
import vn.sovang.tlog.EntryBundle;
import vn.sovang.tlog.Tile;
import vn.sovang.tlog.TilePath;
import vn.sovang.tlog.VerifierKey;

/// Writes the published log as a plain directory (C2SP tlog-tiles): backup, mirror and evidence in
/// one. Any static web server or USB stick serves it, and anybody's client verifies it.
///
/// | file | holds |
/// |---|---|
/// | `checkpoint` | the newest signed checkpoint, written last |
/// | `handover/<size>` | a checkpoint that two keys signed while one took over from the other |
/// | `vkey` | the public key that verifies it; compare it with one that came another way |
/// | `tile/<L>/…` | hashes |
/// | `tile/entries/…` | the exact bytes of every event |
public final class LogExport {
    /// Folder of the checkpoints from which the holder of an older key learns the newer one.
    static final String HANDOVERS = "handover";

    private final PublishedLog log;

    public LogExport(PublishedLog log) {
        this.log = log;
    }

    /// Exports up to a checkpoint. Full tiles and bundles that are there already are left: they
    /// never change.
    ///
    /// @param progress told how many events are written
    public void write(
            SealedCheckpoint checkpoint, VerifierKey key, Path directory, LongConsumer progress)
            throws IOException {
        Files.createDirectories(directory);
        for (var tile : Tile.all(checkpoint.size())) {
            write(tile, checkpoint.size(), directory);
            if (tile.level() == 0) {
                write(new EntryBundle(tile.index(), tile.width()), checkpoint.size(), directory);
                progress.accept(tile.index() * TilePath.FULL_WIDTH + tile.width());
            }
        }
        for (var handover : log.handovers(checkpoint.size())) {
            var file = directory.resolve(HANDOVERS).resolve(Long.toString(handover.size()));
            put(file, handover.note().getBytes(StandardCharsets.UTF_8));
        }
        put(directory.resolve("vkey"), (key + "\n").getBytes(StandardCharsets.UTF_8));
        put(directory.resolve("checkpoint"), checkpoint.note().getBytes(StandardCharsets.UTF_8));
    }

    private void write(TilePath path, long size, Path directory) throws IOException {
        var file = directory.resolve(path.path());
        if (path.width() < TilePath.FULL_WIDTH || !Files.exists(file)) {
            put(file, log.read(path, size).orElseThrow());
        }
    }

    /// Whole or not at all: an export that breaks off leaves no half file under a good name.
    private static void put(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        var draft = Files.createTempFile(file.getParent(), ".draft", "");
        Files.write(draft, content);
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
