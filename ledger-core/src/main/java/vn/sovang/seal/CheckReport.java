package vn.sovang.seal;

import java.util.List;
import vn.sovang.tlog.Hash;

/// What a check found.
///
/// @param size events checked
/// @param root RFC 6962 root over them, as re-derived
/// @param checkpoints signed checkpoints compared on the way
/// @param findings everything that is wrong, in order, at most [#MAX_FINDINGS]
/// @param notes what is not wrong, but weaker than it could be
public record CheckReport(
        long size, Hash root, int checkpoints, List<Finding> findings, List<Finding> notes) {
    /// Enough to see the extent of a damage; a rewritten ledger would list every event.
    public static final int MAX_FINDINGS = 1_000;

    public CheckReport {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /// A report without notes.
    public CheckReport(long size, Hash root, int checkpoints, List<Finding> findings) {
        this(size, root, checkpoints, findings, List.of());
    }

    /// Whether everything is as it was written.
    public boolean intact() {
        return findings.isEmpty();
    }
}
