package vn.sovang;

import org.jspecify.annotations.Nullable;

/// How recording stands in this process.
///
/// @param waiting appends that are queued for the writer
/// @param stoppedBecause why nothing can be recorded, for operators: sealing was refused, or the
///   database takes no writes; null while it can
public record Writing(int waiting, @Nullable String stoppedBecause) {}
