package vn.sovang.projection.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;

/// An award type as last defined (*danh mục danh hiệu, hình thức khen thưởng*).
///
/// @param stateLevel `YES`, `NO` or `MIXED`: whether its artifacts pass the state gate (R4)
/// @param check what nobody has verified yet; absent if read in the law's text
public record AwardTypeRow(
        AwardCode code,
        String family,
        String nameVi,
        @Nullable String nameEn,
        AwardLevel level,
        List<RecipientKind> recipients,
        List<Rank> ranks,
        List<ArtifactKind> artifacts,
        String stateLevel,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String basis,
        @Nullable String check,
        long position) {
    public AwardTypeRow {
        recipients = List.copyOf(recipients);
        ranks = List.copyOf(ranks);
        artifacts = List.copyOf(artifacts);
    }
}
