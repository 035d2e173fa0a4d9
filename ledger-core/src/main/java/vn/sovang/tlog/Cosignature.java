package vn.sovang.tlog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A witness's signature of a checkpoint, with the time of signing (*chữ ký chứng kiến*; C2SP
/// tlog-cosignature). It says: at this time, this was the largest tree of that log I had seen, and
/// it was consistent with all I saw before.
///
/// | type | message that is signed |
/// |---|---|
/// | 0x04 Ed25519 | `cosignature/v1`, `time <seconds>`, the checkpoint text, in lines |
/// | 0x06 ML-DSA-44 | the struct `cosigned_message`: with the witness's name, no extension lines |
public final class Cosignature {
    private static final byte[] SUBTREE_LABEL =
            "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

    /// `opaque <1..2^8-1>` of RFC 8446 section 3.4: one byte of length.
    private static final int MAX_NAME_BYTES = 255;

    private final long posixSeconds;
    private final byte[] signature;

    private Cosignature(long posixSeconds, byte[] signature) {
        this.posixSeconds = posixSeconds;
        this.signature = signature;
    }

    /// The `timestamped_signature` in a signature line of a key of this type.
    ///
    /// @throws MalformedLogDataException if it has another length than the type asks, or a time of
    ///   2^63 or more
    public static Cosignature of(KeyType type, NoteSignature line) {
        byte[] blob = line.signature();
        if (blob.length != Long.BYTES + type.scheme.signatureBytes) {
            throw new MalformedLogDataException(
                    "cosignature of %s: %d bytes".formatted(line.keyName(), blob.length));
        }
        long posixSeconds = ByteBuffer.wrap(blob).getLong();
        if (posixSeconds < 0) {
            throw new MalformedLogDataException(
                    "cosignature of %s: time beyond 2^63 - 1".formatted(line.keyName()));
        }
        return new Cosignature(posixSeconds, Arrays.copyOfRange(blob, Long.BYTES, blob.length));
    }

    /// The bytes a cosigner signs.
    ///
    /// @throws MalformedLogDataException for ML-DSA-44, if a name does not fit its one-byte length
    static byte[] message(KeyType type, String cosigner, long posixSeconds, Checkpoint checkpoint) {
        return switch (type) {
            case ED25519 -> throw new IllegalArgumentException("not a cosignature: " + type);
            case ED25519_COSIGNATURE ->
                    StrictText.utf8Bytes(
                            "cosignature/v1\ntime " + posixSeconds + "\n" + checkpoint.text(),
                            "cosigned text");
            case ML_DSA_44_COSIGNATURE -> cosignedMessage(cosigner, posixSeconds, checkpoint);
        };
    }

    private static byte[] cosignedMessage(
            String cosigner, long posixSeconds, Checkpoint checkpoint) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(SUBTREE_LABEL);
        writeName(out, cosigner);
        writeLong(out, posixSeconds);
        writeName(out, checkpoint.origin());
        // A checkpoint is the subtree that starts at the first leaf.
        writeLong(out, 0);
        writeLong(out, checkpoint.size());
        out.writeBytes(checkpoint.root().bytes());
        return out.toByteArray();
    }

    private static void writeName(ByteArrayOutputStream out, String name) {
        byte[] bytes = StrictText.utf8Bytes(name, "cosigned name");
        if (bytes.length == 0 || bytes.length > MAX_NAME_BYTES) {
            throw new MalformedLogDataException(
                    "cosigned name: %d bytes instead of 1 to 255".formatted(bytes.length));
        }
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static void writeLong(ByteArrayOutputStream out, long value) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    /// Time of signing in seconds since 1970-01-01T00:00:00Z, as the witness says. 0 in an
    /// ML-DSA-44 cosignature means: I do not say that this was the largest tree.
    public long posixSeconds() {
        return posixSeconds;
    }

    /// A copy of the signature without the time.
    public byte[] signature() {
        return signature.clone();
    }
}
