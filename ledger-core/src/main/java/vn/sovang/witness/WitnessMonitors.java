package vn.sovang.witness;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.seal.OutsideCheckpoint;
import vn.sovang.seal.OutsideCheckpoints;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.NoteVerdict;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.tlog.WitnessPolicy;
import vn.sovang.tlog.WitnessPolicy.Witness;

/// Asks witnesses what they cosigned last for this log. Their word alone counts for nothing here:
/// what they show must be signed by the log's own key.
public final class WitnessMonitors implements OutsideCheckpoints, AutoCloseable {
    /// Nobody waits longer for a witness before work begins.
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private static final Logger LOG = LoggerFactory.getLogger(WitnessMonitors.class);

    private final WitnessPolicy policy;
    private final String origin;
    private final Supplier<List<VerifierKey>> keys;

    /// Made when first needed: a ledger without witnesses needs none. Owned by the monitor of
    /// `policy`.
    private @Nullable HttpClient client;

    /// What was learnt at the start. Owned by the holder of this object's monitor.
    private @Nullable List<OutsideCheckpoint> atStart;

    /// @param origin the log's name
    /// @param keys those that sign, and signed, its checkpoints
    public WitnessMonitors(WitnessPolicy policy, String origin, Supplier<List<VerifierKey>> keys) {
        this.policy = policy;
        this.origin = origin;
        this.keys = keys;
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(LIMIT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    private HttpClient connected() {
        synchronized (policy) {
            var made = client;
            if (made == null) {
                made = client();
                client = made;
            }
            return made;
        }
    }

    /// Asks all at the first call, and repeats the answers from then on: what changes later comes
    /// to light when the witnesses are asked to cosign.
    @Override
    public synchronized List<OutsideCheckpoint> known() {
        var known = atStart;
        if (known == null) {
            known = now();
            atStart = known;
        }
        return known;
    }

    /// Asks every witness that has an address, all at once.
    @Override
    public List<OutsideCheckpoint> now() {
        var questions = new ArrayList<Callable<Optional<OutsideCheckpoint>>>();
        for (var witness : policy.witnesses()) {
            if (witness.url() != null) {
                questions.add(() -> askOrLog(witness));
            }
        }
        var answers = new ArrayList<OutsideCheckpoint>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(questions)) {
                answer.get().ifPresent(answers::add);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        }
        return answers;
    }

    private Optional<OutsideCheckpoint> askOrLog(Witness witness) throws InterruptedException {
        try {
            return ask(witness);
        } catch (IOException unreachable) {
            LOG.warn(
                    "Witness {} does not say what it cosigned last: {}",
                    witness.name(),
                    unreachable.toString());
            return Optional.empty();
        }
    }

    /// The checkpoint a witness cosigned last.
    ///
    /// @return empty if it shows none, or one that our key did not sign
    /// @throws IOException if it does not answer
    Optional<OutsideCheckpoint> ask(Witness witness) throws IOException, InterruptedException {
        var url = witness.url();
        if (url == null) {
            return Optional.empty();
        }
        return new WitnessConnection(connected(), url, LIMIT)
                .last(origin)
                .filter(note -> isOurs(witness, note))
                .map(note ->
                        new OutsideCheckpoint(
                                note, "the checkpoint kept by witness " + witness.name()));
    }

    private boolean isOurs(Witness witness, SignedNote note) {
        boolean ours;
        try {
            ours =
                    note.verify(keys.get()) instanceof NoteVerdict.Verified
                            && Checkpoint.of(note).origin().equals(origin);
        } catch (MalformedLogDataException noCheckpoint) {
            ours = false;
        }
        if (!ours) {
            LOG.warn("Witness {} shows a checkpoint that we did not sign", witness.name());
        }
        return ours;
    }

    @Override
    public void close() {
        synchronized (policy) {
            if (client != null) {
                client.shutdownNow();
            }
        }
    }
}
