/// What runs against a time limit (*đồng hồ thời hạn*): appraisals, opinions, publications and
/// notices of nominations, reviews and hand-overs of re-issue cases, recoveries after annulment and
/// stripping; whose turn it is, since when, until when, and under which text.
///
/// The tables hold when steps began and ended, row by row with the positions at which that was
/// known, so that any day can be asked about as of any position. Limits, their texts and the
/// calendar of working days are data (`reference/statutory-clocks.csv`, `working-days.csv`) and are
/// applied when asked: a corrected limit corrects every worklist. A step without a limit in the law
/// is listed without a day; a limit in working days beyond the calendar says so, and never names a
/// wrong day.
///
/// Proved by `ClocksTest`.
@NullMarked
package vn.sovang.projection.clocks;

import org.jspecify.annotations.NullMarked;
