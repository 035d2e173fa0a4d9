package vn.sovang.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.ClaimedMeasure;
import vn.sovang.vocabulary.PaperId;
import vn.sovang.vocabulary.PaperReportId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.Text;
import vn.sovang.vocabulary.UnitId;

/// Papers as they were found, and what they say. What a paper claims is not what was conferred.
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
}
