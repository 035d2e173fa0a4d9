package vn.sovang.projection.duplicates;

import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;

/// Two recipients that may be one; a person has to say. Places of names that differ by a tone mark
/// are two places, and so may people be.
///
/// @param sameSpelling the names agree but for the place of the tone mark, the Unicode form, case
///   and titles; else only without accents
/// @param sameYear the years of birth are known and agree; else one of them is not known
public record SuspectedPair(
        RecipientId one,
        RecipientId other,
        RecipientKind kind,
        boolean sameSpelling,
        boolean sameYear) {}
