package vn.sovang.projection.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;

/// A physical item as it stands now (*hiện vật khen thưởng*).
///
/// @param issuedOn day it was handed over
/// @param statusSince effective day of the fact that gave it its status
/// @param replaces the item it took the place of
/// @param replacedBy the item that took its place
/// @param reissueCase the case it was made under, unless it is the first item
/// @param position of the issuing event
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
        long position) {}
