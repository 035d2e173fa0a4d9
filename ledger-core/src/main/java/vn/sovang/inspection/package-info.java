/// Inspection (*kiểm tra, thanh tra*): what an inspector asks of the ledger before opening a single
/// file.
///
/// [NumberGaps] is the gap list of decision numbers of an authority in a year (R12). Pure: whoever
/// has the exported log gets the same list. Proved by `NumberGapsTest`.
@NullMarked
package vn.sovang.inspection;

import org.jspecify.annotations.NullMarked;
