package vn.sovang.projection.history;

import java.util.List;
import vn.sovang.vocabulary.Id;

/// The stories of things, line by line.
public final class History {
    /// Longer stories are cut; only a decision with thousands of lines comes near.
    public static final int MAX_LINES = 5_000;

    /// The story of an award, artifact, re-issue case, recipient, decision or nomination, oldest
    /// first; empty if the ledger knows nothing of it. Units, lists and imports have no story here.
    ///
    /// A decision's story holds one line for each award line it confers.
    public List<HistoryLine> of(Id thing) {
        throw new UnsupportedOperationException();
    }

    /// The same as it was known at a position.
    public List<HistoryLine> of(Id thing, long knownAt) {
        throw new UnsupportedOperationException();
    }
}
