package vn.sovang.seal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.eventstore.EventLog;
import vn.sovang.postgres.Tx;
import vn.sovang.seal.SealingRefused.Reason;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.NoteSigner;
import vn.sovang.tlog.NoteVerdict;
import vn.sovang.tlog.SignedNote;

/// Signs what the log holds; see the package's essay for the order in which things become durable.
public final class Sealer implements AutoCloseable {
    /// Signing costs milliseconds and every checkpoint is kept for ever: at most one a second.
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private static final String NEWEST =
            "select size, root, note from ledger.checkpoint order by size desc limit 1";

    private static final String KEEP =
            """
            insert into ledger.checkpoint (size, root, note, signed_at)
            select ?, ?, ?, ?
            where not exists (select from ledger.checkpoint where size >= ?)
            on conflict (size) do nothing
            """;

    private final EventLog log;
    private final Tx tx;
    private final NoteSigner signer;
    private final Anchor anchor;

    /// The tree over the leaves read back so far. Owned by the holder of this object's monitor.
    private final Frontier tree = Frontier.empty();

    private volatile @Nullable SealingRefused refused;
    private volatile boolean closed;
    private volatile @Nullable Thread loop;

    /// A checkpoint and where it was found.
    private record Signed(SealedCheckpoint checkpoint, String where) {}

    public Sealer(EventLog log, DataSource ledger, NoteSigner signer, Anchor anchor) {
        this.log = log;
        this.tx = new Tx(ledger);
        this.signer = signer;
        this.anchor = anchor;
    }

    /// Seals in the background until closed: at most once a second, never while idle.
    public void start() {
        loop = Thread.ofVirtual().name("sovang-sealer").start(this::run);
    }

    private void run() {
        while (!closed && refused == null) {
            try {
                long sealed = newest().map(SealedCheckpoint::size).orElse(0L);
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

    /// The newest checkpoint that was published; empty before the first.
    public Optional<SealedCheckpoint> newest() {
        return tx.query(connection -> {
            try (var statement = connection.prepareStatement(NEWEST);
                    var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                new SealedCheckpoint(
                                        rows.getLong(1),
                                        Hash.of(rows.getBytes(2)),
                                        rows.getString(3)))
                        : Optional.empty();
            }
        });
    }

    /// Checks the log against everything signed before and signs what it holds now.
    ///
    /// @return the newest checkpoint
    /// @throws SealingRefused if the log was rolled back or forked; from then on always
    public synchronized SealedCheckpoint seal() {
        var before = verify();
        if (before.isPresent() && before.get().size() == tree.size()) {
            return before.get();
        }
        var text = new Checkpoint(signer.verifierKey().name(), tree.size(), tree.root());
        var note = SignedNote.of(text.textBytes(), List.of(signer.sign(text.textBytes())));
        var checkpoint =
                new SealedCheckpoint(
                        tree.size(), tree.root(), new String(note.bytes(), StandardCharsets.UTF_8));
        // Another node may have kept this size or a larger one meanwhile: then that one counts.
        var newest = keep(checkpoint) ? checkpoint : newest().orElseThrow();
        anchor.advance(newest);
        return newest;
    }

    /// Reads the log back, hashes it again, and compares it with the checkpoints kept in the
    /// database and in the anchor.
    ///
    /// @return the newest checkpoint of the database
    public synchronized Optional<SealedCheckpoint> verify() {
        if (refused != null) {
            throw refused;
        }
        try {
            var kept = newest();
            var anchored = anchor.read().map(this::read);
            // The smaller first: the tree only grows and compares none that it has passed, so a
            // larger forged one would hide that an older one does not fit.
            Stream.concat(
                            kept
                                    .map(c ->
                                            new Signed(c, "the newest checkpoint in the database"))
                                    .stream(),
                            anchored
                                    .map(c -> new Signed(c, "the checkpoint in the anchor file"))
                                    .stream())
                    .sorted(Comparator.comparingLong(s -> s.checkpoint().size()))
                    .forEach(s -> pass(s.checkpoint(), log.head(), s.where()));
            readOn(log.head());
            return kept;
        } catch (SealingRefused e) {
            refused = e;
            throw e;
        }
    }

    /// Reads up to a checkpoint's size and compares; a checkpoint behind the tree was compared when
    /// it was signed or passed.
    private void pass(SealedCheckpoint checkpoint, long head, String which) {
        if (checkpoint.size() > head) {
            throw new SealingRefused(
                    Reason.ROLLED_BACK,
                    "the log holds %d events, %s covers %d: events %d to %d are missing"
                            .formatted(
                                    head, which, checkpoint.size(), head + 1, checkpoint.size()));
        }
        if (checkpoint.size() < tree.size()) {
            return;
        }
        readOn(checkpoint.size());
        if (!tree.root().equals(checkpoint.root())) {
            throw new SealingRefused(
                    Reason.FORKED,
                    "the first %d events are not those that %s covers"
                            .formatted(checkpoint.size(), which));
        }
    }

    private void readOn(long upTo) {
        if (upTo > tree.size()) {
            log.stream(tree.size(), upTo, event -> tree.append(Hash.ofLeaf(event.leaf())));
        }
    }

    private SealedCheckpoint read(String note) {
        var bytes = note.getBytes(StandardCharsets.UTF_8);
        var signed = SignedNote.parse(bytes);
        if (!(signed.verify(List.of(signer.verifierKey())) instanceof NoteVerdict.Verified)) {
            throw new SealingRefused(
                    Reason.BAD_CHECKPOINT, "the checkpoint in the anchor file is not signed by us");
        }
        var checkpoint = Checkpoint.of(signed);
        return new SealedCheckpoint(checkpoint.size(), checkpoint.root(), note);
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
                statement.setObject(4, Instant.now().atOffset(ZoneOffset.UTC));
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
