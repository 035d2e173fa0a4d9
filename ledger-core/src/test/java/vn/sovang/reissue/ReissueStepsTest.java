package vn.sovang.reissue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.MINISTRY;
import static vn.sovang.testing.PhanRang.PROVINCE;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.ReissueEvent;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.EntitlementNotConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueCompletionRequested;
import vn.sovang.event.ReissueEvent.ReissueFileReturned;
import vn.sovang.event.ReissueEvent.ReissueHandedOver;
import vn.sovang.event.ReissueEvent.ReissueListReturned;
import vn.sovang.event.ReissueEvent.ReissueListSubmitted;
import vn.sovang.event.ReissueEvent.ReissueProposalReturned;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRefused;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.founding.ReferenceData;
import vn.sovang.reissue.ReissueCommand.ApproveReissue;
import vn.sovang.reissue.ReissueCommand.CompleteReissueFile;
import vn.sovang.reissue.ReissueCommand.ForwardReissue;
import vn.sovang.reissue.ReissueCommand.HandOverArtifact;
import vn.sovang.reissue.ReissueCommand.RefuseReissue;
import vn.sovang.reissue.ReissueCommand.ReissueArtifact;
import vn.sovang.reissue.ReissueCommand.ReportEntitlementNotConfirmed;
import vn.sovang.reissue.ReissueCommand.RequestReissue;
import vn.sovang.reissue.ReissueCommand.ReturnReissueFile;
import vn.sovang.reissue.ReissueListCommand.Line;
import vn.sovang.reissue.ReissueListCommand.ReturnReissueList;
import vn.sovang.reissue.ReissueListCommand.SubmitReissueList;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.testing.Mother;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.Claimant;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.PriorityRule;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.ReissueRefusalReason;
import vn.sovang.vocabulary.StatutoryClock;
import vn.sovang.vocabulary.StatutoryClock.Step;
import vn.sovang.vocabulary.UnitLevel;
import vn.sovang.vocabulary.WorkingCalendar;

class ReissueStepsTest {
    private static final String DAY = "2024-11-01";
    private static final String HASH = "a".repeat(64);

    private final Mother mother = new Mother().withItems().badgeLost("2024-08-01");
    private final ListId list = new ListId(UUID.randomUUID());
    private final ArtifactId next = new ArtifactId(UUID.randomUUID());
    private final Line line = new Line(mother.reissueCase, mother.award, Mother.CODE);

    private void received() {
        mother.then(
                "2024-09-01",
                new ReissueRequested(mother.reissueCase, CITY, mother.about(ReissueKind.REISSUE)));
    }

    private void listed() {
        received();
        mother.then(
                "2024-09-10",
                new ReissueProposed(
                        mother.reissueCase, list, 1, CITY, mother.about(ReissueKind.REISSUE)));
    }

    private void approved() {
        received();
        mother.then(
                "2024-10-01",
                new EntitlementConfirmed(
                        mother.reissueCase,
                        mother.award,
                        "Trung tâm lưu trữ",
                        "12/LT",
                        LocalDate.parse("2024-10-01"),
                        EvidenceGrade.A));
        mother.then("2024-10-02", new ReissueApproved(mother.reissueCase, mother.award, MINISTRY));
    }

    private DeciderSpec.Then when(ReissueCommand command) {
        return DeciderSpec.of(new Reissues()).given(mother.facts()).when(command);
    }

    private DeciderSpec.Then when(ReissueListCommand command) {
        return DeciderSpec.of(new ReissueLists()).given(mother.facts()).when(command);
    }

    private SubmitReissueList submit(Line... lines) {
        return new SubmitReissueList(
                origin("an", DAY, paper("9/DS", DAY)), list, CITY, PROVINCE, List.of(lines));
    }

    private ReturnReissueList giveBack(ListId which) {
        return new ReturnReissueList(
                origin("an", DAY, paper("10/SNV", DAY)),
                which,
                PROVINCE,
                CITY,
                "thiếu đơn",
                List.of(line));
    }

    private ApproveReissue approve() {
        return new ApproveReissue(
                origin("an", DAY), mother.reissueCase, mother.award, Mother.CODE, MINISTRY);
    }

    private ReissueArtifact make(@Nullable LocalDate design, @Nullable ArtifactKind kind) {
        return new ReissueArtifact(
                origin("an", DAY),
                mother.reissueCase,
                mother.award,
                Mother.CODE,
                next,
                null,
                design,
                kind,
                null);
    }

    @Test
    void a_reviewed_case_goes_up_on_a_list_with_all_lines_or_none() {
        received();
        when(submit(line))
                .then(
                        new ReissueListSubmitted(list, CITY, PROVINCE, 1),
                        new ReissueProposed(
                                mother.reissueCase,
                                list,
                                1,
                                CITY,
                                mother.about(ReissueKind.REISSUE)));
        var twice = when(submit(line, line)).refused();
        assertThat(twice.code()).isEqualTo(RefusalCode.CASE_ALREADY_LISTED);
        assertThat(twice.details()).hasSize(1);
        assertThat(twice.details().getFirst().arguments()).containsEntry("line", "2");
    }

    @Test
    void a_list_needs_lines_a_paper_and_known_cases() {
        when(submit()).thenRefused(RefusalCode.LIST_EMPTY);
        when(submit(line)).thenRefused(RefusalCode.CASE_UNKNOWN);
        received();
        when(new SubmitReissueList(origin("an", DAY), list, CITY, PROVINCE, List.of(line)))
                .thenRefused(RefusalCode.DOCUMENT_MISSING);
    }

    @Test
    void a_returned_list_frees_its_cases_for_the_next() {
        listed();
        when(submit(line)).thenRefused(RefusalCode.CASE_ALREADY_LISTED);
        var returned =
                new ReissueProposalReturned(mother.reissueCase, mother.award, list, PROVINCE, CITY);
        when(giveBack(list))
                .then(new ReissueListReturned(list, PROVINCE, CITY, 1, "thiếu đơn"), returned);
        when(giveBack(new ListId(UUID.randomUUID()))).thenRefused(RefusalCode.CASE_NOT_LISTED);
        mother.then("2024-09-20", returned);
        when(submit(line)).facts();
    }

    @Test
    void a_case_that_waits_for_papers_goes_nowhere() {
        received();
        var complete =
                new CompleteReissueFile(
                        origin("an", DAY), mother.reissueCase, mother.award, Mother.CODE);
        when(complete).thenRefused(RefusalCode.CASE_NOT_INCOMPLETE);
        mother.then(
                "2024-09-05",
                new ReissueCompletionRequested(
                        mother.reissueCase, mother.award, CITY, List.of("đơn")));
        when(submit(line)).thenRefused(RefusalCode.CASE_INCOMPLETE);
        when(approve()).thenRefused(RefusalCode.CASE_INCOMPLETE);
        when(complete).facts();
    }

    @Test
    void sending_up_without_the_archives_word_is_allowed() {
        received();
        when(new ForwardReissue(
                        origin("an", DAY),
                        mother.reissueCase,
                        mother.award,
                        Mother.CODE,
                        PROVINCE,
                        MINISTRY))
                .facts();
    }

    @Test
    void an_archive_that_cannot_confirm_ends_nothing_and_opens_no_gate() {
        approvedNever();
        when(approve()).thenRefused(RefusalCode.ENTITLEMENT_NOT_CONFIRMED);
        mother.then(
                "2024-10-20",
                new EntitlementConfirmed(
                        mother.reissueCase,
                        mother.award,
                        "Trung tâm lưu trữ",
                        "14/LT",
                        LocalDate.parse("2024-10-20"),
                        EvidenceGrade.E));
        when(approve()).facts();
    }

    private void approvedNever() {
        received();
        mother.then(
                "2024-10-01",
                new EntitlementNotConfirmed(
                        mother.reissueCase,
                        mother.award,
                        "Trung tâm lưu trữ",
                        "12/LT",
                        LocalDate.parse("2024-10-01"),
                        "không có số quyết định",
                        EvidenceGrade.D));
    }

    @Test
    void a_reply_is_not_known_before_it_is_written() {
        received();
        when(new ReportEntitlementNotConfirmed(
                        origin("an", DAY),
                        mother.reissueCase,
                        mother.award,
                        Mother.CODE,
                        "Trung tâm lưu trữ",
                        "12/LT",
                        LocalDate.parse("2024-11-02"),
                        "không có tên",
                        EvidenceGrade.D))
                .thenRefused(RefusalCode.EARLIER_THAN_ITS_CAUSE);
    }

    @Test
    void a_case_of_an_annulled_award_can_still_be_refused_or_given_back() {
        received();
        mother.annulled("2024-10-01");
        var reasons = List.of(ReissueRefusalReason.DA_CAP);
        when(approve()).thenRefused(RefusalCode.AWARD_ANNULLED);
        when(new RefuseReissue(
                        origin("an", DAY),
                        mother.reissueCase,
                        mother.award,
                        Mother.CODE,
                        MINISTRY,
                        reasons))
                .then(new ReissueRefused(mother.reissueCase, mother.award, MINISTRY, reasons));
        var back =
                new ReturnReissueFile(
                        origin("an", DAY),
                        mother.reissueCase,
                        mother.award,
                        Mother.CODE,
                        CITY,
                        "hủy bỏ");
        when(back).facts();
        mother.then(
                "2024-10-10",
                new ReissueFileReturned(mother.reissueCase, mother.award, CITY, "hủy bỏ"));
        when(back).thenRefused(RefusalCode.CASE_SETTLED);
    }

    @Test
    void after_the_approval_nothing_is_decided_any_more() {
        approved();
        when(approve()).thenRefused(RefusalCode.CASE_ALREADY_APPROVED);
        when(submit(line)).thenRefused(RefusalCode.CASE_ALREADY_APPROVED);
    }

    @Test
    void one_case_may_be_about_several_items_and_ends_with_the_last() {
        mother.then("2024-08-02", new ArtifactReportedLost(mother.diploma, mother.award, null));
        var application =
                new ReissueEvent.Application(
                        new Claimant(KeeperRelation.SELF, null, null, false),
                        null,
                        List.of(new ReissueEvent.FurtherItem(ArtifactKind.BANG, mother.diploma)),
                        "TUOI_90");
        var request =
                new RequestReissue(
                        origin("an", "2024-09-01"),
                        mother.reissueCase,
                        CITY,
                        mother.about(ReissueKind.REISSUE),
                        application);
        var fact = when(request).facts().getFirst();
        mother.then("2024-09-01", fact.event());
        mother.then(
                "2024-10-01",
                new EntitlementConfirmed(
                        mother.reissueCase,
                        mother.award,
                        "Trung tâm lưu trữ",
                        "12/LT",
                        LocalDate.parse("2024-10-01"),
                        EvidenceGrade.A));
        mother.then("2024-10-02", new ReissueApproved(mother.reissueCase, mother.award, MINISTRY));
        var badge = when(make(null, ArtifactKind.HUY_HIEU)).facts().getFirst().event();
        mother.then(DAY, badge);
        when(make(null, ArtifactKind.HUY_HIEU)).thenRefused(RefusalCode.ARTIFACT_UNKNOWN);
        var again =
                new ReissueArtifact(
                        origin("an", DAY),
                        mother.reissueCase,
                        mother.award,
                        Mother.CODE,
                        new ArtifactId(UUID.randomUUID()),
                        null,
                        null);
        var diploma = (ArtifactReissued) when(again).facts().getFirst().event();
        assertThat(diploma.kind()).isEqualTo(ArtifactKind.BANG);
        assertThat(diploma.replaces()).isEqualTo(mother.diploma);
        assertThat(diploma.designAsOf())
                .as("a certificate bears the design of the day of the award")
                .isEqualTo("2023-09-01");
        mother.then(DAY, diploma);
        when(again).thenRefused(RefusalCode.CASE_SETTLED);
    }

    @Test
    void a_certificate_of_todays_design_is_refused() {
        var lost = new Mother().withItems();
        lost.then("2024-08-01", new ArtifactReportedLost(lost.diploma, lost.award, null));
        var subject = lost.about(ReissueKind.REISSUE, ArtifactKind.BANG, lost.diploma);
        lost.then("2024-09-01", new ReissueRequested(lost.reissueCase, CITY, subject));
        lost.then(
                "2024-10-01",
                new EntitlementConfirmed(
                        lost.reissueCase,
                        lost.award,
                        "Trung tâm lưu trữ",
                        "12/LT",
                        LocalDate.parse("2024-10-01"),
                        EvidenceGrade.A));
        lost.then("2024-10-02", new ReissueApproved(lost.reissueCase, lost.award, MINISTRY));
        var today =
                new ReissueArtifact(
                        origin("an", DAY),
                        lost.reissueCase,
                        lost.award,
                        Mother.CODE,
                        next,
                        null,
                        LocalDate.parse(DAY));
        DeciderSpec.of(new Reissues())
                .given(lost.facts())
                .when(today)
                .thenRefused(RefusalCode.DESIGN_NOT_OF_THE_AWARD);
    }

    @Test
    void a_relative_shows_an_authorisation_to_ask_and_a_statement_to_receive() {
        var claim = new Claimant(KeeperRelation.CHILD, null, null, false);
        when(new RequestReissue(
                        origin("an", DAY),
                        mother.reissueCase,
                        CITY,
                        mother.about(ReissueKind.REISSUE),
                        new ReissueEvent.Application(claim, null, List.of(), null)))
                .thenRefused(RefusalCode.AUTHORISATION_MISSING);
        approved();
        mother.then(
                "2024-10-20",
                new ArtifactReissued(
                        next,
                        mother.badge,
                        mother.reissueCase,
                        mother.award,
                        ArtifactKind.HUY_HIEU,
                        null,
                        null));
        handOver(new Claimant(KeeperRelation.CHILD, null, HASH, false))
                .thenRefused(RefusalCode.AUTHORISATION_MISSING);
        var child = new Claimant(KeeperRelation.CHILD, null, HASH, true);
        var given = new ReissueHandedOver(mother.reissueCase, mother.award, next, CITY, child);
        handOver(child).then(given);
        mother.then("2024-10-25", given);
        handOver(child).thenRefused(RefusalCode.CASE_SETTLED);
    }

    private DeciderSpec.Then handOver(Claimant receiver) {
        return when(
                new HandOverArtifact(
                        origin("an", DAY),
                        mother.reissueCase,
                        mother.award,
                        Mother.CODE,
                        next,
                        CITY,
                        receiver));
    }

    @Test
    void time_limits_and_priority_follow_the_text_of_the_day() {
        var clocks = ReferenceData.clocks();
        var calendar = new WorkingCalendar(ReferenceData.workingDays());
        var began = LocalDate.parse("2019-01-01");
        var old = StatutoryClock.of(clocks, Step.PROVINCE_REVIEW, UnitLevel.TINH, began);
        assertThat(old)
                .hasValueSatisfying(c -> {
                    assertThat(c.basis()).contains("NĐ 101/2018");
                    assertThat(c.due(began, calendar).on()).isEqualTo("2019-01-16");
                    assertThat(c.due(began, calendar).calendarKnown()).isFalse();
                });
        var before = LocalDate.parse("2010-01-01");
        assertThat(StatutoryClock.of(clocks, Step.PROVINCE_REVIEW, UnitLevel.TINH, before))
                .as("no text, no limit")
                .isEmpty();
        for (var step : List.of(Step.PROVINCE_REVIEW, Step.CENTRE_DECISION, Step.WITHDRAWAL)) {
            for (int year = 2019; year < 2030; year++) {
                var day = LocalDate.of(year, 6, 1);
                assertThat(
                                clocks.stream()
                                        .filter(c ->
                                                c.step() == step
                                                        && c.holdsFor(UnitLevel.TINH, day)))
                        .as(step + " on " + day)
                        .hasSize(1);
            }
        }
        var rules = ReferenceData.priorityRules();
        var day = LocalDate.parse("2024-03-01");
        assertThat(PriorityRule.of(rules, 1934, day)).isPresent();
        assertThat(PriorityRule.of(rules, 1935, day)).isEmpty();
    }
}
