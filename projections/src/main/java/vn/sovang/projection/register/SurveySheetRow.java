package vn.sovang.projection.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

/// One item of one recipient as a survey found it (*phiếu khảo sát*).
///
/// @param award absent if no decision was found
/// @param artifact absent if there is no item and never was
/// @param proposed what the office proposes for it; absent if nothing
/// @param seenOn day of the visit
public record SurveySheetRow(
        RecipientId recipient,
        ArtifactKind kind,
        @Nullable AwardId award,
        @Nullable ArtifactId artifact,
        ArtifactCondition condition,
        LifeStatus life,
        @Nullable KeeperRelation keeper,
        @Nullable UnitId ward,
        @Nullable String wardName,
        @Nullable ReissueKind proposed,
        LocalDate seenOn,
        long position) {}
