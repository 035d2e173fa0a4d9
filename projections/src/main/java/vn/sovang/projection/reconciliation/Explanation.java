package vn.sovang.projection.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.Document;

/// One event that makes a figure differ.
///
/// @param position under which its proof is found
/// @param knownAt position from which it counts; later than its own for an import
/// @param effectiveOn day on which it counts in the figure
/// @param delta lines, or đồng
/// @param type stored name of the event
/// @param award the award line it is about, where it is about one
public record Explanation(
        long position,
        long knownAt,
        Instant recordedAt,
        LocalDate effectiveOn,
        long delta,
        Reason reason,
        String type,
        Document document,
        @Nullable AwardId award) {}
