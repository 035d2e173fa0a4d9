package vn.sovang.evidence;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.tlog.Hash;
import vn.sovang.vocabulary.EvidenceId;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.EvidenceVariant;
import vn.sovang.vocabulary.Sealed;

/// What a page may say: nothing but this.
///
/// @param size events covered by the checkpoint
/// @param root of the checkpoint
/// @param since sizes of the older checkpoints from which the bundle proves consistency
/// @param leaves in position order
/// @param opened texts of opened fields by seal id; none in a redacted bundle
public record BundleContent(
        EvidenceId bundle,
        EvidenceSubject subject,
        EvidenceVariant variant,
        String origin,
        long size,
        Hash root,
        List<Long> since,
        List<Leaf> leaves,
        Map<UUID, String> opened) {
    public BundleContent {
        since = List.copyOf(since);
        leaves = List.copyOf(leaves);
        opened = Map.copyOf(opened);
    }

    /// The text of a sealed field; null where it is closed.
    public @Nullable String text(Sealed sealed) {
        return opened.get(sealed.sealId());
    }

    /// Leaves about the subject itself.
    public List<Leaf> story() {
        return leaves.stream().filter(leaf -> !Selection.isForReading(leaf)).toList();
    }

    /// Leaves that are needed to read the story: units, award types, imports.
    public List<Leaf> forReading() {
        return leaves.stream().filter(Selection::isForReading).toList();
    }
}
