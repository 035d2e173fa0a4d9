package vn.sovang.projection.statistics;

import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;

/// One figure with all its dimensions.
///
/// @param rank null where the ledger cannot tell (*chưa rõ*)
/// @param level as the catalogue gave it when the fact became known; `KHONG_RO` if it did not
/// @param awardName name in the catalogue; the code where the catalogue does not know it
/// @param recipientKind null where a measure has none (a survey)
/// @param commendationType null where a measure has none (a survey)
/// @param authority whose figure it is
/// @param proposingUnit null where the paper does not say (*chưa rõ*)
/// @param recipientUnit null where the paper does not say (*chưa rõ*)
/// @param reissueKind only for measures about re-issue
/// @param artifactKind only for measures about items; null where the ledger cannot tell
/// @param count never 0
public record Cell(
        Measure measure,
        AwardCode award,
        String awardName,
        @Nullable Rank rank,
        AwardLevel level,
        @Nullable RecipientKind recipientKind,
        @Nullable CommendationType commendationType,
        @Nullable UnitName authority,
        @Nullable UnitName proposingUnit,
        @Nullable UnitName recipientUnit,
        @Nullable ReissueKind reissueKind,
        @Nullable ArtifactKind artifactKind,
        long count) {}
