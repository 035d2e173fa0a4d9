package vn.sovang.projection.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactWithdrawn;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.AppraisalConcluded;
import vn.sovang.event.NominationEvent.CouncilVoted;
import vn.sovang.event.NominationEvent.DossierCompleted;
import vn.sovang.event.NominationEvent.DossierReceived;
import vn.sovang.event.NominationEvent.DossierReturnedForCompletion;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationRejected;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.NominationEvent.ObjectionReceived;
import vn.sovang.event.NominationEvent.ObjectionResolved;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.AppraisalResult;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.Ballot;
import vn.sovang.vocabulary.CorrectedField;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.DossierFigures;
import vn.sovang.vocabulary.DossierPaper;
import vn.sovang.vocabulary.EligibilityCheck;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.ObjectionOutcome;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.RejectionGround;
import vn.sovang.vocabulary.RuleResult;

/// What becomes of a nomination before its decision, and of an award after it, as the register
/// shows it.
class AwardLifeTest {
    private final TestLog log = new TestLog().at("2024-03-02T00:00:00Z");
    private final AwardId award = Given.award();

    @AfterEach
    void close() {
        log.close();
    }

    private void given(String day, LedgerEvent... events) {
        var paper = Paper.of(day, "9/QĐ");
        log.append(java.util.Arrays.stream(events).map(paper::fact).toList());
    }

    private Register register() {
        return log.settled().register();
    }

    private AwardRow row() {
        return register().award(award).orElseThrow();
    }

    private void decided() {
        var line = Given.line("DH_AHLD", RecipientKind.INDIVIDUAL);
        given("2024-03-01", Given.decided(award, Given.PROVINCE, line));
    }

    @Test
    void a_nomination_shows_each_step_of_its_dossier() {
        var id = new NominationId(UUID.randomUUID());
        var line = Given.line("X_1", RecipientKind.INDIVIDUAL);
        var list = new ListId(UUID.randomUUID());
        var missing = List.of(DossierPaper.BIEN_BAN);
        given("2024-02-01", new NominationFiled(id, Given.WARD, line));
        step(NominationStatus.SUBMITTED, id, submitted(id, list));
        step(
                NominationStatus.RETURNED,
                id,
                new DossierReturnedForCompletion(id, Given.CITY, missing));
        step(NominationStatus.SUBMITTED, id, new DossierCompleted(id, missing));
        step(
                NominationStatus.IN_APPRAISAL,
                id,
                new DossierReceived(id, Given.CITY, Procedure.THUONG, "06/2022/QH15", null));
        step(NominationStatus.IN_APPRAISAL, id, new ObjectionReceived(id, 1, null));
        assertThat(dossier(id).openObjections()).isOne();
        step(
                NominationStatus.IN_APPRAISAL,
                id,
                new ObjectionResolved(id, 1, ObjectionOutcome.DA_RUT));
        step(NominationStatus.APPRAISED, id, appraised(id));
        step(NominationStatus.COUNCIL_VOTED, id, voted(id));

        assertThat(dossier(id))
                .isEqualTo(
                        new NominationRow.Dossier(
                                LocalDate.parse("2024-02-10"),
                                Procedure.THUONG,
                                AppraisalResult.DAT,
                                1,
                                9,
                                8,
                                0));
        var up = new NominationForwardedUp(id, list, 1, Given.CITY, Given.PROVINCE, line);
        step(NominationStatus.FORWARDED, id, up);
        assertThat(dossier(id).receivedOn()).as("the next level begins anew").isNull();
        step(
                NominationStatus.REJECTED,
                id,
                new NominationRejected(
                        id, Given.PROVINCE, RejectionGround.KHONG_DU_TIEU_CHUAN, null));
    }

    private NominationSubmitted submitted(NominationId id, ListId list) {
        var line = Given.line("X_1", RecipientKind.INDIVIDUAL);
        return new NominationSubmitted(id, list, 1, Given.WARD, Given.CITY, line);
    }

    private static CouncilVoted voted(NominationId id) {
        var ballot = new Ballot(9, 8, 8);
        return new CouncilVoted(
                id, Given.CITY, ballot, "HOI_DONG-2024/1", RuleResult.DAT, RuleResult.CHUA_RO);
    }

    private static AppraisalConcluded appraised(NominationId id) {
        return new AppraisalConcluded(
                id,
                Given.line("X_1", RecipientKind.INDIVIDUAL).recipient(),
                Given.CITY,
                AppraisalResult.DAT,
                null,
                DossierFigures.NONE,
                List.of(check(RuleResult.KHONG_DAT), check(RuleResult.DAT)));
    }

    private static EligibilityCheck check(RuleResult result) {
        return new EligibilityCheck("E1", "LUAT-2022/1", result, "Điều 22.1", List.of());
    }

    private void step(NominationStatus expected, NominationId id, LedgerEvent event) {
        given("2024-02-10", event);
        assertThat(register().nomination(id).orElseThrow().status()).isEqualTo(expected);
    }

    private NominationRow.Dossier dossier(NominationId id) {
        return register().nomination(id).orElseThrow().dossier();
    }

    @Test
    void annulment_and_its_revocation_and_stripping_and_restoration_show_in_the_status() {
        decided();
        given("2024-05-01", Given.annulled(award, Given.PROVINCE));
        assertThat(row().status()).isEqualTo(AwardStatus.ANNULLED);
        given("2024-06-01", Given.revoked(award));
        assertThat(row().status()).isEqualTo(AwardStatus.IN_FORCE);
        assertThat(row().annulment()).isNull();
        given("2024-07-01", Given.presented(award), Given.stripped(award));
        assertThat(row().status()).isEqualTo(AwardStatus.STRIPPED);
        assertThat(Objects.requireNonNull(row().stripping()).on()).isEqualTo("2024-07-01");
        assertThat(row().presentedOn()).isEqualTo("2024-07-01");
        given("2024-08-01", Given.restored(award));
        assertThat(row().status()).isEqualTo(AwardStatus.IN_FORCE);
        assertThat(row().presentedOn()).as("to be handed over again").isNull();
    }

    @Test
    void what_an_annulled_award_owes_is_on_the_worklist_until_it_is_back() {
        decided();
        var badge = new ArtifactId(UUID.randomUUID());
        given("2024-03-02", new ArtifactIssued(badge, award, ArtifactKind.HUY_HIEU, null));
        given("2024-03-03", Given.paid(award, 27_900_000));
        assertThat(register().recoveries(10)).as("in force").isEmpty();

        given("2024-05-01", Given.annulled(award, Given.PROVINCE));

        var owed = register().recoveries(10).getFirst();
        assertThat(owed.items()).isOne();
        assertThat(owed.dong()).isEqualTo(27_900_000);
        assertThat(Objects.requireNonNull(owed.due()).dueOn()).isEqualTo("2024-05-16");
        assertThat(owed.due().limit().basis()).contains("Điều 79");
        assertThat(owed.overdue(LocalDate.parse("2024-05-16"))).isFalse();
        assertThat(owed.overdue(LocalDate.parse("2024-05-17"))).isTrue();

        given("2024-05-10", Given.recovered(award, 27_000_000));
        given("2024-05-11", new ArtifactWithdrawn(badge, award, "hủy bỏ"));
        assertThat(register().recoveries(10))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.items()).isZero();
                    assertThat(r.dong()).isEqualTo(900_000);
                });
        given("2024-05-12", Given.recovered(award, 900_000));
        assertThat(register().recoveries(10)).isEmpty();
    }

    @Test
    void a_stripped_title_owes_its_items_and_keeps_its_prize() {
        decided();
        var badge = new ArtifactId(UUID.randomUUID());
        given("2024-03-02", new ArtifactIssued(badge, award, ArtifactKind.HUY_HIEU, null));
        given("2024-03-03", Given.paid(award, 27_900_000));
        given("2024-07-01", Given.stripped(award));

        assertThat(register().recoveries(10))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.items()).isOne();
                    assertThat(r.dong()).isZero();
                });
        given("2024-08-01", Given.restored(award));
        assertThat(register().recoveries(10)).isEmpty();
    }

    @Test
    void a_correction_shows_on_the_line_and_a_struck_line_leaves_the_decision() {
        var decided = Given.decided(award, Given.CITY, Given.line("X_1", RecipientKind.INDIVIDUAL));
        given("2024-03-01", new DecisionRecorded(decided.decision(), decided.key(), 2), decided);
        var household = Given.line("X_1", RecipientKind.HOUSEHOLD);
        given("2024-04-01", correction(decided.decision(), CorrectedField.DONG, household));
        assertThat(row().line()).isEqualTo(household);

        given("2024-04-02", correction(decided.decision(), CorrectedField.DONG_KHONG_CO, null));

        var decision = register().decision(decided.decision()).orElseThrow();
        assertThat(row().status()).isEqualTo(AwardStatus.STRUCK);
        assertThat(decision.lines()).isOne();
        assertThat(decision.corrections()).isEqualTo(2);
    }

    private DecisionCorrected correction(
            DecisionId decision, CorrectedField field, @Nullable AwardLine line) {
        return new DecisionCorrected(
                decision,
                new DecisionKey(Given.CITY, 2024, "1/QĐ-UBND"),
                award,
                null,
                CorrectionCause.SAI_NHAP_LIEU,
                field,
                null,
                null,
                null,
                null,
                line,
                null);
    }
}
