/// What holds now: units, award types, awards, artifacts, re-issue cases, decisions, nominations
/// (*sổ đăng ký hiện hành*).
///
/// Rows say who decided what by which paper and what became of it; they never say a recipient's
/// name. Identity stays sealed (R11, R24): a row carries the recipient's id, short enough to tell
/// two lines apart, and the sealed name as it stands in the leaf, so that an entitled edge can open
/// it. A state is the newest fact in log order, not in the order of effective days: what was true
/// at an earlier moment is asked of the histories.
///
/// Knows nothing of the other read models. Proved by `RegisterTest`.
@NullMarked
package vn.sovang.projection.register;

import org.jspecify.annotations.NullMarked;
