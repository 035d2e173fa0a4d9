/// The catalogue of awards and the texts of law through time (*danh mục khen thưởng, văn bản áp
/// dụng*): a type takes a new form from a day on, or ends; a text comes into force, or ends.
@NullMarked
package vn.sovang.catalogue;

import org.jspecify.annotations.NullMarked;
