package vn.sovang.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
    private final ErasedSubjects erased;
    private final Restrictions restrictions;
    private final UnmaskingLog log;
    private final SecureRandom random;
    private final Supplier<UUID> ids;

    /// @param erased who must stay erased, whatever the key store says
    /// @param restrictions whose data are shown only where the law demands it
    /// @param log told before anything is shown
    public IdentityVault(
            SubjectKeys keys,
            ErasedSubjects erased,
            Restrictions restrictions,
            UnmaskingLog log,
            SecureRandom random) {
        this.keys = keys;
        this.erased = erased;
        this.restrictions = restrictions;
        this.log = log;
        this.random = random;
        this.ids = UUID::randomUUID;
    }

    /// Starts sealing for subjects that may be new. Their keys are durable only after
    /// [Batch#commit()], which must come before the facts are appended.
    public Batch newBatch() {
        return new Batch();
    }

    /// What an entitled reader sees. The log of unmaskings is told before; where it cannot be told,
    /// nothing is shown.
    ///
    /// @return empty if the subject's key was destroyed, or processing is restricted and the need
    ///   is ordinary work
    /// @throws TamperedSeal if the box is not what was sealed for this subject and field
    public Optional<String> open(Sealed sealed, Unmasking who) {
        return Optional.ofNullable(open(List.of(sealed), who).get(sealed.sealId()));
    }

    /// The same for all fields of a page: one entry of the log, one question to the key store.
    ///
    /// @return texts by seal; what was erased is not among them, nor what is restricted and asked
    ///   for in ordinary work
    public Map<UUID, String> open(Collection<Sealed> sealed, Unmasking who) {
        var shown = who.need() == Unmasking.Need.WORK ? unrestricted(sealed) : List.copyOf(sealed);
        if (shown.isEmpty()) {
            return Map.of();
        }
        log.record(who, shown);
        return openAll(shown);
    }

    private List<Sealed> unrestricted(Collection<Sealed> sealed) {
        var subjects = sealed.stream().map(Sealed::subject).collect(Collectors.toSet());
        var restricted = subjects.isEmpty() ? subjects : restrictions.among(subjects);
        return sealed.stream().filter(field -> !restricted.contains(field.subject())).toList();
    }

    Map<UUID, String> openAll(Collection<Sealed> sealed) {
        var subjects = new HashSet<UUID>();
        for (var field : sealed) {
            if (!erased.contains(field.subject())) {
                subjects.add(field.subject());
            }
        }
        var found = keys.find(subjects);
        var texts = new HashMap<UUID, String>();
        for (var field : sealed) {
            var key = found.get(field.subject());
            if (key != null) {
                texts.put(field.sealId(), open(field, key));
            }
        }
        return texts;
    }

    /// Tokens to compare sealed fields by, without showing them.
    public BlindIndex blindIndex() {
        return new BlindIndex(this, keys.derive("tdkt/blind/v1"));
    }

    /// Destroys the keys of subjects, and writes down first that they are to stay destroyed: a
    /// crash between the two is made good by [#settle]. Again for the same subject changes nothing.
    public void erase(Collection<UUID> subjects) {
        subjects.forEach(erased::add);
        keys.destroy(subjects);
    }

    /// Destroys again what a restored copy of the key store brought back.
    ///
    /// @return how many keys had come back
    public int settle() {
        return keys.destroy(erased.all());
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

        /// @throws SubjectErased if the subject's key was destroyed
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

        /// A key that a restored copy of the key store brought back is not used again either.
        private byte[] key(UUID subject) {
            if (erased.contains(subject)) {
                throw new SubjectErased(subject);
            }
            var fresh = this.fresh.get(subject);
            if (fresh != null) {
                return fresh;
            }
            return known.computeIfAbsent(
                    subject,
                    s -> {
                        var found = keys.find(Set.of(s)).get(s);
                        return found == null ? newKey(s) : found;
                    });
        }

        private byte[] newKey(UUID subject) {
            var key = new byte[KEY_BYTES];
            random.nextBytes(key);
            fresh.put(subject, key);
            return key;
        }

        /// Makes the new keys durable.
        ///
        /// @throws SubjectErased if a subject was erased meanwhile
        public void commit() {
            for (var subject : fresh.keySet()) {
                if (erased.contains(subject)) {
                    throw new SubjectErased(subject);
                }
            }
            keys.insert(fresh);
            fresh.clear();
        }
    }
}
