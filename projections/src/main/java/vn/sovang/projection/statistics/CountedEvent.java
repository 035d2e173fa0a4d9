package vn.sovang.projection.statistics;

import java.time.LocalDate;

/// One event that a figure counts.
///
/// @param position of the event in the log
/// @param knownAt position from which it counts
/// @param delta +1, or −1 for one that takes back; an amount in đồng for prizes
public record CountedEvent(long position, long knownAt, LocalDate effectiveOn, long delta) {}
