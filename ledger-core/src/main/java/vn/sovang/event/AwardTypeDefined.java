package vn.sovang.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;

/// An award type enters the catalogue, or takes a new form from a date on (*danh mục danh hiệu,
/// hình thức khen thưởng*).
///
/// Corrected by a further [AwardTypeDefined] of the same code; awards are read by the form that
/// holds on their day.
///
/// @param family `DANH_HIEU_THI_DUA`, `HINH_THUC_KHEN_THUONG` or `KHANG_CHIEN_LICH_SU`
/// @param decidedBy who may confer, in the words of the law
/// @param ranks ranks that exist; empty if the award has none
/// @param posthumous `YES`, `NO`, `INDIVIDUALS` or `UNCLEAR`: only in the first three does the law
///   speak
/// @param artifacts items that come with it; none for some awards (*Lao động tiên tiến*)
/// @param stateLevel `YES`, `NO` or `MIXED`: whether its artifacts pass the state gate (R4)
/// @param prizeMultiple multiple of the base salary as printed, by rank from the first, `|` between
/// @param basis article that says so
/// @param check what nobody has verified yet; absent if read in the law's text
public record AwardTypeDefined(
        AwardCode code,
        String family,
        String nameVi,
        @Nullable String nameEn,
        AwardLevel level,
        @Nullable String decidedBy,
        List<RecipientKind> recipients,
        List<Rank> ranks,
        String posthumous,
        List<ArtifactKind> artifacts,
        List<String> accessories,
        String stateLevel,
        @Nullable String prizeMultiple,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String basis,
        @Nullable String check,
        @Nullable String note)
        implements LedgerEvent {
    /// Found by whoever wants the whole catalogue.
    public static final String CATALOGUE_TAG = "catalogue:all";

    public AwardTypeDefined {
        recipients = List.copyOf(recipients);
        ranks = List.copyOf(ranks);
        artifacts = List.copyOf(artifacts);
        accessories = List.copyOf(accessories);
    }

    /// Whether the type existed in law on that day.
    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom))
                && (validTo == null || !day.isAfter(validTo));
    }

    @Override
    public Set<String> tags() {
        return Set.of(CATALOGUE_TAG, code.tag());
    }
}
