package vn.sovang.projection.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sovang.decider.RefusalCode;
import vn.sovang.rule.PaperRules;

/// Each rule twice: a history with the flaw, in which it finds exactly the events that prove it,
/// and the same history without the flaw, in which it finds nothing.
class AnomalyRulesTest {
    /// One row of the table.
    ///
    /// @param evidence positions the finding must name
    record Row(AnomalyRule rule, String what, Case flawed, List<Long> evidence, Case sound) {
        Row {
            evidence = List.copyOf(evidence);
        }

        @Override
        public String toString() {
            return rule + ": " + what;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                        AsFoundRows.rows(),
                        PaperRows.rows(),
                        CaseRows.rows(),
                        DecisionRows.rows(),
                        FileRows.rows(),
                        LifeRows.rows())
                .flatMap(s -> s);
    }

    private static List<Found> of(AnomalyRule rule, Case history) {
        return NaiveFold.of(history.events()).values().stream()
                .filter(f -> f.rule() == rule)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void finds_the_flaw_by_the_events_that_prove_it(Row row) {
        assertThat(of(row.rule(), row.flawed()))
                .singleElement()
                .extracting(Found::evidence)
                .isEqualTo(row.evidence());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void finds_nothing_where_there_is_no_flaw(Row row) {
        assertThat(of(row.rule(), row.sound())).isEmpty();
    }

    @Test
    void every_rule_that_can_find_something_is_tried() {
        var tried = EnumSet.noneOf(AnomalyRule.class);
        rows().forEach(row -> tried.add(row.rule()));

        assertThat(tried)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(AnomalyRule.values()).filter(AnomalyRule::finds).toList());
    }

    @Test
    void every_rule_that_a_paper_may_break_is_an_anomaly_of_its_own_and_not_of_the_others() {
        assertThat(AsFoundMarks.RULES.keySet())
                .containsAll(PaperRules.all().stream().map(RefusalCode::name).toList());
    }

    @Test
    void every_question_of_inspectors_has_a_rule() {
        var questions = Arrays.stream(AnomalyRule.values()).map(AnomalyRule::question).toList();

        assertThat(questions).containsAll(IntStream.rangeClosed(1, 34).boxed().toList());
    }
}
