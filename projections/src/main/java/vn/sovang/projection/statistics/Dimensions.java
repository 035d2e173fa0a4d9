package vn.sovang.projection.statistics;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

/// What tells one stored cell from another.
///
/// @param restatement counts only in the restated view
record Dimensions(Measure measure, Honour honour, Units units, Item item, boolean restatement) {
    /// Which award, and of which kind the recipient is.
    record Honour(
            AwardCode award,
            @Nullable Rank rank,
            AwardLevel level,
            @Nullable RecipientKind recipientKind,
            @Nullable CommendationType commendationType) {
        static final Honour UNKNOWN =
                new Honour(AwardCode.UNKNOWN, null, AwardLevel.KHONG_RO, null, null);

        static Honour of(AwardLine line, AwardLevel level) {
            return new Honour(
                    line.award(),
                    line.rank(),
                    level,
                    line.recipientKind(),
                    line.commendationType());
        }
    }

    /// Whose figure it is, who proposed, where the recipient belonged.
    record Units(@Nullable UUID authority, @Nullable UUID proposing, @Nullable UUID recipient) {
        static final Units UNKNOWN = new Units(null, null, null);

        static Units of(
                @Nullable UnitId authority,
                @Nullable UnitId proposing,
                @Nullable UnitId recipient) {
            return new Units(value(authority), value(proposing), value(recipient));
        }

        Units of(@Nullable UUID other) {
            return new Units(other, proposing, recipient);
        }

        Units at(@Nullable UUID place) {
            return new Units(authority, proposing, place);
        }

        Units through(UnaryOperator<UUID> map) {
            return new Units(apply(map, authority), apply(map, proposing), apply(map, recipient));
        }

        private static @Nullable UUID apply(UnaryOperator<UUID> map, @Nullable UUID unit) {
            return unit == null ? null : map.apply(unit);
        }
    }

    /// What an item or a case of re-issue is about; both null for what concerns neither.
    record Item(@Nullable ReissueKind reissueKind, @Nullable ArtifactKind kind) {
        static final Item NONE = new Item(null, null);
    }

    /// An award line, for a measure of an authority.
    static Dimensions of(Measure measure, Honour honour, Units units) {
        return new Dimensions(measure, honour, units, Item.NONE, false);
    }

    static @Nullable UUID value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    Dimensions measured(Measure other) {
        return new Dimensions(other, honour, units, item, restatement);
    }

    /// The same of an item, for another office.
    Dimensions of(Measure other, Item about, @Nullable UUID office) {
        return new Dimensions(other, honour, units.of(office), about, restatement);
    }

    /// The same authority's award with another line.
    Dimensions with(AwardLine line, AwardLevel level) {
        return new Dimensions(
                measure,
                Honour.of(line, level),
                units.at(value(line.recipientUnit())),
                item,
                restatement);
    }

    Dimensions restated() {
        return new Dimensions(measure, honour, units, item, true);
    }

    /// The line that it takes back.
    Dimensions original() {
        return new Dimensions(measure, honour, units, item, false);
    }

    Dimensions through(UnaryOperator<UUID> map) {
        return new Dimensions(measure, honour, units.through(map), item, restatement);
    }

    /// The dimensions in one text; no part of it holds a `/`.
    String key() {
        return String.join(
                "/",
                measure.name(),
                honour.award.value(),
                text(honour.rank),
                honour.level.name(),
                text(honour.recipientKind),
                text(honour.commendationType),
                text(units.authority),
                text(units.proposing),
                text(units.recipient),
                text(item.reissueKind),
                text(item.kind),
                restatement ? "R" : "");
    }

    private static String text(@Nullable Object part) {
        return part == null ? "" : part.toString();
    }
}
