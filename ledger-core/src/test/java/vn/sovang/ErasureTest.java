package vn.sovang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.RecipientEvent.RecipientCorrected;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.eventstore.DcbCriterion;
import vn.sovang.eventstore.EventLog;
import vn.sovang.postgres.Database;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.postgres.Tx;
import vn.sovang.privacy.SubjectErased;
import vn.sovang.privacy.Unmasking;
import vn.sovang.recipient.RecipientChange.CorrectRecipient;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.subject.SubjectCommand.EraseIdentity;
import vn.sovang.subject.SubjectCommand.LiftRestriction;
import vn.sovang.subject.SubjectCommand.RestrictProcessing;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.RestrictionGround;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SubjectId;

/// What an erasure takes away, what it leaves, and that nothing brings it back.
class ErasureTest {
    private static final String NAME = "Người nhận 01";
    private static final Unmasking READER = new Unmasking("u-1", "INSPECTOR", "kiểm tra");

    @TempDir private Path folder;

    private final DatabaseSettings settings = TestDatabase.freshSettings();

    private TestLedger open() {
        return TestLedger.open(settings, folder);
    }

    private static RecipientRegistered register(Ledger ledger) {
        var id = new RecipientId(UUID.randomUUID());
        var batch = ledger.identities().newBatch();
        var registered =
                new RecipientRegistered(
                        id,
                        RecipientKind.INDIVIDUAL,
                        batch.seal(id.value(), "name", NAME),
                        batch.seal(id.value(), "birth", "1931"),
                        null);
        batch.commit();
        assertThat(ledger.submit(new RegisterRecipient(origin("an", "2024-01-10"), registered)))
                .isInstanceOf(Receipt.class);
        return registered;
    }

    private static EraseIdentity erase(RecipientRegistered person) {
        return new EraseIdentity(
                origin("an", "2026-06-01", paper("7/QĐ", "2026-06-01")),
                person.recipient(),
                new SubjectId(person.recipient().value()),
                ErasureGround.SUBJECT_ASKS,
                "binh");
    }

    private static Optional<String> name(Ledger ledger, RecipientRegistered person) {
        return ledger.identities().open(person.name(), READER);
    }

    private static List<String> leaves(Database database) {
        var leaves = new ArrayList<String>();
        try (var log = EventLog.open(database.ledger(), java.time.InstantSource.system())) {
            var everything = List.of(new DcbCriterion(Set.of(), Set.of()));
            for (var event : log.read(everything, 0, Long.MAX_VALUE, 10_000)) {
                leaves.add(HexFormat.of().formatHex(event.leaf()));
            }
        }
        return leaves;
    }

    @Test
    void every_leaf_and_root_stays_and_nobody_can_read_the_name() {
        try (var test = open()) {
            var ledger = test.ledger();
            var person = register(ledger);
            var other = register(ledger);
            var before = leaves(test.database());
            var root = ledger.seal();
            assertThat(name(ledger, person)).contains(NAME);

            assertThat(ledger.submit(erase(person))).isInstanceOf(Receipt.class);

            assertThat(name(ledger, person)).isEmpty();
            assertThat(name(ledger, other)).as("nobody else is touched").contains(NAME);
            var after = leaves(test.database());
            assertThat(after.subList(0, before.size())).isEqualTo(before);
            assertThat(after).hasSize(before.size() + 1);
            assertThat(ledger.seal().size()).isEqualTo(root.size() + 1);
            assertThat(ledger.check(n -> {}).findings())
                    .as("the earlier root is in the new")
                    .isEmpty();
            var shredded =
                    HexFormat.of()
                            .formatHex(NAME.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(after).noneMatch(leaf -> leaf.contains(shredded));
        }
    }

    @Test
    void nothing_is_sealed_or_put_right_for_the_erased() {
        try (var test = open()) {
            var ledger = test.ledger();
            var person = register(ledger);
            var batch = ledger.identities().newBatch();
            var sealedBefore = batch.seal(person.recipient().value(), "name", "Người nhận 02");
            assertThat(ledger.submit(erase(person))).isInstanceOf(Receipt.class);
            assertThatThrownBy(() ->
                            ledger.identities()
                                    .newBatch()
                                    .seal(person.recipient().value(), "name", NAME))
                    .isInstanceOf(SubjectErased.class);
            var late =
                    new CorrectRecipient(
                            origin("an", "2026-06-02", paper("8/QĐ", "2026-06-02")),
                            new RecipientCorrected(person.recipient(), sealedBefore, null, null));
            assertThat(ledger.submit(late))
                    .isInstanceOfSatisfying(
                            Declined.class,
                            d ->
                                    assertThat(d.refused().code())
                                            .isEqualTo(RefusalCode.RECIPIENT_ERASED));
        }
    }

    /// A row of the key store, as a backup has it.
    private static final class KeyRow {
        private final UUID subject;
        private final byte[] wrapped;
        private final byte[] commitment;

        private KeyRow(UUID subject, byte[] wrapped, byte[] commitment) {
            this.subject = subject;
            this.wrapped = wrapped;
            this.commitment = commitment;
        }
    }

    private static KeyRow backup(Database database, UUID subject) {
        return new Tx(database.keys())
                .query(connection -> {
                    try (var statement =
                            connection.prepareStatement(
                                    "select subject, wrapped_key, commitment"
                                            + " from keystore.subject_key where subject = ?")) {
                        statement.setObject(1, subject);
                        try (var rows = statement.executeQuery()) {
                            assertThat(rows.next()).isTrue();
                            return new KeyRow(
                                    rows.getObject(1, UUID.class),
                                    rows.getBytes(2),
                                    rows.getBytes(3));
                        }
                    }
                });
    }

    private static void restore(Database database, KeyRow row) {
        new Tx(database.keys())
                .call(connection -> {
                    try (var statement =
                            connection.prepareStatement(
                                    "insert into keystore.subject_key"
                                            + " (subject, wrapped_key, commitment)"
                                            + " values (?, ?, ?)")) {
                        statement.setObject(1, row.subject);
                        statement.setBytes(2, row.wrapped);
                        statement.setBytes(3, row.commitment);
                        return statement.executeUpdate();
                    }
                });
    }

    private int keys(UUID subject) throws SQLException {
        var admin = TestDatabase.superuser();
        try (var connection =
                        DriverManager.getConnection(
                                settings.keysUrl(), admin.user(), admin.password());
                var statement =
                        connection.prepareStatement(
                                "select count(*) from keystore.subject_key where subject = ?")) {
            statement.setObject(1, subject);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Test
    void a_restored_copy_of_the_key_brings_nobody_back() throws SQLException {
        RecipientRegistered person;
        UUID subject;
        try (var test = open()) {
            person = register(test.ledger());
            subject = person.recipient().value();
            var copy = backup(test.database(), subject);
            test.ledger().submit(erase(person));
            assertThat(keys(subject)).isZero();
            restore(test.database(), copy);
            assertThat(name(test.ledger(), person))
                    .as("while the service runs, the key is there and is not used")
                    .isEmpty();
            assertThat(keys(subject)).isOne();
        }
        try (var test = open()) {
            assertThat(keys(subject)).as("destroyed again before anything opens").isZero();
            assertThat(name(test.ledger(), person)).isEmpty();
        }
    }

    /// As after a power cut between the decision and the destruction: decided in the log, but
    /// neither on the list nor gone from the key store.
    @Test
    void an_erasure_that_a_crash_cut_short_is_finished_at_the_next_start() throws Exception {
        RecipientRegistered person;
        UUID subject;
        try (var test = open()) {
            person = register(test.ledger());
            subject = person.recipient().value();
            var copy = backup(test.database(), subject);
            test.ledger().submit(erase(person));
            Files.delete(folder.resolve("anchor").resolve("erased-subjects"));
            restore(test.database(), copy);
        }
        try (var test = open()) {
            assertThat(keys(subject)).isZero();
            assertThat(name(test.ledger(), person)).isEmpty();
            assertThat(Files.readString(folder.resolve("anchor").resolve("erased-subjects")))
                    .contains(subject.toString());
        }
    }

    @Test
    void a_restored_ledger_that_forgot_the_erasure_does_not_undo_it() throws SQLException {
        UUID subject;
        Sealed name;
        try (var test = open()) {
            var person = register(test.ledger());
            subject = person.recipient().value();
            name = person.name();
            var copy = backup(test.database(), subject);
            // Only the list knows: the log of this ledger never heard of the erasure.
            new vn.sovang.privacy.ErasedSubjects(folder.resolve("anchor")).add(subject);
            assertThat(copy.subject).isEqualTo(subject);
            assertThat(test.ledger().identities().open(name, READER)).isEmpty();
        }
        try (var test = open()) {
            assertThat(keys(subject)).isZero();
            assertThat(test.ledger().identities().open(name, READER)).isEmpty();
        }
    }

    @Test
    void a_restricted_name_is_shown_for_ordinary_work_to_nobody() {
        try (var test = open()) {
            var ledger = test.ledger();
            var person = register(ledger);
            var other = register(ledger);
            var restrict =
                    new RestrictProcessing(
                            origin("an", "2026-06-01", paper("8/QĐ", "2026-06-01")),
                            person.recipient(),
                            RestrictionGround.SUBJECT_ASKS);
            assertThat(ledger.submit(restrict)).isInstanceOf(Receipt.class);
            assertThat(name(ledger, person)).isEmpty();
            assertThat(name(ledger, other)).contains(NAME);
            var inspection =
                    new Unmasking("u-1", "INSPECTOR", "thanh tra", Unmasking.Need.LAW_DEMANDS);
            assertThat(ledger.identities().open(person.name(), inspection)).contains(NAME);
            var lift =
                    new LiftRestriction(
                            origin("an", "2026-06-02", paper("9/QĐ", "2026-06-02")),
                            person.recipient());
            assertThat(ledger.submit(lift)).isInstanceOf(Receipt.class);
            assertThat(name(ledger, person)).contains(NAME);
        }
    }
}
