package vn.sovang.projection.search;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.Rank;

/// One thing that was found.
///
/// @param id identity, code of the award type, or folded number of a paper
/// @param label the text it was found by, as written; absent for recipients, whose names are sealed
/// @param detail authority of a paper, kind of an item or recipient, level of a unit
/// @param on day of the paper, or of the item's issue
/// @param rank rank that the question names beside an award type
/// @param about stored name of the event behind a paper
/// @param award award line that a paper or item belongs to
/// @param artifact item that a paper is about
/// @param exact found as spelled; else only without accents, or in part
/// @param rebuilt it was made up from the counts of a report (R6)
/// @param position event by which it became findable
public record Hit(
        SearchKind kind,
        String id,
        @Nullable String label,
        @Nullable String detail,
        @Nullable LocalDate on,
        @Nullable Rank rank,
        @Nullable String about,
        @Nullable UUID award,
        @Nullable UUID artifact,
        boolean exact,
        boolean rebuilt,
        long position) {
    /// The same with the rank that was asked for.
    Hit with(@Nullable Rank asked) {
        return new Hit(
                kind, id, label, detail, on, asked, about, award, artifact, exact, rebuilt,
                position);
    }
}
