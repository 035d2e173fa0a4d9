package vn.sovang.evidence;

import java.util.List;
import vn.sovang.seal.SealedCheckpoint;
import vn.sovang.vocabulary.EvidenceId;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.EvidenceVariant;

/// Which bundle is wanted.
///
/// @param checkpoint the published checkpoint its proofs lead to
/// @param since older published checkpoints from which consistency is to be proved
public record EvidenceRequest(
        EvidenceId bundle,
        EvidenceSubject subject,
        EvidenceVariant variant,
        SealedCheckpoint checkpoint,
        List<SealedCheckpoint> since) {
    public EvidenceRequest {
        since = List.copyOf(since);
        if (since.stream().anyMatch(older -> older.size() > checkpoint.size())) {
            throw new IllegalArgumentException("a checkpoint later than the bundle's own");
        }
    }
}
