package vn.sovang.projection.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AppraisalResult;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.UnitId;

/// A nomination as it stands now (*đề nghị khen thưởng*).
///
/// @param proposingUnit who drew it up; the list's sender for one first met on a list
/// @param list the newest list it stands on
/// @param submittedOn day of that list
/// @param award the award that answered it
/// @param position of the first event about it
public record NominationRow(
        NominationId id,
        AwardLine line,
        String awardName,
        NominationStatus status,
        UnitId proposingUnit,
        @Nullable String proposingUnitName,
        @Nullable LocalDate filedOn,
        @Nullable ListId list,
        @Nullable String listNumber,
        @Nullable LocalDate submittedOn,
        @Nullable UnitId submittedTo,
        @Nullable AwardId award,
        Dossier dossier,
        long position) {
    /// What became of the dossier at the level where it is now.
    ///
    /// @param receivedOn day it was received for appraisal
    /// @param checksNotMet advisory rules that were not met
    /// @param inFavour votes for, of `members` of the council
    /// @param openObjections not settled yet
    public record Dossier(
            @Nullable LocalDate receivedOn,
            @Nullable Procedure procedure,
            @Nullable AppraisalResult appraisal,
            int checksNotMet,
            @Nullable Integer members,
            @Nullable Integer inFavour,
            int openObjections) {}
}
