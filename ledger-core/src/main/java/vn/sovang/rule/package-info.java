/// Rules that several features share, as small folded states: which award types and units existed
/// on a day, how an award line stands, which of its items are active.
///
/// Pure. Each rule cites its article at the branch that implements it. Features use these states
/// inside their own and still never import each other.
@NullMarked
package vn.sovang.rule;

import org.jspecify.annotations.NullMarked;
