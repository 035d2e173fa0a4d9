/// Figures for any past period as they were known at any past moment (*thống kê hai trục thời
/// gian*).
///
/// A fact is +1 or −1 for a [Cell] (measure, award, rank, level, kinds, units, item) on an
/// effective day, from a position of the log on. What a figure counts is ruled in R3: `PROPOSED`
/// are the lines of an authority's own list upwards, `DECIDED` the lines of the decisions it
/// signed, gross; annulment is a measure of its own and takes back from the period of the award
/// only in the [View#RESTATED] view. The two measures are never added to one total.
///
/// **Storage** (R23). Each fact is kept, and moves a running total in five buckets: its month, and
/// its half-year and year under both policies. A row is (bucket, cell, position, delta, total,
/// total entered after the fact). The answer as known at P takes, per cell of the bucket, the last
/// row with position ≤ P: one step down an index. A period of a policy is one bucket; a free
/// interval is cut into whole years, half-years, months and ragged days, and only the ragged days
/// are counted from the facts. So the cost of an answer grows with the cells of its period and not
/// with the log.
///
/// **Time** (R2). An instant before the first event is not zero but "not yet open"; position 0 is
/// the empty ledger and gives zeros. An instant that is not before the newest event gives a
/// `provisional` answer: an event recorded at the same instant may still come. What the *office*
/// knew by a day is another question and nobody can prove the answer:
/// [StatisticsQuery#officeKnewAt] leaves out facts whose paper, as the office says, arrived later.
/// A paper without a day of arrival counts from the day of its act on, before which nobody could
/// know it, and such lines are told apart. An error in entry is put right from the day on which the
/// decision was known, for its paper never said otherwise. This reads the facts of the period, so
/// it costs as many.
///
/// **Units.** Facts keep the unit as it was. [UnitView#AS_NOW] maps units through mergers and
/// successions as known at the same position and in force on the day of its recording; names are
/// those known then, too. A divided unit stays itself, not yet allocated.
///
/// **Reading on.** [Breakdown] sums cells by fewer dimensions, [Comparison] puts two answers beside
/// each other, [Statistics#trace] lists the events of a figure, [Statistics#recipients] counts who
/// is behind it.
///
/// Knows nothing of the other read models; the reports stand on it. Proved against a naive fold of
/// the first n facts by `StatisticsAgainstNaiveFoldTest`, which makes a history that goes wrong as
/// small as it can and keeps it in `regressions/`.
@NullMarked
package vn.sovang.projection.statistics;

import org.jspecify.annotations.NullMarked;
