/// Signed decisions and their lines (*quyết định khen thưởng*). The ledger records what authorities
/// decided; it never decides.
@NullMarked
package vn.sovang.decision;

import org.jspecify.annotations.NullMarked;
