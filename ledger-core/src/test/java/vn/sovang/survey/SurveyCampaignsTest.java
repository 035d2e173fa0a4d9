package vn.sovang.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PHUOC_MY;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactFound;
import vn.sovang.artifact.Artifacts;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.AsFound;
import vn.sovang.event.Provenance;
import vn.sovang.event.SurveyEvent;
import vn.sovang.event.SurveyEvent.ItemCount;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.SurveyEvent.ProposalCount;
import vn.sovang.event.SurveyEvent.Summary;
import vn.sovang.event.SurveyEvent.SurveyCampaignClosed;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.imports.Imports;
import vn.sovang.imports.RecordImport;
import vn.sovang.survey.SurveyCommand.CloseSurveyCampaign;
import vn.sovang.survey.SurveyCommand.OpenSurveyCampaign;
import vn.sovang.survey.SurveyCommand.RecordSurveyedItem;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.testing.Mother;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.ReissueKind;

class SurveyCampaignsTest {
    private final Mother mother = new Mother();
    private final CampaignId campaign = new CampaignId(UUID.randomUUID());
    private final SurveyCampaignOpened opened =
            new SurveyCampaignOpened(campaign, CITY, Mother.CODE, "hiện vật BMVNAH");

    private ItemSurveyed badge(
            @Nullable AwardId award,
            @Nullable ArtifactId artifact,
            @Nullable ItemOrigin origin,
            ArtifactCondition condition,
            @Nullable ReissueKind proposed) {
        return new ItemSurveyed(
                campaign,
                CITY,
                PHUOC_MY,
                Mother.CODE,
                award,
                mother.person.recipient(),
                ArtifactKind.HUY_HIEU,
                artifact,
                origin,
                condition,
                null,
                LifeStatus.DECEASED,
                null,
                proposed,
                null,
                null);
    }

    private ItemSurveyed known(ArtifactCondition condition) {
        return badge(mother.award, mother.badge, ItemOrigin.CAP_PHAT, condition, null);
    }

    private ItemSurveyed introduced(ArtifactCondition condition) {
        return badge(mother.award, mother.badge, ItemOrigin.KHAO_SAT, condition, null);
    }

    private DeciderSpec.Then look(SurveyEvent event, String day) {
        SurveyCommand command =
                switch (event) {
                    case SurveyCampaignOpened e -> new OpenSurveyCampaign(origin("an", day), e);
                    case ItemSurveyed e -> new RecordSurveyedItem(origin("an", day), e);
                    case SurveyCampaignClosed e -> new CloseSurveyCampaign(origin("an", day), e);
                };
        return DeciderSpec.of(new SurveyCampaigns()).given(mother.facts()).when(command);
    }

    private void open() {
        mother.then("2024-01-22", opened);
    }

    private SurveyCampaignClosed closed(Summary summary) {
        return new SurveyCampaignClosed(campaign, CITY, summary);
    }

    private static Summary oneLost() {
        return new Summary(
                List.of(
                        new ItemCount(
                                PHUOC_MY,
                                ArtifactKind.HUY_HIEU,
                                ArtifactCondition.MAT,
                                LifeStatus.DECEASED,
                                1)),
                List.of(new ProposalCount(ReissueKind.REISSUE, 1)),
                1,
                0);
    }

    @Test
    void an_item_the_ledger_has_is_surveyed_once() {
        mother.withItems();
        open();
        var seen = known(ArtifactCondition.CU);
        look(seen, "2024-03-01").then(seen);
        mother.then("2024-03-01", seen);
        look(seen, "2024-03-02").thenRefused(RefusalCode.ITEM_ALREADY_SURVEYED);
    }

    @Test
    void an_item_nobody_recorded_enters_with_the_survey_and_lives_on() {
        open();
        look(known(ArtifactCondition.TOT), "2024-03-01").thenRefused(RefusalCode.ARTIFACT_UNKNOWN);
        var seen = introduced(ArtifactCondition.MAT);
        look(seen, "2024-03-01").then(seen);
        mother.then("2024-03-01", seen);
        DeciderSpec.of(new Artifacts())
                .given(mother.facts())
                .when(
                        new ReportArtifactFound(
                                origin("an", "2024-04-01"),
                                mother.award,
                                Mother.CODE,
                                mother.badge,
                                null))
                .facts();
    }

    @Test
    void a_survey_brings_no_second_active_item() {
        mother.withItems();
        open();
        var second =
                badge(
                        mother.award,
                        new ArtifactId(UUID.randomUUID()),
                        ItemOrigin.KHAO_SAT,
                        ArtifactCondition.TOT,
                        null);
        look(second, "2024-03-01").thenRefused(RefusalCode.ARTIFACT_ALREADY_ACTIVE);
        var kept = sheet(second, "phiếu ghi hai huy hiệu").facts().getFirst();
        assertThat(kept.event()).isEqualTo(second);
        assertThat(kept.asFound())
                .isEqualTo(new AsFound("ARTIFACT_ALREADY_ACTIVE", "phiếu ghi hai huy hiệu", "chi"));
    }

    @Test
    void a_mother_without_a_decision_is_a_result_and_counted() {
        open();
        var nothing = badge(null, null, null, ArtifactCondition.CHUA_NHAN, ReissueKind.FIRST_ISSUE);
        look(nothing, "2024-03-01").then(nothing);
        mother.then("2024-03-01", nothing);
        var summary =
                new Summary(
                        List.of(
                                new ItemCount(
                                        PHUOC_MY,
                                        ArtifactKind.HUY_HIEU,
                                        ArtifactCondition.CHUA_NHAN,
                                        LifeStatus.DECEASED,
                                        1)),
                        List.of(new ProposalCount(ReissueKind.FIRST_ISSUE, 1)),
                        1,
                        1);
        look(closed(summary), "2024-06-30").then(closed(summary));
    }

    @Test
    void figures_that_are_not_the_sheets_are_refused_or_found() {
        mother.withItems();
        open();
        mother.then(
                "2024-03-01",
                badge(
                        mother.award,
                        mother.badge,
                        ItemOrigin.CAP_PHAT,
                        ArtifactCondition.MAT,
                        ReissueKind.REISSUE));
        look(closed(oneLost()), "2024-06-30").facts();
        var wrong = new Summary(oneLost().items(), oneLost().proposals(), 2, 0);
        look(closed(wrong), "2024-06-30").thenRefused(RefusalCode.FIGURES_DIFFER);
        assertThat(sheet(closed(wrong), null).refused().details())
                .extracting(d -> d.code())
                .containsExactly(RefusalCode.FIGURES_DIFFER);
        assertThat(sheet(closed(wrong), "báo cáo ghi như vậy").facts().getFirst().asFound())
                .isEqualTo(new AsFound("FIGURES_DIFFER", "báo cáo ghi như vậy", "chi"));
    }

    @Test
    void a_sheet_belongs_to_an_open_campaign_of_its_award() {
        mother.withItems();
        look(known(ArtifactCondition.TOT), "2024-03-01").thenRefused(RefusalCode.CAMPAIGN_UNKNOWN);
        mother.then(
                "2024-01-22",
                new SurveyCampaignOpened(campaign, CITY, new AwardCode("BK_TTG"), "khác"));
        look(known(ArtifactCondition.TOT), "2024-03-01").thenRefused(RefusalCode.CAMPAIGN_DIFFERS);
        look(known(ArtifactCondition.TOT), "2024-01-21")
                .thenRefused(RefusalCode.EARLIER_THAN_ITS_CAUSE);
        look(opened, "2024-02-01").thenRefused(RefusalCode.CAMPAIGN_ALREADY_OPEN);
    }

    @Test
    void after_the_end_nothing_is_surveyed() {
        mother.withItems();
        open();
        var empty = new Summary(List.of(), List.of(), 0, 0);
        look(closed(empty), "2024-06-30").facts();
        mother.then("2024-06-30", closed(empty));
        look(known(ArtifactCondition.TOT), "2024-07-01").thenRefused(RefusalCode.CAMPAIGN_CLOSED);
        look(closed(empty), "2024-07-01").thenRefused(RefusalCode.CAMPAIGN_CLOSED);
        assertThat(sheet(known(ArtifactCondition.TOT), "phiếu đến muộn").facts())
                .first()
                .satisfies(f -> assertThat(f.asFound()).isNotNull());
    }

    @Test
    void a_sheet_that_contradicts_itself_cannot_exist() {
        assertThatThrownBy(() -> badge(mother.award, null, null, ArtifactCondition.TOT, null))
                .isInstanceOf(IllegalValue.class);
        assertThatThrownBy(() -> introduced(ArtifactCondition.CHUA_NHAN))
                .isInstanceOf(IllegalValue.class);
        assertThatThrownBy(
                        () -> badge(mother.award, mother.badge, null, ArtifactCondition.MAT, null))
                .isInstanceOf(IllegalValue.class);
    }

    private DeciderSpec.Then sheet(SurveyEvent event, @Nullable String reason) {
        return DeciderSpec.of(new Imports())
                .given(mother.facts())
                .when(
                        new RecordImport(
                                origin("an", "2026-11-22"),
                                new ImportId(UUID.randomUUID()),
                                "phieu.xlsx",
                                "0".repeat(64),
                                1,
                                "chi",
                                false,
                                List.of(
                                        new RecordImport.Entry(
                                                event,
                                                LocalDate.parse("2024-07-15"),
                                                paper("3/BC", "2024-07-15"),
                                                new Provenance(
                                                        Provenance.Source.SIGNED_PAPER,
                                                        Provenance.Confidence.HIGH,
                                                        null),
                                                reason,
                                                new RecordImport.Source("Khảo sát", 2, null)))));
    }
}
