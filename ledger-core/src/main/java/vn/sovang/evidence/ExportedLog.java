package vn.sovang.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import vn.sovang.event.UnreadableEvent;
import vn.sovang.seal.CheckReport;
import vn.sovang.seal.LogDirectory;
import vn.sovang.tlog.EntryBundle;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.Tile;
import vn.sovang.tlog.VerifierKey;

/// An exported log that was verified, read again and again in bounded memory: its entries are the
/// index that nobody can have shortened.
public final class ExportedLog {
    private final Path directory;
    private final CheckReport report;

    private ExportedLog(Path directory, CheckReport report) {
        this.directory = directory;
        this.report = report;
    }

    /// Verifies the directory first.
    ///
    /// @throws IOException if it cannot be read
    public static ExportedLog open(Path directory, VerifierKey key) throws IOException {
        return new ExportedLog(directory, LogDirectory.verify(directory, key, _ -> {}));
    }

    /// What verifying it found.
    public CheckReport report() {
        return report;
    }

    /// Roots of the trees of these sizes, from the entries; none for a size beyond the log.
    public Map<Long, Hash> roots(Set<Long> sizes) {
        var roots = new HashMap<Long, Hash>();
        var tree = Frontier.empty();
        if (sizes.contains(0L)) {
            roots.put(0L, tree.root());
        }
        each(
                sizes.stream().mapToLong(Long::longValue).max().orElse(0),
                (entry, _) -> {
                    tree.append(Hash.ofLeaf(entry));
                    if (sizes.contains(tree.size())) {
                        roots.put(tree.size(), tree.root());
                    }
                });
        return roots;
    }

    /// Hands over its leaves up to a size, in order.
    ///
    /// @throws UnreadableEvent for one that this version does not understand
    public void read(long size, Consumer<Leaf> leaf) {
        each(size, (entry, position) -> leaf.accept(Leaf.read(position, entry)));
    }

    /// Its leaves up to a size. An entry that this version cannot read ends the search: it might
    /// belong to the subject.
    LeafSource leaves(long size) {
        return (claims, found) -> find(claims, size, found);
    }

    private void find(List<Claim> claims, long size, Consumer<Leaf> found) {
        var wanted = LeafSource.anyOf(claims);
        each(
                size,
                (entry, position) -> {
                    try {
                        var leaf = Leaf.read(position, entry);
                        if (wanted.test(leaf)) {
                            found.accept(leaf);
                        }
                    } catch (UnreadableEvent e) {
                        throw new MalformedBundle(
                                BundleProblem.What.LEAF_UNREADABLE,
                                Long.toString(position),
                                String.valueOf(e.getMessage()),
                                e);
                    }
                });
    }

    private void each(long size, ObjLongConsumer<byte[]> entry) {
        long last = Math.min(size, report.size());
        for (var tile : Tile.all(report.size())) {
            if (tile.level() > 0) {
                continue;
            }
            var bundle = new EntryBundle(tile.index(), tile.width());
            long position = tile.index() * 256;
            if (position >= last) {
                return;
            }
            try {
                for (var bytes :
                        bundle.parse(Files.readAllBytes(directory.resolve(bundle.path())))) {
                    if (++position <= last) {
                        entry.accept(bytes, position);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
