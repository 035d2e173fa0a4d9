package vn.sovang.projection.issued;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.ClaimedMeasure;
import vn.sovang.vocabulary.PaperReportId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;

/// A report on paper with the numbers it claims (R7).
///
/// @param number as written on the paper; null where it has none
/// @param position of its event in the log
public record PaperClaims(
        PaperReportId id,
        UnitId unit,
        String title,
        @Nullable String number,
        LocalDate from,
        LocalDate to,
        long position,
        List<Claim> claims) {
    public PaperClaims {
        claims = List.copyOf(claims);
    }

    /// One number.
    ///
    /// @param text words around it
    public record Claim(
            String place,
            ClaimedMeasure measure,
            @Nullable AwardCode award,
            @Nullable RecipientKind recipientKind,
            long value,
            String text) {}
}
