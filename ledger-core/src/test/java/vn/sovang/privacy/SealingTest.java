package vn.sovang.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
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
        assertThat(birth.keyCommitment()).isEqualTo(name.keyCommitment());
        assertThat(open(birth)).contains("1931");
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
    void an_erased_key_opens_nothing_any_more() throws SQLException {
        var sealed = sealedName();
        new Tx(database.keys())
                .call(c -> {
                    try (var s =
                            c.prepareStatement(
                                    "delete from keystore.subject_key where subject = ?")) {
                        s.setObject(1, subject);
                        return s.executeUpdate();
                    }
                });
        assertThat(open(sealed)).isEmpty();
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
