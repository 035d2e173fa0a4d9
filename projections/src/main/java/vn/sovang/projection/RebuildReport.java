package vn.sovang.projection;

import java.time.Duration;

/// What came of a rebuild.
///
/// @param position at which live and rebuilt tables were compared
/// @param identical whether they held the same; the rebuilt ones are live now in either case
/// @param liveChecksum of the tables that were live; empty if there were none of this version
public record RebuildReport(
        String name,
        int version,
        long position,
        Duration took,
        boolean identical,
        String liveChecksum,
        String rebuiltChecksum) {}
