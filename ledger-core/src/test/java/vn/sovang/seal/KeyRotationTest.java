package vn.sovang.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.testing.PhanRang.origin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission;
import vn.sovang.Submission.Receipt;
import vn.sovang.event.EventCodec;
import vn.sovang.event.SigningKeyEvent;
import vn.sovang.event.SigningKeyEvent.SigningKeyIntroduced;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.tlog.NoteSigner;
import vn.sovang.tlog.NoteVerdict;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.VerifierKey;

/// One signing key takes over from another while the log goes on.
class KeyRotationTest {
    private static final String INSERT =
            """
            with leaf as (select convert_to(?, 'UTF8') bytes), inserted as (
                insert into ledger.event
                select (select max(position) + 1 from ledger.event), now(),
                    'ledger.SigningKeyIntroduced', bytes, sha256('\\x00'::bytea || bytes)
                from leaf
                returning position, type
            )
            insert into ledger.event_tag select ?, position, type from inserted
            """;

    @TempDir private Path folder;

    private final DatabaseSettings settings = TestDatabase.freshSettings();

    private TestLedger open() {
        return TestLedger.open(settings, folder);
    }

    private VerifierKey vkey() throws IOException {
        return VerifierKey.parse(Files.readString(folder.resolve("keys/vkey")).strip());
    }

    private static void done(Submission submission) {
        assertThat(submission).isInstanceOf(Receipt.class);
    }

    private static void begin(TestLedger it) {
        done(it.ledger().introduceSigningKey(origin("an", "2026-11-01")));
    }

    private static void finish(TestLedger it) {
        done(it.ledger().retireSigningKey(origin("an", "2026-11-02")));
    }

    private static List<VerifierKey> signedBy(SealedCheckpoint checkpoint, VerifierKey... keys) {
        var note = SignedNote.parse(checkpoint.note().getBytes(StandardCharsets.UTF_8));
        return note.verify(List.of(keys)) instanceof NoteVerdict.Verified verified
                ? verified.by().stream().map(NoteVerdict.ValidSignature::key).toList()
                : List.of();
    }

    private CheckReport verify(TestLedger it, VerifierKey key) throws IOException {
        var directory = folder.resolve("export");
        new LogExport(it.ledger().published())
                .write(it.ledger().seal(), it.ledger().verifierKey(), directory, n -> {});
        return LogDirectory.verify(directory, key, n -> {});
    }

    @Test
    void both_sign_during_the_overlap_and_the_new_one_alone_after_it() throws IOException {
        try (var it = open()) {
            var first = it.ledger().seal();
            var old = vkey();
            assertThat(first.note().lines().filter(line -> line.startsWith("—"))).hasSize(1);

            begin(it);
            var young = it.ledger().signingKeys().inUse().getLast();
            assertThat(signedBy(it.ledger().seal(), old, young)).containsExactly(old, young);
            assertThat(it.ledger().verifierKey()).isEqualTo(old);
            assertThat(verify(it, old).findings()).isEmpty();
            assertThat(verify(it, young).findings()).isEmpty();

            finish(it);
            it.ledger().submit(Schools.school("Trường A"));
            assertThat(signedBy(it.ledger().seal(), old, young)).containsExactly(young);
            assertThat(it.ledger().verifierKey()).isEqualTo(young).isEqualTo(vkey());
            assertThat(folder.resolve("keys/log.next.key")).doesNotExist();
            assertThat(it.ledger().check(n -> {}).findings())
                    .as("checkpoints of each key's time verify by it")
                    .isEmpty();
        }
        try (var again = open()) {
            again.ledger().submit(Schools.school("Trường B"));
            assertThat(again.ledger().seal().size()).isEqualTo(again.ledger().feed().head());
            assertThat(again.ledger().signingKeys().keys()).hasSize(2);
        }
    }

    @Test
    void a_second_rotation_follows_the_first() throws IOException {
        try (var it = open()) {
            it.ledger().seal();
            var old = vkey();
            begin(it);
            finish(it);
            begin(it);
            finish(it);
            assertThat(it.ledger().signingKeys().keys()).hasSize(3);
            assertThat(verify(it, old).findings()).as("two hand-overs on").isEmpty();
            assertThat(verify(it, vkey()).findings()).isEmpty();
            assertThat(it.ledger().check(n -> {}).findings()).isEmpty();
        }
    }

    /// An auditor who has nothing but the first key.
    @Test
    void the_holder_of_the_old_key_learns_the_new_one_from_the_handover_only() throws IOException {
        try (var it = open()) {
            it.ledger().seal();
            var old = vkey();
            begin(it);
            finish(it);
            it.ledger().submit(Schools.school("Trường A"));
            assertThat(verify(it, old).findings()).isEmpty();

            var handovers = folder.resolve("export/handover");
            Path handover;
            try (var files = Files.list(handovers)) {
                handover = files.findFirst().orElseThrow();
            }
            var bytes = Files.readAllBytes(handover);
            int text = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\n\n");
            for (int at = 0; at < text; at += 7) {
                bytes[at] ^= 1;
                Files.write(handover, bytes);
                assertThat(LogDirectory.verify(folder.resolve("export"), old, n -> {}).intact())
                        .as("byte " + at)
                        .isFalse();
                bytes[at] ^= 1;
            }
            Files.delete(handover);
            assertThat(LogDirectory.verify(folder.resolve("export"), old, n -> {}).findings())
                    .as("entries alone make no key believed")
                    .isNotEmpty();
        }
    }

    @Test
    void a_running_node_notices_without_a_restart() {
        try (var service = open();
                var commandLine = open()) {
            service.ledger().seal();
            begin(commandLine);
            assertThat(signatures(service.ledger().seal())).isEqualTo(2);
            finish(commandLine);
            service.ledger().submit(Schools.school("Trường A"));
            assertThat(signatures(service.ledger().seal())).isEqualTo(1);
            assertThat(service.ledger().check(n -> {}).findings()).isEmpty();
        }
    }

    private static long signatures(SealedCheckpoint checkpoint) {
        return checkpoint.note().lines().filter(line -> line.startsWith("—")).count();
    }

    /// The event that retires the key is stored, then the process dies.
    @Test
    void a_rotation_that_broke_off_is_finished_by_the_next_start() throws IOException {
        var keys = folder.resolve("keys");
        try (var it = open()) {
            begin(it);
            for (var name : List.of("log.key", "log.next.key", "vkey", "vkeys")) {
                Files.copy(keys.resolve(name), folder.resolve(name));
            }
            finish(it);
            for (var name : List.of("log.key", "log.next.key", "vkey", "vkeys")) {
                Files.copy(
                        folder.resolve(name),
                        keys.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var old = vkey();
        try (var it = open()) {
            assertThat(vkey()).isNotEqualTo(old).isEqualTo(it.ledger().verifierKey());
            assertThat(keys.resolve("log.next.key")).doesNotExist();
            assertThat(signatures(it.ledger().seal())).isEqualTo(1);
            assertThat(it.ledger().check(n -> {}).findings()).isEmpty();
        }
    }

    @Test
    void a_begin_that_broke_off_before_its_event_is_begun_again_with_the_same_key() {
        try (var it = open()) {
            it.ledger().seal();
            var prepared =
                    new KeyFiles(folder.resolve("keys"), new SecureRandom())
                            .prepareNext()
                            .verifierKey();
            assertThat(signatures(it.ledger().seal())).as("a file alone signs nothing").isOne();
            begin(it);
            assertThat(it.ledger().signingKeys().inUse()).endsWith(prepared);
        }
    }

    /// With the service's own password somebody writes that his key signs from now on.
    @Test
    void a_key_that_somebody_inserts_by_hand_is_not_believed() throws IOException, SQLException {
        var evil = NoteSigner.ed25519("test.example/ledger", new byte[32]).verifierKey();
        try (var it = open()) {
            it.ledger().seal();
            for (var named : List.of(evil.toString(), "no key at all")) {
                insert(it, new SigningKeyIntroduced(named, vkey().toString()));
            }
        }
        try (var it = open()) {
            assertThat(it.ledger().verifierKey()).isEqualTo(vkey());
            assertThat(it.ledger().signingKeys().inUse()).containsExactly(vkey());
            assertThatThrownBy(() -> it.ledger().seal()).isInstanceOf(SealingRefused.class);
            assertThat(it.ledger().feed().after(0, 10)).as("reading goes on").hasSize(10);
        }
    }

    private static void insert(TestLedger it, SigningKeyEvent event) throws SQLException {
        var leaf =
                new EventCodec().encode(UUID.randomUUID(), origin("eve", "2026-11-01").fact(event));
        var text = new String(leaf, StandardCharsets.UTF_8).replace("0000-00-00", "2026-11-01");
        try (var connection = it.database().ledger().getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, text);
            insert.setString(2, SigningKeyEvent.TAG);
            insert.execute();
        }
    }

    @Test
    void a_lost_signing_key_is_not_replaced_by_a_fresh_one() throws IOException {
        try (var it = open()) {
            it.ledger().seal();
        }
        Files.delete(folder.resolve("keys/log.key"));
        assertThatThrownBy(this::open)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("log.key");
        assertThat(folder.resolve("keys/log.key")).doesNotExist();
    }

    @Test
    void keys_are_made_before_the_first_start_and_never_overwritten() throws IOException {
        var files = new KeyFiles(folder.resolve("keys"), new SecureRandom());
        var made = files.generate("made.example/ledger").orElseThrow();
        assertThat(vkey()).isEqualTo(made.verifierKey());
        assertThat(files.generate("other.example/ledger")).isEmpty();
        try (var it = open()) {
            assertThat(it.ledger().verifierKey()).isEqualTo(made.verifierKey());
            assertThat(it.ledger().opened().origin()).isEqualTo("made.example/ledger");
        }
    }
}
