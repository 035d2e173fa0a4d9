/// Where every item is (*sổ theo dõi lưu giữ hiện vật*): with its keeper, lost, or in the hands of
/// an office, since when, on which receipt, and over which time limit of the law.
///
/// Families handed in their originals for exchange and waited for years; this is the book that says
/// who has them. Every leg of the chain stays readable. Time limits are data
/// ([vn.sovang.vocabulary.StatutoryClock]); whether one has passed is worked out for the day asked
/// about, never stored.
///
/// Proved by `CustodyTest`.
@NullMarked
package vn.sovang.projection.custody;

import org.jspecify.annotations.NullMarked;
