package vn.sovang.projection.statistics;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

/// What tells one stored cell from another.
///
/// @param restatement counts only in the restated view
record Dimensions(
        Measure measure,
        AwardCode award,
        AwardLevel level,
        @Nullable RecipientKind recipientKind,
        @Nullable CommendationType commendationType,
        @Nullable UUID authority,
        @Nullable UUID proposingUnit,
        @Nullable UUID recipientUnit,
        @Nullable ReissueKind reissueKind,
        boolean restatement) {
    /// What a line gives, for a measure of an authority.
    static Dimensions of(
            Measure measure,
            AwardLine line,
            AwardLevel level,
            @Nullable UnitId authority,
            @Nullable UnitId proposingUnit) {
        return new Dimensions(
                measure,
                line.award(),
                level,
                line.recipientKind(),
                line.commendationType(),
                value(authority),
                value(proposingUnit),
                value(line.recipientUnit()),
                null,
                false);
    }

    static @Nullable UUID value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    Dimensions measured(Measure other) {
        return new Dimensions(
                other,
                award,
                level,
                recipientKind,
                commendationType,
                authority,
                proposingUnit,
                recipientUnit,
                reissueKind,
                restatement);
    }

    Dimensions reissued(Measure other, @Nullable ReissueKind kind, @Nullable UUID by) {
        return new Dimensions(
                other,
                award,
                level,
                recipientKind,
                commendationType,
                by,
                proposingUnit,
                recipientUnit,
                kind,
                restatement);
    }

    /// The same authority's award with another line.
    Dimensions with(AwardLine line, AwardLevel itsLevel) {
        return new Dimensions(
                measure,
                line.award(),
                itsLevel,
                line.recipientKind(),
                line.commendationType(),
                authority,
                proposingUnit,
                value(line.recipientUnit()),
                reissueKind,
                restatement);
    }

    Dimensions restated() {
        return new Dimensions(
                measure,
                award,
                level,
                recipientKind,
                commendationType,
                authority,
                proposingUnit,
                recipientUnit,
                reissueKind,
                true);
    }

    /// The dimensions in one text; no part of it holds a `/`.
    String key() {
        return String.join(
                "/",
                measure.name(),
                award.value(),
                level.name(),
                text(recipientKind),
                text(commendationType),
                text(authority),
                text(proposingUnit),
                text(recipientUnit),
                text(reissueKind),
                restatement ? "R" : "");
    }

    private static String text(@Nullable Object part) {
        return part == null ? "" : part.toString();
    }
}
