package vn.sovang.eventstore;

import java.util.Arrays;
import java.util.UUID;

/// Identity of a request for the ledger: its id, and the hash of what it asked for, so that a
/// second request under a used id is told apart from a repetition.
@SuppressWarnings("ArrayRecordComponent") // compared with sameBody, never as a map key
public record RequestKey(UUID id, byte[] bodyHash) {
    public boolean sameBody(byte[] otherHash) {
        return Arrays.equals(bodyHash, otherHash);
    }
}
