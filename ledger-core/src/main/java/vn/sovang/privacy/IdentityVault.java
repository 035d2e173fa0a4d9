package vn.sovang.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.sovang.vocabulary.Sealed;

/// Seals and opens personal fields, one AES-256-GCM key per subject (R24).
///
/// Additional authenticated data are seal id, subject and field, so that no box can be moved to
/// another field or person. The leaf holds a commitment to the key, since AES-GCM does not commit
/// to its key itself.
public final class IdentityVault {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] COMMITMENT_PREFIX = "tdkt/dek/v1".getBytes(UTF_8);

    private final SubjectKeys keys;
    private final SecureRandom random;
    private final Supplier<UUID> ids;

    public IdentityVault(SubjectKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
        this.ids = UUID::randomUUID;
    }

    /// Starts sealing for subjects that may be new. Their keys are durable only after
    /// [Batch#commit()], which must come before the facts are appended.
    public Batch newBatch() {
        return new Batch();
    }

    /// What an entitled reader sees.
    ///
    /// @return empty if the subject's key was destroyed
    /// @throws TamperedSeal if the box is not what was sealed for this subject and field
    public Optional<String> open(Sealed sealed) {
        return keys.find(sealed.subject()).map(key -> open(sealed, key));
    }

    private static String open(Sealed sealed, byte[] key) {
        if (!commitment(key).equals(sealed.keyCommitment())) {
            throw new TamperedSeal("the key is not the one the leaf commits to");
        }
        var box = Base64.getDecoder().decode(sealed.box());
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key, box);
            cipher.updateAAD(aad(sealed.sealId(), sealed.subject(), sealed.field()));
            return new String(cipher.doFinal(box, NONCE_BYTES, box.length - NONCE_BYTES), UTF_8);
        } catch (AEADBadTagException e) {
            throw new TamperedSeal("the box was not sealed for this subject and field", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonceFirst)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BITS, nonceFirst, 0, NONCE_BYTES));
        return cipher;
    }

    private static byte[] aad(UUID sealId, UUID subject, String field) {
        var name = field.getBytes(UTF_8);
        return ByteBuffer.allocate(32 + name.length)
                .putLong(sealId.getMostSignificantBits())
                .putLong(sealId.getLeastSignificantBits())
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .put(name)
                .array();
    }

    private static String commitment(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(COMMITMENT_PREFIX);
            return Base64.getEncoder().encodeToString(digest.digest(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Sealing on behalf of one command. Owned by one thread.
    public final class Batch implements Sealing {
        private final Map<UUID, byte[]> fresh = new HashMap<>();
        private final Map<UUID, byte[]> known = new HashMap<>();

        @Override
        public Sealed seal(UUID subject, String field, String text) {
            var key = key(subject);
            var sealId = ids.get();
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            try {
                var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce);
                cipher.updateAAD(aad(sealId, subject, field));
                var box = cipher.doFinal(text.getBytes(UTF_8));
                var whole = ByteBuffer.allocate(NONCE_BYTES + box.length).put(nonce).put(box);
                return new Sealed(
                        sealId,
                        subject,
                        field,
                        Base64.getEncoder().encodeToString(whole.array()),
                        commitment(key));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-GCM failed", e);
            }
        }

        private byte[] key(UUID subject) {
            var fresh = this.fresh.get(subject);
            return fresh != null
                    ? fresh
                    : known.computeIfAbsent(subject, s -> keys.find(s).orElseGet(() -> newKey(s)));
        }

        private byte[] newKey(UUID subject) {
            var key = new byte[KEY_BYTES];
            random.nextBytes(key);
            fresh.put(subject, key);
            return key;
        }

        /// Makes the new keys durable.
        public void commit() {
            keys.insert(fresh);
            fresh.clear();
        }
    }
}
