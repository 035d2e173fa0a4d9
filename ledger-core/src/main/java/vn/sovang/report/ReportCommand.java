package vn.sovang.report;

import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.Provenance;
import vn.sovang.event.ReportEvent.PaperReportRecorded;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;

/// Enters a paper as it was found. The origin's document is the paper.
public sealed interface ReportCommand extends Command {
    Provenance provenance();

    /// Why the paper is kept although it breaks a rule; null = refuse then.
    @Nullable AsFoundReason asFound();

    /// Enters a report with its claims (*nhập báo cáo giấy*).
    record RecordPaperReport(
            Origin origin,
            PaperReportRecorded report,
            Provenance provenance,
            @Nullable AsFoundReason asFound)
            implements ReportCommand {}

    /// Enters a paper that others refer to (*nhập văn bản viện dẫn*).
    record RegisterReferenceDocument(
            Origin origin,
            ReferenceDocumentRegistered paper,
            Provenance provenance,
            @Nullable AsFoundReason asFound)
            implements ReportCommand {}

    /// The reason to keep what breaks a rule, and who confirmed that the paper says so.
    ///
    /// @param secondPerson user id; not the one who enters it
    record AsFoundReason(String reason, String secondPerson) {}
}
