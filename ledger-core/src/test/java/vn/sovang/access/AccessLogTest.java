package vn.sovang.access;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Ledger;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.access.AccessEntry.Before;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.access.AccessEntry.Missed;
import vn.sovang.access.AccessEntry.Opened;
import vn.sovang.access.AccessEntry.Refused;
import vn.sovang.access.AccessEntry.Searched;
import vn.sovang.access.AccessEntry.Unmasked;
import vn.sovang.access.Accessor.Standing;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.privacy.Unmasking;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.subject.SubjectCommand.EraseIdentity;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SubjectId;

/// Reads are on record, beside the ledger and not in its way.
class AccessLogTest {
    private static final String NAME = "Người nhận 01";
    private static final Accessor CLERK = Accessor.claimed("u-1", "CLERK");
    private static final Unmasking INSPECTOR =
            new Unmasking("u-2", "INSPECTOR", "kiểm tra hồ sơ của " + NAME);

    @TempDir private Path folder;

    private final DatabaseSettings settings = TestDatabase.freshSettings();

    private TestLedger open() {
        return TestLedger.open(settings, folder);
    }

    private static Opened opened(UUID subject) {
        return new Opened("GET /khen-thuong/{id}", List.of(subject));
    }

    private static List<AccessLine> all(Ledger ledger) {
        return ledger.access().find(AccessQuestion.ALL).lines();
    }

    private static Sealed sealedName(Ledger ledger, UUID person) {
        var batch = ledger.identities().newBatch();
        var sealed = batch.seal(person, "name", NAME);
        batch.commit();
        return sealed;
    }

    @FunctionalInterface
    private interface Deed {
        void done() throws Exception;
    }

    /// While the database refuses every row of the access log, and nothing else.
    private void whileItTakesNothing(Deed deed) throws Exception {
        asSuperuser("revoke insert on access.event from sovang_ledger");
        try {
            deed.done();
        } finally {
            asSuperuser("grant insert on access.event to sovang_ledger");
        }
    }

    private void asSuperuser(String sql) throws SQLException {
        try (var admin = TestDatabase.superuser(settings);
                var statement = admin.createStatement()) {
            statement.execute("set sovang.bootstrap = 'on'");
            statement.execute(sql);
        }
    }

    /// The ledger's lock is held elsewhere: nothing could be recorded now.
    @Test
    void a_read_waits_for_nothing_the_ledger_does_and_leaves_its_head_alone() throws SQLException {
        try (var test = open()) {
            var ledger = test.ledger();
            long head = ledger.feed().head();
            var sealed = sealedName(ledger, UUID.randomUUID());
            try (var writer = test.database().ledger().getConnection()) {
                writer.setAutoCommit(false);
                try (var statement = writer.createStatement()) {
                    statement.execute("select pg_advisory_xact_lock(78533437)");
                }
                ledger.access().enter(CLERK, List.of(opened(UUID.randomUUID())));
                assertThat(ledger.identities().open(sealed, INSPECTOR)).contains(NAME);
                assertThat(ledger.access().seal().size()).isEqualTo(2);
                writer.rollback();
            }
            assertThat(all(ledger)).hasSize(2);
            assertThat(ledger.feed().head()).isEqualTo(head);
            assertThat(ledger.checkpoint()).as("nobody sealed the ledger").isEmpty();
        }
    }

    @Test
    void an_unmasking_is_entered_by_person_and_its_reason_is_sealed() throws Exception {
        try (var test = open()) {
            var ledger = test.ledger();
            var person = UUID.randomUUID();
            assertThat(ledger.identities().open(sealedName(ledger, person), INSPECTOR))
                    .contains(NAME);
            var line = all(ledger).getFirst();
            assertThat(line.who())
                    .isEqualTo(new Accessor("u-2", "INSPECTOR", null, null, Standing.CLAIMED));
            var unmasked = (Unmasked) line.what();
            assertThat(unmasked.subject()).isEqualTo(person);
            assertThat(unmasked.fields()).containsExactly("name");
            assertThat(unmasked.need()).isEqualTo(Unmasking.Need.WORK);
            assertThat(leaves(test)).noneMatch(leaf -> leaf.contains("Người"));
            assertThat(ledger.identities().open(unmasked.reason(), INSPECTOR))
                    .contains(INSPECTOR.purpose());
            assertThat(all(ledger)).as("who reads reasons is on record too").hasSize(2);
        }
    }

    private static List<String> leaves(TestLedger test) throws SQLException {
        var leaves = new ArrayList<String>();
        try (var connection = test.database().access().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select leaf from event order by position")) {
            while (rows.next()) {
                leaves.add(new String(rows.getBytes(1), StandardCharsets.UTF_8));
            }
        }
        return leaves;
    }

    @Test
    void nothing_is_unmasked_or_exported_that_cannot_be_entered() throws Exception {
        try (var test = open()) {
            var ledger = test.ledger();
            var sealed = sealedName(ledger, UUID.randomUUID());
            whileItTakesNothing(() -> {
                assertThatThrownBy(() -> ledger.identities().open(sealed, INSPECTOR))
                        .isInstanceOf(AccessNotEntered.class);
                assertThatThrownBy(() -> ledger.identities().openings(List.of(sealed), INSPECTOR))
                        .isInstanceOf(AccessNotEntered.class);
                assertThatThrownBy(() ->
                                ledger.access()
                                        .enter(CLERK, List.of(new Exported("export", "1..9"))))
                        .isInstanceOf(AccessNotEntered.class);
            });
            assertThat(all(ledger)).isEmpty();
            assertThat(ledger.alarms()).as("nothing was seen either").isEmpty();
            assertThat(ledger.identities().open(sealed, INSPECTOR)).contains(NAME);
        }
    }

    @Test
    void views_go_on_with_an_alarm_and_the_gap_is_entered_afterwards() throws Exception {
        try (var test = open()) {
            var ledger = test.ledger();
            var before = Instant.now();
            whileItTakesNothing(() -> {
                for (int i = 0; i < 3; i++) {
                    ledger.access().note(CLERK, List.of(opened(UUID.randomUUID())));
                }
                await().atMost(20, SECONDS)
                        .until(() -> ledger.alarms().stream().anyMatch(a -> a.contains("3 views")));
            });
            ledger.access().note(CLERK, List.of(opened(UUID.randomUUID())));
            await().atMost(20, SECONDS).until(() -> ledger.access().size() == 2);
            var gap = all(ledger).getLast();
            assertThat(gap.who().user()).isEqualTo("system");
            assertThat(gap.what())
                    .isInstanceOfSatisfying(
                            Missed.class,
                            missed -> {
                                assertThat(missed.count()).isEqualTo(3);
                                assertThat(missed.since()).isBetween(before, Instant.now());
                            });
            assertThat(ledger.alarms()).as("it is not forgotten").isNotEmpty();
        }
    }

    /// The log's own lock is held elsewhere, so that its queue fills.
    @Test
    void a_full_queue_keeps_no_view_waiting_and_loses_none_uncounted() throws Exception {
        int views = 6_000;
        try (var test = open()) {
            var ledger = test.ledger();
            try (var elsewhere = TestDatabase.superuser(settings);
                    var statement = elsewhere.createStatement()) {
                elsewhere.setAutoCommit(false);
                statement.execute("select pg_advisory_xact_lock(78533438)");
                for (int i = 0; i < views; i++) {
                    ledger.access().note(CLERK, List.of(opened(UUID.randomUUID())));
                }
                await().atMost(20, SECONDS).until(() -> !ledger.alarms().isEmpty());
                elsewhere.rollback();
            }
            await().atMost(20, SECONDS)
                    .until(() -> stored(ledger) + missed(ledger) == views && missed(ledger) > 0);
        }
    }

    private static long stored(Ledger ledger) {
        return count(ledger, "Opened");
    }

    private static long count(Ledger ledger, String kind) {
        long count = 0;
        @Nullable Long after = 0L;
        while (after != null) {
            var question = AccessQuestion.ALL.of(kind).page(after, AccessQuestion.MAX_LIMIT);
            var page = ledger.access().find(question);
            count += page.lines().size();
            after = page.next();
        }
        return count;
    }

    private static long missed(Ledger ledger) {
        return ledger.access().find(AccessQuestion.ALL.of("Missed")).lines().stream()
                .mapToLong(line -> ((Missed) line.what()).count())
                .sum();
    }

    @Test
    void who_breaks_the_separation_of_duties_is_on_record() {
        try (var test = open()) {
            var ledger = test.ledger();
            var person = new RecipientId(UUID.randomUUID());
            var registered =
                    new RecipientRegistered(
                            person,
                            RecipientKind.INDIVIDUAL,
                            sealedName(ledger, person.value()),
                            null,
                            null);
            assertThat(ledger.submit(new RegisterRecipient(origin("an", "2024-01-10"), registered)))
                    .isInstanceOf(Receipt.class);
            var alone =
                    new EraseIdentity(
                            origin("an", "2026-06-01", paper("7/QĐ", "2026-06-01")),
                            person,
                            new SubjectId(person.value()),
                            ErasureGround.SUBJECT_ASKS,
                            "an");
            assertThat(ledger.submit(alone)).isInstanceOf(Declined.class);
            await().atMost(20, SECONDS).until(() -> ledger.access().size() == 1);
            var line = all(ledger).getFirst();
            assertThat(line.who().user()).isEqualTo("an");
            assertThat(line.what())
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> {
                                assertThat(refused.code()).isEqualTo("SECOND_PERSON_MISSING");
                                assertThat(refused.what()).isEqualTo("EraseIdentity");
                            });
        }
    }

    /// Against a list in memory.
    @Test
    void every_question_is_answered_as_by_looking_through_all() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("AccessLogTest seed=" + seed);
        var random = new Random(seed);
        try (var test = open()) {
            var access = test.ledger().access();
            var people = Stream.generate(UUID::randomUUID).limit(4).toList();
            for (int i = 0; i < 60; i++) {
                var who = Accessor.claimed("u-" + random.nextInt(3), "CLERK");
                var whose =
                        List.of(people.get(random.nextInt(2)), people.get(2 + random.nextInt(2)));
                access.enter(
                        who,
                        List.of(
                                random.nextBoolean()
                                        ? new Opened("x", whose)
                                        : new Searched("x", List.of(), whose)));
            }
            var all = all(test.ledger());
            assertThat(all).hasSize(60);
            for (int i = 0; i < 200; i++) {
                var question = question(random, people, all);
                var expected = all.stream().filter(line -> matches(line, question)).toList();
                var page = access.find(question);
                assertThat(page.lines())
                        .as("%s", question)
                        .isEqualTo(expected.stream().limit(question.limit()).toList());
                assertThat(page.next() == null).isEqualTo(expected.size() <= question.limit());
            }
        }
    }

    private static AccessQuestion question(Random random, List<UUID> people, List<AccessLine> all) {
        return new AccessQuestion(
                random.nextBoolean() ? null : people.get(random.nextInt(4)),
                random.nextBoolean() ? null : "u-" + random.nextInt(4),
                random.nextBoolean() ? Set.of() : Set.of("Opened"),
                random.nextBoolean() ? null : all.get(random.nextInt(60)).at(),
                random.nextBoolean() ? null : all.get(random.nextInt(60)).at(),
                random.nextInt(70),
                1 + random.nextInt(20));
    }

    private static boolean matches(AccessLine line, AccessQuestion question) {
        var from = question.from();
        var to = question.to();
        return line.position() > question.after()
                && (question.subject() == null
                        || line.what().subjects().contains(question.subject()))
                && (question.user() == null || line.who().user().equals(question.user()))
                && (question.kinds().isEmpty() || line.what() instanceof Opened)
                && (from == null || !line.at().isBefore(from))
                && (to == null || !line.at().isAfter(to));
    }

    @Test
    void the_file_of_an_earlier_version_is_taken_in_once_and_kept() throws IOException {
        var person = UUID.randomUUID();
        var anchor = Files.createDirectories(folder.resolve("anchor"));
        var file = anchor.resolve("unmaskings.tsv");
        var text =
                """
                2026-01-02T03:04:05.000006Z\tu-9\tCLERK\tđối chiếu\tWORK\t%s\tname
                2026-01-02T03:04:06Z\tu-9\tCLERK\tđối chiếu\tWORK\t%s\tbirth
                broken by a power cut
                """
                        .formatted(person, person);
        Files.writeString(file, text);
        try (var test = open()) {
            var taken = test.ledger().access().find(AccessQuestion.ALL.by("u-9")).lines();
            assertThat(taken).hasSize(2);
            var first = (Unmasked) taken.getFirst().what();
            assertThat(first.subjects()).containsExactly(person);
            assertThat(first.fields()).containsExactly("name");
            assertThat(first.before())
                    .isEqualTo(
                            new Before(
                                    "unmaskings.tsv",
                                    Instant.parse("2026-01-02T03:04:05.000006Z")));
            assertThat(test.ledger().identities().open(first.reason(), INSPECTOR))
                    .contains("đối chiếu");
        }
        assertThat(file).doesNotExist();
        try (var files = Files.list(anchor)) {
            var kept = files.filter(f -> f.toString().endsWith(".taken-in.tsv")).toList();
            assertThat(kept).hasSize(1);
            assertThat(kept.getFirst()).hasContent(text);
        }
        Files.writeString(file, text);
        try (var test = open()) {
            assertThat(test.ledger().access().find(AccessQuestion.ALL.by("u-9")).lines())
                    .as("a crash before the renaming enters nothing twice")
                    .hasSize(2);
        }
        assertThat(file).doesNotExist();
    }
}
