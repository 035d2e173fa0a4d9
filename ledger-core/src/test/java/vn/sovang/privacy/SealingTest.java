package vn.sovang.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.postgres.Database;
import vn.sovang.postgres.Tx;
import vn.sovang.testing.TestDatabase;
import vn.sovang.vocabulary.Sealed;

class SealingTest {
    private static final String NAME = "Cá nhân 0001";

    private static final Unmasking READER = new Unmasking("u-1", "INSPECTOR", "đối chiếu");

    @TempDir private static Path folder;

    private final List<Sealed> unmasked = new ArrayList<>();
    private final Database database = TestDatabase.fresh();
    private final byte[] master = new byte[32];
    private final IdentityVault vault = vault(master);
    private final Set<UUID> restricted = new HashSet<>();
    private final UUID subject = UUID.randomUUID();

    private IdentityVault vault(byte[] masterKey) {
        var random = new SecureRandom();
        return new IdentityVault(
                new SubjectKeys(database.keys(), masterKey, random),
                new ErasedSubjects(folder),
                _ -> Set.copyOf(restricted),
                (who, fields) -> unmasked.addAll(fields),
                random);
    }

    private Optional<String> open(Sealed sealed) {
        return vault.open(sealed, READER);
    }

    private Optional<Opening> opening(Sealed sealed) {
        return Optional.ofNullable(vault.openings(List.of(sealed), READER).get(sealed.sealId()));
    }

    private Sealed sealedName() {
        var batch = vault.newBatch();
        var sealed = batch.seal(subject, "name", NAME);
        batch.commit();
        return sealed;
    }

    @Test
    void the_restricted_are_shown_only_to_themselves_and_where_the_law_demands_it() {
        var sealed = sealedName();
        restricted.add(subject);
        assertThat(open(sealed)).isEmpty();
        assertThat(unmasked).isEmpty();
        for (var need : List.of(Unmasking.Need.THE_PERSON_ASKS, Unmasking.Need.LAW_DEMANDS)) {
            assertThat(vault.open(sealed, new Unmasking("u-1", "INSPECTOR", "thanh tra", need)))
                    .contains(NAME);
        }
        restricted.clear();
        assertThat(open(sealed)).contains(NAME);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void opens_what_it_sealed_and_shows_nothing_of_it() {
        var sealed = sealedName();
        assertThat(sealed.toString()).doesNotContain(NAME).doesNotContain("0001");
        assertThat(open(sealed)).contains(NAME);
    }

    @Test
    void the_same_text_is_sealed_differently_each_time() {
        assertThat(sealedName().box()).isNotEqualTo(sealedName().box());
    }

    @Test
    void a_later_batch_uses_the_subjects_key_again() {
        var name = sealedName();
        var batch = vault.newBatch();
        var birth = batch.seal(subject, "birth", "1931");
        batch.commit();
        assertThat(open(birth)).contains("1931");
        assertThat(birth.keyCommitment()).as("a key of its own").isNotEqualTo(name.keyCommitment());
        erase();
        assertThat(open(name)).as("one key closes both").isEmpty();
        assertThat(open(birth)).isEmpty();
    }

    @Test
    void an_opening_shows_one_field_and_no_other() {
        var name = sealedName();
        var batch = vault.newBatch();
        var birth = batch.seal(subject, "birth", "1931");
        batch.commit();
        var opening = opening(name).orElseThrow();
        assertThat(opening.text()).isEqualTo(NAME);
        assertThat(opening.fits(name)).isTrue();
        assertThat(opening.fits(birth)).isFalse();
        var elsewhere =
                new Sealed(name.sealId(), subject, "birth", birth.box(), birth.keyCommitment());
        assertThat(opening.fits(elsewhere)).as("its key opens no other box").isFalse();
        assertThat(new Opening(opening.sealId(), opening.key(), "Cá nhân 0002").fits(name))
                .isFalse();
        assertThat(new Opening(opening.sealId(), "AAAA", NAME).fits(name)).isFalse();
        assertThat(new Opening(opening.sealId(), "?", NAME).fits(name)).isFalse();
    }

    @Test
    void a_box_of_the_first_version_opens_but_is_not_shown_to_outsiders() {
        sealedName();
        var subjectKey =
                new SubjectKeys(database.keys(), master, new SecureRandom())
                        .find(Set.of(subject))
                        .values()
                        .iterator()
                        .next();
        var id = UUID.randomUUID();
        var first =
                new Sealed(
                        id,
                        subject,
                        "name",
                        SealedBox.seal(subjectKey, new byte[12], id, subject, "name", NAME),
                        SealedBox.commitment(subjectKey));
        assertThat(open(first)).contains(NAME);
        assertThat(opening(first)).isEmpty();
    }

    @Test
    void a_box_moved_to_another_field_does_not_open() {
        var s = sealedName();
        var moved = new Sealed(s.sealId(), s.subject(), "birth", s.box(), s.keyCommitment());
        assertThatThrownBy(() -> open(moved)).isInstanceOf(TamperedSeal.class);
    }

    @Test
    void a_box_moved_to_another_person_does_not_open() {
        var s = sealedName();
        var other = UUID.randomUUID();
        var batch = vault.newBatch();
        batch.seal(other, "name", "Cá nhân 0002");
        batch.commit();
        var moved = new Sealed(s.sealId(), other, "name", s.box(), s.keyCommitment());
        assertThatThrownBy(() -> open(moved)).isInstanceOf(TamperedSeal.class);
    }

    @Test
    void an_erased_key_opens_nothing_any_more() {
        var sealed = sealedName();
        erase();
        assertThat(open(sealed)).isEmpty();
    }

    private void erase() {
        new Tx(database.keys())
                .call(c -> {
                    try (var s =
                            c.prepareStatement(
                                    "delete from keystore.subject_key where subject = ?")) {
                        s.setObject(1, subject);
                        return s.executeUpdate();
                    }
                });
    }

    @Test
    void without_the_master_key_the_key_store_is_worth_nothing() {
        var sealed = sealedName();
        var otherMaster = new byte[32];
        otherMaster[0] = 1;
        assertThatThrownBy(() -> vault(otherMaster).open(sealed, READER))
                .isInstanceOf(TamperedSeal.class);
    }
}
