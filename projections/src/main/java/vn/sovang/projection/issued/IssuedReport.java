package vn.sovang.projection.issued;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.FigureSheet;
import vn.sovang.vocabulary.ReportBasis;
import vn.sovang.vocabulary.ReportId;
import vn.sovang.vocabulary.ReportScope;

/// A report that was issued, without its figures.
///
/// @param issuedOn day of its paper
/// @param document its paper, or why there is none
/// @param fileSha256 of the file that was signed, where there is one
/// @param restates the report it puts right
/// @param reason why it puts it right
/// @param restatedBy the report that puts it right in turn; a reader takes that one
/// @param by user id of whoever entered it
/// @param position of its event in the log
public record IssuedReport(
        ReportId id,
        ReportScope scope,
        ReportBasis basis,
        FigureSheet sheet,
        LocalDate issuedOn,
        Document document,
        @Nullable String fileSha256,
        @Nullable ReportId restates,
        @Nullable String reason,
        @Nullable ReportId restatedBy,
        String by,
        long position,
        Instant recordedAt) {}
