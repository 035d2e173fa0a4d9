package vn.sovang.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PROVINCE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.decider.Command;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.Fact;
import vn.sovang.event.InspectionEvent.ExplanationAccepted;
import vn.sovang.event.InspectionEvent.FindingExplained;
import vn.sovang.event.InspectionEvent.InspectionClosed;
import vn.sovang.event.InspectionEvent.InspectionFindingRecorded;
import vn.sovang.event.InspectionEvent.InspectionOpened;
import vn.sovang.event.LedgerEvent;
import vn.sovang.testing.Inspecting;
import vn.sovang.testing.LifeOfAnAward;
import vn.sovang.testing.PureRun;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CutOff;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.FindingKey;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.InspectionScope;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.UnitId;

class InspectionsTest {
    private static final InspectedMatter.OfEvent FIRST = new InspectedMatter.OfEvent(1);

    private final LifeOfAnAward life = new LifeOfAnAward();
    private final Inspecting it = new Inspecting("12/QĐ-TTr");

    private PureRun opened() {
        return new PureRun().did(life.decided()).did(it.open());
    }

    private PureRun found() {
        return opened().did(it.find(FIRST));
    }

    private PureRun explained() {
        return found().did(it.explain());
    }

    private static void refused(PureRun run, Command command, RefusalCode code) {
        assertThat(run.outcome(command))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static LedgerEvent recorded(PureRun run, Command command) {
        var outcome = run.outcome(command);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome)
                .facts().stream().map(Fact::event).findFirst().orElseThrow();
    }

    @Test
    void an_inspection_is_opened_once_and_a_decision_opens_one() {
        var run = new PureRun();
        assertThat(recorded(run, it.open()))
                .isInstanceOfSatisfying(
                        InspectionOpened.class,
                        e -> {
                            assertThat(e.order().number()).isEqualTo("12/QĐ-TTR");
                            assertThat(e.order().body()).isEqualTo("Thanh tra tỉnh");
                            assertThat(e.order().year()).isEqualTo(2025);
                        });
        run.did(it.open());
        refused(run, it.open(), RefusalCode.INSPECTION_ALREADY_OPEN);
        refused(run, new Inspecting("12/QĐ-TTr").open(), RefusalCode.INSPECTION_ORDER_USED);
        recorded(run, new Inspecting("13/QĐ-TTr").open());
    }

    @Test
    void only_inspectors_open_find_accept_reopen_and_close() {
        var cutOff = new CutOff(1, "AAAA");
        refused(
                new PureRun(),
                it.open("thanh", "CLERK", Inspecting.year(2024), cutOff),
                RefusalCode.ONLY_INSPECTORS);
        refused(
                opened(),
                it.find("lan", "CLERK", "2025-03-10", FIRST, null),
                RefusalCode.ONLY_INSPECTORS);
        refused(explained(), it.accept("lan", "CLERK", "2025-03-20"), RefusalCode.ONLY_INSPECTORS);
        refused(explained(), it.reopen("lan", "REVIEWER"), RefusalCode.ONLY_INSPECTORS);
        refused(opened(), it.close("lan", "CLERK", "2025-04-01"), RefusalCode.ONLY_INSPECTORS);
    }

    @Test
    void only_the_inspected_office_explains() {
        assertThat(recorded(found(), it.explain())).isInstanceOf(FindingExplained.class);
        recorded(found(), it.explain("lan", "CUSTODIAN", CITY));
        refused(
                found(),
                it.explain("lan", "CLERK", PROVINCE),
                RefusalCode.ONLY_THE_OFFICE_EXPLAINS);
        for (var role : List.of("INSPECTOR", "DPO", "PUBLIC", "SYSTEM", "Clerk")) {
            refused(found(), it.explain("thanh", role, null), RefusalCode.ONLY_THE_OFFICE_EXPLAINS);
        }
    }

    @Test
    void who_explained_anything_in_the_inspection_decides_nothing_about_it() {
        var run = explained();
        refused(
                run,
                it.accept("lan", "INSPECTOR", "2025-03-20"),
                RefusalCode.EXPLAINER_MAY_NOT_ACCEPT);
        refused(run, it.reopen("lan", "INSPECTOR"), RefusalCode.EXPLAINER_MAY_NOT_ACCEPT);
        run.did(it.reopen(), it.explainAgain("mai"));
        refused(
                run,
                it.accept("lan", "INSPECTOR", "2025-03-20"),
                RefusalCode.EXPLAINER_MAY_NOT_ACCEPT);
        recorded(run, it.accept());
    }

    @Test
    void a_finding_is_explained_then_accepted_or_reopened() {
        refused(found(), it.accept(), RefusalCode.FINDING_NOT_EXPLAINED);
        refused(found(), it.reopen(), RefusalCode.FINDING_NOT_EXPLAINED);
        refused(explained(), it.explain(), RefusalCode.FINDING_ALREADY_EXPLAINED);
        var accepted = explained().did(it.accept());
        refused(accepted, it.accept(), RefusalCode.FINDING_SETTLED);
        refused(accepted, it.explain(), RefusalCode.FINDING_SETTLED);
        var again = explained().did(it.reopen(), it.explainAgain("lan"));
        assertThat(recorded(again, it.accept())).isInstanceOf(ExplanationAccepted.class);
        var reopened = explained().did(it.accept("thanh", "INSPECTOR", "2025-03-16"), it.reopen());
        refused(reopened, it.accept(), RefusalCode.FINDING_NOT_EXPLAINED);
    }

    @Test
    void findings_are_numbered_by_the_ledger_and_others_are_unknown() {
        assertThat(recorded(found(), it.find(FIRST)))
                .isInstanceOfSatisfying(
                        InspectionFindingRecorded.class, e -> assertThat(e.finding()).isEqualTo(2));
        refused(opened(), it.explain(), RefusalCode.FINDING_UNKNOWN);
        var other = new Inspecting("14/QĐ-TTr");
        refused(explained(), other.accept(), RefusalCode.INSPECTION_UNKNOWN);
        refused(explained().did(other.open()), other.accept(), RefusalCode.FINDING_UNKNOWN);
    }

    @Test
    void a_finding_is_about_something_the_ledger_has_within_the_scope() {
        var run = opened();
        recorded(run, it.find(new InspectedMatter.OfAward(life.award)));
        recorded(run, it.find(new InspectedMatter.OfDecision(life.decision)));
        recorded(run, it.find(numbers(CITY, 2024)));
        recorded(run, it.find(anomaly(life.award.tag())));
        refused(run, it.find(new InspectedMatter.OfEvent(2)), RefusalCode.BEYOND_CUT_OFF);
        refused(
                run,
                it.find(new InspectedMatter.OfAward(new AwardId(UUID.randomUUID()))),
                RefusalCode.AWARD_UNKNOWN);
        refused(
                run,
                it.find(new InspectedMatter.OfDecision(new DecisionId(UUID.randomUUID()))),
                RefusalCode.DECISION_UNKNOWN);
        refused(
                run,
                it.find(new InspectedMatter.OfItem(new ArtifactId(UUID.randomUUID()))),
                RefusalCode.ARTIFACT_UNKNOWN);
        refused(
                run,
                it.find(anomaly("award:" + UUID.randomUUID())),
                RefusalCode.ANOMALY_SUBJECT_UNKNOWN);
        refused(run, it.find(numbers(PROVINCE, 2024)), RefusalCode.INSPECTION_OUT_OF_SCOPE);
        refused(run, it.find(numbers(CITY, 2023)), RefusalCode.INSPECTION_OUT_OF_SCOPE);
        var narrow = new Inspecting("15/QĐ-TTr");
        run.did(narrow.open(Inspecting.year(2023), new CutOff(1, "AAAA")));
        refused(
                run,
                narrow.find(new InspectedMatter.OfAward(life.award)),
                RefusalCode.INSPECTION_OUT_OF_SCOPE);
    }

    private static InspectedMatter numbers(UnitId unit, int year) {
        return new InspectedMatter.OfNumbers(unit, year, 17, 19, "QĐ-UBND");
    }

    private static InspectedMatter anomaly(String subject) {
        return new InspectedMatter.OfAnomaly(new FindingKey("RECORDED_LATE", subject));
    }

    @Test
    void what_is_said_of_a_person_is_sealed_for_that_person() {
        var about = new InspectedMatter.OfAward(life.award);
        var run = opened();
        refused(
                run,
                it.find("thanh", "INSPECTOR", "2025-03-10", about, sealed(UUID.randomUUID())),
                RefusalCode.SEALED_FOR_ANOTHER);
        var own = sealed(life.person.recipient().value());
        recorded(run, it.find("thanh", "INSPECTOR", "2025-03-10", about, own));
    }

    private static @Nullable Sealed sealed(UUID subject) {
        return new Sealed(UUID.randomUUID(), subject, "finding", "AAAA", "AAAA");
    }

    @Test
    void it_ends_with_minutes_and_nothing_open_and_then_nothing_more_happens() {
        refused(found(), it.close(), RefusalCode.INSPECTION_FINDINGS_OPEN);
        refused(explained(), it.close(), RefusalCode.INSPECTION_FINDINGS_OPEN);
        var settled = explained().did(it.accept());
        refused(settled, it.closeWithoutMinutes(), RefusalCode.DOCUMENT_MISSING);
        refused(
                settled,
                it.close("thanh", "INSPECTOR", "2025-03-19"),
                RefusalCode.EARLIER_THAN_ITS_CAUSE);
        assertThat(recorded(settled, it.close())).isEqualTo(new InspectionClosed(it.id, 1, 0));
        settled.did(it.close());
        refused(settled, it.close(), RefusalCode.INSPECTION_CLOSED);
        refused(settled, it.find(FIRST), RefusalCode.INSPECTION_CLOSED);
        refused(settled, it.reopen(), RefusalCode.INSPECTION_CLOSED);
        assertThat(recorded(opened(), it.close()))
                .as("nothing was found")
                .isEqualTo(new InspectionClosed(it.id, 0, 0));
    }

    @Test
    void days_follow_each_other_and_none_is_to_come() {
        refused(
                opened(),
                it.find("thanh", "INSPECTOR", "2025-02-28", FIRST, null),
                RefusalCode.EARLIER_THAN_ITS_CAUSE);
        refused(
                explained(),
                it.accept("thanh", "INSPECTOR", "2025-03-14"),
                RefusalCode.EARLIER_THAN_ITS_CAUSE);
        refused(opened(), it.close("thanh", "INSPECTOR", "2030-01-01"), RefusalCode.IN_THE_FUTURE);
    }

    @Test
    void the_units_are_known_and_existed() {
        var nobody =
                new InspectionScope(
                        List.of(new UnitId(UUID.randomUUID())),
                        LocalDate.parse("2024-01-01"),
                        LocalDate.parse("2024-12-31"));
        var cutOff = new CutOff(1, "AAAA");
        refused(new PureRun(), it.open(nobody, cutOff), RefusalCode.UNIT_UNKNOWN);
        refused(
                new PureRun(),
                it.open(Inspecting.year(2026), cutOff),
                RefusalCode.UNIT_DID_NOT_EXIST);
    }

    @Test
    void a_matter_is_read_as_written() {
        var id = UUID.randomUUID();
        for (var text :
                List.of(
                        "event:17",
                        "award:" + id,
                        "decision:" + id,
                        "artifact:" + id,
                        "numbers:" + id + "/2024/17..19/QĐ-UBND",
                        "numbers:" + id + "/2024/1..1/",
                        "anomaly:RECORDED_LATE:award:" + id)) {
            assertThat(InspectedMatter.of(text)).hasToString(text);
        }
    }

    /// What is written must be read again, or the leaf could not be.
    @Test
    void a_matter_that_could_not_be_read_again_does_not_exist() {
        assertThatThrownBy(() -> new InspectedMatter.OfNumbers(CITY, 2024, 1, 2, "x".repeat(61)))
                .isInstanceOf(IllegalValue.class);
        assertThatThrownBy(() -> new InspectedMatter.OfNumbers(CITY, 24, 1, 2, "x"))
                .isInstanceOf(IllegalValue.class);
        assertThatThrownBy(() -> new InspectedMatter.OfNumbers(CITY, 2024, 1, 1 << 30, "x"))
                .isInstanceOf(IllegalValue.class);
        assertThatThrownBy(() -> new InspectedMatter.OfEvent(Long.MAX_VALUE))
                .isInstanceOf(IllegalValue.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "event:0",
                "event:-1",
                "event:9999999999999999999",
                "award:1",
                "anomaly:x",
                "numbers:1/2024/1..2/x",
                "numbers:b5b83533-f802-4b10-86cc-0a6df3eeb0cf/2024/9..2/x",
                "numbers:b5b83533-f802-4b10-86cc-0a6df3eeb0cf/2024/1..2/ ",
                "numbers:b5b83533-f802-4b10-86cc-0a6df3eeb0cf/0024/1..2/x"
            })
    void what_is_no_matter_is_refused(String text) {
        assertThatThrownBy(() -> InspectedMatter.of(text)).isInstanceOf(IllegalValue.class);
    }
}
