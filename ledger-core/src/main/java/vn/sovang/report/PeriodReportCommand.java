package vn.sovang.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.vocabulary.ReportBasis;
import vn.sovang.vocabulary.ReportFigure;
import vn.sovang.vocabulary.ReportId;
import vn.sovang.vocabulary.ReportScope;
import vn.sovang.vocabulary.Text;

/// Issues a report from the ledger. Figures and checkpoint come from the edge, which asked the
/// statistics and the published log for them; the origin's document is the paper.
public sealed interface PeriodReportCommand extends Command {
    Draft draft();

    /// The report as it would be issued.
    ///
    /// @param figures in any order, each cell once
    /// @param fileSha256 of the file that was signed, where there is one
    record Draft(
            ReportId report,
            ReportScope scope,
            ReportBasis basis,
            List<ReportFigure> figures,
            @Nullable String fileSha256) {
        public Draft {
            figures = List.copyOf(figures);
        }
    }

    /// Issues the report of a period (*phát hành báo cáo*).
    record IssueReport(Origin origin, Draft draft) implements PeriodReportCommand {}

    /// Issues it again with other figures (*điều chỉnh báo cáo*).
    ///
    /// @param restates the newest report of the same authority and period
    record RestateReport(Origin origin, Draft draft, ReportId restates, String reason)
            implements PeriodReportCommand {
        public RestateReport {
            reason = Text.of("reason", reason);
        }
    }
}
