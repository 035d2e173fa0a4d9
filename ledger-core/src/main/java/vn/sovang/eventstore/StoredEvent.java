package vn.sovang.eventstore;

import java.time.Instant;

/// One event as it stands in the log. The bytes are shared, not copied: nobody may change them.
///
/// @param position 1, 2, 3 … without gaps, in the order of commit
/// @param recordedAt UTC, microseconds, never earlier than that of the position before
/// @param leafHash SHA-256(0x00 || leaf), recomputed from the leaf when it was read
@SuppressWarnings("ArrayRecordComponent") // read in bulk; identity is the position
public record StoredEvent(
        long position, Instant recordedAt, String type, byte[] leaf, byte[] leafHash) {}
