/// The life of an award line after its decision (*dòng khen thưởng*). Annulment, stripping and
/// restoration are three acts and never merged; here stands annulment.
@NullMarked
package vn.sovang.award;

import org.jspecify.annotations.NullMarked;
