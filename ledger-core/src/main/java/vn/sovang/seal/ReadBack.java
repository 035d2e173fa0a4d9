package vn.sovang.seal;

import java.util.ArrayDeque;
import java.util.List;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.EventCodec;
import vn.sovang.event.SigningKeyEvent;
import vn.sovang.event.SigningKeyEvent.SigningKeyIntroduced;
import vn.sovang.event.SigningKeyEvent.SigningKeyRetired;
import vn.sovang.eventstore.AppendMac;
import vn.sovang.eventstore.EventLog;
import vn.sovang.eventstore.LedgerDamaged;
import vn.sovang.eventstore.NodeKeys;
import vn.sovang.eventstore.StoredEvent;
import vn.sovang.seal.SealingRefused.Reason;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.VerifierKey;

/// The tree over the leaves that were read back from the database, hashed again, and found under
/// the seal of an append. Not thread-safe; the sealer owns it.
///
/// The tree moves on by whole appends only, so that a connection that breaks in the middle of one
/// leaves it where it was.
final class ReadBack {
    private static final int PAGE = 500;

    private final EventLog log;
    private final NodeKeys nodes;
    private final EventCodec codec = new EventCodec();
    private Frontier tree;
    private KeyHistory keys;

    private ReadBack(EventLog log, NodeKeys nodes, Frontier tree, KeyHistory keys) {
        this.log = log;
        this.nodes = nodes;
        this.tree = tree;
        this.keys = keys;
    }

    /// From the first event on.
    static ReadBack fromTheBeginning(EventLog log, NodeKeys nodes, VerifierKey first) {
        return new ReadBack(log, nodes, Frontier.empty(), KeyHistory.of(first));
    }

    /// From the size of a checkpoint on, whose right edge the database still holds.
    static ReadBack after(EventLog log, NodeKeys nodes, Frontier edge, KeyHistory keys) {
        return new ReadBack(log, nodes, edge, keys);
    }

    long size() {
        return tree.size();
    }

    Hash root() {
        return tree.root();
    }

    /// Keys as the events read so far tell.
    KeyHistory keys() {
        return keys;
    }

    /// Reads on up to a position that is the end of an append.
    ///
    /// @throws SealingRefused if events are not covered by exactly one seal that verifies, or are
    ///   not what was hashed
    void readOn(long upTo) {
        try {
            while (tree.size() < upTo) {
                page(log.seals(tree.size(), upTo, PAGE), upTo);
            }
        } catch (LedgerDamaged damaged) {
            throw new SealingRefused(Reason.DAMAGED, String.valueOf(damaged.getMessage()));
        }
    }

    private void page(List<AppendMac> seals, long upTo) {
        requireUnbroken(seals, upTo);
        var next = new Page(tree.copy(), keys, new ArrayDeque<>(seals));
        long last = seals.getLast().last();
        if (log.stream(tree.size(), last, next::add) != last) {
            throw new SealingRefused(Reason.DAMAGED, "event %d is missing".formatted(last));
        }
        tree = next.tree;
        keys = next.keys;
    }

    private void requireUnbroken(List<AppendMac> seals, long upTo) {
        long expected = tree.size() + 1;
        for (var seal : seals) {
            if (seal.first() != expected) {
                throw notOurs(Math.min(expected, seal.first()), seal.first() - 1);
            }
            var key = nodes.named(seal.keyId());
            if (key.isEmpty()) {
                throw new SealingRefused(
                        Reason.NOT_OURS,
                        "events %d to %d are sealed by the node key %s, which is not trusted here"
                                .formatted(seal.first(), seal.last(), seal.keyId()));
            }
            if (seal.last() > upTo || !key.get().verifies(seal)) {
                throw notOurs(seal.first(), seal.last());
            }
            expected = seal.last() + 1;
        }
        if (seals.isEmpty()) {
            throw notOurs(expected, upTo);
        }
    }

    private static SealingRefused notOurs(long first, long last) {
        return new SealingRefused(
                Reason.NOT_OURS,
                (first >= last ? "event %d bears" : "events %d to %d bear").formatted(first, last)
                        + " no valid seal of an append; no node of this log stored them");
    }

    /// The tree while a run of appends is added. Thrown away if one of them is wrong.
    private final class Page {
        private final Frontier tree;
        private final ArrayDeque<AppendMac> seals;
        private KeyHistory keys;
        private Frontier append = Frontier.empty();

        Page(Frontier tree, KeyHistory keys, ArrayDeque<AppendMac> seals) {
            this.tree = tree;
            this.keys = keys;
            this.seals = seals;
        }

        void add(StoredEvent event) {
            var hash = Hash.ofLeaf(event.leaf());
            tree.append(hash);
            append.append(hash);
            change(event);
            var seal = seals.element();
            if (event.position() == seal.last()) {
                if (!append.root().equals(seal.root())) {
                    throw notOurs(seal.first(), seal.last());
                }
                seals.remove();
                append = Frontier.empty();
            }
        }

        private void change(StoredEvent event) {
            if (isChange(event.type())
                    && codec.decode(event.position(), event.leaf()).fact().event()
                            instanceof SigningKeyEvent change) {
                keys = keys.after(event.position(), change);
            }
        }

        private static boolean isChange(String type) {
            return type.equals(EventCatalogue.nameOf(SigningKeyIntroduced.class))
                    || type.equals(EventCatalogue.nameOf(SigningKeyRetired.class));
        }
    }
}
