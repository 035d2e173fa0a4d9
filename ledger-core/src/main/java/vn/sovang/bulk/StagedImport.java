package vn.sovang.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.sovang.imports.FileHead;

/// A file on its way into the ledger.
///
/// @param chunk facts of one append at most
/// @param facts how many the whole file makes; 0 until it is decided
/// @param digest SHA-256 over the facts; null until they are settled
/// @param summary JSON that whoever staged it wrote, to show before somebody confirms
@SuppressWarnings("ArrayRecordComponent") // compared with MessageDigest.isEqual, handed to nobody
public record StagedImport(
        FileHead head,
        State state,
        int chunk,
        int facts,
        byte @Nullable [] digest,
        String summary,
        Instant createdAt) {
    /// How far it is.
    public enum State {
        /// Rows come in.
        READING,
        /// Whole; somebody is to confirm it.
        STAGED,
        /// Its facts are settled.
        DECIDED,
        /// Its first chunk may be in the log: it goes on to its end, whatever happens.
        APPENDING
    }
}
