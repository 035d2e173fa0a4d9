package vn.sovang.event;

import org.jspecify.annotations.Nullable;

/// Where a fact comes from and how sure it is.
///
/// @param source where it comes from
/// @param confidence how far to trust it
/// @param note what a reader must know, such as the sheet and row of the file
/// @param vouchedBy user id of who vouches for it; absent where nobody was asked, or where the
///   import's completion names who confirmed the whole file
public record Provenance(
        Source source, Confidence confidence, @Nullable String note, @Nullable String vouchedBy) {
    public Provenance(Source source, Confidence confidence, @Nullable String note) {
        this(source, confidence, note, null);
    }

    /// Where facts come from.
    public enum Source {
        /// Entered as it happened.
        ENTERED,
        /// Taken from a signed paper, perhaps long after.
        SIGNED_PAPER,
        /// Taken from an office's own list or workbook.
        OFFICE_LIST,
        /// Rebuilt from the totals of a report: dates, symbols and recipients are invented and say
        /// so.
        RECONSTRUCTED_FROM_REPORT
    }

    /// How sure.
    public enum Confidence {
        /// The paper was seen.
        HIGH,
        /// A copy or a list was seen.
        MEDIUM,
        /// Nobody has seen a paper.
        LOW
    }
}
