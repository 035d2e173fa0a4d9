package vn.sovang.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.sovang.eventstore.EventLog;
import vn.sovang.eventstore.LedgerDamaged;
import vn.sovang.eventstore.StoredEvent;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.Tile;
import vn.sovang.tlog.TilePath;

/// Where a log that does not fit a checkpoint first differs, as far as it can be told: between the
/// largest kept checkpoint that still fits and the smallest that does not, in the first full tile
/// that is not that of its events. Reads the whole log; only asked once something is wrong.
final class Deviation {
    private final PublishedLog published;
    private final Frontier tree = Frontier.empty();
    private final Map<Long, Hash> signed = new TreeMap<>();
    private final List<Hash> leaves = new ArrayList<>();
    private final long size;
    private long fits;
    private long differs;
    private long tile;

    private Deviation(PublishedLog published, long size) {
        this.published = published;
        this.size = size;
    }

    /// A sentence for a person.
    ///
    /// @param kept checkpoints that are signed by the log, among them the one that does not fit
    static String of(EventLog log, PublishedLog published, List<SealedCheckpoint> kept, long size) {
        var deviation = new Deviation(published, size);
        kept.forEach(checkpoint -> deviation.signed.put(checkpoint.size(), checkpoint.root()));
        try {
            log.stream(0, size, deviation::add);
        } catch (LedgerDamaged damaged) {
            return String.valueOf(damaged.getMessage());
        }
        return deviation.sentence();
    }

    private void add(StoredEvent event) {
        var leaf = Hash.ofLeaf(event.leaf());
        tree.append(leaf);
        leaves.add(leaf);
        if (leaves.size() == TilePath.FULL_WIDTH) {
            compareTile((tree.size() - 1) / TilePath.FULL_WIDTH);
            leaves.clear();
        }
        var root = signed.get(tree.size());
        if (root != null && differs == 0) {
            if (root.equals(tree.root())) {
                fits = tree.size();
            } else {
                differs = tree.size();
            }
        }
    }

    private void compareTile(long index) {
        if (tile == 0) {
            var full = new Tile(0, index, TilePath.FULL_WIDTH);
            var data = Tile.encode(leaves);
            var stored = published.find(full, size);
            if (stored.isEmpty()
                    || !Arrays.equals(stored.get(), data)
                    || !storedRoot(index).equals(Optional.of(full.node(data, 8, index)))) {
                tile = index * TilePath.FULL_WIDTH + 1;
            }
        }
    }

    /// The root beside the tile is its hash in the tile above.
    private Optional<Hash> storedRoot(long index) {
        int width = (int) (index % TilePath.FULL_WIDTH) + 1;
        return published
                .find(new Tile(1, index / TilePath.FULL_WIDTH, width), size)
                .filter(data -> data.length == width * Hash.SIZE_BYTES)
                .map(data -> Hash.at(data, data.length - Hash.SIZE_BYTES));
    }

    private String sentence() {
        var inTile =
                tile == 0
                        ? ""
                        : "; the stored tile of events %d to %d is not that of its events"
                                .formatted(tile, tile + TilePath.FULL_WIDTH - 1);
        return differs == 0
                ? "the events themselves fit" + inTile
                : "the first difference lies in events %d to %d".formatted(fits + 1, differs)
                        + inTile;
    }
}
