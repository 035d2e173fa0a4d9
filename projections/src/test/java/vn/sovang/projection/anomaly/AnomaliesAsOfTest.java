package vn.sovang.projection.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.event.AnomalyEvent;
import vn.sovang.event.AnomalyEvent.AnomalyExplained;
import vn.sovang.event.AnomalyEvent.ExplanationWithdrawn;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;

/// What the read model says as of a position is what the rules find in the events up to it.
class AnomaliesAsOfTest {
    /// Far enough for every time limit to have passed.
    private static final LocalDate LATER = LocalDate.parse("2100-01-01");

    private static AnomalyFilter at(long position) {
        return AnomalyFilter.all(LATER).knownAt(position);
    }

    private static List<AnomalyRow> rows(TestLog log, AnomalyFilter filter) {
        var rows = new ArrayList<AnomalyRow>();
        var anomalies = log.settled().anomalies();
        var page = anomalies.page(filter, null, 7);
        rows.addAll(page.rows());
        while (page.next() != null) {
            page = anomalies.page(filter, page.next(), 7);
            rows.addAll(page.rows());
        }
        return rows;
    }

    /// Every history of the table, flawed and sound, shuffled into one log.
    private static List<Fact> shuffled(Random random) {
        var histories = new ArrayList<List<Known>>();
        AnomalyRulesTest.rows()
                .forEach(row -> {
                    histories.add(new ArrayList<>(row.flawed().events()));
                    histories.add(new ArrayList<>(row.sound().events()));
                });
        var facts = new ArrayList<Fact>();
        while (!histories.isEmpty()) {
            var history = histories.get(random.nextInt(histories.size()));
            facts.add(history.removeFirst().fact());
            histories.removeIf(List::isEmpty);
        }
        return facts;
    }

    @ParameterizedTest(name = "history {0}")
    @ValueSource(longs = {1, 2})
    void known_at_a_position_is_found_in_the_events_up_to_it(long seed) {
        var random = new Random(seed);
        var facts = shuffled(random);
        try (var log = new TestLog()) {
            for (int i = 0; i < facts.size(); ) {
                int n = Math.min(facts.size(), i + 1 + random.nextInt(9));
                log.append(facts.subList(i, n));
                if (random.nextInt(3) == 0) {
                    log.settled();
                }
                i = n;
            }
            var events = log.feed().after(0, 10_000).stream().map(Known::of).toList();
            long seen = 0;
            for (int position = 0; position <= events.size(); position += 3) {
                var expected = new TreeMap<String, List<Long>>();
                NaiveFold.of(events.subList(0, position))
                        .forEach((key, found) -> expected.put(key, found.evidence()));
                var known = new TreeMap<String, List<Long>>();
                rows(log, at(position)).stream()
                        .filter(row -> row.state() != FindingState.CURED)
                        .forEach(row -> known.put(row.key().toString(), row.evidence()));
                assertThat(known).as("known at %d", position).isEqualTo(expected);
                seen += known.size();
            }
            assertThat(seen).as("findings compared").isGreaterThan(events.size());
            assertThat(log.settled().rebuild("anomaly").identical()).isTrue();
        }
    }

    private static Fact said(LedgerEvent event) {
        return Paper.of("2024-07-01", "9/CV").fact(event);
    }

    private static AnomalyExplained explained(AnomalyRow row) {
        return new AnomalyExplained(row.key(), row.evidence(), "hai dãy số", null);
    }

    private static List<Fact> facts(Case history) {
        return history.events().stream().map(Known::fact).toList();
    }

    /// Told once with one footnote, once more with another paper.
    @Test
    void an_explanation_holds_until_it_is_withdrawn_or_the_evidence_changes() {
        var row =
                AnomalyRulesTest.rows()
                        .filter(r -> r.rule() == AnomalyRule.PAPER_NUMBER_OUT_OF_ORDER)
                        .findFirst()
                        .orElseThrow();
        try (var log = new TestLog()) {
            long found = log.append(facts(row.flawed()));
            var only = rows(log, at(found)).getFirst();
            assertThat(only.state()).isEqualTo(FindingState.OPEN);
            long explained = log.append(said(explained(only)));
            assertThat(states(log, explained)).containsValue(FindingState.EXPLAINED);
            assertThat(states(log, found)).containsValue(FindingState.OPEN);
            AnomalyEvent taken = new ExplanationWithdrawn(only.key(), "chưa đúng");
            long withdrawn = log.append(said(taken));
            assertThat(states(log, withdrawn)).containsValue(FindingState.OPEN);
            long again = log.append(said(explained(only)));
            assertThat(states(log, again)).containsValue(FindingState.EXPLAINED);
            // A further letter between the neighbours: another neighbour proves the flaw now.
            var between = row.sound().events().get(1).fact();
            long changed = log.append(between);
            assertThat(states(log, changed)).containsValue(FindingState.OPEN);
            assertThat(states(log, again)).containsValue(FindingState.EXPLAINED);
        }
    }

    private static Map<String, FindingState> states(TestLog log, long position) {
        var states = new TreeMap<String, FindingState>();
        rows(log, at(position)).forEach(r -> states.put(r.key().toString(), r.state()));
        return states;
    }

    @Test
    void a_finding_with_a_time_limit_is_there_once_it_has_passed_and_cured_when_answered() {
        var row =
                AnomalyRulesTest.rows()
                        .filter(r -> r.rule() == AnomalyRule.CASE_OVERDUE)
                        .findFirst()
                        .orElseThrow();
        try (var log = new TestLog()) {
            long asked = log.append(facts(row.flawed()));
            var due = Objects.requireNonNull(rows(log, at(asked)).getFirst().dueOn());
            var overdue = AnomalyFilter.all(due.plusDays(1)).rule(AnomalyRule.CASE_OVERDUE);
            assertThat(rows(log, overdue)).hasSize(1);
            assertThat(rows(log, AnomalyFilter.all(due))).isEmpty();
            var answer = facts(row.sound());
            long answered = log.append(answer.subList(answer.size() - 2, answer.size()));
            assertThat(rows(log, at(answered)))
                    .filteredOn(r -> r.rule() == AnomalyRule.CASE_OVERDUE)
                    .singleElement()
                    .satisfies(r -> {
                        assertThat(r.state()).isEqualTo(FindingState.CURED);
                        assertThat(r.knownUntil()).isEqualTo(answered);
                    });
            assertThat(rows(log, at(answered).state(FindingState.OPEN))).isEmpty();
            var counts = log.settled().anomalies().counts(at(answered));
            assertThat(counts.get(AnomalyRule.CASE_OVERDUE)).containsOnlyKeys(FindingState.CURED);
            assertThat(counts).containsKeys(AnomalyRule.values());
        }
    }
}
