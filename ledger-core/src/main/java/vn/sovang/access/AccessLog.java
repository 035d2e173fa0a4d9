package vn.sovang.access;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.access.AccessEntry.Before;
import vn.sovang.access.AccessEntry.Unmasked;
import vn.sovang.eventstore.AppendOutcome;
import vn.sovang.eventstore.AppendRequest;
import vn.sovang.eventstore.EventLog;
import vn.sovang.eventstore.RequestKey;
import vn.sovang.eventstore.UnstampedEvent;
import vn.sovang.privacy.IdentityVault;
import vn.sovang.privacy.Unmasking;
import vn.sovang.privacy.UnmaskingLog;
import vn.sovang.seal.Anchor;
import vn.sovang.seal.CheckReport;
import vn.sovang.seal.KeyFiles;
import vn.sovang.seal.LedgerCheck;
import vn.sovang.seal.OutsideCheckpoints;
import vn.sovang.seal.PublishedLog;
import vn.sovang.seal.ReadModelPositions;
import vn.sovang.seal.SealedCheckpoint;
import vn.sovang.seal.Sealer;
import vn.sovang.seal.SealingRefused;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.vocabulary.Sealed;

/// The log of who read what. Safe for any number of threads; several nodes may have it open.
public final class AccessLog implements UnmaskingLog, AutoCloseable {
    /// How long who wants to see something waits for its entry to be durable.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String REASON = "access-reason";

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    private final EventLog log;
    private final Sealer sealer;
    private final PublishedLog published;
    private final LedgerCheck check;
    private final KeyFiles files;
    private final IdentityVault vault;
    private final AccessCodec codec = new AccessCodec();
    private final MissedEntries missed;

    private volatile boolean whole;
    private volatile boolean used;

    private AccessLog(Place place, IdentityVault vault) {
        this.files = place.files();
        this.vault = vault;
        this.log = EventLog.open(place.tables(), place.clock(), files.nodeKeys().own());
        var anchor = new Anchor(place.anchor().resolve("access"));
        var beside = new LedgerCheck.Beside(files, anchor, OutsideCheckpoints.NONE);
        this.sealer =
                new Sealer(
                        log, place.tables(), files, anchor, OutsideCheckpoints.NONE, place.clock());
        this.published = new PublishedLog(place.tables());
        this.check = new LedgerCheck(place.tables(), codec::columns, beside);
        this.missed = new MissedEntries(place.clock(), this::append);
    }

    /// Where the log lies.
    ///
    /// @param tables a pool whose connections see the schema `access`
    /// @param files keys of its own, with its name
    /// @param anchor the ledger's anchor folder; this log's lies in it
    public record Place(DataSource tables, KeyFiles files, Path anchor, InstantSource clock) {}

    /// Opens the log, and takes in what an earlier version kept in a file.
    ///
    /// @param vault seals the reasons of unmaskings
    public static AccessLog open(Place place, IdentityVault vault) {
        var access = new AccessLog(place, vault);
        var file = new UnmaskingsFile(place.anchor());
        file.read()
                .ifPresent(content -> {
                    access.takeIn(content);
                    file.putAside(content);
                });
        return access;
    }

    /// Enters what is about to happen. Durable when this returns.
    ///
    /// @throws AccessNotEntered if it is not: then it must not happen
    public void enter(Accessor who, List<? extends AccessEntry> entries) {
        try {
            requireWhole();
            for (var part : parts(who, entries)) {
                append(part).orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
            }
        } catch (CompletionException e) {
            throw new AccessNotEntered(e.getCause());
        } catch (RuntimeException e) {
            throw new AccessNotEntered(e);
        }
    }

    /// Enters what happens anyway, at once and without waiting. What cannot be entered is counted;
    /// see [#alarms()].
    public void note(Accessor who, List<? extends AccessEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try {
            var _ =
                    append(encoded(who, entries))
                            .whenComplete((_, failure) -> {
                                if (failure == null) {
                                    missed.tell();
                                } else {
                                    missed.count(entries.size(), failure);
                                }
                            });
        } catch (RuntimeException failure) {
            missed.count(entries.size(), failure);
        }
    }

    /// Enters an unmasking: one entry a person, with the reason sealed.
    ///
    /// @throws AccessNotEntered if it cannot be: nothing may be shown
    @Override
    public void record(Unmasking who, List<Sealed> fields) {
        var byPerson = new LinkedHashMap<UUID, TreeSet<String>>();
        fields.forEach(field ->
                byPerson.computeIfAbsent(field.subject(), _ -> new TreeSet<>()).add(field.field()));
        try {
            var reasons = new Reasons();
            var reason = reasons.of(who.purpose());
            reasons.commit();
            var entries = new ArrayList<Unmasked>();
            byPerson.forEach((person, names) ->
                    entries.add(
                            new Unmasked(person, List.copyOf(names), who.need(), reason, null)));
            enter(Accessor.claimed(who.user(), who.role()), entries);
        } catch (AccessNotEntered e) {
            throw e;
        } catch (RuntimeException e) {
            throw new AccessNotEntered(e);
        }
    }

    /// Each reason under a key of its own, so that one in which somebody named a person can be
    /// erased.
    private final class Reasons {
        private final IdentityVault.Batch batch = vault.newBatch();
        private final Map<String, Sealed> sealed = new HashMap<>();

        Sealed of(String reason) {
            return sealed.computeIfAbsent(
                    reason, text -> batch.seal(UUID.randomUUID(), REASON, text));
        }

        /// Makes the keys durable; before the entries are.
        void commit() {
            batch.commit();
        }
    }

    private void takeIn(UnmaskingsFile.Content content) {
        var reasons = new Reasons();
        var entries = new ArrayList<UnstampedEvent>();
        for (var line : content.lines()) {
            var who = line.who();
            entries.add(
                    codec.encode(
                            Accessor.claimed(who.user(), who.role()),
                            new Unmasked(
                                    line.subject(),
                                    List.of(line.field()),
                                    who.need(),
                                    reasons.of(who.purpose()),
                                    new Before(UnmaskingsFile.NAME, line.at()))));
        }
        reasons.commit();
        var chunks = chunks(entries);
        for (int i = 0; i < chunks.size(); i++) {
            // The same file is taken in once, whichever node does it and whenever one crashes.
            var key = new RequestKey(requestId(content.sha256(), i), content.sha256());
            var _ = append(new AppendRequest(chunks.get(i), null, key)).join();
        }
        LOG.warn(
                "{} entries of {} were taken into the access log, {} lines were none",
                entries.size(),
                UnmaskingsFile.NAME,
                content.unreadable());
    }

    private static UUID requestId(byte[] hash, int chunk) {
        return UUID.nameUUIDFromBytes(
                ByteBuffer.allocate(hash.length + Integer.BYTES).put(hash).putInt(chunk).array());
    }

    private List<AppendRequest> parts(Accessor who, List<? extends AccessEntry> entries) {
        var encoded = entries.stream().map(entry -> codec.encode(who, entry)).toList();
        return chunks(encoded).stream().map(chunk -> new AppendRequest(chunk, null, null)).toList();
    }

    private static List<List<UnstampedEvent>> chunks(List<UnstampedEvent> entries) {
        var chunks = new ArrayList<List<UnstampedEvent>>();
        int size = AppendRequest.MAX_EVENTS_PER_APPEND;
        for (int from = 0; from < entries.size(); from += size) {
            chunks.add(entries.subList(from, Math.min(from + size, entries.size())));
        }
        return chunks;
    }

    private AppendRequest encoded(Accessor who, List<? extends AccessEntry> entries) {
        return new AppendRequest(
                entries.stream().map(entry -> codec.encode(who, entry)).toList(), null, null);
    }

    private CompletableFuture<AppendOutcome> append(Accessor who, AccessEntry entry) {
        return append(encoded(who, List.of(entry)));
    }

    private CompletableFuture<AppendOutcome> append(AppendRequest request) {
        used = true;
        return log.append(request);
    }

    /// A log that is not what was signed before vouches for nothing more.
    private void requireWhole() {
        if (!whole) {
            sealer.verify();
            whole = true;
        }
        var refused = sealer.refused();
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    /// Entries that answer a question, in the order of the log.
    public AccessQuestion.Page find(AccessQuestion question) {
        var from = question.from();
        var to = question.to();
        long before = from == null ? 0 : log.positionAt(from.minusNanos(1_000));
        long upTo = to == null ? Long.MAX_VALUE : log.positionAt(to);
        long after = Math.max(question.after(), before);
        if (after >= upTo) {
            return new AccessQuestion.Page(List.of(), null);
        }
        var found = log.read(question.criteria(), after, upTo, question.limit() + 1);
        var lines =
                found.stream()
                        .limit(question.limit())
                        .map(entry -> codec.decode(entry.position(), entry.leaf()))
                        .toList();
        boolean more = found.size() > question.limit();
        return new AccessQuestion.Page(lines, more ? lines.getLast().position() : null);
    }

    /// How many entries there are.
    public long size() {
        return log.head();
    }

    /// Derives the whole log again, as the ledger is checked; rights in the database are checked
    /// with the ledger.
    public CheckReport check(LongConsumer progress) {
        return check.run(progress, ReadModelPositions.NONE);
    }

    /// Signs what the log holds now.
    public SealedCheckpoint seal() {
        return sealer.seal();
    }

    /// The newest published checkpoint; empty before the first.
    public Optional<SealedCheckpoint> checkpoint() {
        return sealer.published();
    }

    /// Tiles and entries, for exports.
    public PublishedLog published() {
        return published;
    }

    /// The public key that verifies this log's checkpoints.
    public VerifierKey verifierKey() {
        return files.believed().getFirst();
    }

    /// Why an operator should look at once; empty while all is well.
    public List<String> alarms() {
        var alarms = new ArrayList<String>();
        sealer.refused().map(SealingRefused::describe).ifPresent(alarms::add);
        missed.alarm().ifPresent(alarms::add);
        return alarms.stream().map(alarm -> "ACCESS: " + alarm).toList();
    }

    /// Seals in the background, at most once a second, until closed.
    public void keepSealing() {
        sealer.start();
    }

    /// Writes what waits, and seals what this process entered.
    @Override
    public void close() {
        log.close();
        if (used && sealer.refused().isEmpty()) {
            try {
                sealer.seal();
            } catch (RuntimeException away) {
                LOG.warn("The last entries are not sealed yet: {}", away.toString());
            }
        }
        sealer.close();
    }
}
