package vn.sovang.privacy;

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
        var found = keysOf(sealed);
        var texts = new HashMap<UUID, String>();
        for (var field : sealed) {
            var key = found.get(field.subject());
            if (key != null) {
                texts.put(field.sealId(), SealedBox.open(field, keyOf(field, key)));
            }
        }
        return texts;
    }

    private Map<UUID, byte[]> keysOf(Collection<Sealed> sealed) {
        var subjects = new HashSet<UUID>();
        for (var field : sealed) {
            if (!erased.contains(field.subject())) {
                subjects.add(field.subject());
            }
        }
        return keys.find(subjects);
    }

    /// Tokens to compare sealed fields by, without showing them.
    public BlindIndex blindIndex() {
        var names = new NameIndex(this, keys.derive("tdkt/search/v1"));
        return new BlindIndex(this, keys.derive("tdkt/blind/v1"), names);
    }

    /// Everybody who was erased.
    Set<UUID> erased() {
        return erased.all();
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

    /// What lets outsiders who have the leaves check single fields. The log of unmaskings is told
    /// before; where it cannot be told, nothing is handed out.
    ///
    /// @return openings by seal; none for what was erased, nor for a box of the first version,
    ///   which only the subject's whole key would open
    /// @throws TamperedSeal if a box is not what was sealed for its subject and field
    public Map<UUID, Opening> openings(Collection<Sealed> sealed, Unmasking who) {
        var shown = who.need() == Unmasking.Need.WORK ? unrestricted(sealed) : List.copyOf(sealed);
        if (shown.isEmpty()) {
            return Map.of();
        }
        log.record(who, shown);
        var found = keysOf(shown);
        var openings = new HashMap<UUID, Opening>();
        for (var field : shown) {
            var key = found.get(field.subject());
            if (key != null && !sealedWithSubjectKey(field, key)) {
                openings.put(field.sealId(), opening(field, boxKey(field, key)));
            }
        }
        return openings;
    }

    private static Opening opening(Sealed field, byte[] own) {
        return new Opening(
                field.sealId(),
                Base64.getEncoder().encodeToString(own),
                SealedBox.open(field, own));
    }

    private static byte[] keyOf(Sealed sealed, byte[] subjectKey) {
        return sealedWithSubjectKey(sealed, subjectKey) ? subjectKey : boxKey(sealed, subjectKey);
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

        /// @throws SubjectErased if the subject's key was destroyed
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

        /// One question to the key store for all of them.
        @Override
        public void expect(Collection<UUID> subjects) {
            var wanted = new HashSet<>(subjects);
            wanted.removeAll(fresh.keySet());
            wanted.removeAll(known.keySet());
            var found = keys.find(wanted);
            known.putAll(found);
            wanted.stream().filter(s -> !found.containsKey(s)).forEach(this::newKey);
        }

        /// A key that a restored copy of the key store brought back is not used again either.
        private byte[] subjectKey(UUID subject) {
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
            var key = new byte[SealedBox.KEY_BYTES];
            random.nextBytes(key);
            fresh.put(subject, key);
            return key;
        }

        /// Whether something was sealed under a key that [#commit()] has yet to make durable.
        public boolean hasNewKeys() {
            return !fresh.isEmpty();
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
