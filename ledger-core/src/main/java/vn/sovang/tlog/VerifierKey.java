package vn.sovang.tlog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A public key with a name, in the form people exchange it: the *vkey* (C2SP signed-note,
/// "Verifier keys").
///
/// ```
/// <name>+<key id, 8 hex digits>+<base64(type || public key)>
/// ```
///
/// The key id is the beginning of SHA-256(name || 0x0A || type || public key). It finds the key, no
/// more: four bytes are easy to hit, and then the signature fails. Equal are keys of equal text.
public final class VerifierKey {
    private static final String WHAT = "verifier key";

    private final String name;
    private final KeyType type;
    private final byte[] raw;
    private final int keyId;
    private final PublicKey publicKey;

    private VerifierKey(String name, KeyType type, byte[] raw) {
        this.name = KeyName.require(name, WHAT);
        this.type = type;
        this.raw = raw;
        this.keyId = keyId(name, type, raw);
        this.publicKey = type.scheme.publicKey(raw);
    }

    /// A key of its parts.
    ///
    /// @param publicKey the raw bytes: 32 for Ed25519, 1,312 for ML-DSA-44
    /// @throws MalformedLogDataException if the name or the bytes cannot be a key's
    public static VerifierKey of(String name, KeyType type, byte[] publicKey) {
        return new VerifierKey(name, type, publicKey.clone());
    }

    /// Reads a vkey. The base64 may hold `+` too, so only the first two separate.
    ///
    /// @throws MalformedLogDataException unless it is exactly what [#toString()] would give, for a
    ///   type this package knows
    public static VerifierKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new MalformedLogDataException(
                    WHAT + ": not name, id and key: " + StrictText.quoted(vkey));
        }
        String what = WHAT + " " + StrictText.quoted(parts[0]);
        byte[] typed = StrictText.base64(parts[2], what);
        if (typed.length == 0) {
            throw new MalformedLogDataException(what + ": no key");
        }
        KeyType type = KeyType.of(typed[0], what);
        var key = new VerifierKey(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.keyIdHex().equals(parts[1])) {
            throw new MalformedLogDataException(
                    what + ": id " + StrictText.quoted(parts[1]) + ", but of " + key.keyIdHex());
        }
        return key;
    }

    private static int keyId(String name, KeyType type, byte[] raw) {
        var hashed = new ByteArrayOutputStream();
        hashed.writeBytes(StrictText.utf8Bytes(name, WHAT));
        hashed.write('\n');
        hashed.write(type.id);
        hashed.writeBytes(raw);
        return ByteBuffer.wrap(Hash.plainSha256(hashed.toByteArray())).getInt();
    }

    /// Whether the line claims to be by this key. Name and id must both agree.
    public boolean matches(NoteSignature signature) {
        return keyId == signature.keyId() && name.equals(signature.keyName());
    }

    /// Whether the signature is this key's signature of that note text. A cosignature also needs
    /// the text to be a checkpoint, because a checkpoint is all it ever speaks of.
    public boolean verifies(byte[] noteText, NoteSignature signature) {
        if (!matches(signature)) {
            return false;
        }
        return switch (type) {
            case ED25519 -> verifiesRaw(noteText, signature.signature());
            case ED25519_COSIGNATURE, ML_DSA_44_COSIGNATURE -> verifiesTimed(noteText, signature);
        };
    }

    private boolean verifiesTimed(byte[] noteText, NoteSignature signature) {
        byte[] message;
        Cosignature cosignature;
        try {
            cosignature = Cosignature.of(type, signature);
            message =
                    Cosignature.message(
                            type, name, cosignature.posixSeconds(), Checkpoint.parse(noteText));
        } catch (MalformedLogDataException neverSignedByAnyone) {
            return false;
        }
        return verifiesRaw(message, cosignature.signature());
    }

    private boolean verifiesRaw(byte[] message, byte[] signature) {
        return type.scheme.verify(publicKey, message, signature);
    }

    public String name() {
        return name;
    }

    public KeyType type() {
        return type;
    }

    /// The four bytes of the key id, big-endian.
    public int keyId() {
        return keyId;
    }

    /// The key id as the vkey has it: eight lower-case hexadecimal digits.
    public String keyIdHex() {
        return HexFormat.of().toHexDigits(keyId);
    }

    /// A copy of the raw public key.
    public byte[] publicKey() {
        return raw.clone();
    }

    /// Whether both wrap the same public key, under whatever name or type.
    boolean sharesKeyWith(VerifierKey other) {
        return Arrays.equals(raw, other.raw);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && type == that.type
                && name.equals(that.name)
                && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return keyId;
    }

    /// The vkey.
    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + raw.length).put(type.id).put(raw).array();
        return name + "+" + keyIdHex() + "+" + Base64.getEncoder().encodeToString(typed);
    }
}
