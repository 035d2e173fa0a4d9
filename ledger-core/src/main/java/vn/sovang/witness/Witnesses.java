package vn.sovang.witness;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.seal.Cosignatures;
import vn.sovang.seal.Cosignatures.Outcome;
import vn.sovang.seal.OutsideCheckpoint;
import vn.sovang.seal.PublishedLog;
import vn.sovang.seal.SealedCheckpoint;
import vn.sovang.seal.Sealer;
import vn.sovang.seal.SealingRefused;
import vn.sovang.seal.SealingRefused.Reason;
import vn.sovang.tlog.AddCheckpointRequest;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.WitnessPolicy;
import vn.sovang.tlog.WitnessPolicy.Witness;
import vn.sovang.witness.WitnessConnection.Reply;

/// Asks every witness of the policy that has an address to cosign the newest checkpoint, in the
/// background.
///
/// Each witness has a thread of its own that has one request under way at most; when it is free
/// again only the newest checkpoint counts, those in between are covered by it. What is asked from
/// which size on, and when last, is read from the stored cosignatures, so several nodes share it
/// and a restart forgets nothing.
public final class Witnesses implements AutoCloseable {
    /// While the log stands still the time of a cosignature proves that nothing newer is hidden.
    static final Duration FRESH = Duration.ofDays(1);

    private static final Duration EXCHANGE = Duration.ofSeconds(10);

    /// Also looks by itself now and then: another node may have sealed.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);

    private final Sealer sealer;
    private final PublishedLog published;
    private final Cosignatures cosignatures;
    private final WitnessMonitors monitors;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final List<Asker> askers = new ArrayList<>();

    /// Null where no witness has an address.
    private final @Nullable HttpClient client;

    private volatile boolean closed;

    /// @param clock decides when a cosignature has become old; waiting itself is real
    /// @param chance for the lengths of pauses
    public Witnesses(
            WitnessPolicy policy,
            Log log,
            WitnessMonitors monitors,
            InstantSource clock,
            RandomGenerator chance) {
        this.sealer = log.sealer();
        this.published = log.published();
        this.cosignatures = log.cosignatures();
        this.monitors = monitors;
        this.clock = clock;
        this.chance = chance;
        var reached = policy.witnesses().stream().filter(w -> w.url() != null).toList();
        this.client = reached.isEmpty() ? null : WitnessMonitors.client();
        for (var witness : reached) {
            var url = witness.url();
            if (client != null && url != null) {
                askers.add(new Asker(witness, new WitnessConnection(client, url, EXCHANGE)));
            }
        }
    }

    /// The log that is witnessed.
    public record Log(Sealer sealer, PublishedLog published, Cosignatures cosignatures) {}

    /// Asks from now on, and of every further checkpoint of this node at once.
    public void start() {
        sealer.onSealed(checkpoint -> askers.forEach(Asker::wake));
        askers.forEach(Asker::start);
    }

    /// One round for every witness, in the caller's thread: whoever is due is asked.
    void round() throws InterruptedException {
        for (var asker : askers) {
            asker.step();
        }
    }

    @Override
    public void close() {
        closed = true;
        askers.forEach(Asker::stop);
        if (client != null) {
            client.shutdownNow();
        }
    }

    /// One witness. Its thread owns everything but `woken`, which anybody may release.
    private final class Asker {
        private final Witness witness;
        private final WitnessConnection connection;
        private final Thread thread;
        private final Semaphore woken = new Semaphore(0);
        private int failures;
        private Instant notBefore = Instant.MIN;

        Asker(Witness witness, WitnessConnection connection) {
            this.witness = witness;
            this.connection = connection;
            this.thread =
                    Thread.ofVirtual()
                            .name("sovang-witness-" + witness.name())
                            .unstarted(this::run);
        }

        void start() {
            thread.start();
        }

        void stop() {
            thread.interrupt();
        }

        void wake() {
            woken.release();
        }

        private void run() {
            try {
                while (!closed && sealer.refused().isEmpty()) {
                    var pause = step();
                    long wait = Math.min(pause.toMillis(), LONGEST_WAIT.toMillis());
                    if (woken.tryAcquire(Math.max(1, wait), TimeUnit.MILLISECONDS)) {
                        woken.drainPermits();
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        /// Asks if it is time to.
        ///
        /// @return how long there is nothing to do, unless there is a new checkpoint
        private Duration step() throws InterruptedException {
            var now = clock.instant();
            if (now.isBefore(notBefore)) {
                return Duration.between(now, notBefore);
            }
            try {
                var newest = sealer.published();
                if (newest.isEmpty()) {
                    return LONGEST_WAIT;
                }
                var last = cosignatures.last(witness.key());
                if (last.isPresent() && last.get().size() >= newest.get().size()) {
                    var due = last.get().at().plus(FRESH);
                    if (now.isBefore(due)) {
                        return Duration.between(now, due);
                    }
                }
                ask(newest.get(), last.map(Cosignatures.Last::size).orElse(0L));
                succeeded();
                return Duration.ZERO;
            } catch (SealingRefused found) {
                return LONGEST_WAIT;
            } catch (IOException | RuntimeException failed) {
                return failed(now, failed);
            }
        }

        private void succeeded() {
            if (failures > 0) {
                LOG.info("Witness {} cosigns again", witness.name());
            }
            failures = 0;
            notBefore = Instant.MIN;
        }

        /// Said once, not at every attempt.
        private Duration failed(Instant now, Exception failed) {
            failures++;
            if (failures == 1) {
                LOG.warn("Witness {} does not cosign: {}", witness.name(), failed.toString());
            }
            var pause = Backoff.after(failures, chance);
            notBefore = now.plus(pause);
            return pause;
        }

        private void ask(SealedCheckpoint newest, long old)
                throws IOException, InterruptedException {
            var reply = connection.add(request(newest, Math.min(old, newest.size())));
            if (reply instanceof Reply.OtherSize other) {
                if (other.size() > newest.size()) {
                    ahead(other.size());
                    return;
                }
                reply = connection.add(request(newest, other.size()));
            }
            switch (reply) {
                case Reply.Lines it -> keep(it, newest);
                case Reply.NotConsistent _ ->
                        contradicted(
                                Reason.FORKED,
                                "finds no proof that its last checkpoint is part of ours");
                case Reply.OtherSize it ->
                        throw new IOException("its size changed to " + it.size() + " meanwhile");
                case Reply.Refused it -> throw new IOException("HTTP " + it.status());
            }
        }

        private AddCheckpointRequest request(SealedCheckpoint newest, long old) {
            var proof = published.consistency(old, newest.size());
            var note = SignedNote.parse(newest.note().getBytes(StandardCharsets.UTF_8));
            return new AddCheckpointRequest(old, proof.path(), note);
        }

        /// Another node may have sealed and asked meanwhile; then the next round is about that.
        private void ahead(long size) throws IOException, InterruptedException {
            long now = sealer.published().map(SealedCheckpoint::size).orElse(0L);
            if (size > now) {
                contradicted(
                        Reason.ROLLED_BACK,
                        "cosigned %d events, our newest checkpoint covers %d".formatted(size, now));
            }
        }

        /// The witness has seen another log than this one, or says so.
        ///
        /// @throws SealingRefused unless the checkpoint it shows fits this log
        /// @throws IOException if it does fit: then the witness contradicts itself
        private void contradicted(Reason reason, String claim)
                throws IOException, InterruptedException {
            var kept = shown();
            if (kept.isEmpty()) {
                throw sealer.stop(
                        new SealingRefused(
                                reason,
                                "witness %s %s; it shows no checkpoint that we could compare"
                                        .formatted(witness.name(), claim)));
            }
            sealer.confront(kept.get());
            throw new IOException("says that it " + claim + ", and shows a checkpoint that fits");
        }

        private Optional<OutsideCheckpoint> shown() throws InterruptedException {
            try {
                return monitors.ask(witness);
            } catch (IOException unreachable) {
                return Optional.empty();
            }
        }

        private void keep(Reply.Lines answer, SealedCheckpoint checkpoint) throws IOException {
            var outcomes =
                    answer.lines().stream()
                            .filter(witness.key()::matches)
                            .map(line -> cosignatures.accept(line, checkpoint.size()))
                            .toList();
            // A clock that stands still would have us ask for ever.
            var old = clock.instant().minus(FRESH);
            if (outcomes.stream()
                    .noneMatch(o -> o instanceof Outcome.Kept kept && kept.at().isAfter(old))) {
                throw new IOException("an answer without a cosignature we can use: " + outcomes);
            }
        }
    }
}
