/// Inspection (*kiểm tra, thanh tra*, R12): opened under a decision, with a cut-off and a sample
/// that anybody draws again; findings, the office's explanations, what inspectors make of them.
///
/// [NumberGaps] is the gap list of decision numbers of an authority in a year, [Sampling] the
/// sample. Both are pure: whoever has the exported log gets the same. Proved by `NumberGapsTest`,
/// `InspectionsTest`, `SamplingTest` and `SampleFromExportTest`.
@NullMarked
package vn.sovang.inspection;

import org.jspecify.annotations.NullMarked;
