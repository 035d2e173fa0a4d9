package vn.sovang.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The paper behind an act (*văn bản*), or the explicit statement that there is none.
public sealed interface Document {
    /// A signed paper.
    ///
    /// @param number as written
    /// @param date day of signature; absent where the paper does not bear one
    /// @param authority name of the issuing body as the paper gives it
    /// @param signer name and capacity as printed (TM., KT., TL.), where known
    /// @param scanSha256 lower-case hex SHA-256 of the scan, where one is kept
    /// @param writtenDate date letter by letter, where the paper does not give a whole day
    record Paper(
            DocumentNumber number,
            @Nullable LocalDate date,
            String authority,
            @Nullable String signer,
            @Nullable String scanSha256,
            @Nullable WrittenDate writtenDate)
            implements Document {
        public Paper {
            authority = Text.of("authority", authority);
            if (date != null && writtenDate != null) {
                throw new IllegalValue("date", "whole and partial at once");
            }
        }

        /// A paper that gives a whole day, or none.
        public Paper(
                DocumentNumber number,
                @Nullable LocalDate date,
                String authority,
                @Nullable String signer,
                @Nullable String scanSha256) {
            this(number, date, authority, signer, scanSha256, null);
        }
    }

    /// No paper, and why (*không có văn bản*).
    record None(String reason) implements Document {
        public None {
            reason = Text.of("reason", reason);
        }
    }
}
