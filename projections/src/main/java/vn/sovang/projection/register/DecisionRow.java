package vn.sovang.projection.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AsFound;
import vn.sovang.event.Provenance;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.UnitId;

/// A signed decision (*quyết định khen thưởng*).
///
/// @param number as written; the folded form where the fact has no paper
/// @param lines over all its sheets
/// @param annulledLines of these, annulled since
/// @param corrections how often something of it was corrected
/// @param writtenDate date letter by letter, where the paper does not give a whole day; then
///   `signedOn` is one it can mean
public record DecisionRow(
        DecisionId id,
        UnitId authority,
        @Nullable String authorityName,
        String number,
        LocalDate signedOn,
        @Nullable String signer,
        int lines,
        int annulledLines,
        int corrections,
        @Nullable String writtenDate,
        @Nullable AsFound asFound,
        @Nullable Provenance provenance,
        long position,
        long knownAt) {}
