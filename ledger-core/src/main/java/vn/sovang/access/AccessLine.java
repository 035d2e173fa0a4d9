package vn.sovang.access;

import java.time.Instant;

/// One entry as it stands in the log.
///
/// @param position 1, 2, 3 … without gaps
/// @param at when it was stored; a view is entered a moment after it was answered
public record AccessLine(long position, Instant at, Accessor who, AccessEntry what) {}
