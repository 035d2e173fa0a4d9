package vn.sovang.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.origin;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.anomaly.ExplanationCommand.ExplainAnomaly;
import vn.sovang.anomaly.ExplanationCommand.WithdrawExplanation;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.AnomalyEvent.AnomalyExplained;
import vn.sovang.event.AnomalyEvent.ExplanationWithdrawn;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.FindingKey;
import vn.sovang.vocabulary.IllegalValue;

class ExplanationsTest {
    private static final DecisionId DECISION = new DecisionId(new UUID(0, 1));
    private static final FindingKey FINDING =
            new FindingKey("DECISION_NUMBER_USED_TWICE", DECISION.tag());
    private static final FindingKey OTHER = new FindingKey("RECORDED_LATE", DECISION.tag());

    private static AnomalyExplained explained(FindingKey finding, Long... evidence) {
        return new AnomalyExplained(finding, List.of(evidence), "số của văn bản khác", null);
    }

    private static ExplainAnomaly explain(String user, AnomalyExplained event) {
        return new ExplainAnomaly(origin(user, "2024-07-01"), event);
    }

    private static WithdrawExplanation withdraw() {
        return new WithdrawExplanation(
                origin("binh", "2024-07-02"), new ExplanationWithdrawn(FINDING, "chưa đúng"));
    }

    /// A decision that `an` entered.
    private static DeciderSpec<ExplanationCommand, Explanations.State> spec() {
        var key = new DecisionKey(CITY, 2024, "1/QĐ-UBND");
        return DeciderSpec.of(new Explanations())
                .given(fact("an", "2024-06-01", new DecisionRecorded(DECISION, key, 1)));
    }

    @Test
    void somebody_else_explains_what_was_entered() {
        var event = explained(FINDING, 3L, 9L);

        spec().when(explain("binh", event)).then(event);
        spec().when(explain("an", event)).thenRefused(RefusalCode.OWN_ENTRY_MAY_NOT_BE_EXPLAINED);
    }

    @Test
    void an_explanation_is_given_once_for_the_same_evidence() {
        var spec = spec().given(fact("binh", "2024-06-30", explained(FINDING, 3L)));

        spec.when(explain("chi", explained(FINDING, 3L)))
                .thenRefused(RefusalCode.ANOMALY_ALREADY_EXPLAINED);
        spec.when(explain("chi", explained(FINDING, 3L, 9L))).then(explained(FINDING, 3L, 9L));
        spec.when(explain("chi", explained(OTHER, 3L))).then(explained(OTHER, 3L));
        spec.when(explain("binh", explained(FINDING, 9L))).then(explained(FINDING, 9L));
    }

    @Test
    void only_what_was_explained_is_taken_back_and_may_be_explained_again() {
        spec().when(withdraw()).thenRefused(RefusalCode.ANOMALY_NOT_EXPLAINED);
        var spec = spec().given(fact("binh", "2024-06-30", explained(FINDING, 3L)));
        spec.when(withdraw()).then(withdraw().event());
        spec.given(fact("binh", "2024-07-02", withdraw().event()));
        spec.when(withdraw()).thenRefused(RefusalCode.ANOMALY_NOT_EXPLAINED);
        spec.when(explain("binh", explained(FINDING, 3L))).then(explained(FINDING, 3L));
    }

    @Test
    void what_the_ledger_does_not_know_or_nothing_proves_is_not_explained() {
        var nothing = new FindingKey("RECORDED_LATE", new DecisionId(new UUID(0, 2)).tag());
        spec().when(explain("binh", explained(nothing, 3L)))
                .thenRefused(RefusalCode.ANOMALY_SUBJECT_UNKNOWN);
        spec().when(explain("binh", explained(FINDING)))
                .thenRefused(RefusalCode.ANOMALY_EVIDENCE_MISSING);
        spec().when(new ExplainAnomaly(origin("binh", "2030-01-01"), explained(FINDING, 3L)))
                .thenRefused(RefusalCode.IN_THE_FUTURE);
        assertThatThrownBy(() -> explained(FINDING, 9L, 3L)).isInstanceOf(IllegalValue.class);
    }

    @Test
    void a_key_is_read_as_written() {
        var part = new FindingKey("CLAIMS_DIFFER", "paper-report:" + new UUID(0, 3) + ":DECIDED");

        assertThat(FindingKey.of(part.toString())).isEqualTo(part);
        assertThat(part.thing()).isEqualTo("paper-report:" + new UUID(0, 3));
        assertThat(part.tag()).startsWith("anomaly:CLAIMS_DIFFER:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "RULE", "rule:award:1", "RULE:award", "RULE:award:1/2", "RULE:x y:1"})
    void what_is_no_key_is_refused(String text) {
        assertThatThrownBy(() -> FindingKey.of(text)).isInstanceOf(IllegalValue.class);
    }
}
