package vn.sovang.privacy;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.sovang.vocabulary.Sealed;

/// Seals and opens personal fields, one secret key per subject (R24).
///
/// Each box has an AES-256-GCM key of its own, derived from the subject's key, so that one field
/// can be shown to an outsider without opening any other; see [Opening]. Destroying the subject's
/// key closes all of them. The leaf holds a commitment to the box's key, since AES-GCM does not
/// commit to its key itself. Boxes of the first version were sealed with the subject's key itself;
/// their commitment tells.
public final class IdentityVault {
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
        return keys.find(sealed.subject())
                .map(key ->
                        SealedBox.open(
                                sealed,
                                sealedWithSubjectKey(sealed, key) ? key : boxKey(sealed, key)));
    }

    /// What lets an outsider who has the leaf check one field.
    ///
    /// @return empty if the subject's key was destroyed, and for a box of the first version, which
    ///   only the subject's whole key would open
    /// @throws TamperedSeal if the box is not what was sealed for this subject and field
    public Optional<Opening> opening(Sealed sealed) {
        return keys.find(sealed.subject())
                .filter(key -> !sealedWithSubjectKey(sealed, key))
                .map(key -> {
                    var own = boxKey(sealed, key);
                    return new Opening(
                            sealed.sealId(),
                            Base64.getEncoder().encodeToString(own),
                            SealedBox.open(sealed, own));
                });
    }

    private static boolean sealedWithSubjectKey(Sealed sealed, byte[] subjectKey) {
        return SealedBox.commitment(subjectKey).equals(sealed.keyCommitment());
    }

    private static byte[] boxKey(Sealed sealed, byte[] subjectKey) {
        return SealedBox.key(subjectKey, sealed.sealId(), sealed.subject(), sealed.field());
    }

    /// Sealing on behalf of one command. Owned by one thread.
    public final class Batch implements Sealing {
        private final Map<UUID, byte[]> fresh = new HashMap<>();
        private final Map<UUID, byte[]> known = new HashMap<>();

        @Override
        public Sealed seal(UUID subject, String field, String text) {
            var sealId = ids.get();
            var key = SealedBox.key(subjectKey(subject), sealId, subject, field);
            var nonce = new byte[SealedBox.NONCE_BYTES];
            random.nextBytes(nonce);
            return new Sealed(
                    sealId,
                    subject,
                    field,
                    SealedBox.seal(key, nonce, sealId, subject, field, text),
                    SealedBox.commitment(key));
        }

        private byte[] subjectKey(UUID subject) {
            var fresh = this.fresh.get(subject);
            return fresh != null
                    ? fresh
                    : known.computeIfAbsent(subject, s -> keys.find(s).orElseGet(() -> newKey(s)));
        }

        private byte[] newKey(UUID subject) {
            var key = new byte[SealedBox.KEY_BYTES];
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
