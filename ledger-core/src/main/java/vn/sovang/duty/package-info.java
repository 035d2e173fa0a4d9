/// Exceptions from the separation of duties (*kiêm nhiệm*, R10): decided by the head of a unit that
/// has one officer, with a paper and a last day. Who uses one is told by
/// [vn.sovang.rule.CombinedDuties]. Proved by `CombinedDutiesTest`.
@NullMarked
package vn.sovang.duty;

import org.jspecify.annotations.NullMarked;
