package vn.sovang.projection.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What one event gives to a figure. An event may give several times: a corrected entry takes a
/// line from one figure and gives it to another, or to the same for another recipient.
///
/// @param position of the event in the log
/// @param knownAt position from which it counts
/// @param delta +1, or −1 for one that takes back; an amount in đồng for prizes
/// @param arrivedOn when the office says the paper came (R2); null if it says nothing
/// @param part tells the parts of one event apart, from 1
public record CountedEvent(
        long position,
        long knownAt,
        LocalDate effectiveOn,
        long delta,
        @Nullable LocalDate arrivedOn,
        int part) {}
