/// Figures for any past period as they were known at any past moment (*thống kê hai trục thời
/// gian*).
///
/// A fact is +1 or −1 for a [Cell] (measure, award, level, kinds, units) on an effective day, from
/// a position of the log on. What a figure counts is ruled in R3: `PROPOSED` are the lines of an
/// authority's own list upwards, `DECIDED` the lines of the decisions it signed, gross; annulment
/// is a measure of its own and takes back from the period of the award only in the [View#RESTATED]
/// view. The two measures are never added to one total.
///
/// **Storage** (R23). Each fact moves a running total in five buckets: its day, and its half-year
/// and year under both policies. A row is (cell, bucket, position, delta, total, total entered
/// after the fact). The answer as known at P takes, per cell of the bucket, the last row with
/// position ≤ P: one step down an index. A period of a policy is one bucket; a free interval is cut
/// into whole years and half-years and ragged days. So the cost of an answer grows with the cells
/// of its period and not with the log.
///
/// **Time** (R2). An instant before the first event is not zero but "not yet open"; position 0 is
/// the empty ledger and gives zeros. An instant that is not before the newest event gives a
/// `provisional` answer: an event recorded at the same instant may still come.
///
/// Knows nothing of the other read models; the reports stand on it. Proved against a naive fold of
/// the first n facts by `StatisticsAgainstNaiveFoldTest`.
@NullMarked
package vn.sovang.projection.statistics;

import org.jspecify.annotations.NullMarked;
