package vn.sovang.seal;

import java.time.Instant;

/// A checkpoint and when the service says that it signed it: a claim, since no checkpoint holds a
/// time.
public record DatedCheckpoint(SealedCheckpoint checkpoint, Instant signedAt) {}
