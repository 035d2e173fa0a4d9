package vn.sovang.projection.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Ledger;
import vn.sovang.LedgerSettings;
import vn.sovang.Submission.Receipt;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.decision.RecordDecision;
import vn.sovang.event.Actor;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.founding.ReferenceData;
import vn.sovang.postgres.Database;
import vn.sovang.projection.Projections;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.statistics.Cell;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsQuery;
import vn.sovang.projection.statistics.View;
import vn.sovang.recipient.JoinCommand.JoinRecipients;
import vn.sovang.recipient.JoinCommand.SeparateRecipients;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.subject.SubjectCommand.EraseIdentity;
import vn.sovang.testing.TestDatabase;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.JoinEvidence;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SubjectId;
import vn.sovang.vocabulary.UnitId;

/// A whole ledger with real keys: suspected pairs, joins as known at a position, and what an
/// erasure leaves of both and of the statistics. The people are nobody.
class DuplicatesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final UnitId CITY =
            ReferenceData.units().stream()
                    .filter(u -> u.name().equals("thành phố Phan Rang - Tháp Chàm"))
                    .findFirst()
                    .orElseThrow()
                    .unit();

    @TempDir private Path folder;

    private final Database database = TestDatabase.fresh();
    private Ledger ledger;
    private Projections projections;

    @BeforeEach
    void open() {
        ledger =
                Ledger.open(
                        new LedgerSettings(
                                database,
                                folder.resolve("keys"),
                                folder.resolve("anchor"),
                                "test.example/duplicates",
                                InstantSource.system()));
        projections =
                Projections.open(
                        database.read(), ledger.feed(), "test", ledger.identities().blindIndex());
        projections.start();
    }

    @AfterEach
    void close() {
        projections.close();
        ledger.close();
        database.close();
    }

    private Projections settled() {
        assertThat(projections.awaitPosition(ledger.feed().head(), PATIENCE)).isTrue();
        return projections;
    }

    private static Origin at(String day) {
        return new Origin(
                Request.of(UUID.randomUUID(), "test"),
                new Actor("an", "CLERK", null),
                null,
                Instant.parse("2026-11-22T02:00:00Z"),
                new Document.Paper(
                        new DocumentNumber(UUID.randomUUID().toString()),
                        LocalDate.parse(day),
                        "UBND thành phố",
                        null,
                        null),
                LocalDate.parse(day),
                null);
    }

    private long submit(Command command) {
        var submission = ledger.submit(command);
        assertThat(submission).isInstanceOf(Receipt.class);
        return ((Receipt) submission).last();
    }

    private RecipientId person(String name, @Nullable String birth) {
        return person(name, birth, RecipientKind.INDIVIDUAL);
    }

    private RecipientId person(String name, @Nullable String birth, RecipientKind kind) {
        var id = new RecipientId(UUID.randomUUID());
        var batch = ledger.identities().newBatch();
        Sealed sealedBirth = birth == null ? null : batch.seal(id.value(), "birth", birth);
        var registered =
                new RecipientRegistered(
                        id, kind, batch.seal(id.value(), "name", name), sealedBirth, null);
        batch.commit();
        submit(new RegisterRecipient(at("2010-01-01"), registered));
        return id;
    }

    private Set<Set<RecipientId>> suspected() {
        return settled().duplicates().suspected(Duplicates.MAX_PAIRS).stream()
                .map(pair -> Set.of(pair.one(), pair.other()))
                .collect(Collectors.toSet());
    }

    @Test
    void spellings_of_one_name_are_suspected_and_other_names_are_not() {
        var plain = person("Nguyễn Thử Hoà", "1931");
        var tone = person("Nguyễn Thử Hòa", "17/12/1931");
        var open = person(Normalizer.normalize("NGUYỄN THỬ HÒA", Normalizer.Form.NFD), null);
        var titled = person("Ông  Nguyễn Thử Hòa", "1931");
        var bare = person("Nguyen Thu Hoa", "1931");
        person("Nguyễn Thử Hòa", "1940");
        person("Nguyễn Thử Hòa", "1931", RecipientKind.HOUSEHOLD);
        person("Nguyễn Thử Hoàng", "1931");
        var older = Set.of(plain, tone, titled, bare);
        var pairs = settled().duplicates().suspected(Duplicates.MAX_PAIRS);
        var found =
                pairs.stream()
                        .map(pair -> Set.of(pair.one(), pair.other()))
                        .collect(Collectors.toSet());
        for (var one : older) {
            for (var other : older) {
                if (!one.equals(other)) {
                    assertThat(found).contains(Set.of(one, other));
                }
            }
            assertThat(found).as("no year says no less").contains(Set.of(one, open));
        }
        assertThat(found)
                .as("six pairs of the four, four with the one without a year, one with the younger")
                .hasSize(11);
        var last = pairs.getLast();
        assertThat(pairs.getFirst().sameSpelling()).isTrue();
        assertThat(pairs.getFirst().sameYear()).isTrue();
        assertThat(last.sameSpelling()).as("without accents comes last").isFalse();
    }

    @Test
    void no_table_holds_a_name_or_a_guessable_token() throws Exception {
        person("Nguyễn Thử Hòa", "1931");
        settled();
        try (var connection = database.read().getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select to_jsonb(p)::text from read_duplicates.person p")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).doesNotContain("Hòa").doesNotContain("1931");
        }
    }

    private AwardId award(RecipientId recipient, String day) {
        var award = new AwardId(UUID.randomUUID());
        var line =
                new AwardLine(
                        new AwardCode("GK_HUYEN"),
                        Rank.NONE,
                        recipient,
                        RecipientKind.INDIVIDUAL,
                        CommendationType.CONG_TRANG,
                        null);
        submit(
                new RecordDecision(
                        at(day),
                        new DecisionId(UUID.randomUUID()),
                        CITY,
                        List.of(
                                new RecordDecision.Line(
                                        award, ConferralMode.TANG, null, null, line))));
        return award;
    }

    private long distinct(long knownAt) {
        return settled()
                .duplicates()
                .distinctRecipients(
                        CITY,
                        LocalDate.parse("2010-01-01"),
                        LocalDate.parse("2010-12-31"),
                        knownAt);
    }

    @Test
    void a_join_is_a_persons_decision_and_counts_as_known_at_the_position() {
        var a = person("Nguyễn Thử Hoà", "1931");
        var b = person("Nguyễn Thử Hòa", "1931");
        var c = person("Nguyen Thu Hoa", "1931");
        award(a, "2010-03-01");
        award(b, "2010-04-01");
        award(c, "2010-05-01");
        long before = ledger.feed().head();
        assertThat(suspected()).hasSize(3);
        assertThat(distinct(before)).isEqualTo(3);
        var file = JoinEvidence.SAME_FILE;
        long one = submit(new JoinRecipients(at("2026-02-01"), a, b, file));
        long two = submit(new JoinRecipients(at("2026-02-02"), c, b, file));
        assertThat(suspected())
                .as("what was decided is not asked again")
                .isEqualTo(Set.of(Set.of(a, c)));
        assertThat(distinct(two)).isEqualTo(1);
        assertThat(distinct(one)).isEqualTo(2);
        assertThat(distinct(before)).as("as it was known then").isEqualTo(3);
        var register = settled().register();
        assertThat(register.sameAs(a)).containsExactlyInAnyOrder(a, b, c);
        assertThat(register.awards(AwardFilter.of(a), null, 10).rows()).hasSize(3);
        long undone = submit(new SeparateRecipients(at("2026-02-03"), b, a));
        assertThat(distinct(undone)).isEqualTo(2);
        assertThat(distinct(two)).isEqualTo(1);
        assertThat(settled().register().sameAs(a)).containsExactly(a);
        assertThat(settled().register().awards(AwardFilter.of(c), null, 10).rows()).hasSize(2);
        assertThat(suspected()).as("they are two: somebody said so").doesNotContain(Set.of(a, b));
        assertThat(settled().rebuild("duplicates").identical()).isTrue();
    }

    private EraseIdentity erase(RecipientId person) {
        return new EraseIdentity(
                at("2026-06-01"),
                person,
                new SubjectId(person.value()),
                ErasureGround.RETENTION_ENDED,
                "binh");
    }

    private List<Cell> figures(long knownAt) {
        var answer =
                settled()
                        .statistics()
                        .ask(
                                new StatisticsQuery(
                                        PeriodPolicy.CALENDAR,
                                        Period.parse("2010-H1"),
                                        null,
                                        new KnownAt.AtPosition(knownAt),
                                        View.ORIGINAL));
        assertThat(answer).isInstanceOf(Answered.class);
        return ((Answered) answer).cells();
    }

    @Test
    void an_erasure_leaves_every_figure_and_takes_every_token() {
        var a = person("Nguyễn Thử Hoà", "1931");
        var b = person("Nguyễn Thử Hòa", "1931");
        var award = award(a, "2010-03-01");
        long before = ledger.feed().head();
        var figures = figures(before);
        assertThat(figures.toString()).contains("GK_HUYEN");
        assertThat(suspected()).containsExactly(Set.of(a, b));
        submit(erase(a));
        assertThat(suspected()).isEmpty();
        assertThat(figures(before)).isEqualTo(figures);
        assertThat(figures(ledger.feed().head())).isEqualTo(figures);
        assertThat(distinct(ledger.feed().head())).isEqualTo(1);
        var register = settled().register();
        assertThat(register.award(award)).isPresent();
        assertThat(register.recipient(a).orElseThrow().erasedOn())
                .isEqualTo(LocalDate.parse("2026-06-01"));
        for (var model : List.of("duplicates", "register", "statistics", "history")) {
            assertThat(settled().rebuild(model).identical()).as(model).isTrue();
        }
        assertThat(suspected()).isEmpty();
        assertThat(settled().history().of(a)).hasSize(3);
    }
}
