/// The invariants of the register, each tried in every way there is: alone and by sixteen writers,
/// begun in the ledger and from signed papers. The list is `invariants.txt`.
@NullMarked
package vn.sovang.projection.invariant;

import org.jspecify.annotations.NullMarked;
