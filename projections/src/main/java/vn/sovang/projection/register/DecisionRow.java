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
public record DecisionRow(
        DecisionId id,
        UnitId authority,
        @Nullable String authorityName,
        String number,
        LocalDate signedOn,
        @Nullable String signer,
        int lines,
        int annulledLines,
        @Nullable AsFound asFound,
        @Nullable Provenance provenance,
        long position,
        long knownAt) {}
