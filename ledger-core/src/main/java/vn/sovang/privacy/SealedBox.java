package vn.sovang.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.sovang.vocabulary.Sealed;

/// The cryptography of one box: AES-256-GCM under a key of its own, which the leaf commits to.
///
/// Additional authenticated data are seal id, subject and field, so that no box can be moved to
/// another field or person.
final class SealedBox {
    static final int KEY_BYTES = 32;
    static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;
    private static final byte[] COMMITMENT_PREFIX = "tdkt/dek/v1".getBytes(UTF_8);
    private static final byte[] BOX_PREFIX = "tdkt/box/v1".getBytes(UTF_8);

    private SealedBox() {}

    /// The key of one box, from the key of its subject: HKDF-Expand with SHA-256 (RFC 5869 section
    /// 2.3), `info` naming seal id, subject and field.
    static byte[] key(byte[] subjectKey, UUID sealId, UUID subject, String field) {
        var context = aad(sealId, subject, field);
        var info = ByteBuffer.allocate(BOX_PREFIX.length + context.length);
        info.put(BOX_PREFIX).put(context);
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.expandOnly(
                                    new SecretKeySpec(subjectKey, "HKDF"),
                                    info.array(),
                                    KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF failed", e);
        }
    }

    static String seal(
            byte[] key, byte[] nonce, UUID sealId, UUID subject, String field, String text) {
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce);
            cipher.updateAAD(aad(sealId, subject, field));
            var box = cipher.doFinal(text.getBytes(UTF_8));
            var whole = ByteBuffer.allocate(nonce.length + box.length).put(nonce).put(box);
            return Base64.getEncoder().encodeToString(whole.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    /// @throws TamperedSeal if the key is not the box's, or the box is not what was sealed
    static String open(Sealed sealed, byte[] key) {
        if (!commitment(key).equals(sealed.keyCommitment())) {
            throw new TamperedSeal("the key is not the one the leaf commits to");
        }
        var box = bytes(sealed.box());
        if (key.length != KEY_BYTES || box.length < NONCE_BYTES) {
            throw new TamperedSeal("the box is cut off");
        }
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

    /// @throws IllegalArgumentException unless the text is base64 in its only form
    static byte[] bytes(String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("base64 not in its only form");
        }
        return bytes;
    }

    static String commitment(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(COMMITMENT_PREFIX);
            return Base64.getEncoder().encodeToString(digest.digest(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
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
}
