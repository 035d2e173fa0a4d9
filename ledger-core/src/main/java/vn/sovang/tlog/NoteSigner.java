package vn.sovang.tlog;

import java.security.KeyPair;
import java.security.SecureRandom;

/// A private Ed25519 key with a name: signs notes as a log does (type 0x01).
///
/// Ed25519 is deterministic (RFC 8032), so the same text always gets the same line.
public final class NoteSigner {
    private final KeyPair pair;
    private final VerifierKey verifierKey;

    private NoteSigner(KeyPair pair, VerifierKey verifierKey) {
        this.pair = pair;
        this.verifierKey = verifierKey;
    }

    /// The signer of a 32-byte seed. The seed *is* the private key.
    ///
    /// @throws MalformedLogDataException if the name cannot be a key's or the seed has another
    ///   length
    public static NoteSigner ed25519(String name, byte[] seed) {
        KeyPair pair = KeyType.ED25519.scheme.keyPair(seed);
        byte[] raw = KeyType.ED25519.scheme.rawPublicKey(pair.getPublic());
        return new NoteSigner(pair, VerifierKey.of(name, KeyType.ED25519, raw));
    }

    /// Signs a text of one or more lines, all ended. What this signs can never be unsigned: a log
    /// MUST NOT sign a checkpoint that contradicts an earlier one (C2SP tlog-checkpoint).
    ///
    /// @throws MalformedLogDataException if the text is not the text of a note
    public NoteSignature sign(byte[] text) {
        SignedNote.requireText(text);
        byte[] signature = KeyType.ED25519.scheme.sign(pair.getPrivate(), text, new SecureRandom());
        return new NoteSignature(verifierKey.name(), verifierKey.keyId(), signature);
    }

    /// The key others verify with.
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /// Only the public part, so that a log line cannot give the key away.
    @Override
    public String toString() {
        return "signer of " + verifierKey;
    }
}
