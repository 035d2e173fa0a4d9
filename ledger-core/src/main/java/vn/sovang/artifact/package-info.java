/// Physical items of an award (*hiện vật khen thưởng*): issued, lost, handed in, withdrawn. An
/// award and its items have different lives; some awards have no item at all.
@NullMarked
package vn.sovang.artifact;

import org.jspecify.annotations.NullMarked;
