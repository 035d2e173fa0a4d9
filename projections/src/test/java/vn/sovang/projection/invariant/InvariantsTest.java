package vn.sovang.projection.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sovang.Ledger;
import vn.sovang.Submission;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.catalogue.CatalogueCommand;
import vn.sovang.decider.Command;
import vn.sovang.decider.RefusalCode;
import vn.sovang.duty.DutyCommand;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.AsFound;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.AwardPresented;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.projection.Projections;
import vn.sovang.projection.history.HistoryLine;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsQuery;
import vn.sovang.projection.statistics.View;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.NominationId;

/// Every invariant of the register, as `invariants.txt` lists them (R1, R3, R4, R9, R10; Luật Thi
/// đua, khen thưởng 2022 Điều 93; NĐ 98/2023/NĐ-CP Điều 114, 115), tried in four ways. A line of
/// the list without a scene fails, as does a scene without a line.
///
/// The races: sixteen writers behind one barrier on two nodes, half of them with the act, half with
/// what changes the ground under it. What came of it is judged by [NaiveRules], position by
/// position: what was begun in the ledger breaks nothing; what papers say is marked with the rule
/// it breaks, if and only if it breaks one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvariantsTest {
    static final int WRITERS = 16;
    private static final int ROUNDS = 3;

    /// Sixteen files at once take longer than sixteen acts.
    private static final int ROUNDS_OF_PAPERS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// One line of the list.
    ///
    /// @param counted the figure that the act goes into; absent for what is no figure
    record Invariant(String name, RefusalCode rule, @Nullable Measure counted) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final Scenes scenes = new Scenes();
    private final ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    private TestLedger one;
    private TestLedger two;
    private Projections projections;

    @BeforeAll
    void open(@TempDir Path folder) {
        var settings = TestDatabase.freshSettings();
        one = TestLedger.open(settings, folder);
        two = TestLedger.open(settings, folder);
        projections = Projections.open(one.database().read(), ledger().feed(), "test");
        projections.start();
    }

    @AfterAll
    void close() {
        pool.shutdownNow();
        projections.close();
        two.close();
        one.close();
    }

    private Ledger ledger() {
        return one.ledger();
    }

    static Stream<Invariant> invariants() {
        return lines().skip(1)
                .map(line -> {
                    var cells = line.split("\\|", -1);
                    var counted = cells[3].strip();
                    return new Invariant(
                            cells[0].strip(),
                            RefusalCode.valueOf(cells[2].strip()),
                            counted.isEmpty() ? null : Measure.valueOf(counted));
                });
    }

    private static Stream<String> lines() {
        try (var list = InvariantsTest.class.getResourceAsStream("invariants.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Scene scene(Invariant invariant) {
        return Objects.requireNonNull(scenes.byName().get(invariant.name)).get();
    }

    @Test
    void every_invariant_of_the_list_is_tried_and_nothing_else() {
        var listed = invariants().map(Invariant::name).collect(Collectors.toSet());

        assertThat(listed).hasSize((int) invariants().count());
        assertThat(scenes.byName().keySet()).isEqualTo(listed);
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void begun_in_the_ledger_it_is_refused(Invariant invariant) {
        var scene = scene(invariant);
        record(scene.before());
        record(scene.spoil());
        long head = ledger().feed().head();

        var answer = ledger().submit(scene.act().apply(0));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Declined.class,
                        no -> assertThat(no.refused().code()).isEqualTo(invariant.rule));
        assertThat(ledger().feed().head()).isEqualTo(head);
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void signed_on_paper_it_is_recorded_counted_and_carries_its_rule(Invariant invariant) {
        var scene = scene(invariant);
        record(scene.before());
        record(scene.spoil());
        long head = ledger().feed().head();
        long counted = figure(invariant);

        record(List.of(scene.paper().apply(0)));

        var marks = marks(facts(head));
        assertThat(marks)
                .containsExactly(new AsFound(invariant.rule.name(), "văn bản ghi như vậy", "chi"));
        assertThat(figure(invariant)).isEqualTo(counted + (invariant.counted == null ? 0 : 1));
        assertThat(told(head)).as("in the history").containsAll(marks);
    }

    /// The marks in the stories of the things that the facts after a position are about.
    private List<AsFound> told(long position) {
        var marks = new ArrayList<AsFound>();
        for (var fact : facts(position)) {
            for (var tag : fact.event().tags()) {
                thing(tag).stream()
                        .flatMap(id -> read().history().of(id).stream())
                        .map(HistoryLine::asFound)
                        .filter(Objects::nonNull)
                        .forEach(marks::add);
            }
        }
        return marks;
    }

    private static List<Id> thing(String tag) {
        var parts = tag.split(":", 2);
        return switch (parts[0]) {
            case "award" -> List.of(new AwardId(UUID.fromString(parts[1])));
            case "case" -> List.of(new CaseId(UUID.fromString(parts[1])));
            case "nomination" -> List.of(new NominationId(UUID.fromString(parts[1])));
            case "decision-id" -> List.of(new DecisionId(UUID.fromString(parts[1])));
            default -> List.of();
        };
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void sixteen_writers_on_two_nodes_never_break_it(Invariant invariant) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var scene = scene(invariant);
            long head = ledger().feed().head();
            record(scene.before());
            var won = race(scene.act(), scene.rival());

            long acts = won.stream().filter(w -> w % 2 == 0).count();
            long rivals = won.size() - acts;
            assertThat(scene.legal().test(acts, rivals))
                    .as("%s: %d acts and %d rivals won", invariant, acts, rivals)
                    .isTrue();
            judge(head);
            if (scene.inTheEnd()) {
                boolean late = ledger().submit(scene.act().apply(WRITERS)) instanceof Receipt;
                assertThat(acts + (late ? 1 : 0)).as("the act succeeds once").isEqualTo(1);
                judge(head);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void sixteen_papers_at_once_are_each_marked_with_what_they_break(Invariant invariant)
            throws Exception {
        for (int round = 0; round < ROUNDS_OF_PAPERS; round++) {
            var scene = scene(invariant);
            long head = ledger().feed().head();
            record(scene.before());
            long start = ledger().feed().head();
            long counted = figure(invariant);
            var won = race(scene.paper(), scene.rivalPaper());

            // What changes the rules themselves is never recorded as found: it happens once.
            var rival = scene.rival().apply(1);
            boolean once = rival instanceof CatalogueCommand || rival instanceof DutyCommand;
            assertThat(won).as("papers taken").hasSize(once ? WRITERS / 2 + 1 : WRITERS);
            judge(head);
            assertThat(figure(invariant) - counted)
                    .as("%s counts what the papers say", invariant.counted)
                    .isEqualTo(said(invariant, start));
        }
    }

    /// Each fact after the position is marked with the rule it breaks, and only if it breaks one.
    private void judge(long position) {
        var facts = facts(position);
        for (int i = 0; i < facts.size(); i++) {
            var fact = facts.get(i);
            var mark = fact.asFound();
            var rules = new NaiveRules(facts.subList(0, i));
            var broken = rules.broken(fact);
            assertThat(mark == null ? null : mark.rule())
                    .as("%s after %s", fact.event(), facts.subList(0, i))
                    .isEqualTo(broken == null ? null : broken.name());
            assertThat(fact.exception()).isEqualTo(rules.needed(fact));
        }
    }

    private List<Fact> facts(long position) {
        var facts = new ArrayList<Fact>();
        ledger().feed().stream(position, Long.MAX_VALUE, r -> facts.add(r.fact()));
        return facts;
    }

    private static List<AsFound> marks(List<Fact> facts) {
        return facts.stream().map(Fact::asFound).filter(Objects::nonNull).toList();
    }

    private Projections read() {
        assertThat(projections.awaitPosition(ledger().feed().head(), PATIENCE)).isTrue();
        return projections;
    }

    private long figure(Invariant invariant) {
        if (invariant.counted == null) {
            return 0;
        }
        var question =
                new StatisticsQuery(
                        PeriodPolicy.CALENDAR,
                        Period.parse("2024"),
                        null,
                        new KnownAt.AtPosition(ledger().feed().head()),
                        View.ORIGINAL);
        return ((Answered) read().statistics().ask(question)).total(invariant.counted);
    }

    /// How often the papers after a position say what the figure counts.
    private long said(Invariant invariant, long position) {
        var measure = invariant.counted;
        return measure == null
                ? 0
                : facts(position).stream()
                        .filter(f -> eventOf(measure).isInstance(f.event()))
                        .count();
    }

    private static Class<? extends LedgerEvent> eventOf(Measure measure) {
        return switch (measure) {
            case ARTIFACT_ISSUED -> ArtifactIssued.class;
            case ARTIFACT_REISSUED -> ArtifactReissued.class;
            case ARTIFACT_DESTROYED -> ArtifactDestroyed.class;
            case REISSUE_REQUESTED -> ReissueRequested.class;
            case REISSUE_APPROVED -> ReissueApproved.class;
            case PRESENTED -> AwardPresented.class;
            case DECIDED -> AwardDecided.class;
            default -> throw new IllegalArgumentException("not in the list: " + measure);
        };
    }

    private void record(List<Command> commands) {
        for (var command : commands) {
            assertThat(ledger().submit(command)).as(command.toString()).isInstanceOf(Receipt.class);
        }
    }

    /// Lets go of sixteen at once: even writers act, odd ones are their rivals.
    ///
    /// @return the writers that won
    private Set<Integer> race(IntFunction<Command> act, IntFunction<Command> rival)
            throws Exception {
        var nodes = List.of(one.ledger(), two.ledger());
        var barrier = new CyclicBarrier(WRITERS);
        var tasks = new ArrayList<Callable<Submission>>();
        for (int w = 0; w < WRITERS; w++) {
            // Acts and rivals on both nodes.
            var node = nodes.get(w / 2 % 2);
            var command = (w % 2 == 0 ? act : rival).apply(w);
            tasks.add(() -> {
                barrier.await();
                return node.submit(command);
            });
        }
        var won = new TreeSet<Integer>();
        var results = pool.invokeAll(tasks);
        for (int w = 0; w < WRITERS; w++) {
            switch (results.get(w).get()) {
                case Receipt _ -> won.add(w);
                case Declined d ->
                        assertThat(d.refused().code())
                                .as("a lost race ends in a rule")
                                .isNotEqualTo(RefusalCode.CONTENDED);
            }
        }
        return won;
    }
}
