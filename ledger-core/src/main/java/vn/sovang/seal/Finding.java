package vn.sovang.seal;

/// Something that is not as it was written.
///
/// @param what which part of the ledger or the export is wrong
/// @param position the event concerned, the size of the checkpoint concerned, or the first event of
///   the tile concerned; 0 where none is
/// @param explanation for a person
public record Finding(What what, long position, String explanation) {
    /// Parts that can be wrong.
    public enum What {
        /// An event is missing or out of place.
        POSITION,
        /// The bytes of an event are not those that were hashed, or cannot be read.
        LEAF,
        /// A column beside the leaf says something else than the leaf.
        INDEX,
        /// An event is not covered by exactly one seal of an append that verifies.
        APPEND,
        /// A stored tile is not that of its events.
        TILE,
        /// A checkpoint does not fit the events it covers, or is not signed by the log.
        CHECKPOINT,
        /// The log is shorter than, or another than, the checkpoint kept outside says.
        ANCHOR,
        /// Somebody may do more to the tables than read and append, or a guard is missing.
        RIGHTS,
        /// A read model has come further than the log.
        READ_MODEL,
        /// A stored cosignature is not one of that checkpoint by a witness of the policy.
        COSIGNATURE,
        /// A file of an export is missing, has another length, or does not belong there.
        FILE
    }
}
