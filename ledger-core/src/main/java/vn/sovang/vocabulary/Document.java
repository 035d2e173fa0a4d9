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
    record Paper(
            DocumentNumber number,
            @Nullable LocalDate date,
            String authority,
            @Nullable String signer,
            @Nullable String scanSha256)
            implements Document {
        public Paper {
            authority = Text.of("authority", authority);
        }
    }

    /// No paper, and why (*không có văn bản*).
    record None(String reason) implements Document {
        public None {
            reason = Text.of("reason", reason);
        }
    }
}
