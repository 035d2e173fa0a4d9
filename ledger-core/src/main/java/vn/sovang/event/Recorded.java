package vn.sovang.event;

import java.time.Instant;
import java.util.UUID;

/// A fact with its place in the log.
///
/// @param position 1, 2, 3 … without gaps
/// @param recordedAt when the ledger took it, UTC, microseconds; never before that of a lower
///   position
/// @param id UUIDv7 minted at the edge
public record Recorded(long position, Instant recordedAt, UUID id, Fact fact) {}
