package vn.sovang.projection.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactKeeperRecorded;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedDamaged;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.ArtifactEvent.ArtifactReturnedUnchanged;
import vn.sovang.event.ArtifactEvent.ArtifactWithdrawn;
import vn.sovang.event.ArtifactEvent.CustodyTransferred;
import vn.sovang.event.AsFound;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.ReissueEvent.Application;
import vn.sovang.event.ReissueEvent.EntitlementNotConfirmed;
import vn.sovang.event.ReissueEvent.ReissueCompletionRequested;
import vn.sovang.event.ReissueEvent.ReissueFileReturned;
import vn.sovang.event.ReissueEvent.ReissueForwardedUp;
import vn.sovang.event.ReissueEvent.ReissueHandedOver;
import vn.sovang.event.ReissueEvent.ReissueRefused;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.projection.Projections;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.ArtifactStatus;
import vn.sovang.projection.register.CaseStatus;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsQuery;
import vn.sovang.projection.statistics.View;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Claimant;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.GoldenBookNumber;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.Keeper;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.ReissueRefusalReason;
import vn.sovang.vocabulary.RestorationGround;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

class CustodyTest {
    private static final UnitId MINISTRY = new UnitId(UUID.randomUUID());
    private static final LocalDate TODAY = LocalDate.parse("2024-06-30");
    private static final Keeper WORSHIPPER = new Keeper(KeeperRelation.WORSHIPPER, null, null);

    private final TestLog log = new TestLog().at("2024-07-01T00:00:00Z");
    private final AwardId award = Given.award();
    private final ArtifactId item = new ArtifactId(UUID.randomUUID());
    private final ArtifactId made = new ArtifactId(UUID.randomUUID());
    private final CaseId reissueCase = new CaseId(UUID.randomUUID());

    @AfterEach
    void close() {
        log.close();
    }

    private void on(String day, LedgerEvent... events) {
        for (var event : events) {
            log.append(Paper.of(day, "1/BB").fact(event));
        }
    }

    private void issued() {
        on(
                "2024-01-01",
                Given.province(),
                Given.city(),
                new UnitRegistered(
                        MINISTRY,
                        "Bộ Nội vụ",
                        "Bộ Nội vụ",
                        UnitLevel.TRUNG_UONG,
                        null,
                        null,
                        null,
                        true),
                Given.decided(award, Given.PROVINCE, Given.line("X_1", RecipientKind.INDIVIDUAL)),
                new ArtifactIssued(
                        item,
                        award,
                        ArtifactKind.BANG,
                        new SerialNumber("A 1"),
                        new GoldenBookNumber("17")));
    }

    private void handedIn() {
        issued();
        on("2024-02-01", new ArtifactHandedIn(item, award, Given.CITY, "BN-1"));
    }

    private CustodyTransferred toMinistry() {
        return new CustodyTransferred(
                item, award, Given.CITY, MINISTRY, "BN-2", "kho 3", CustodyPurpose.EXCHANGE);
    }

    private Custody custody() {
        return log.settled().custody();
    }

    private HeldItem where() {
        return custody().item(item, TODAY).orElseThrow();
    }

    private ArtifactRow row() {
        return log.settled().register().artifact(item).orElseThrow();
    }

    private long counted(Measure measure) {
        Projections projections = log.settled();
        var answer =
                projections
                        .statistics()
                        .ask(
                                new StatisticsQuery(
                                        PeriodPolicy.CALENDAR,
                                        Period.parse("2024-H1"),
                                        null,
                                        new KnownAt.Now(),
                                        View.ORIGINAL));
        return ((Answered) answer).total(measure);
    }

    @Test
    void an_original_is_with_the_last_office_that_signed_for_it_and_its_clock_runs() {
        handedIn();
        var atCity = where();
        assertThat(atCity.place()).isEqualTo(Place.OFFICE);
        assertThat(atCity.holder()).isEqualTo(Given.CITY);
        assertThat(atCity.overdue()).as("15 days from 1 February").isTrue();
        assertThat(Objects.requireNonNull(atCity.clock()).dueOn()).isEqualTo("2024-02-16");
        assertThat(custody().item(item, LocalDate.parse("2024-02-16")).orElseThrow().overdue())
                .as("the last day is within the limit")
                .isFalse();

        on("2024-06-01", toMinistry());
        var atMinistry = where();
        assertThat(atMinistry.holder()).isEqualTo(MINISTRY);
        assertThat(atMinistry.since()).isEqualTo("2024-06-01");
        assertThat(atMinistry.handedInOn()).as("the family waits since").isEqualTo("2024-02-01");
        assertThat(atMinistry.location()).isEqualTo("kho 3");
        assertThat(Objects.requireNonNull(atMinistry.clock()).dueOn()).isEqualTo("2024-07-01");
        assertThat(custody().held(MINISTRY, TODAY)).hasSize(1);
        assertThat(custody().held(Given.CITY, TODAY)).isEmpty();
        assertThat(custody().held(null, TODAY)).hasSize(1);
        assertThat(custody().legs(item)).extracting(Leg::receipt).containsExactly("BN-1", "BN-2");
        assertThat(row().heldBy()).isEqualTo(MINISTRY);
        assertThat(row().goldenBook()).isEqualTo("17");
        assertThat(counted(Measure.ARTIFACT_HANDED_IN)).isEqualTo(1);
    }

    /// Five are handed in; on 31 March the 15 days are over for the first three.
    @ParameterizedTest
    @CsvSource({"false, 5", "true, 3"})
    void pages_of_what_is_held_follow_each_other_and_miss_nothing(boolean overdue, int all) {
        issued();
        for (var day :
                List.of("2024-01-10", "2024-02-10", "2024-03-01", "2024-03-20", "2024-03-25")) {
            var another = new ArtifactId(UUID.randomUUID());
            var kind = ArtifactKind.BANG;
            on(day, new ArtifactIssued(another, award, kind, new SerialNumber("N " + day), null));
            on(day, new ArtifactHandedIn(another, award, Given.CITY, "BN " + day));
        }
        var wanted = new Custody.Wanted(Custody.Listed.HELD, Given.CITY, null, overdue);
        var at = new Custody.At(LocalDate.parse("2024-03-31"), Long.MAX_VALUE);

        var found = new ArrayList<HeldItem>();
        String after = null;
        do {
            var page = custody().page(wanted, at, after, 2);
            assertThat(page.rows()).hasSizeBetween(1, 2);
            found.addAll(page.rows());
            after = page.next();
        } while (after != null);

        assertThat(found).hasSize(all).doesNotHaveDuplicates();
        assertThat(found)
                .extracting(HeldItem::handedInOn)
                .isSorted()
                .allMatch(day -> !overdue || day.isBefore(LocalDate.parse("2024-03-16")));
    }

    @Test
    void an_item_given_back_unchanged_is_with_its_keeper_again() {
        handedIn();
        on(
                "2024-03-01",
                new ArtifactReturnedUnchanged(item, award, Given.CITY, WORSHIPPER, "BN-3"));
        assertThat(where().place()).isEqualTo(Place.KEEPER);
        assertThat(where().clock()).isNull();
        assertThat(where().handedInOn()).isNull();
        assertThat(row().status()).isEqualTo(ArtifactStatus.RETURNED);
        assertThat(row().keeper()).isEqualTo(KeeperRelation.WORSHIPPER);
        assertThat(counted(Measure.ARTIFACT_RETURNED)).isEqualTo(1);
    }

    @Test
    void a_replaced_original_stays_where_it_is_until_it_is_destroyed() {
        handedIn();
        on(
                "2024-03-01",
                new ReissueRequested(
                        reissueCase,
                        Given.CITY,
                        Given.subject(ReissueKind.EXCHANGE, CommendationType.KHONG_RO)),
                new ArtifactReissued(
                        made, item, reissueCase, award, ArtifactKind.BANG, null, null));
        on("2024-03-02", toMinistry());
        assertThat(where().holder()).isEqualTo(MINISTRY);
        assertThat(where().replaced()).isTrue();
        assertThat(where().clock()).as("nobody waits for it").isNull();
        assertThat(row().status()).isEqualTo(ArtifactStatus.REPLACED);
        on("2024-04-01", new ArtifactDestroyed(item, award, MINISTRY, "Hội đồng", "hỏng"));
        assertThat(where().place()).isEqualTo(Place.DESTROYED);
        assertThat(row().status()).isEqualTo(ArtifactStatus.DESTROYED);
        assertThat(counted(Measure.ARTIFACT_DESTROYED)).isEqualTo(1);
        var receiver = new Claimant(KeeperRelation.SELF, null, null, false);
        on("2024-04-02", new ReissueHandedOver(reissueCase, award, made, Given.CITY, receiver));
        assertThat(theCase().status()).isEqualTo(CaseStatus.HANDED_OVER);
        assertThat(counted(Measure.REISSUE_HANDED_OVER)).isEqualTo(1);
    }

    @Test
    void items_of_an_annulled_award_are_to_be_taken_back_within_the_limit() {
        issued();
        on("2024-05-01", Given.annulled(award, Given.PROVINCE));
        var owed = custody().toRecover(TODAY);
        assertThat(owed).hasSize(1);
        assertThat(Objects.requireNonNull(owed.getFirst().clock()).overdueDays()).isEqualTo(45);
        on("2024-05-10", new ArtifactWithdrawn(item, award, "hủy bỏ", Given.CITY));
        assertThat(custody().toRecover(TODAY)).isEmpty();
        assertThat(where().place()).isEqualTo(Place.WITHDRAWN);
        assertThat(where().holder()).isEqualTo(Given.CITY);
    }

    @Test
    void a_stripped_honours_item_is_taken_back_unless_the_honour_is_restored() {
        issued();
        var stripped = Given.stripped(award);
        on("2024-05-01", stripped);
        assertThat(custody().toRecover(TODAY)).hasSize(1);
        on(
                "2024-05-20",
                new HonourRestored(
                        award,
                        stripped.recipient(),
                        RestorationGround.KHONG_PHAM_TOI,
                        stripped.authority()));
        assertThat(custody().toRecover(TODAY)).isEmpty();
    }

    @Test
    void damage_loss_and_keepers_show_in_the_register() {
        issued();
        on("2024-02-01", new ArtifactReportedDamaged(item, award, null));
        assertThat(row().status()).isEqualTo(ArtifactStatus.DAMAGED);
        on("2024-02-02", new ArtifactKeeperRecorded(item, award, WORSHIPPER));
        assertThat(row().keeper()).isEqualTo(KeeperRelation.WORSHIPPER);
        on("2024-02-03", new ArtifactReportedLost(item, award, null));
        assertThat(where().place()).isEqualTo(Place.LOST);
        assertThat(counted(Measure.ARTIFACT_DAMAGED)).isEqualTo(1);
    }

    @Test
    void a_survey_brings_in_what_nobody_recorded_and_says_how_it_is() {
        issued();
        on("2024-03-01", seen(made, ItemOrigin.KHAO_SAT, ArtifactCondition.HU_HONG));
        on("2024-03-01", seen(item, ItemOrigin.CAP_PHAT, ArtifactCondition.MAT));
        var found = log.settled().register().artifact(made).orElseThrow();
        assertThat(found.origin()).isEqualTo(ItemOrigin.KHAO_SAT);
        assertThat(found.status()).isEqualTo(ArtifactStatus.DAMAGED);
        assertThat(found.condition()).isEqualTo(ArtifactCondition.HU_HONG);
        assertThat(row().status()).isEqualTo(ArtifactStatus.LOST);
        assertThat(where().place()).isEqualTo(Place.LOST);
        assertThat(counted(Measure.SURVEYED_DAMAGED)).isEqualTo(1);
        assertThat(counted(Measure.SURVEYED_LOST)).isEqualTo(1);
        assertThat(counted(Measure.ARTIFACT_ISSUED)).as("nobody issued it").isEqualTo(1);
    }

    private ItemSurveyed seen(ArtifactId what, ItemOrigin origin, ArtifactCondition condition) {
        return new ItemSurveyed(
                new CampaignId(UUID.randomUUID()),
                Given.CITY,
                null,
                new AwardCode("X_1"),
                award,
                new RecipientId(UUID.randomUUID()),
                ArtifactKind.BANG,
                what,
                origin,
                condition,
                WORSHIPPER,
                LifeStatus.DECEASED,
                null,
                null,
                null,
                null);
    }

    @Test
    void a_signed_paper_that_breaks_a_rule_is_recorded_counted_and_flagged() {
        issued();
        var flaw = new AsFound("ARTIFACT_ALREADY_ACTIVE", "văn bản ghi như vậy", "chi");
        var second = new ArtifactIssued(made, award, ArtifactKind.BANG, null);
        log.append(Paper.of("2024-02-01", "2/BB").fact(second).asFound(flaw));
        assertThat(log.settled().register().artifactsOf(award)).hasSize(2);
        assertThat(counted(Measure.ARTIFACT_ISSUED)).isEqualTo(2);
        assertThat(log.settled().history().of(made))
                .singleElement()
                .satisfies(line -> assertThat(line.asFound()).isEqualTo(flaw));
    }

    @Test
    void a_case_shows_each_step_and_counts_it_on_its_own_day() {
        issued();
        var subject = Given.subject(ReissueKind.REISSUE, CommendationType.KHANG_CHIEN);
        var application =
                new Application(
                        new Claimant(KeeperRelation.SELF, null, null, false),
                        null,
                        List.of(),
                        "TUOI_90");
        on("2024-02-01", new ReissueRequested(reissueCase, Given.CITY, subject, application));
        assertThat(theCase().steps().priority()).isEqualTo("TUOI_90");
        on(
                "2024-02-02",
                new ReissueCompletionRequested(
                        reissueCase, award, Given.CITY, List.of("đơn", "giấy ủy quyền")));
        assertThat(theCase().status()).isEqualTo(CaseStatus.COMPLETION_REQUESTED);
        assertThat(theCase().steps().missing()).containsExactly("đơn", "giấy ủy quyền");
        on("2024-02-10", new ReissueForwardedUp(reissueCase, award, Given.CITY, MINISTRY));
        assertThat(theCase().status()).isEqualTo(CaseStatus.FORWARDED);
        assertThat(theCase().steps().forwardedOn()).isEqualTo("2024-02-10");
        on(
                "2024-03-01",
                new EntitlementNotConfirmed(
                        reissueCase,
                        award,
                        "Lưu trữ",
                        "5/LT",
                        LocalDate.parse("2024-03-01"),
                        "không có số quyết định",
                        EvidenceGrade.D));
        assertThat(theCase().status()).isEqualTo(CaseStatus.INSUFFICIENT);
        on(
                "2024-03-02",
                new ReissueRefused(
                        reissueCase,
                        award,
                        MINISTRY,
                        List.of(ReissueRefusalReason.CHUA_CO_QD_CTN)));
        assertThat(theCase().status()).isEqualTo(CaseStatus.REFUSED);
        assertThat(theCase().steps().reasons()).containsExactly("CHUA_CO_QD_CTN");
        var other = new CaseId(UUID.randomUUID());
        on("2024-03-03", new ReissueRequested(other, Given.CITY, subject));
        on("2024-03-04", new ReissueFileReturned(other, award, Given.CITY, "không đúng mẫu"));
        assertThat(counted(Measure.REISSUE_REQUESTED)).isEqualTo(2);
        assertThat(counted(Measure.REISSUE_FORWARDED)).isEqualTo(1);
        assertThat(counted(Measure.ENTITLEMENT_NOT_CONFIRMED)).isEqualTo(1);
        assertThat(counted(Measure.REISSUE_REFUSED)).isEqualTo(1);
        assertThat(counted(Measure.REISSUE_RETURNED)).isEqualTo(1);
        assertThat(counted(Measure.REISSUE_APPROVED)).isZero();
    }

    private ReissueCaseRow theCase() {
        return log.settled().register().reissueCase(reissueCase).orElseThrow();
    }
}
