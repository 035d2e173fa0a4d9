/// The life of an award line after its decision (*dòng khen thưởng*): handed over, paid, annulled,
/// stripped, given back. Annulment, stripping and restoration are three acts and never merged, Luật
/// Thi đua, khen thưởng 2022 Điều 93.
@NullMarked
package vn.sovang.award;

import org.jspecify.annotations.NullMarked;
