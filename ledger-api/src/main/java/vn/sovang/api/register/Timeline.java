package vn.sovang.api.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Origin;
import vn.sovang.projection.history.HistoryLine;
import vn.sovang.vocabulary.Document;

/// One step of a history as a page shows it.
///
/// @param paper the document behind it; absent where there is none
/// @param noneBecause why there is no document
/// @param late entered on a later day than it happened
/// @param sealed covered by a signed checkpoint
public record Timeline(
        HistoryLine line,
        Document.@Nullable Paper paper,
        @Nullable String noneBecause,
        boolean late,
        boolean sealed) {
    public static List<Timeline> of(List<HistoryLine> lines, long sealedTo) {
        return lines.stream().map(line -> of(line, sealedTo)).toList();
    }

    private static Timeline of(HistoryLine line, long sealedTo) {
        return new Timeline(
                line,
                line.document() instanceof Document.Paper paper ? paper : null,
                line.document() instanceof Document.None none ? none.reason() : null,
                LocalDate.ofInstant(line.recordedAt(), Origin.VIETNAM).isAfter(line.effectiveOn()),
                line.position() <= sealedTo);
    }
}
