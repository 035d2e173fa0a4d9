package vn.sovang.projection.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.UnitId;

/// A physical item as it stands now (*hiện vật khen thưởng*).
///
/// @param issuedOn day it was handed over
/// @param statusSince effective day of the fact that gave it its status
/// @param replaces the item it took the place of
/// @param replacedBy the item that took its place
/// @param reissueCase the case it was made under, unless it is the first item
/// @param goldenBook number in the golden book
/// @param origin how it came into the ledger
/// @param heldBy office that has it, while one has
/// @param keeper who keeps it; name and address are sealed and stand in the event
/// @param condition as the last survey found it
/// @param position of the event that brought it into the ledger
public record ArtifactRow(
        ArtifactId id,
        AwardId award,
        ArtifactKind kind,
        @Nullable String serial,
        ArtifactStatus status,
        LocalDate issuedOn,
        LocalDate statusSince,
        @Nullable ArtifactId replaces,
        @Nullable ArtifactId replacedBy,
        @Nullable CaseId reissueCase,
        @Nullable LocalDate designAsOf,
        @Nullable String goldenBook,
        ItemOrigin origin,
        @Nullable UnitId heldBy,
        @Nullable KeeperRelation keeper,
        @Nullable LocalDate keptSince,
        @Nullable ArtifactCondition condition,
        @Nullable LocalDate surveyedOn,
        long position) {}
