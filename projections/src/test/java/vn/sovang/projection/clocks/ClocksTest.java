package vn.sovang.projection.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactWithdrawn;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.AppraisalConcluded;
import vn.sovang.event.NominationEvent.DossierReceived;
import vn.sovang.event.NominationEvent.DossierReturnedForCompletion;
import vn.sovang.event.NominationEvent.ListPublished;
import vn.sovang.event.NominationEvent.NominationRejected;
import vn.sovang.event.NominationEvent.OpinionReceived;
import vn.sovang.event.NominationEvent.OpinionRequested;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueCompleted;
import vn.sovang.event.ReissueEvent.ReissueCompletionRequested;
import vn.sovang.event.ReissueEvent.ReissueForwardedUp;
import vn.sovang.event.ReissueEvent.ReissueHandedOver;
import vn.sovang.event.ReissueEvent.ReissueListSubmitted;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRefused;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitRenamed;
import vn.sovang.projection.clocks.Clocks.Wanted;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.AppraisalResult;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Claimant;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.DossierFigures;
import vn.sovang.vocabulary.DossierPaper;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.OpinionStance;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.ReissueRefusalReason;
import vn.sovang.vocabulary.RejectionGround;
import vn.sovang.vocabulary.StatutoryClock.Step;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

class ClocksTest {
    private static final UnitId MINISTRY = new UnitId(UUID.randomUUID());
    private static final long NOW = Long.MAX_VALUE;

    private final TestLog log = new TestLog().at("2026-11-01T00:00:00Z");
    private final NominationId nomination = new NominationId(UUID.randomUUID());
    private final CaseId reissueCase = new CaseId(UUID.randomUUID());
    private final AwardId award = Given.award();

    @BeforeEach
    void units() {
        on(
                "2000-01-01",
                Given.province(),
                Given.city(),
                Given.ward(),
                new UnitRegistered(
                        MINISTRY,
                        "Bộ Nội vụ",
                        "Bộ Nội vụ",
                        UnitLevel.TRUNG_UONG,
                        null,
                        null,
                        null,
                        true));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private long on(String day, LedgerEvent... events) {
        long last = 0;
        for (var event : events) {
            last = log.append(Paper.of(day, "1/BB").fact(event));
        }
        return last;
    }

    private Clocks clocks() {
        return log.settled().clocks();
    }

    /// What is open on a day, in words: step, whose turn, last day, state, days late.
    private List<String> open(String day, long knownAt) {
        return clocks().open(Wanted.ALL, LocalDate.parse(day), knownAt).stream()
                .map(ClocksTest::words)
                .toList();
    }

    private List<String> open(String day) {
        return open(day, NOW);
    }

    private static String words(OpenClock clock) {
        var late = clock.overdueDays() > 0 ? " " + clock.overdueDays() : "";
        return "%s | %s | %s | %s%s"
                .formatted(clock.step(), clock.unitName(), clock.dueOn(), clock.state(), late);
    }

    private DossierReceived received(UnitId by) {
        return new DossierReceived(nomination, by, Procedure.THUONG, "06/2022/QH15", null);
    }

    private ReissueRequested requested(UnitId by) {
        return new ReissueRequested(
                reissueCase, by, Given.subject(ReissueKind.EXCHANGE, CommendationType.KHANG_CHIEN));
    }

    /// Each row begins a step on its day and is asked about on another.
    @Test
    void limits_follow_regime_level_and_calendar() {
        var rows =
                """
                began      | step        | office   | asked      | last day   | state
                2024-02-05 | appraisal   | ward     | 2024-03-01 | 2024-02-26 | OVERDUE 4
                2024-02-05 | appraisal   | city     | 2024-02-26 | 2024-02-26 | RUNNING
                2024-02-05 | appraisal   | ministry | 2024-03-01 | 2024-03-18 | RUNNING
                2016-02-05 | appraisal   | ministry | 2016-06-01 | null       | CALENDAR_UNKNOWN
                2024-02-05 | appraisal   | province | 2025-02-05 | null       | NO_LIMIT
                2026-12-21 | appraisal   | ward     | 2027-03-01 | null       | CALENDAR_UNKNOWN
                2025-07-07 | publication | null     | 2025-07-22 | 2025-07-21 | PASSED 1
                2024-07-08 | publication | null     | 2024-09-22 | null       | NO_LIMIT
                2024-02-05 | opinion     | null     | 2024-02-27 | 2024-02-26 | OVERDUE 1
                2024-01-27 | case        | province | 2024-02-15 | 2024-02-15 | RUNNING
                2024-01-22 | case        | province | 2024-02-16 | 2024-02-06 | OVERDUE 10
                2019-06-01 | case        | province | 2019-06-18 | 2019-06-16 | OVERDUE 2
                2010-06-01 | case        | province | 2019-06-18 | null       | NO_LIMIT
                2024-02-01 | case        | ministry | 2024-03-05 | 2024-03-04 | OVERDUE 1
                2024-02-01 | case        | city     | 2025-02-01 | null       | NO_LIMIT
                """;
        int checked = 0;
        for (var row : rows.lines().skip(1).toList()) {
            var cells = row.split("\\|");
            var office = office(cells[2].strip());
            var subject = UUID.randomUUID();
            on(cells[0].strip(), event(cells[1].strip(), office, subject));
            var name = office == null ? "null" : name(office);
            var expected = " | %s | %s | %s".formatted(name, cells[4].strip(), cells[5].strip());
            var day = LocalDate.parse(cells[3].strip());
            assertThat(
                            clocks().open(Wanted.ALL, day, NOW).stream()
                                    .filter(c -> c.subject().equals(subject))
                                    .map(ClocksTest::words))
                    .as(row)
                    .singleElement()
                    .asString()
                    .endsWith(expected);
            checked++;
        }
        assertThat(checked).isEqualTo(15);
    }

    private static @Nullable UnitId office(String name) {
        return switch (name) {
            case "ward" -> Given.WARD;
            case "city" -> Given.CITY;
            case "province" -> Given.PROVINCE;
            case "ministry" -> MINISTRY;
            default -> null;
        };
    }

    private static String name(UnitId office) {
        if (office.equals(MINISTRY)) {
            return "Bộ Nội vụ";
        }
        return office.equals(Given.WARD)
                ? "phường Phước Mỹ"
                : office.equals(Given.CITY) ? "thành phố Phan Rang - Tháp Chàm" : "tỉnh Ninh Thuận";
    }

    private static LedgerEvent event(String step, @Nullable UnitId office, UUID subject) {
        var unit = office == null ? Given.CITY : office;
        var of = new NominationId(subject);
        return switch (step) {
            case "appraisal" ->
                    new DossierReceived(of, unit, Procedure.THUONG, "06/2022/QH15", null);
            case "publication" -> new ListPublished(of, "cổng thông tin", null);
            case "opinion" -> new OpinionRequested(of, "Sở Y tế", null);
            case "case" ->
                    new ReissueRequested(
                            new CaseId(subject),
                            unit,
                            Given.subject(ReissueKind.EXCHANGE, CommendationType.KHANG_CHIEN));
            default -> throw new IllegalArgumentException(step);
        };
    }

    @Test
    void what_is_refused_waits_no_more() {
        on("2024-02-05", received(Given.WARD), requested(Given.PROVINCE));
        on(
                "2024-02-06",
                new NominationRejected(
                        nomination, Given.CITY, RejectionGround.KHONG_DU_TIEU_CHUAN, null),
                new ReissueRefused(
                        reissueCase, null, MINISTRY, List.of(ReissueRefusalReason.KHAC)));
        assertThat(open("2024-02-06")).isEmpty();
        assertThat(open("2024-02-05")).hasSize(2);
    }

    @Test
    void a_dossier_that_comes_back_complete_is_appraised_from_its_new_receipt_on() {
        on("2024-03-04", received(Given.WARD));
        on(
                "2024-03-06",
                new DossierReturnedForCompletion(
                        nomination, Given.WARD, List.of(DossierPaper.BIEN_BAN)));
        assertThat(open("2024-03-10")).isEmpty();
        on("2024-03-11", received(Given.WARD));
        assertThat(open("2024-03-12"))
                .containsExactly("APPRAISAL | phường Phước Mỹ | 2024-03-25 | RUNNING");
        assertThat(open("2024-03-05"))
                .as("on a day before it was returned")
                .containsExactly("APPRAISAL | phường Phước Mỹ | 2024-03-18 | RUNNING");
        on(
                "2024-03-20",
                new AppraisalConcluded(
                        nomination,
                        new RecipientId(UUID.randomUUID()),
                        Given.WARD,
                        AppraisalResult.DAT,
                        null,
                        DossierFigures.NONE,
                        List.of()));
        assertThat(open("2024-03-20")).isEmpty();
        assertThat(open("2024-03-19")).hasSize(1);
    }

    @Test
    void bodies_asked_for_opinions_answer_each_for_themselves_by_the_day_of_the_letter() {
        on("2024-03-04", new OpinionRequested(nomination, "Sở Y tế", null));
        on(
                "2024-03-04",
                new OpinionRequested(nomination, "Công an", LocalDate.parse("2024-03-08")));
        assertThat(open("2024-03-12"))
                .containsExactly(
                        "OPINION | null | 2024-03-08 | OVERDUE 4",
                        "OPINION | null | 2024-03-18 | RUNNING");
        on("2024-03-13", new OpinionReceived(nomination, "Công an", OpinionStance.DONG_Y, null));
        var left = clocks().open(Wanted.ALL, LocalDate.parse("2024-03-14"), NOW);
        assertThat(left)
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.body()).isEqualTo("Sở Y tế");
                    assertThat(c.agreed()).isFalse();
                    assertThat(c.person()).isEqualTo("u-1");
                });
    }

    @Test
    void a_case_goes_from_office_to_office_and_ends_in_a_hand() {
        var made = new ArtifactId(UUID.randomUUID());
        var list = new ListId(UUID.randomUUID());
        on("2024-01-02", requested(Given.CITY));
        assertThat(open("2024-01-05"))
                .containsExactly(
                        "LOCAL_REVIEW | thành phố Phan Rang - Tháp Chàm | null | NO_LIMIT");
        on(
                "2024-01-05",
                new ReissueCompletionRequested(reissueCase, null, Given.CITY, List.of("đơn")));
        assertThat(open("2024-01-06")).as("the applicant's turn").isEmpty();
        on("2024-01-08", new ReissueCompleted(reissueCase, null));
        assertThat(open("2024-01-09")).hasSize(1);
        long listed =
                on(
                        "2024-02-19",
                        new ReissueListSubmitted(list, Given.CITY, Given.PROVINCE, 1),
                        new ReissueProposed(
                                reissueCase,
                                list,
                                1,
                                Given.CITY,
                                Given.subject(ReissueKind.EXCHANGE, CommendationType.KHANG_CHIEN)));
        assertThat(open("2024-03-10"))
                .containsExactly("PROVINCE_REVIEW | tỉnh Ninh Thuận | 2024-03-05 | OVERDUE 5");
        on("2024-03-11", new ReissueForwardedUp(reissueCase, award, Given.PROVINCE, MINISTRY));
        assertThat(open("2024-03-11"))
                .containsExactly("CENTRE_DECISION | Bộ Nội vụ | 2024-04-10 | RUNNING");
        assertThat(open("2024-03-11", listed))
                .as("as known then")
                .hasSize(1)
                .first()
                .asString()
                .startsWith("PROVINCE_REVIEW");
        on("2024-04-01", new ReissueApproved(reissueCase, award, MINISTRY));
        assertThat(open("2024-04-02")).containsExactly("ITEM_MAKING | Bộ Nội vụ | null | NO_LIMIT");
        on(
                "2024-05-01",
                new ArtifactReissued(
                        made, null, reissueCase, award, ArtifactKind.BANG, null, null));
        assertThat(open("2024-05-02")).containsExactly("HAND_OVER | Bộ Nội vụ | null | NO_LIMIT");
        var self = new Claimant(KeeperRelation.SELF, null, null, false);
        on("2024-05-10", new ReissueHandedOver(reissueCase, award, made, Given.CITY, self));
        assertThat(open("2024-05-10")).isEmpty();
        assertThat(open("2024-03-10")).as("that day stays as it was").hasSize(1);
    }

    @Test
    void a_list_that_names_no_receiver_is_with_the_superior_of_its_sender() {
        on("2024-01-22", Given.reviewed(Given.CITY, ReissueKind.REISSUE));
        assertThat(open("2024-02-16"))
                .containsExactly("PROVINCE_REVIEW | tỉnh Ninh Thuận | 2024-02-06 | OVERDUE 10");
    }

    @Test
    void what_an_annulment_takes_back_runs_item_by_item_and_for_the_money() {
        var item = new ArtifactId(UUID.randomUUID());
        var other = new ArtifactId(UUID.randomUUID());
        on(
                "2024-01-01",
                new ArtifactIssued(item, award, ArtifactKind.BANG, null),
                new ArtifactIssued(other, award, ArtifactKind.HUY_HIEU, null),
                Given.paid(award, 900_000));
        long annulled = on("2024-05-02", Given.annulled(award, Given.PROVINCE));
        assertThat(open("2024-05-20")).hasSize(3).allMatch(c -> c.endsWith("OVERDUE 3"));
        on("2024-05-10", new ArtifactWithdrawn(item, award, "hủy bỏ"));
        on("2024-05-11", Given.recovered(award, 400_000));
        assertThat(open("2024-05-20")).as("part of the money is not all").hasSize(2);
        on("2024-05-12", Given.recovered(award, 500_000));
        assertThat(open("2024-05-20"))
                .containsExactly("WITHDRAWAL | tỉnh Ninh Thuận | 2024-05-17 | OVERDUE 3");
        on("2024-06-01", Given.revoked(award));
        assertThat(open("2024-06-01")).isEmpty();
        assertThat(open("2024-06-01", annulled)).as("as known before").hasSize(3);
        assertThat(open("2024-05-20", annulled - 1)).isEmpty();
    }

    @Test
    void who_proposed_is_told_within_the_limit_unless_the_list_is_old() {
        var decided = decided(award, nomination);
        on("2024-06-03", decided);
        log.append(
                Paper.of("1994-12-17", "2/QĐ")
                        .from(
                                new vn.sovang.event.Provenance(
                                        vn.sovang.event.Provenance.Source.RECONSTRUCTED_FROM_REPORT,
                                        vn.sovang.event.Provenance.Confidence.LOW,
                                        null,
                                        null))
                        .fact(decided(Given.award(), new NominationId(UUID.randomUUID()))));
        assertThat(open("2024-06-18"))
                .containsExactly("NOTICE | tỉnh Ninh Thuận | 2024-06-17 | OVERDUE 1");
        on("2024-06-19", Given.presented(award));
        assertThat(open("2024-06-19")).isEmpty();
    }

    private static AwardDecided decided(AwardId award, NominationId nomination) {
        return new AwardDecided(
                award,
                new DecisionId(UUID.randomUUID()),
                new DecisionKey(Given.PROVINCE, 2024, "1/QĐ-UBND"),
                1,
                ConferralMode.TANG,
                null,
                nomination,
                Given.line("X_1", RecipientKind.INDIVIDUAL));
    }

    @Test
    void worklists_are_by_office_step_and_lateness() {
        on("2024-01-22", requested(Given.PROVINCE));
        on("2024-02-05", received(Given.WARD));
        var day = LocalDate.parse("2024-02-20");
        assertThat(clocks().open(new Wanted(Given.PROVINCE, null, false), day, NOW)).hasSize(1);
        assertThat(clocks().open(new Wanted(null, Step.APPRAISAL, false), day, NOW)).hasSize(1);
        assertThat(clocks().open(new Wanted(null, null, true), day, NOW))
                .singleElement()
                .satisfies(c -> assertThat(c.step()).isEqualTo(Step.PROVINCE_REVIEW));
        assertThat(clocks().open(new Wanted(MINISTRY, null, false), day, NOW)).isEmpty();
        assertThat(clocks().open(Wanted.ALL, day, NOW))
                .extracting(OpenClock::step)
                .as("the most urgent first")
                .containsExactly(Step.PROVINCE_REVIEW, Step.APPRAISAL);
    }

    @Test
    void a_unit_bears_the_name_that_was_known() {
        long before = on("2024-01-22", requested(Given.PROVINCE));
        on("2025-07-01", new UnitRenamed(Given.PROVINCE, "tỉnh Thử", "UBND tỉnh Thử"));
        assertThat(open("2024-02-01")).singleElement().asString().contains("tỉnh Thử");
        assertThat(open("2024-02-01", before)).singleElement().asString().contains("Ninh Thuận");
    }
}
