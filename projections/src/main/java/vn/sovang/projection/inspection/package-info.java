/// Inspections as known at any position (*các cuộc thanh tra, kiểm tra*): what was opened, found,
/// explained, accepted. The tables keep every act with its position; where a finding stands is told
/// from the acts known by then. The sample is no row here: it is drawn again from the log. Proved
/// by `InspectionsAsOfTest`.
@NullMarked
package vn.sovang.projection.inspection;

import org.jspecify.annotations.NullMarked;
