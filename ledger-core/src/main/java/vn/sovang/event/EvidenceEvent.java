package vn.sovang.event;

import java.util.Set;
import vn.sovang.vocabulary.EvidenceId;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.EvidenceVariant;

/// What left the ledger as evidence (*bằng chứng*).
public sealed interface EvidenceEvent extends LedgerEvent {
    EvidenceId bundle();

    /// A bundle was handed out (*phát hành bộ bằng chứng*). Recorded before it leaves the ledger.
    ///
    /// Corrected by handing out another bundle; what has left the ledger cannot be called back.
    ///
    /// @param checkpointSize events covered by the checkpoint its proofs lead to
    /// @param sha256 of the bundle's bytes, lower-case hex
    record EvidenceBundleIssued(
            EvidenceId bundle,
            EvidenceSubject subject,
            EvidenceVariant variant,
            long checkpointSize,
            String sha256)
            implements EvidenceEvent {
        @Override
        public Set<String> tags() {
            return Tags.with(Tags.of(bundle), subject.tags().toArray(String[]::new));
        }
    }
}
