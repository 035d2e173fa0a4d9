package vn.sovang.vocabulary;

import org.jspecify.annotations.Nullable;

/// What is proposed for, or conferred on, one recipient: the unit of every count (*dòng khen
/// thưởng*).
///
/// @param recipientUnit unit the recipient belonged to then; absent where the paper does not say
public record AwardLine(
        AwardCode award,
        Rank rank,
        RecipientId recipient,
        RecipientKind recipientKind,
        CommendationType commendationType,
        @Nullable UnitId recipientUnit) {}
