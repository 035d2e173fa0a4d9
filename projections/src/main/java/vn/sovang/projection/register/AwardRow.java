package vn.sovang.projection.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AsFound;
import vn.sovang.event.Provenance;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.StrippingGround;
import vn.sovang.vocabulary.UnitId;

/// An award line as it stands now (*dòng khen thưởng*).
///
/// @param awardName name in the catalogue; the code where the catalogue does not know it
/// @param recipientName as sealed in the leaf; absent if the recipient was never registered
/// @param decidedOn day of signature
/// @param authority who signed
/// @param authorityName as registered; absent if the unit was never registered
/// @param decisionNumber as written; absent where the fact has no paper
/// @param annulment how it ended, if it was annulled and the annulment stands
/// @param stripping how it was taken, if it was and was not given back
/// @param presentedOn day it was handed over, the last time
/// @param prizePaid đồng paid
/// @param prizeRecovered đồng paid back
/// @param position of the deciding event in the log; `knownAt` differs for imports (R17)
public record AwardRow(
        AwardId id,
        AwardLine line,
        String awardName,
        @Nullable Sealed recipientName,
        AwardStatus status,
        ConferralMode mode,
        DecisionId decision,
        @Nullable String decisionNumber,
        LocalDate decidedOn,
        UnitId authority,
        @Nullable String authorityName,
        int lineNumber,
        @Nullable UnitId proposingUnit,
        @Nullable String proposingUnitName,
        @Nullable String recipientUnitName,
        @Nullable NominationId nomination,
        @Nullable Annulment annulment,
        @Nullable Stripping stripping,
        @Nullable LocalDate presentedOn,
        long prizePaid,
        long prizeRecovered,
        @Nullable AsFound asFound,
        @Nullable Provenance provenance,
        long position,
        long knownAt,
        Instant recordedAt) {
    /// How an award line was annulled (*hủy bỏ quyết định*).
    public record Annulment(
            AnnulmentGround ground,
            UnitId authority,
            LocalDate on,
            @Nullable String documentNumber,
            long position) {}

    /// How an honour was stripped (*tước danh hiệu vinh dự nhà nước*).
    public record Stripping(
            StrippingGround ground,
            UnitId authority,
            LocalDate on,
            @Nullable String documentNumber,
            long position) {}
}
