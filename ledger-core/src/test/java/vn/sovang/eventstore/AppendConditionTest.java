package vn.sovang.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.eventstore.DcbCriterion.tagged;
import static vn.sovang.eventstore.Samples.append;
import static vn.sovang.eventstore.Samples.await;
import static vn.sovang.eventstore.Samples.event;
import static vn.sovang.eventstore.Samples.positions;
import static vn.sovang.eventstore.Samples.unless;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.eventstore.AppendOutcome.Appended;
import vn.sovang.eventstore.AppendOutcome.Conflict;
import vn.sovang.postgres.Database;
import vn.sovang.testing.TestDatabase;

final class AppendConditionTest {
    private final Database database = TestDatabase.fresh();
    private EventLog log = EventLog.open(database.ledger(), InstantSource.system());

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void an_event_of_another_type_is_no_conflict() {
        await(log.append(append(event("award.AwardDecided", "award:1"))));
        DcbCriterion annulled = tagged("award:1").ofTypes("award.AwardAnnulled");

        assertThat(await(log.append(append(unless(0, annulled), event("x", "award:1")))))
                .isInstanceOf(Appended.class);
        assertThat(
                        await(
                                log.append(
                                        append(
                                                unless(
                                                        0,
                                                        tagged("award:1")
                                                                .ofTypes(
                                                                        "award.AwardAnnulled",
                                                                        "award.AwardDecided")),
                                                event("x", "award:1")))))
                .isEqualTo(new Conflict(1));
    }

    @Test
    void all_tags_of_one_criterion_must_meet_in_one_event() {
        await(log.append(append(event("x", "unit:1"), event("x", "award:1"))));
        DcbCriterion both = tagged("unit:1", "award:1");

        assertThat(await(log.append(append(unless(0, both), event("x", "unit:1", "award:1")))))
                .isEqualTo(new Appended(3, 3, recordedAt(3)));
        assertThat(await(log.append(append(unless(0, both), event("x")))))
                .isEqualTo(new Conflict(3));
    }

    @Test
    void any_of_several_criteria_is_a_conflict() {
        await(log.append(append(event("x", "unit:1"))));

        assertThat(
                        await(
                                log.append(
                                        append(
                                                unless(0, tagged("award:1"), tagged("unit:1")),
                                                event("x")))))
                .isEqualTo(new Conflict(1));
    }

    @Test
    void no_criteria_means_any_event() {
        assertThat(await(log.append(append(unless(0), event("x"))))).isInstanceOf(Appended.class);
        assertThat(await(log.append(append(unless(0), event("x"))))).isEqualTo(new Conflict(1));
        assertThat(await(log.append(append(unless(1), event("x"))))).isInstanceOf(Appended.class);
    }

    @Test
    void an_append_meets_those_before_it_in_the_same_batch() {
        List<AppendOutcome> outcomes = new ArrayList<>();
        List<CompletableFuture<AppendOutcome>> waiting = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            waiting.add(
                    log.append(append(unless(0, tagged("artifact:1")), event("x", "artifact:1"))));
        }
        waiting.forEach(outcome -> outcomes.add(await(outcome)));

        assertThat(outcomes).filteredOn(Appended.class::isInstance).hasSize(1);
        assertThat(log.head()).isEqualTo(1);
    }

    /// Random logs, random criteria, against a plain loop over all events: the answer of memory, of
    /// PostgreSQL and of a read must be the loop's.
    @Test
    void memory_and_database_decide_alike() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("AppendConditionTest seed=" + seed);
        Random random = new Random(seed);
        List<UnstampedEvent> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(event("type" + random.nextInt(4), randomTags(random, 5)));
        }
        await(log.append(new AppendRequest(all, null, null)));
        int conflicts = 0;
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 150; i++) {
                DcbCondition condition =
                        new DcbCondition(randomCriteria(random), random.nextInt(all.size() + 1));
                List<Long> expected = matching(all, condition);
                conflicts += expected.isEmpty() ? 0 : 1;

                AppendOutcome outcome = await(log.append(append(condition, event("probe"))));
                assertThat(
                                positions(
                                        log.read(
                                                condition.failIfMatches(),
                                                condition.after(),
                                                200,
                                                999)))
                        .as("%s, seed %d", condition, seed)
                        .isEqualTo(expected);
                if (outcome instanceof Conflict(long position)) {
                    assertThat(position > 200 || expected.contains(position))
                            .as("%s, seed %d", condition, seed)
                            .isTrue();
                } else {
                    assertThat(expected).as("%s, seed %d", condition, seed).isEmpty();
                }
            }
            // A log opened anew remembers nothing: from here on PostgreSQL decides.
            log.close();
            log = EventLog.open(database.ledger(), InstantSource.system());
        }
        assertThat(conflicts).as("the test saw both answers").isBetween(50, 299);
    }

    private static List<Long> matching(List<UnstampedEvent> all, DcbCondition condition) {
        List<Long> positions = new ArrayList<>();
        for (int i = (int) condition.after(); i < all.size(); i++) {
            UnstampedEvent event = all.get(i);
            if (condition.failIfMatches().isEmpty()
                    || condition.failIfMatches().stream()
                            .anyMatch(criterion ->
                                    event.tags().containsAll(criterion.tags())
                                            && (criterion.types().isEmpty()
                                                    || criterion.types().contains(event.type())))) {
                positions.add(i + 1L);
            }
        }
        return positions;
    }

    private static List<DcbCriterion> randomCriteria(Random random) {
        List<DcbCriterion> criteria = new ArrayList<>();
        int count = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Set<String> types =
                    random.nextBoolean() ? Set.of() : Set.of("type" + random.nextInt(5));
            criteria.add(new DcbCriterion(Set.of(randomTags(random, 4)), types));
        }
        return criteria;
    }

    private static String[] randomTags(Random random, int most) {
        Set<String> tags = new HashSet<>();
        int count = random.nextInt(most);
        for (int i = 0; i < count; i++) {
            tags.add("tag:" + random.nextInt(12));
        }
        return tags.toArray(String[]::new);
    }

    private Instant recordedAt(long position) {
        return log.readAfter(position - 1, 1).getFirst().recordedAt();
    }
}
