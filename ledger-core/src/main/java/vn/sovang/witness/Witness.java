package vn.sovang.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.sovang.tlog.AddCheckpointRequest;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.Cosigner;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.KeyType;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.NoteSignature;
import vn.sovang.tlog.NoteVerdict;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.VerifierKey;

/// A witness (*bên chứng kiến*): remembers the last checkpoint of each log it saw, and cosigns the
/// next one only if that adds to it (C2SP tlog-witness).
///
/// Everything it knows is a folder, which is all there is to back up or to move:
///
/// | file | holds |
/// |---|---|
/// | `witness.key`, `vkey` | its own key, made by [#make] |
/// | `logs` | keys of the logs it cosigns for, one vkey a line |
/// | `state/<hex SHA-256 of the origin>` | the checkpoint cosigned last, with this cosignature |
///
/// Comparing with the last checkpoint and storing the new one is one step, whatever threads and
/// processes use the folder, and the new one is on disk before anybody has the cosignature: what
/// was answered is never contradicted, also not after a power cut.
public final class Witness {
    private static final Pattern SHA_256_HEX = Pattern.compile("[0-9a-f]{64}");

    private final Path state;
    private final Cosigner cosigner;
    private final TrustedLogs logs;
    private final InstantSource clock;

    private Witness(Path folder, Cosigner cosigner, InstantSource clock) {
        this.state = folder.resolve("state");
        this.cosigner = cosigner;
        this.logs = new TrustedLogs(folder);
        this.clock = clock;
    }

    /// What a request is answered.
    public sealed interface Answer {
        /// The checkpoint is stored; this is the cosignature.
        record Cosigned(List<NoteSignature> lines) implements Answer {
            public Cosigned {
                lines = List.copyOf(lines);
            }
        }

        /// The request is not one. HTTP 400.
        record Malformed(String why) implements Answer {}

        /// No key is trusted for this log. HTTP 404.
        record UnknownLog(String origin) implements Answer {}

        /// The checkpoint cosigned last has this size, not the one the sender believes. HTTP 409.
        record OtherSize(long lastSize) implements Answer {}

        /// Not cosigned; never `ACCEPTED` and never `OTHER_SIZE_SEEN_LAST`.
        record Refused(AddCheckpointRequest.Verdict verdict) implements Answer {}
    }

    /// Makes the folder a witness's, or finds that it is one: the key is made once.
    ///
    /// @return the public key, for the policies of those who rely on this witness
    /// @throws WitnessNotReady if the folder has a key of another name or type
    public static VerifierKey make(Path folder, String name, KeyType type, SecureRandom random)
            throws IOException {
        var key = WitnessKey.readOrMake(folder, name, type, random).verifierKey();
        if (!key.name().equals(name) || key.type() != type) {
            throw new WitnessNotReady(folder + " is the witness " + key);
        }
        return key;
    }

    /// The witness of a folder.
    ///
    /// @param clock where the times of cosignatures come from
    /// @throws WitnessNotReady if the folder has no key
    public static Witness open(Path folder, InstantSource clock) throws IOException {
        var witness = new Witness(folder, WitnessKey.read(folder), clock);
        Files.createDirectories(witness.state);
        return witness;
    }

    /// Lets the witness of a folder cosign for a log, under one more key.
    ///
    /// @return whether the key is new to it
    public static boolean trust(Path folder, VerifierKey log) throws IOException {
        return new TrustedLogs(folder).add(log);
    }

    /// The key others verify with.
    public VerifierKey verifierKey() {
        return cosigner.verifierKey();
    }

    /// Answers an `add-checkpoint` request. The same checkpoint again is cosigned again, with the
    /// time of now: so a log that stands still proves that it was still this one.
    ///
    /// @throws WitnessNotReady if what was cosigned last cannot be read: it is never taken for
    ///   nothing
    public Answer addCheckpoint(byte[] body) throws IOException {
        AddCheckpointRequest request;
        try {
            request = AddCheckpointRequest.parse(body);
        } catch (MalformedLogDataException wrong) {
            return new Answer.Malformed(String.valueOf(wrong.getMessage()));
        }
        var origin = request.checkpoint().origin();
        var keys = logs.keys(origin);
        if (keys.isEmpty()) {
            return new Answer.UnknownLog(origin);
        }
        var file = state.resolve(nameOf(origin));
        return FileLocks.alone(
                file.resolveSibling(nameOf(origin) + ".lock"), () -> decide(request, keys, file));
    }

    /// Runs alone for its origin.
    private Answer decide(AddCheckpointRequest request, List<VerifierKey> keys, Path file)
            throws IOException {
        var last = DurableFile.read(file).map(bytes -> checkpoint(file, bytes));
        long lastSize = last.map(Checkpoint::size).orElse(0L);
        var verdict =
                request.check(keys, lastSize, last.map(Checkpoint::root).orElse(Hash.EMPTY_ROOT));
        return switch (verdict) {
            case ACCEPTED -> new Answer.Cosigned(store(request, keys, file));
            case OTHER_SIZE_SEEN_LAST -> new Answer.OtherSize(lastSize);
            case NOT_SIGNED_BY_LOG, OLD_SIZE_BEYOND_NEW, NOT_CONSISTENT ->
                    new Answer.Refused(verdict);
        };
    }

    /// Strangers may have signed the note too: only the log's own lines are kept.
    private List<NoteSignature> store(
            AddCheckpointRequest request, List<VerifierKey> keys, Path file) throws IOException {
        var line = cosigner.cosign(request.checkpoint(), clock.instant().getEpochSecond());
        var kept = new ArrayList<NoteSignature>();
        if (request.note().verify(keys) instanceof NoteVerdict.Verified verified) {
            verified.by().forEach(valid -> kept.add(valid.signature()));
        }
        kept.add(line);
        DurableFile.replace(file, SignedNote.of(request.note().textBytes(), kept).bytes());
        return List.of(line);
    }

    private static Checkpoint checkpoint(Path file, byte[] note) {
        try {
            return Checkpoint.of(SignedNote.parse(note));
        } catch (MalformedLogDataException damaged) {
            throw new WitnessNotReady(file + ": " + damaged.getMessage(), damaged);
        }
    }

    /// The note cosigned last for a log; empty if none was.
    ///
    /// @param originHash lower-case hex SHA-256 of the origin, as monitors ask for it
    public Optional<byte[]> last(String originHash) throws IOException {
        return SHA_256_HEX.matcher(originHash).matches()
                ? DurableFile.read(state.resolve(originHash))
                : Optional.empty();
    }

    /// What a log is called in the paths of a witness: lower-case hex SHA-256 of its origin.
    public static String nameOf(String origin) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(origin.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
