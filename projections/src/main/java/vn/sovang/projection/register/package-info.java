/// What holds now, and what was known to hold at any moment: units, award types, awards, artifacts,
/// re-issue cases, decisions, nominations (*sổ đăng ký*).
///
/// Rows say who decided what by which paper and what became of it; they never say a recipient's
/// name. Identity stays sealed (R11, R24): a row carries the recipient's id, short enough to tell
/// two lines apart, and the sealed name as it stands in the leaf, so that an entitled edge can open
/// it. A state is the newest fact in log order, not in the order of effective days.
///
/// Every state of every row is kept with the positions at which it is known; the folds (`AwardFold`
/// and its neighbours) make one state of another and know nothing of SQL. [Comparisons] tells two
/// moments apart, field by field, with the events between them.
///
/// Knows nothing of the other read models. Proved by `RegisterTest`, `AwardLifeTest` and
/// `RegisterAsOfTest`.
@NullMarked
package vn.sovang.projection.register;

import org.jspecify.annotations.NullMarked;
