package vn.sovang.projection.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import vn.sovang.Ledger;
import vn.sovang.LedgerSettings;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decider.RefusalCode;
import vn.sovang.eventstore.DcbCriterion;
import vn.sovang.eventstore.EventLog;
import vn.sovang.postgres.Database;
import vn.sovang.privacy.Unmasking;
import vn.sovang.projection.Projections;
import vn.sovang.projection.Projections.Secrets;
import vn.sovang.projection.custody.Place;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsQuery;
import vn.sovang.projection.statistics.View;
import vn.sovang.seal.KeyFiles;
import vn.sovang.testing.PhanRang;
import vn.sovang.testing.TestDatabase;
import vn.sovang.tlog.Frontier;
import vn.sovang.tlog.Hash;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.Sealed;

/// Tells a story to a whole ledger with real keys and all read models, an act a line: the day, the
/// paper behind it, what is done. Every act is taken, or refused with the code the story names.
public final class Story implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database = TestDatabase.fresh();
    private final Ledger ledger;
    private final Projections projections;

    public Story(Path folder) {
        ledger =
                Ledger.open(
                        new LedgerSettings(
                                database,
                                folder.resolve("keys"),
                                folder.resolve("anchor"),
                                "test.example/story",
                                InstantSource.system()));
        projections =
                Projections.open(
                        database.read(),
                        ledger.feed(),
                        "test",
                        new Secrets(
                                ledger.identities().blindIndex(),
                                new KeyFiles(folder.resolve("keys"), new SecureRandom())
                                        .verificationKeys()));
        projections.start();
    }

    private static Origin of(String day, String number) {
        return PhanRang.origin("an", day, PhanRang.paper(number, day));
    }

    /// The act is taken.
    public Story on(String day, String number, Function<Origin, Command> act) {
        assertThat(ledger.submit(act.apply(of(day, number))))
                .as("%s, %s", day, number)
                .isInstanceOf(Receipt.class);
        return this;
    }

    /// The act is refused for this reason, and nothing is recorded.
    public Story refused(
            RefusalCode why, String day, String number, Function<Origin, Command> act) {
        long before = ledger.feed().head();
        assertThat(ledger.submit(act.apply(of(day, number))))
                .as("%s, %s", day, number)
                .isInstanceOfSatisfying(
                        Declined.class, no -> assertThat(no.refused().code()).isEqualTo(why));
        assertThat(ledger.feed().head()).isEqualTo(before);
        return this;
    }

    /// Fields of one person, sealed under that person's own key, in the order given: each name of a
    /// field is followed by its text.
    public List<Sealed> sealed(UUID subject, String... fields) {
        var batch = ledger.identities().newBatch();
        var sealed = new ArrayList<Sealed>();
        for (int i = 0; i < fields.length; i += 2) {
            sealed.add(batch.seal(subject, fields[i], fields[i + 1]));
        }
        batch.commit();
        return sealed;
    }

    /// What whoever has that need reads of the fields: those that do not open are missing.
    public List<String> opened(List<Sealed> fields, Unmasking.Need need) {
        var who = new Unmasking("binh", "INSPECTOR", "kiểm tra", need);
        return fields.stream()
                .flatMap(field -> ledger.identities().open(field, who).stream())
                .toList();
    }

    /// Position of what was told last.
    public long position() {
        return ledger.feed().head();
    }

    /// The read models, as far as the story was told.
    public Projections read() {
        assertThat(projections.awaitPosition(ledger.feed().head(), PATIENCE)).isTrue();
        return projections;
    }

    /// What happened to a thing, as known at a position: day and stored name of each event.
    public List<String> lines(Id thing, long knownAt) {
        return read().history().of(thing, knownAt).stream()
                .map(line -> line.effectiveOn() + " " + simple(line.type()))
                .toList();
    }

    private static String simple(String type) {
        return type.substring(type.indexOf('.') + 1);
    }

    /// Every figure of a period that is not 0, as known at a position.
    public Map<Measure, Long> figures(String period, long knownAt) {
        var figures = new EnumMap<Measure, Long>(Measure.class);
        for (var cell : answer(period, knownAt).cells()) {
            figures.merge(cell.measure(), cell.count(), Long::sum);
        }
        return figures;
    }

    /// One figure about cases, of one kind of request.
    public long cases(String period, long knownAt, Measure measure, ReissueKind kind) {
        return answer(period, knownAt).cells().stream()
                .filter(cell -> cell.measure() == measure && cell.reissueKind() == kind)
                .mapToLong(cell -> cell.count())
                .sum();
    }

    /// The whole answer.
    public Answered answer(String period, long knownAt) {
        var query =
                new StatisticsQuery(
                        PeriodPolicy.CALENDAR,
                        Period.parse(period),
                        null,
                        new KnownAt.AtPosition(knownAt),
                        View.ORIGINAL);
        return (Answered) read().statistics().ask(query);
    }

    /// Where an item is and since when, in words.
    public String where(ArtifactId item, String today) {
        var held = read().custody().item(item, LocalDate.parse(today)).orElseThrow();
        var office = held.place() == Place.OFFICE ? " " + held.holderName() : "";
        return held.place() + office + ", " + held.since();
    }

    /// The root of the log at every size there was, computed anew from the stored leaves.
    public List<Hash> roots() {
        var everything = List.of(new DcbCriterion(Set.of(), Set.of()));
        var tree = Frontier.empty();
        var roots = new ArrayList<Hash>();
        try (var log = EventLog.open(database.ledger(), InstantSource.system())) {
            for (var event : log.read(everything, 0, Long.MAX_VALUE, 10_000)) {
                tree.append(Hash.ofLeaf(event.leaf()));
                roots.add(tree.root());
            }
        }
        return roots;
    }

    /// Signs what was told so far.
    public Hash seal() {
        return ledger.seal().root();
    }

    /// Derives the whole ledger again: nothing is wrong.
    public void everythingChecks() {
        assertThat(ledger.check(_ -> {}).findings()).isEmpty();
    }

    @Override
    public void close() {
        projections.close();
        ledger.close();
        database.close();
    }
}
