package vn.sovang.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decision.RecordDecision.Line;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionLinesAdded;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientKind;

class DecisionsTest {
    private static final String NUMBER = "125/QĐ-UBND";

    private final RecipientRegistered person = PhanRang.recipient(RecipientKind.INDIVIDUAL);
    private final RecipientRegistered household = PhanRang.recipient(RecipientKind.HOUSEHOLD);
    private final AwardId award = new AwardId(UUID.randomUUID());
    private final DecisionId decision = new DecisionId(UUID.randomUUID());
    private final NominationId nomination = new NominationId(UUID.randomUUID());
    private final DecisionKey key = DecisionKey.of(CITY, 2024, new DocumentNumber(NUMBER));
    private final AwardLine worker = line("LDTT", person);

    private DeciderSpec<DecisionCommand, DecisionState> ledger() {
        return DeciderSpec.of(new Decisions())
                .given(PhanRang.reference())
                .given(fact("an", "2024-01-02", person), fact("an", "2024-01-02", household));
    }

    private RecordDecision decide(String user, String day, @Nullable NominationId answers) {
        return decide(user, day, worker, ConferralMode.TANG, answers);
    }

    private RecordDecision decide(
            String user,
            String day,
            AwardLine line,
            ConferralMode mode,
            @Nullable NominationId answers) {
        return new RecordDecision(
                origin(user, day, paper(NUMBER, day)),
                decision,
                CITY,
                List.of(new Line(award, mode, null, answers, line)));
    }

    @Test
    void records_the_decision_and_each_of_its_lines() {
        ledger().when(decide("binh", "2024-01-10", null))
                .then(
                        new DecisionRecorded(decision, key, 1),
                        new AwardDecided(
                                award, decision, key, 1, ConferralMode.TANG, null, null, worker));
    }

    @Test
    void a_further_sheet_of_the_same_decision_continues_its_lines() {
        var first = new DecisionId(UUID.randomUUID());
        var facts =
                ledger().given(
                                fact(
                                        "binh",
                                        "2024-01-10",
                                        paper(NUMBER, "2024-01-10"),
                                        new DecisionRecorded(first, key, 200)))
                        .when(decide("binh", "2024-01-10", null))
                        .facts();
        assertThat(facts.getFirst().event()).isEqualTo(new DecisionLinesAdded(first, key, 1));
        assertThat(((AwardDecided) facts.getLast().event()).lineNumber()).isEqualTo(201);
        assertThat(((AwardDecided) facts.getLast().event()).decision()).isEqualTo(first);
    }

    @Test
    void refuses_a_number_used_this_year_for_another_day() {
        ledger().given(
                        fact(
                                "binh",
                                "2024-01-01",
                                paper(NUMBER, "2024-01-01"),
                                new DecisionRecorded(new DecisionId(UUID.randomUUID()), key, 39)))
                .when(decide("binh", "2024-01-10", null))
                .thenRefused(RefusalCode.DECISION_NUMBER_TAKEN);
    }

    @Test
    void numbers_before_2004_may_repeat() {
        var old = DecisionKey.of(PhanRang.PRESIDENT, 1994, new DocumentNumber(NUMBER));
        var line = line("DH_BMVNAH", person);
        ledger().given(
                        fact(
                                "binh",
                                "1994-08-01",
                                paper(NUMBER, "1994-08-01"),
                                new DecisionRecorded(new DecisionId(UUID.randomUUID()), old, 1)))
                .when(
                        new RecordDecision(
                                origin("binh", "1994-12-17", paper(NUMBER, "1994-12-17")),
                                decision,
                                PhanRang.PRESIDENT,
                                List.of(new Line(award, ConferralMode.TANG, null, null, line))))
                .facts();
    }

    @Test
    void refuses_to_honour_whom_nobody_can_name_any_more() {
        ledger().given(fact("an", "2024-01-05", PhanRang.erased(person)))
                .when(decide("binh", "2024-01-10", null))
                .thenRefused(RefusalCode.RECIPIENT_ERASED);
    }

    @Test
    void refuses_a_household_with_lao_dong_tien_tien() {
        ledger().when(
                        decide(
                                "binh",
                                "2024-01-10",
                                line("LDTT", household),
                                ConferralMode.TANG,
                                null))
                .thenRefused(RefusalCode.RECIPIENT_KIND_NOT_ALLOWED);
    }

    @Test
    void refuses_a_posthumous_giay_khen() {
        ledger().when(
                        decide(
                                "binh",
                                "2024-01-10",
                                line("GK_HUYEN", person),
                                ConferralMode.TRUY_TANG,
                                null))
                .thenRefused(RefusalCode.POSTHUMOUS_NOT_ALLOWED);
    }

    @Test
    void refuses_a_decision_by_a_dissolved_city() {
        ledger().when(decide("binh", "2025-07-01", null))
                .thenRefused(RefusalCode.UNIT_DID_NOT_EXIST);
    }

    @Test
    void who_filed_the_nomination_may_not_record_the_decision() {
        ledger().given(fact("an", "2024-01-03", new NominationFiled(nomination, CITY, worker)))
                .when(decide("an", "2024-01-10", nomination))
                .thenRefused(RefusalCode.FILER_MAY_NOT_DECIDE);
    }

    @Test
    void refuses_a_decision_before_its_nomination() {
        ledger().given(fact("an", "2024-01-11", new NominationFiled(nomination, CITY, worker)))
                .when(decide("binh", "2024-01-10", nomination))
                .thenRefused(RefusalCode.EARLIER_THAN_ITS_CAUSE);
    }

    @Test
    void refuses_a_line_that_is_not_what_was_nominated() {
        ledger().given(
                        fact(
                                "an",
                                "2024-01-03",
                                new NominationFiled(nomination, CITY, line("CSTD_CO_SO", person))))
                .when(decide("binh", "2024-01-10", nomination))
                .thenRefused(RefusalCode.NOMINATION_DIFFERS);
    }

    @Test
    void refuses_a_decision_without_a_paper() {
        ledger().when(
                        new RecordDecision(
                                origin("binh", "2024-01-10", new Document.None("thất lạc")),
                                decision,
                                CITY,
                                List.of(new Line(award, ConferralMode.TANG, null, null, worker))))
                .thenRefused(RefusalCode.DOCUMENT_MISSING);
    }
}
