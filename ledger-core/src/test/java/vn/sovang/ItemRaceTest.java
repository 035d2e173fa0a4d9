package vn.sovang;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.MINISTRY;
import static vn.sovang.testing.PhanRang.PRESIDENT;
import static vn.sovang.testing.PhanRang.PROVINCE;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.artifact.ArtifactCommand.HandInArtifact;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactLost;
import vn.sovang.artifact.ArtifactCommand.TransferCustody;
import vn.sovang.decider.Command;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decision.RecordDecision;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.SurveyEvent.Summary;
import vn.sovang.event.SurveyEvent.SurveyCampaignClosed;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.reissue.ReissueCommand.RequestReissue;
import vn.sovang.survey.SurveyCommand.CloseSurveyCampaign;
import vn.sovang.survey.SurveyCommand.OpenSurveyCampaign;
import vn.sovang.survey.SurveyCommand.RecordSurveyedItem;
import vn.sovang.testing.Mother;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.ReissueKind;

/// Sixteen clerks at once, on two nodes: each rule about items holds as if they had queued.
class ItemRaceTest {
    private static final int ROUNDS = 8;
    private static final int WRITERS = 16;

    @TempDir Path folder;

    private int papers;

    @Test
    void one_active_item_one_leg_one_case_one_sheet() throws Exception {
        var settings = TestDatabase.freshSettings();
        try (var one = TestLedger.open(settings, folder);
                var two = TestLedger.open(settings, folder)) {
            var ledgers = List.of(one.ledger(), two.ledger());
            for (int round = 0; round < ROUNDS; round++) {
                issue(ledgers);
                transfer(ledgers);
                request(ledgers);
                survey(ledgers);
            }
        }
    }

    private void issue(List<Ledger> ledgers) throws Exception {
        var mother = decided(ledgers.getFirst());
        var declined = race(ledgers, _ -> issue(mother, new ArtifactId(UUID.randomUUID())));
        assertThat(declined).isEqualTo(Map.of(RefusalCode.ARTIFACT_ALREADY_ACTIVE, WRITERS - 1));
    }

    private void transfer(List<Ledger> ledgers) throws Exception {
        var mother = decided(ledgers.getFirst());
        record(ledgers.getFirst(), issue(mother, mother.badge));
        record(
                ledgers.getFirst(),
                new HandInArtifact(
                        origin("an", "2023-11-01"),
                        mother.award,
                        Mother.CODE,
                        mother.badge,
                        CITY,
                        "BN-1"));
        var declined =
                race(
                        ledgers,
                        w ->
                                new TransferCustody(
                                        origin("an", "2023-11-02"),
                                        mother.award,
                                        Mother.CODE,
                                        mother.badge,
                                        CITY,
                                        w % 2 == 0 ? PROVINCE : MINISTRY,
                                        null,
                                        null,
                                        CustodyPurpose.EXCHANGE));
        assertThat(declined)
                .as("an original is in one place")
                .isEqualTo(Map.of(RefusalCode.CUSTODY_HOLDER_DIFFERS, WRITERS - 1));
    }

    private void request(List<Ledger> ledgers) throws Exception {
        var mother = decided(ledgers.getFirst());
        record(ledgers.getFirst(), issue(mother, mother.badge));
        record(
                ledgers.getFirst(),
                new ReportArtifactLost(
                        origin("an", "2023-11-01"), mother.award, Mother.CODE, mother.badge, null));
        var declined =
                race(
                        ledgers,
                        _ ->
                                new RequestReissue(
                                        origin("an", "2023-11-02"),
                                        new CaseId(UUID.randomUUID()),
                                        CITY,
                                        mother.about(ReissueKind.REISSUE)));
        assertThat(declined).isEqualTo(Map.of(RefusalCode.CASE_ALREADY_OPEN, WRITERS - 1));
    }

    /// Fifteen sheets of one item and one end of the survey: whichever comes first, the figures in
    /// the ledger are the sheets in the ledger.
    private void survey(List<Ledger> ledgers) throws Exception {
        var mother = decided(ledgers.getFirst());
        var campaign = new CampaignId(UUID.randomUUID());
        record(
                ledgers.getFirst(),
                new OpenSurveyCampaign(
                        origin("an", "2024-01-22"),
                        new SurveyCampaignOpened(campaign, CITY, Mother.CODE, "khảo sát")));
        var nothing = new Summary(List.of(), List.of(), 0, 0);
        var declined =
                race(
                        ledgers,
                        w ->
                                w == 0
                                        ? new CloseSurveyCampaign(
                                                origin("an", "2024-06-30"),
                                                new SurveyCampaignClosed(campaign, CITY, nothing))
                                        : sheet(mother, campaign));
        boolean closedFirst = declined.getOrDefault(RefusalCode.CAMPAIGN_CLOSED, 0) == WRITERS - 1;
        boolean sheetFirst =
                declined.getOrDefault(RefusalCode.FIGURES_DIFFER, 0) == 1
                        && declined.getOrDefault(RefusalCode.ITEM_ALREADY_SURVEYED, 0)
                                == WRITERS - 2;
        assertThat(closedFirst || sheetFirst).as(declined.toString()).isTrue();
    }

    private static RecordSurveyedItem sheet(Mother mother, CampaignId campaign) {
        return new RecordSurveyedItem(
                origin("an", "2024-03-01"),
                new ItemSurveyed(
                        campaign,
                        CITY,
                        null,
                        Mother.CODE,
                        mother.award,
                        mother.person.recipient(),
                        ArtifactKind.HUY_HIEU,
                        null,
                        null,
                        ArtifactCondition.CHUA_NHAN,
                        null,
                        LifeStatus.ALIVE,
                        null,
                        null,
                        null,
                        null));
    }

    /// Exactly one of all wins; says why the others did not.
    private static Map<RefusalCode, Integer> race(List<Ledger> ledgers, IntFunction<Command> act)
            throws Exception {
        var barrier = new CyclicBarrier(WRITERS);
        var tasks = new ArrayList<Callable<Submission>>();
        for (int w = 0; w < WRITERS; w++) {
            var ledger = ledgers.get(w % ledgers.size());
            var command = act.apply(w);
            tasks.add(() -> {
                barrier.await();
                return ledger.submit(command);
            });
        }
        int won = 0;
        var declined = new HashMap<RefusalCode, Integer>();
        try (var pool = Executors.newFixedThreadPool(WRITERS)) {
            for (var result : pool.invokeAll(tasks)) {
                switch (result.get()) {
                    case Receipt _ -> won++;
                    case Declined d -> declined.merge(d.refused().code(), 1, Integer::sum);
                }
            }
        }
        assertThat(won).as("winners; " + declined).isEqualTo(1);
        return declined;
    }

    private Mother decided(Ledger ledger) {
        var mother = new Mother();
        var number = "%d/QĐ-CTN".formatted(++papers);
        record(ledger, new RegisterRecipient(origin("an", "2023-09-01"), mother.person));
        record(
                ledger,
                new RecordDecision(
                        origin("binh", "2023-09-01", paper(number, "2023-09-01")),
                        mother.decided.decision(),
                        PRESIDENT,
                        List.of(
                                new RecordDecision.Line(
                                        mother.award,
                                        ConferralMode.TANG,
                                        null,
                                        null,
                                        mother.decided.line()))));
        return mother;
    }

    private static IssueArtifact issue(Mother mother, ArtifactId artifact) {
        return new IssueArtifact(
                origin("an", "2023-10-01"),
                mother.award,
                Mother.CODE,
                artifact,
                ArtifactKind.HUY_HIEU,
                null);
    }

    private static void record(Ledger ledger, Command command) {
        assertThat(ledger.submit(command)).isInstanceOf(Receipt.class);
    }
}
