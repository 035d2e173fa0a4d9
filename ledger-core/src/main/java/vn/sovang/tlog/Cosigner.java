package vn.sovang.tlog;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.SecureRandom;

/// A private key that cosigns checkpoints as a witness does (*người chứng kiến*; C2SP
/// tlog-cosignature).
///
/// Whoever calls [#cosign(Checkpoint, long)] MUST have checked the checkpoint against the last one
/// cosigned for its origin, and stored it: see [AddCheckpointRequest#check]. An Ed25519 seed MUST
/// NOT serve two cosigners, since the message does not name who signed it.
public final class Cosigner {
    private final KeyType type;
    private final KeyPair pair;
    private final VerifierKey verifierKey;

    private Cosigner(KeyType type, String name, byte[] seed) {
        this.type = type;
        this.pair = type.scheme.keyPair(seed);
        this.verifierKey = VerifierKey.of(name, type, type.scheme.rawPublicKey(pair.getPublic()));
    }

    /// A cosigner of type 0x04 from the 32-byte seed that is its private key.
    public static Cosigner ed25519(String name, byte[] seed) {
        return new Cosigner(KeyType.ED25519_COSIGNATURE, name, seed);
    }

    /// A cosigner of type 0x06 from the 32-byte seed of FIPS 204 key generation.
    public static Cosigner mlDsa44(String name, byte[] seed) {
        return new Cosigner(KeyType.ML_DSA_44_COSIGNATURE, name, seed);
    }

    /// Cosigns a checkpoint.
    ///
    /// @param posixSeconds time of signing in seconds since 1970, not negative
    public NoteSignature cosign(Checkpoint checkpoint, long posixSeconds) {
        return cosign(checkpoint, posixSeconds, new SecureRandom());
    }

    /// @param hedge 32 random bytes go into an ML-DSA signature (FIPS 204 section 3.4); fixed ones
    ///   make it repeatable. Ed25519 draws none.
    NoteSignature cosign(Checkpoint checkpoint, long posixSeconds, SecureRandom hedge) {
        if (posixSeconds < 0) {
            throw new IllegalArgumentException("time " + posixSeconds + " is negative");
        }
        byte[] message = Cosignature.message(type, verifierKey.name(), posixSeconds, checkpoint);
        byte[] signature = type.scheme.sign(pair.getPrivate(), message, hedge);
        byte[] timed =
                ByteBuffer.allocate(Long.BYTES + signature.length)
                        .putLong(posixSeconds)
                        .put(signature)
                        .array();
        return new NoteSignature(verifierKey.name(), verifierKey.keyId(), timed);
    }

    /// The key others verify with.
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /// Only the public part, so that a log line cannot give the key away.
    @Override
    public String toString() {
        return "cosigner of " + verifierKey;
    }
}
