package vn.sovang.projection.invariant;

import static vn.sovang.testing.PhanRang.origin;

import java.util.List;
import java.util.UUID;
import vn.sovang.artifact.ArtifactCommand.DestroyArtifact;
import vn.sovang.artifact.ArtifactCommand.HandInArtifact;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactLost;
import vn.sovang.artifact.ArtifactCommand.ReturnArtifactUnchanged;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.ArtifactEvent.ArtifactReturnedUnchanged;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Provenance;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.EntitlementNotConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.imports.RecordImport;
import vn.sovang.reissue.ReissueCommand.ApproveReissue;
import vn.sovang.reissue.ReissueCommand.ConfirmEntitlement;
import vn.sovang.reissue.ReissueCommand.ReportEntitlementNotConfirmed;
import vn.sovang.reissue.ReissueCommand.RequestReissue;
import vn.sovang.testing.LifeOfAnAward;
import vn.sovang.testing.SignedPapers;
import vn.sovang.vocabulary.ImportId;

/// The same as a signed paper says it: through the same command where the command knows papers,
/// else as a row of a file.
final class Papers {
    private Papers() {}

    static Command of(Command act) {
        return switch (act) {
            case RecordImport file -> file;
            case IssueArtifact c ->
                    row(c.origin(), new ArtifactIssued(c.artifact(), c.award(), c.kind(), null));
            case ReportArtifactLost c ->
                    row(c.origin(), new ArtifactReportedLost(c.artifact(), c.award(), null));
            case HandInArtifact c ->
                    row(
                            c.origin(),
                            new ArtifactHandedIn(c.artifact(), c.award(), c.receivedBy(), null));
            case ReturnArtifactUnchanged c ->
                    row(
                            c.origin(),
                            new ArtifactReturnedUnchanged(
                                    c.artifact(), c.award(), c.from(), c.keeper(), null));
            case DestroyArtifact c ->
                    row(
                            c.origin(),
                            new ArtifactDestroyed(
                                    c.artifact(), c.award(), c.holder(), c.council(), c.reason()));
            case RequestReissue c ->
                    row(
                            c.origin(),
                            new ReissueRequested(c.reissueCase(), c.receivedBy(), c.subject()));
            case ApproveReissue c ->
                    row(c.origin(), new ReissueApproved(c.reissueCase(), c.award(), c.authority()));
            case ConfirmEntitlement c ->
                    row(
                            c.origin(),
                            new EntitlementConfirmed(
                                    c.reissueCase(),
                                    c.award(),
                                    c.holder(),
                                    c.replyNumber(),
                                    c.replyDate(),
                                    c.grade()));
            case ReportEntitlementNotConfirmed c ->
                    row(
                            c.origin(),
                            new EntitlementNotConfirmed(
                                    c.reissueCase(),
                                    c.award(),
                                    c.holder(),
                                    c.replyNumber(),
                                    c.replyDate(),
                                    c.missing(),
                                    c.grade()));
            default -> SignedPapers.signed(act, LifeOfAnAward::fromPaper);
        };
    }

    /// One row of a file of its own, confirmed by chi.
    static RecordImport row(Origin circumstances, LedgerEvent event) {
        var entry =
                new RecordImport.Entry(
                        event,
                        circumstances.effectiveOn(),
                        circumstances.document(),
                        new Provenance(
                                Provenance.Source.SIGNED_PAPER, Provenance.Confidence.HIGH, null),
                        "văn bản ghi như vậy",
                        new RecordImport.Source("Giấy tờ", 2, null));
        return new RecordImport(
                origin(circumstances.by().user(), "2026-11-22"),
                new ImportId(UUID.randomUUID()),
                "giay-to.xlsx",
                "0".repeat(64),
                1,
                "chi",
                false,
                List.of(entry));
    }
}
