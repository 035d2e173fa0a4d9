package vn.sovang.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.seal.KeyFiles;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;

/// Codes stay as they were printed, whatever becomes of the secrets that can become of them.
class VerificationKeysTest {
    private static final String ONE = "0 " + "11".repeat(32) + "\n";
    private static final String TWO = "500 " + "22".repeat(32) + "\n";

    private final ArtifactId item =
            new ArtifactId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

    @TempDir private Path folder;

    private VerificationKeys files() {
        return new KeyFiles(folder, new SecureRandom()).verificationKeys();
    }

    /// A printed code is for ever: this one must not change with the program.
    @Test
    void the_code_of_a_thing_is_the_same_for_ever() {
        assertThat(VerificationKeys.parse(ONE).codeOf(item, 7))
                .hasToString("DAC1-4RP8-0K9P-GW7X-PJBZ");
    }

    @Test
    void an_item_and_an_award_of_one_identity_have_two_codes() {
        var keys = VerificationKeys.parse(ONE);

        assertThat(keys.codeOf(item, 7)).isNotEqualTo(keys.codeOf(new AwardId(item.value()), 7));
    }

    @Test
    void a_further_secret_is_for_things_to_come() {
        var before = VerificationKeys.parse(ONE);
        var after = VerificationKeys.parse(ONE + TWO);

        assertThat(after.codeOf(item, 499)).isEqualTo(before.codeOf(item, 499));
        assertThat(after.codeOf(item, 500)).isNotEqualTo(before.codeOf(item, 500));
        assertThat(after.id()).as("named by the first").isEqualTo(before.id());
        assertThat(after).hasToString("secret of codes " + after.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 11", "1 %s", "0 %s\n0 %s", "0 %s\n7 %s\n6 %s", "x %s", "0  %s"})
    void a_text_that_is_no_secrets_is_refused(String text) {
        var filled = text.replace("%s", "11".repeat(32));

        assertThatThrownBy(() -> VerificationKeys.parse(filled))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_secret_lies_beside_the_other_keys_for_its_owner_alone() throws IOException {
        var first = files();

        assertThat(files().codeOf(item, 1)).isEqualTo(first.codeOf(item, 1));
        var file = folder.resolve("verification.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--------");
    }

    @Test
    void a_lost_secret_is_not_replaced_by_another() throws IOException {
        var kept = files().codeOf(item, 1);
        var file = folder.resolve("verification.key");
        var copy = Files.readString(file);
        Files.delete(file);
        assertThatThrownBy(this::files)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("verification.id");
        assertThat(file).doesNotExist();

        Files.writeString(file, ONE);
        assertThatThrownBy(this::files).isInstanceOf(UncheckedIOException.class);

        Files.writeString(file, copy);
        assertThat(files().codeOf(item, 1)).isEqualTo(kept);
        Files.writeString(file, copy + TWO);
        assertThat(files().codeOf(item, 1)).isEqualTo(kept);
    }
}
