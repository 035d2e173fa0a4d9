package vn.sovang.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.VerifierKey;

/// What verifying a bundle came to.
///
/// @param subject as the bundle says; null if it cannot be read
/// @param origin name of the log
/// @param size events covered by the checkpoint
/// @param checkpoint the signed checkpoint with all its signatures; null if it cannot be read
/// @param leaves leaves in the bundle
/// @param opened sealed fields opened and checked
/// @param unopened sealed fields that the bundle says it could not open
/// @param signers trusted keys that signed the checkpoint
/// @param keyFromBundle nobody gave a key apart: everything rests on the bundle's own
/// @param inclusion every leaf is in the log where the bundle says
/// @param unaltered nothing up to `unalteredSince` was altered
/// @param complete the bundle holds all that the ledger has about its subject
public record BundleReport(
        @Nullable String subject,
        @Nullable String origin,
        long size,
        @Nullable SignedNote checkpoint,
        int leaves,
        int opened,
        int unopened,
        List<VerifierKey> signers,
        boolean keyFromBundle,
        Standing inclusion,
        Standing unaltered,
        long unalteredSince,
        Standing complete,
        List<BundleProblem> problems) {
    public BundleReport {
        signers = List.copyOf(signers);
        problems = List.copyOf(problems);
    }

    /// How far a statement holds.
    public enum Standing {
        PROVED,
        /// The service says so.
        CLAIMED,
        /// Asked, and not shown.
        NOT_PROVED,
        /// Nobody asked.
        NOT_ASKED
    }

    /// Whether nothing is wrong.
    public boolean sound() {
        return problems.isEmpty();
    }
}
