package vn.sovang.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.eventstore.EventLog;
import vn.sovang.eventstore.NodeKeys;
import vn.sovang.postgres.Tx;
import vn.sovang.seal.SealingRefused.Reason;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.NoteSigner;
import vn.sovang.tlog.NoteVerdict;
import vn.sovang.tlog.SignedNote;

/// Signs what the log holds; see the package's essay for the order in which things become durable.
public final class Sealer implements AutoCloseable {
    /// Signing costs milliseconds and every checkpoint is kept for ever: at most one a second.
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private static final String NEWEST =
            """
            select size, root, note from checkpoint
            where size <= ?
            order by size desc
            limit 1
            """;

    private static final String ALL = "select size, root, note from checkpoint";

    private static final String KEEP =
            """
            insert into checkpoint (size, root, note, signed_at)
            select ?, ?, ?, ?
            where not exists (select from checkpoint where size >= ?)
            on conflict (size) do nothing
            """;

    private static final Comparator<Signed> BY_SIZE =
            Comparator.comparingLong(s -> s.checkpoint().size());

    private static final String IN_DATABASE = "the newest checkpoint in the database";
    private static final String IN_ANCHOR = "the checkpoint in the anchor file";

    private final EventLog log;
    private final Tx tx;
    private final PublishedLog stored;
    private final KeyFiles files;
    private final NodeKeys nodes;
    private final Anchor anchor;
    private final OutsideCheckpoints outside;
    private final InstantSource clock;

    private volatile Consumer<SealedCheckpoint> whoeverWaits = checkpoint -> {};

    /// What was read back so far; null before the first look. Owned by the holder of this object's
    /// monitor.
    private @Nullable ReadBack tree;

    /// The notes that were found to fit, by where they lie. Owned likewise.
    private final Map<String, String> passed = new HashMap<>();

    /// The signers for a history; read again when it changes. Owned likewise.
    private @Nullable Signers signers;

    private volatile @Nullable SealingRefused refused;
    private volatile boolean closed;
    private volatile @Nullable Thread loop;

    /// A checkpoint and where it was found.
    private record Signed(SealedCheckpoint checkpoint, String where) {}

    private record Signers(KeyHistory history, List<NoteSigner> held) {}

    /// @param files signing keys of the log and node keys; see [KeyFiles]
    /// @param outside what others keep of this log
    /// @param clock when a checkpoint was signed, for operators: nothing is proved by it
    public Sealer(
            EventLog log,
            DataSource ledger,
            KeyFiles files,
            Anchor anchor,
            OutsideCheckpoints outside,
            InstantSource clock) {
        this.log = log;
        this.tx = new Tx(ledger);
        this.stored = new PublishedLog(ledger);
        this.files = files;
        this.nodes = files.nodeKeys();
        this.anchor = anchor;
        this.outside = outside;
        this.clock = clock;
    }

    /// Tells one listener of every checkpoint this node publishes. It must not block.
    public void onSealed(Consumer<SealedCheckpoint> listener) {
        whoeverWaits = listener;
    }

    /// Seals in the background until closed: at most once a second, never while idle.
    public void start() {
        loop = Thread.ofVirtual().name("sovang-sealer").start(this::run);
    }

    private void run() {
        while (!closed && refused == null) {
            try {
                long sealed = published().map(SealedCheckpoint::size).orElse(0L);
                if (log.awaitBeyond(sealed, INTERVAL)) {
                    seal();
                    Thread.sleep(INTERVAL);
                }
            } catch (InterruptedException e) {
                return;
            } catch (SealingRefused e) {
                LOG.error("Sealing stopped: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.warn("Sealing waits: {}", e.toString());
                log.awaitBeyond(Long.MAX_VALUE, INTERVAL);
            }
        }
    }

    /// Why nothing is signed any more; empty while all is well.
    public Optional<SealingRefused> refused() {
        return Optional.ofNullable(refused);
    }

    /// The newest checkpoint that may be shown: one that lies in the anchor, so that nobody ever
    /// holds a checkpoint which a crash could make this log forget. Empty before the first.
    public Optional<SealedCheckpoint> published() {
        long anchored;
        try {
            anchored = anchor.size();
        } catch (MalformedLogDataException unreadable) {
            // Sealing will refuse; what was signed before can still be shown.
            anchored = Long.MAX_VALUE;
        }
        return anchored < 0 ? Optional.empty() : newest(anchored);
    }

    private Optional<SealedCheckpoint> newest(long upTo) {
        return tx.query(connection -> {
            try (var statement = connection.prepareStatement(NEWEST)) {
                statement.setLong(1, upTo);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(SealedCheckpoint.of(rows)) : Optional.empty();
                }
            }
        });
    }

    /// Checks the log against everything signed before and signs what it holds now.
    ///
    /// @return the newest checkpoint
    /// @throws SealingRefused if the log was rolled back, forked, damaged, or holds events that
    ///   none of its nodes stored; from then on always
    public synchronized SealedCheckpoint seal() {
        var back = readBack();
        var before = newest(Long.MAX_VALUE);
        var newest = before.filter(c -> c.size() >= back.size()).orElseGet(() -> signAndKeep(back));
        publish(newest);
        return newest;
    }

    /// From here on the checkpoint is for all to see.
    private void publish(SealedCheckpoint newest) {
        anchor.advance(newest);
        whoeverWaits.accept(newest);
    }

    private SealedCheckpoint signAndKeep(ReadBack back) {
        var text = new Checkpoint(files.origin(), back.size(), back.root()).textBytes();
        var signatures = signers(back).stream().map(signer -> signer.sign(text)).toList();
        var note = new String(SignedNote.of(text, signatures).bytes(), UTF_8);
        var checkpoint = new SealedCheckpoint(back.size(), back.root(), note);
        // Another node may have kept this size or a larger one meanwhile: then that one counts.
        return keep(checkpoint) ? checkpoint : newest(Long.MAX_VALUE).orElseThrow();
    }

    /// Every key that may sign this size and that this node holds: both, during a rotation.
    private List<NoteSigner> signers(ReadBack back) {
        var known = signers;
        if (known == null || !known.history().equals(back.keys())) {
            known = new Signers(back.keys(), files.signers());
        }
        var valid = back.keys().validFor(back.size());
        var held = known.held().stream().filter(s -> valid.contains(s.verifierKey())).toList();
        if (held.isEmpty()) {
            throw stop(
                    new SealingRefused(
                            Reason.NO_KEY,
                            "no signing key in the key folder is valid for %d events: %s is needed"
                                    .formatted(back.size(), valid)));
        }
        signers = known;
        return held;
    }

    /// Reads the log back from the newest checkpoint on, hashes it again, and compares it with the
    /// checkpoints kept in the database and in the anchor.
    ///
    /// @throws SealingRefused if it does not fit; from then on always
    public synchronized void verify() {
        readBack();
    }

    private ReadBack readBack() {
        if (refused != null) {
            throw refused;
        }
        try {
            var known = new ArrayList<Signed>();
            newest(Long.MAX_VALUE).ifPresent(c -> known.add(new Signed(c, IN_DATABASE)));
            anchor.read().ifPresent(n -> known.add(new Signed(parse(n, IN_ANCHOR), IN_ANCHOR)));
            // The smaller first: the tree only grows and compares none that it has passed, so a
            // larger forged one would hide that an older one does not fit.
            // The smaller first: the smaller one that does not fit is named, and a start goes on
            // from the smaller one, so that a larger forged one cannot hide it.
            known.sort(BY_SIZE);
            long head = log.head();
            var back = tree == null ? begin(known, head) : tree;
            outside.known().forEach(o -> known.add(new Signed(o.sealed(), o.where())));
            known.sort(BY_SIZE);
            known.forEach(signed -> pass(signed, back, head));
            back.readOn(head);
            tree = back;
            return back;
        } catch (SealingRefused e) {
            throw stop(e);
        }
    }

    /// Goes on where the oldest of the newest checkpoints ends: the right edge of its tree is read
    /// from tiles and leaf hashes, and must give its root. What lies further left is left to
    /// [LedgerCheck].
    private ReadBack begin(List<Signed> known, long head) {
        var first = files.signers().getFirst().verifierKey();
        if (known.isEmpty()) {
            return ReadBack.fromTheBeginning(log, nodes, first);
        }
        var from = known.getFirst();
        var checkpoint = from.checkpoint();
        requireLength(from, head);
        var keys = KeyHistory.read(log, checkpoint.size(), first);
        var edge = stored.edge(checkpoint.size());
        requireSigned(from, keys);
        if (edge.isEmpty() || !edge.get().root().equals(checkpoint.root())) {
            throw forked(from);
        }
        passed.put(from.where(), checkpoint.note());
        return ReadBack.after(log, nodes, edge.get(), keys);
    }

    /// Reads up to a checkpoint's size and compares. Of one that another node made meanwhile,
    /// behind what is read already, the right edge is compared.
    private void pass(Signed signed, ReadBack back, long head) {
        var checkpoint = signed.checkpoint();
        if (checkpoint.note().equals(passed.get(signed.where()))) {
            return;
        }
        requireLength(signed, head);
        back.readOn(checkpoint.size());
        requireSigned(signed, back.keys());
        if (!rootAt(checkpoint.size(), back).equals(Optional.of(checkpoint.root()))) {
            throw forked(signed);
        }
        passed.put(signed.where(), checkpoint.note());
    }

    private Optional<Hash> rootAt(long size, ReadBack back) {
        return size == back.size()
                ? Optional.of(back.root())
                : stored.edge(size).map(Frontier::root);
    }

    private static void requireLength(Signed signed, long head) {
        long size = signed.checkpoint().size();
        if (size > head) {
            throw new SealingRefused(
                    Reason.ROLLED_BACK,
                    "the log holds %d events, %s covers %d: events %d to %d are missing"
                            .formatted(head, signed.where(), size, head + 1, size));
        }
    }

    private SealingRefused forked(Signed signed) {
        var checkpoint = signed.checkpoint();
        var kept = new ArrayList<SealedCheckpoint>();
        var keys = KeyHistory.read(log, Long.MAX_VALUE, files.believed().getFirst());
        for (var each : all()) {
            if (isSigned(each, keys)) {
                kept.add(each);
            }
        }
        kept.add(checkpoint);
        return new SealingRefused(
                Reason.FORKED,
                "the first %d events are not those that %s covers: %s"
                        .formatted(
                                checkpoint.size(),
                                signed.where(),
                                Deviation.of(log, stored, kept, checkpoint.size())));
    }

    private List<SealedCheckpoint> all() {
        return tx.query(connection -> {
            try (var statement = connection.prepareStatement(ALL);
                    var rows = statement.executeQuery()) {
                var all = new ArrayList<SealedCheckpoint>();
                while (rows.next()) {
                    all.add(SealedCheckpoint.of(rows));
                }
                return all;
            }
        });
    }

    private void requireSigned(Signed signed, KeyHistory keys) {
        if (!isSigned(signed.checkpoint(), keys)) {
            throw new SealingRefused(
                    Reason.BAD_CHECKPOINT,
                    "%s, of %d events, is not signed by a key of this log"
                            .formatted(signed.where(), signed.checkpoint().size()));
        }
    }

    /// Compares the log with a checkpoint of it that turned up outside, whatever its size. Costs
    /// reading the log up to there again.
    ///
    /// @throws SealingRefused if the log does not begin with that tree; from then on always
    public synchronized void confront(OutsideCheckpoint other) {
        var signed = new Signed(other.sealed(), other.where());
        long size = signed.checkpoint().size();
        try {
            requireLength(signed, log.head());
            var own = Frontier.empty();
            log.stream(0, size, event -> own.append(Hash.ofLeaf(event.leaf())));
            if (!own.root().equals(signed.checkpoint().root())) {
                throw forked(signed);
            }
        } catch (SealingRefused e) {
            throw stop(e);
        }
    }

    /// Signs nothing more until a person has looked, and says why.
    ///
    /// @return what every later attempt to seal throws
    public synchronized SealingRefused stop(SealingRefused why) {
        if (refused == null) {
            refused = why;
            LOG.error("Sealing stopped: {}", why.describe());
        }
        return refused;
    }

    /// Whether a key that this node believes, and that the log allows for this size, signed exactly
    /// this size and root.
    private boolean isSigned(SealedCheckpoint checkpoint, KeyHistory keys) {
        var valid = new ArrayList<>(keys.validFor(checkpoint.size()));
        valid.retainAll(files.believed());
        try {
            var note = SignedNote.parse(checkpoint.note().getBytes(UTF_8));
            return note.verify(valid) instanceof NoteVerdict.Verified
                    && Checkpoint.of(note)
                            .equals(
                                    new Checkpoint(
                                            files.origin(), checkpoint.size(), checkpoint.root()));
        } catch (MalformedLogDataException e) {
            return false;
        }
    }

    private static SealedCheckpoint parse(String note, String where) {
        try {
            var checkpoint = Checkpoint.of(SignedNote.parse(note.getBytes(UTF_8)));
            return new SealedCheckpoint(checkpoint.size(), checkpoint.root(), note);
        } catch (MalformedLogDataException e) {
            throw new SealingRefused(
                    Reason.BAD_CHECKPOINT, where + " cannot be read: " + e.getMessage());
        }
    }

    /// Compare-and-swap: nothing is kept if another node has kept this size or a larger one.
    ///
    /// @return whether it was kept
    private boolean keep(SealedCheckpoint checkpoint) {
        return tx.call(connection -> {
            try (var statement = connection.prepareStatement(KEEP)) {
                statement.setLong(1, checkpoint.size());
                statement.setBytes(2, checkpoint.root().bytes());
                statement.setString(3, checkpoint.note());
                statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
                statement.setLong(5, checkpoint.size());
                return statement.executeUpdate() == 1;
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        var running = loop;
        if (running != null) {
            running.interrupt();
        }
    }
}
