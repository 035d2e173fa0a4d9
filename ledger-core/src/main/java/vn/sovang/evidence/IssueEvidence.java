package vn.sovang.evidence;

import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.EvidenceEvent.EvidenceBundleIssued;
import vn.sovang.vocabulary.Document;

/// Records that a bundle is about to leave the ledger (*phát hành bộ bằng chứng*).
public record IssueEvidence(Origin origin, EvidenceBundleIssued issued) implements Command {
    /// What stands in the place of a paper: issuing needs none.
    public static final Document.None NO_PAPER = new Document.None("phát hành bộ bằng chứng");
}
