package vn.sovang.tlog;

import java.security.SecureRandom;

/// Not random at all: gives out the bytes it was made with, once, and refuses everything else.
///
/// It stands where the JDK takes a seed only in the guise of randomness. Should a JDK ever draw
/// other amounts, key creation stops instead of yielding another key.
final class FixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;
    private boolean used;

    FixedRandom(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] target) {
        if (used || target.length != bytes.length) {
            throw new IllegalStateException(
                    "asked for " + target.length + " bytes instead of " + bytes.length + " once");
        }
        used = true;
        System.arraycopy(bytes, 0, target, 0, bytes.length);
    }
}
