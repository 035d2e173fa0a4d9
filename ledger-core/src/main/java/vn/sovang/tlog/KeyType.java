package vn.sovang.tlog;

/// The signature types this package knows, of those C2SP signed-note assigns. The byte is part of
/// what the key id is made from, so one key pair under two types is two keys.
public enum KeyType {
    /// 0x01: Ed25519 over the text of the note. The kind of key a log signs with.
    ED25519(0x01, SignatureScheme.ED25519),

    /// 0x04: Ed25519 with a time. The kind of key a witness signs with.
    ED25519_COSIGNATURE(0x04, SignatureScheme.ED25519),

    /// 0x06: ML-DSA-44 with a time, safe against quantum computers. For witnesses and, beside an
    /// Ed25519 key, for logs.
    ML_DSA_44_COSIGNATURE(0x06, SignatureScheme.ML_DSA_44);

    final byte id;
    final SignatureScheme scheme;

    KeyType(int id, SignatureScheme scheme) {
        this.id = (byte) id;
        this.scheme = scheme;
    }

    static KeyType of(byte id, String what) {
        for (KeyType type : values()) {
            if (type.id == id) {
                return type;
            }
        }
        throw new MalformedLogDataException(
                what
                        + ": signature type 0x%02x is not supported"
                                .formatted(Byte.toUnsignedInt(id)));
    }
}
