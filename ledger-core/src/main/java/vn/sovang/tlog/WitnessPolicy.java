package vn.sovang.tlog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whom one believes: logs, witnesses, and how many of these must have cosigned (*chính sách chứng
/// kiến*; C2SP tlog-policy).
///
/// ```
/// log <vkey> [<url>]
/// witness <name> <vkey> [<url>]
/// group <name> <k|any|all> <name>...
/// quorum <name|none>
/// ```
///
/// Names are defined before they are used, and each is a member of at most one group, once. `#`
/// starts a comment line. The names of witnesses here are for this file only; they need not be the
/// names of the keys.
public final class WitnessPolicy {
    /// The quorum of no one; no witness or group can have this name.
    static final String NONE = "none";

    private final List<Log> logs;
    private final Map<String, Witness> witnesses;
    private final Map<String, Group> groups;
    private final String quorum;

    /// A log whose checkpoints are accepted. Its key's name is its origin.
    public record Log(VerifierKey key, @Nullable String url) {}

    /// A witness under the name this policy gives it.
    public record Witness(String name, VerifierKey key, @Nullable String url) {}

    /// A group that has witnessed what at least `threshold` of its members have.
    record Group(int threshold, List<String> members) {}

    /// What checking a checkpoint came to.
    public enum Verdict {
        /// A log of this policy signed it, and the quorum cosigned it.
        ACCEPTED,
        /// No log of this policy has the checkpoint's origin.
        UNKNOWN_ORIGIN,
        /// The log's signature is not there.
        NOT_SIGNED_BY_LOG,
        /// A signature under a known key, the log's or a witness's, is wrong.
        FORGED,
        /// The log signed, but too few witnesses cosigned.
        QUORUM_NOT_MET,
        /// The text under the signatures is not a checkpoint.
        NOT_A_CHECKPOINT
    }

    WitnessPolicy(
            List<Log> logs,
            Map<String, Witness> witnesses,
            Map<String, Group> groups,
            String quorum) {
        this.logs = List.copyOf(logs);
        this.witnesses = Map.copyOf(witnesses);
        this.groups = Map.copyOf(groups);
        this.quorum = quorum;
    }

    /// Reads a policy file.
    ///
    /// @throws MalformedLogDataException naming the line that is wrong
    public static WitnessPolicy parse(byte[] file) {
        return new WitnessPolicyParser().parse(file);
    }

    /// The policy that asks for the log's own signature and for no witness: `quorum none`.
    public static WitnessPolicy ofLogOnly(VerifierKey... keys) {
        var parser = new WitnessPolicyParser();
        for (VerifierKey key : keys) {
            parser.addLog(key, null);
        }
        return new WitnessPolicy(parser.logs, Map.of(), Map.of(), NONE);
    }

    /// Checks a signed checkpoint against this policy. Nothing in it was true before the answer
    /// [Verdict#ACCEPTED].
    public Verdict check(SignedNote note) {
        String origin;
        try {
            origin = Checkpoint.of(note).origin();
        } catch (MalformedLogDataException notCheckpoint) {
            return Verdict.NOT_A_CHECKPOINT;
        }
        Set<VerifierKey> logKeys = logKeys(origin);
        if (logKeys.isEmpty()) {
            return Verdict.UNKNOWN_ORIGIN;
        }
        var trusted = new HashSet<>(logKeys);
        witnesses.values().forEach(witness -> trusted.add(witness.key()));
        return switch (note.verify(trusted)) {
            case NoteVerdict.Forged _ -> Verdict.FORGED;
            case NoteVerdict.Unknown _ -> Verdict.NOT_SIGNED_BY_LOG;
            case NoteVerdict.Verified verified -> weigh(verified, logKeys);
        };
    }

    private Verdict weigh(NoteVerdict.Verified verified, Set<VerifierKey> logKeys) {
        Set<VerifierKey> signers =
                verified.by().stream()
                        .map(NoteVerdict.ValidSignature::key)
                        .collect(Collectors.toSet());
        if (signers.stream().noneMatch(logKeys::contains)) {
            return Verdict.NOT_SIGNED_BY_LOG;
        }
        return isSatisfiedBy(signers) ? Verdict.ACCEPTED : Verdict.QUORUM_NOT_MET;
    }

    private Set<VerifierKey> logKeys(String origin) {
        return logs.stream()
                .map(Log::key)
                .filter(key -> key.name().equals(origin))
                .collect(Collectors.toSet());
    }

    /// Whether valid cosignatures by these keys, of one and the same checkpoint, are a quorum.
    public boolean isSatisfiedBy(Set<VerifierKey> cosigners) {
        return quorum.equals(NONE) || hasWitnessed(quorum, cosigners);
    }

    /// Ends, because a group can only name what was defined before it.
    private boolean hasWitnessed(String name, Set<VerifierKey> cosigners) {
        Witness witness = witnesses.get(name);
        if (witness != null) {
            return cosigners.contains(witness.key());
        }
        Group group = groups.get(name);
        if (group == null) {
            throw new IllegalStateException("the parser lets no undefined name through: " + name);
        }
        return group.members().stream().filter(member -> hasWitnessed(member, cosigners)).count()
                >= group.threshold();
    }

    /// The logs, in the order of the file.
    public List<Log> logs() {
        return logs;
    }

    /// The witnesses, by name.
    public List<Witness> witnesses() {
        var sorted = new ArrayList<>(witnesses.values());
        sorted.sort((a, b) -> a.name().compareTo(b.name()));
        return sorted;
    }
}
