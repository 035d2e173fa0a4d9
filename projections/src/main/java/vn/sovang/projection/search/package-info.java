/// Finds things by what people type (*tra cứu*): names of recipients, numbers of decisions and
/// papers, serials, units by any name they ever had, award types by what offices call them.
/// Accents, case, place of the tone mark and Unicode form may be missing; what agrees in them comes
/// first, and two places that differ in a tone mark stay two places.
///
/// Names are sealed (R11). They are found by tokens that mean nothing to whoever has only these
/// tables ([vn.sovang.privacy.NameIndex]), and no answer shows one. Tokens go when an erasure is
/// applied; a rebuild, which finds no key, makes none. Whose processing is restricted is not found
/// by name.
///
/// Spellings are today's: asked as of a position, the search finds what was known by then, by the
/// name it has now. Units, numbers and subjects of papers are in the tables as written. A question
/// by name goes through all recipients, in memory (docs/decisions/0030 and 0060).
///
/// Proved by `SearchTest`.
@NullMarked
package vn.sovang.projection.search;

import org.jspecify.annotations.NullMarked;
