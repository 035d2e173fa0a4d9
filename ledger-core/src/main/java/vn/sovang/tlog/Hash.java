package vn.sovang.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A SHA-256 value of the tree (*mã băm*): immutable, 32 bytes, equal by value.
///
/// Leaves and inner nodes are hashed under different first bytes, so that no entry can be mistaken
/// for a node (RFC 6962 section 2.1, RFC 9162 section 2.1.1):
///
/// | value | bytes hashed |
/// |---|---|
/// | root of the empty tree | none |
/// | leaf `d` | `0x00`, `d` |
/// | node of `l` and `r` | `0x01`, `l`, `r` |
public final class Hash {
    public static final int SIZE_BYTES = 32;

    private static final byte LEAF_PREFIX = 0x00;
    private static final byte NODE_PREFIX = 0x01;

    /// A digest costs more to create than to run over 65 bytes; `digest()` leaves it reset.
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Hash::sha256);

    /// The root of the tree of size 0: SHA-256 of nothing.
    public static final Hash EMPTY_ROOT = new Hash(sha256().digest());

    private final byte[] bytes;

    /// Takes ownership of `bytes`.
    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The leaf hash of an entry: SHA-256(0x00 || entry).
    public static Hash ofLeaf(byte[] entry) {
        MessageDigest digest = SHA_256.get();
        digest.update(LEAF_PREFIX);
        digest.update(entry);
        return new Hash(digest.digest());
    }

    /// The hash of an inner node: SHA-256(0x01 || left || right).
    public static Hash ofNode(Hash left, Hash right) {
        MessageDigest digest = SHA_256.get();
        digest.update(NODE_PREFIX);
        digest.update(left.bytes);
        digest.update(right.bytes);
        return new Hash(digest.digest());
    }

    /// Wraps a copy of 32 bytes that are a hash already.
    ///
    /// @throws MalformedLogDataException if there are not exactly 32
    public static Hash of(byte[] bytes) {
        if (bytes.length != SIZE_BYTES) {
            throw new MalformedLogDataException(
                    "hash: " + bytes.length + " bytes instead of " + SIZE_BYTES);
        }
        return new Hash(bytes.clone());
    }

    /// The hash that starts at `offset` of a longer array, as tiles hold them.
    ///
    /// @throws MalformedLogDataException if fewer than 32 bytes follow
    public static Hash at(byte[] data, int offset) {
        if (offset < 0 || data.length - offset < SIZE_BYTES) {
            throw new MalformedLogDataException(
                    "hash: cut off at offset " + offset + " of " + data.length + " bytes");
        }
        return new Hash(Arrays.copyOfRange(data, offset, offset + SIZE_BYTES));
    }

    /// Reads 64 lower-case hexadecimal digits.
    ///
    /// @throws MalformedLogDataException on any other text
    public static Hash fromHex(String hex) {
        return of(StrictText.hex(hex, "hash"));
    }

    /// Reads 44 characters of padded base64, the form used in checkpoints and proofs.
    ///
    /// @throws MalformedLogDataException on any other text
    public static Hash fromBase64(String base64) {
        return of(StrictText.base64(base64, "hash"));
    }

    public String toHex() {
        return HexFormat.of().formatHex(bytes);
    }

    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// A copy of the 32 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Writes the 32 bytes at `offset` of `target`.
    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, SIZE_BYTES);
    }

    /// SHA-256 without any prefix, for key ids (C2SP signed-note).
    static byte[] plainSha256(byte[] data) {
        return SHA_256.get().digest(data);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
