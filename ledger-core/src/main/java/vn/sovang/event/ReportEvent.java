package vn.sovang.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.ClaimedMeasure;
import vn.sovang.vocabulary.FigureSheet;
import vn.sovang.vocabulary.PaperId;
import vn.sovang.vocabulary.PaperReportId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReportBasis;
import vn.sovang.vocabulary.ReportFigure;
import vn.sovang.vocabulary.ReportId;
import vn.sovang.vocabulary.ReportScope;
import vn.sovang.vocabulary.Text;
import vn.sovang.vocabulary.UnitId;

/// Reports: papers as they were found and what they claim, which is not what was conferred; and
/// reports issued from the ledger, with the figures they bear.
public sealed interface ReportEvent extends LedgerEvent {
    /// A report on paper was entered with the numbers it claims (*báo cáo giấy*). The claims are
    /// compared with the awards in the ledger, never added to them.
    ///
    /// Corrected by a further [PaperReportRecorded] of the same paper under an identity of its own;
    /// the first stays.
    ///
    /// @param unit who wrote it
    /// @param dateAsWritten the date as the paper has it, where no day can be read from it
    /// @param from first day of the period it speaks of
    /// @param to last day
    record PaperReportRecorded(
            PaperReportId report,
            UnitId unit,
            String title,
            @Nullable String dateAsWritten,
            LocalDate from,
            LocalDate to,
            List<Claim> claims)
            implements ReportEvent {
        public PaperReportRecorded {
            title = Text.of("title", title);
            claims = List.copyOf(claims);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(report, unit);
        }
    }

    /// One number of a paper.
    ///
    /// @param place where in the paper, such as `II.4` or `chú thích 26`
    /// @param award absent where the paper does not name one
    /// @param text the words around the number; names no person
    record Claim(
            String place,
            ClaimedMeasure measure,
            @Nullable AwardCode award,
            @Nullable RecipientKind recipientKind,
            int value,
            String text) {
        public Claim {
            place = Text.of("place", place);
            text = Text.of("text", text);
        }
    }

    /// A paper that another paper refers to is known by number, day and subject (*văn bản viện
    /// dẫn*); the paper is the fact's document.
    ///
    /// Corrected by a further [ReferenceDocumentRegistered] under an identity of its own; the first
    /// stays.
    ///
    /// @param unit who issued it, where the ledger has the unit
    /// @param subject what it is about (*trích yếu*); names no person
    /// @param citedIn the report that refers to it
    /// @param place where in that report
    record ReferenceDocumentRegistered(
            PaperId paper,
            @Nullable UnitId unit,
            String subject,
            @Nullable PaperReportId citedIn,
            @Nullable String place)
            implements ReportEvent {
        public ReferenceDocumentRegistered {
            subject = Text.of("subject", subject);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(paper, unit, citedIn);
        }
    }

    /// A report issued from the ledger: for the first time, or again.
    sealed interface PeriodReport extends ReportEvent
            permits PeriodReportIssued, PeriodReportRestated {
        ReportId report();

        ReportScope scope();

        ReportBasis basis();

        FigureSheet sheet();

        /// Lower-case hex SHA-256 of the file that was signed, where there is one.
        @Nullable String fileSha256();
    }

    /// The report of an authority on a period was issued with these figures (*phát hành báo cáo*);
    /// the fact's document is the paper. It never changes, whatever the ledger is told later.
    ///
    /// Corrected by a [PeriodReportRestated] that names it; the first stays.
    ///
    /// @param fileSha256 lower-case hex SHA-256 of the file that was signed, where there is one
    record PeriodReportIssued(
            ReportId report,
            ReportScope scope,
            ReportBasis basis,
            FigureSheet sheet,
            @Nullable String fileSha256)
            implements PeriodReport {
        @Override
        public Set<String> tags() {
            return Tags.with(Tags.of(report, scope.authority()), scope.tag());
        }
    }

    /// The figures of an issued report were put right by a further report (*điều chỉnh báo cáo*);
    /// the report it names keeps its own.
    ///
    /// Corrected by a further [PeriodReportRestated] that names this one.
    ///
    /// @param restates the newest report of the scope until then
    /// @param reason why; names no person
    /// @param fileSha256 lower-case hex SHA-256 of the file that was signed, where there is one
    record PeriodReportRestated(
            ReportId report,
            ReportId restates,
            String reason,
            ReportScope scope,
            ReportBasis basis,
            FigureSheet sheet,
            @Nullable String fileSha256)
            implements PeriodReport {
        public PeriodReportRestated {
            reason = Text.of("reason", reason);
        }

        @Override
        public Set<String> tags() {
            return Tags.with(Tags.of(report, restates, scope.authority()), scope.tag());
        }
    }

    /// Figures of a report were recorded with it (*phụ lục số liệu*): a leaf holds so many and no
    /// more, so they come in parts, all in the report's own append.
    ///
    /// Corrected by a [PeriodReportRestated], which has parts of its own.
    ///
    /// @param part 1, 2, 3 … up to the sheet's parts
    record ReportFiguresRecorded(ReportId report, int part, List<ReportFigure> figures)
            implements ReportEvent {
        public ReportFiguresRecorded {
            figures = List.copyOf(figures);
        }

        @Override
        public Set<String> tags() {
            return Tags.of(report);
        }
    }
}
