package vn.sovang.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import vn.sovang.seal.Finding.What;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.EntryBundle;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.Tile;
import vn.sovang.tlog.TilePath;
import vn.sovang.tlog.VerifierKey;

/// Verifies an exported log: needs the directory and a public key, no database, no network, no
/// secret.
///
/// Everything is derived again from the entries: leaf hashes, tree, tiles, root; then compared with
/// the files and with the signed checkpoint. Proved by `LogDirectoryTest`, which flips one byte in
/// each file.
public final class LogDirectory {
    private final Path directory;
    private final List<Finding> findings = new ArrayList<>();

    private LogDirectory(Path directory) {
        this.directory = directory;
    }

    /// Verifies the log in a directory against a key that came another way.
    ///
    /// @param progress told how many events are verified
    /// @throws IOException if the directory cannot be read
    public static CheckReport verify(Path directory, VerifierKey key, LongConsumer progress)
            throws IOException {
        return new LogDirectory(directory).verify(key, progress);
    }

    private CheckReport verify(VerifierKey key, LongConsumer progress) throws IOException {
        SealedCheckpoint newest;
        try {
            newest = note(directory.resolve("checkpoint"));
        } catch (NoSuchFileException e) {
            return failed(What.FILE, 0, "there is no checkpoint");
        } catch (MalformedLogDataException e) {
            return failed(What.CHECKPOINT, 0, "the checkpoint cannot be read: " + e.getMessage());
        }
        var trust = new KeyTrail(key);
        var handovers = handovers();
        if (handovers.isEmpty() && !trust.signed(newest)) {
            return failed(
                    What.CHECKPOINT,
                    newest.size(),
                    "the checkpoint is not signed by " + key.name());
        }
        var derived = new DerivedTiles();
        var tree = Frontier.empty();
        var roots = new HashMap<Long, Hash>();
        for (var tile : Tile.all(newest.size())) {
            if (tile.level() == 0) {
                for (var entry : entries(new EntryBundle(tile.index(), tile.width()))) {
                    tree.append(Hash.ofLeaf(entry), derived::completed);
                    trust.entry(tree.size(), entry);
                    if (handovers.containsKey(tree.size())) {
                        roots.put(tree.size(), tree.root());
                    }
                }
                progress.accept(tree.size());
            }
        }
        handovers.forEach((size, note) -> handover(note, roots.get(size), trust));
        if (tree.size() == newest.size() && !tree.root().equals(newest.root())) {
            found(What.CHECKPOINT, newest.size(), "the entries do not give the signed root");
        }
        if (!trust.signed(newest)) {
            found(What.CHECKPOINT, newest.size(), "it is not signed by " + key.name());
        }
        var expected = compareTiles(newest.size(), derived);
        strangers(expected);
        vkey(trust);
        return new CheckReport(tree.size(), tree.root(), 1 + handovers.size(), findings);
    }

    private static SealedCheckpoint note(Path file) throws IOException {
        var note = SignedNote.parse(Files.readAllBytes(file));
        var checkpoint = Checkpoint.of(note);
        return new SealedCheckpoint(checkpoint.size(), checkpoint.root(), note.toString());
    }

    /// Checkpoints that two keys signed, by size.
    private Map<Long, SealedCheckpoint> handovers() throws IOException {
        var handovers = new TreeMap<Long, SealedCheckpoint>();
        var folder = directory.resolve(LogExport.HANDOVERS);
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder)) {
                for (var file : files) {
                    try {
                        var note = note(file);
                        handovers.put(note.size(), note);
                    } catch (MalformedLogDataException e) {
                        var name = directory.relativize(file);
                        found(What.CHECKPOINT, 0, name + " cannot be read: " + e.getMessage());
                    }
                }
            }
        }
        return handovers;
    }

    /// A key that is believed signed the log up to here: what the log says of further keys up to
    /// here is then as good as that signature.
    private void handover(SealedCheckpoint note, @Nullable Hash root, KeyTrail trust) {
        if (root == null || !note.root().equals(root)) {
            found(What.CHECKPOINT, note.size(), "the entries do not give the root handed over");
        } else if (trust.forged(note)) {
            found(What.CHECKPOINT, note.size(), "a signature under the handover is wrong");
        } else if (trust.signed(note)) {
            trust.believe(note.size());
        }
    }

    private CheckReport failed(What what, long position, String explanation) {
        found(what, position, explanation);
        return new CheckReport(0, Hash.EMPTY_ROOT, 0, findings);
    }

    private List<byte[]> entries(EntryBundle bundle) throws IOException {
        long first = bundle.index() * TilePath.FULL_WIDTH + 1;
        try {
            return bundle.parse(Files.readAllBytes(directory.resolve(bundle.path())));
        } catch (NoSuchFileException e) {
            found(What.FILE, first, bundle.path() + " is missing");
        } catch (MalformedLogDataException e) {
            found(What.FILE, first, bundle.path() + ": " + e.getMessage());
        }
        return List.of();
    }

    private Set<Path> compareTiles(long size, DerivedTiles derived) throws IOException {
        var expected = new HashSet<Path>();
        for (var tile : Tile.all(size)) {
            var file = directory.resolve(tile.path());
            expected.add(file);
            if (tile.level() == 0) {
                expected.add(directory.resolve(new EntryBundle(tile.index(), tile.width()).path()));
            }
            long first = DerivedTiles.firstEvent(tile);
            try {
                if (!Arrays.equals(Files.readAllBytes(file), derived.bytes(tile))) {
                    found(What.TILE, first, tile.path() + " is not the tile of its entries");
                }
            } catch (NoSuchFileException e) {
                found(What.FILE, first, tile.path() + " is missing");
            }
        }
        return expected;
    }

    /// Files nobody vouches for. Partial tiles of older exports are beginnings of what was
    /// compared, and are compared too.
    private void strangers(Set<Path> expected) throws IOException {
        var tiles = directory.resolve("tile");
        if (!Files.isDirectory(tiles)) {
            return;
        }
        try (var files = Files.walk(tiles)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!expected.contains(file) && !isOlderPartial(file)) {
                    found(What.FILE, 0, directory.relativize(file) + " does not belong there");
                }
            }
        }
    }

    /// A reader without a key of its own would take the one beside the log: it must be one of the
    /// log's.
    private void vkey(KeyTrail trust) throws IOException {
        var file = directory.resolve("vkey");
        if (Files.exists(file) && !trust.names(Files.readString(file, ISO_8859_1))) {
            found(What.FILE, 0, "vkey is not a key that the log is verified with");
        }
    }

    private boolean isOlderPartial(Path file) throws IOException {
        var name = directory.relativize(file).toString().replace('\\', '/');
        try {
            var path = TilePath.parse(name);
            var full = name.replaceFirst("\\.p/\\d+$", "");
            var larger = directory.resolve(full);
            var own = Files.readAllBytes(file);
            return path.width() < TilePath.FULL_WIDTH
                    && Files.exists(larger)
                    && startsWith(Files.readAllBytes(larger), own);
        } catch (MalformedLogDataException e) {
            return false;
        }
    }

    private static boolean startsWith(byte[] whole, byte[] beginning) {
        return whole.length >= beginning.length
                && Arrays.equals(whole, 0, beginning.length, beginning, 0, beginning.length);
    }

    private void found(What what, long position, String explanation) {
        if (findings.size() < CheckReport.MAX_FINDINGS) {
            findings.add(new Finding(what, position, explanation));
        }
    }

    /// The hashes of every tile, gathered while the tree grows.
    static final class DerivedTiles {
        private static final int LEVELS_A_TILE = 8;

        private final Map<Long, ByteArrayOutputStream> byTile = new HashMap<>();

        void completed(int level, long index, Hash hash) {
            if (level % LEVELS_A_TILE == 0) {
                byTile.computeIfAbsent(
                                key(level / LEVELS_A_TILE, index / TilePath.FULL_WIDTH),
                                k -> new ByteArrayOutputStream())
                        .writeBytes(hash.bytes());
            }
        }

        byte[] bytes(Tile tile) {
            var all = byTile.get(key(tile.level(), tile.index()));
            return all == null
                    ? new byte[0]
                    : Arrays.copyOf(all.toByteArray(), tile.width() * Hash.SIZE_BYTES);
        }

        /// Forgets a tile that was compared.
        void forget(int level, long index) {
            byTile.remove(key(level, index));
        }

        private static long key(int level, long index) {
            return ((long) level << 56) | index;
        }

        /// Position of the first event a tile covers.
        static long firstEvent(Tile tile) {
            return (tile.index() << (LEVELS_A_TILE * (tile.level() + 1))) + 1;
        }
    }
}
