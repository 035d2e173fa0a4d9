package vn.sovang.eventstore;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Hash of a leaf as RFC 6962 §2.1 defines it: SHA-256(0x00 || leaf).
final class LeafHash {
    static final int LENGTH = 32;

    private LeafHash() {}

    static byte[] of(byte[] leaf) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return digest.digest(leaf);
    }

    /// Hash of an inner node: SHA-256(0x01 || left || right).
    static byte[] ofNode(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
