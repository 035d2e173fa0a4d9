package vn.sovang.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission.Receipt;
import vn.sovang.api.Installation;
import vn.sovang.award.AnnulAward;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Actor;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.EventCatalogue;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.report.HalfYearReport;
import vn.sovang.projection.report.ReportAnswer;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsQuery;
import vn.sovang.projection.statistics.View;
import vn.sovang.testing.TestDatabase;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;

/// The half-year of [DemoTest] after awards in it were annulled, on a ledger of its own: there the
/// figures are those the city printed.
class AnnulledInDemoTest {
    private static final KnownAt NOW = new KnownAt.Now();
    private static final Period HALF_YEAR = Period.parse("2024-H1");

    @TempDir private static Path folder;

    private static Installation installation;
    private static UnitId city;

    @BeforeAll
    static void record() throws IOException {
        installation =
                Installation.open(folder, "demo.example/phan-rang", TestDatabase.freshSettings());
        Demo.record(installation);
        installation.catchUp();
        var register = installation.projections().register();
        city = register.unitsByAuthorityName(Demo.AUTHORITY).getFirst().id();
    }

    @AfterAll
    static void close() {
        installation.close();
    }

    private static HalfYearReport report(KnownAt at) {
        var reports = installation.projections().reports();
        var answer = reports.of(city, PeriodPolicy.CALENDAR, HALF_YEAR, at);
        return ((ReportAnswer.Written) answer).report();
    }

    private static long householdsDecided() {
        var question =
                new StatisticsQuery(PeriodPolicy.CALENDAR, HALF_YEAR, city, NOW, View.ORIGINAL);
        var answered = (Answered) installation.projections().statistics().ask(question);
        return answered.cells().stream()
                .filter(cell -> cell.measure() == Measure.DECIDED)
                .filter(cell -> cell.recipientKind() == RecipientKind.HOUSEHOLD)
                .mapToLong(cell -> cell.count())
                .sum();
    }

    @Test
    void the_text_follows_the_annulments_and_remembers_what_was_known_before() {
        var households = households();
        assertThat(households).hasSize(5);
        annul(households.getFirst());
        long head = installation.ledger().feed().head();
        assertThat(report(NOW).emulation()).contains("446 cá nhân, 04 hộ gia đình có thành tích");
        assertThat(report(new KnownAt.AtPosition(head - 1)).emulation()).contains("05 hộ gia đình");
        assertThat(householdsDecided()).as("the original figure stands").isEqualTo(5);
        households.subList(1, 5).forEach(AnnulledInDemoTest::annul);
        assertThat(report(NOW).emulation())
                .contains("121 tập thể, 446 cá nhân có thành tích")
                .doesNotContain("hộ gia đình");
    }

    private static List<AwardDecided> households() {
        var decided = new TagQuery(Set.of(), Set.of(EventCatalogue.nameOf(AwardDecided.class)));
        return installation.ledger().read(Set.of(decided)).stream()
                .map(recorded -> (AwardDecided) recorded.fact().event())
                .filter(award -> award.line().recipientKind() == RecipientKind.HOUSEHOLD)
                .toList();
    }

    private static void annul(AwardDecided award) {
        var day = LocalDate.parse("2024-09-10");
        var number = new DocumentNumber("9/QĐ-UBND");
        var origin =
                new Origin(
                        Request.of(UUID.randomUUID(), "annul"),
                        new Actor("thu", "RECORDER", null),
                        null,
                        Instant.now(),
                        new Document.Paper(number, day, "UBND thành phố", null, null),
                        day,
                        null);
        var submission =
                installation
                        .ledger()
                        .submit(
                                new AnnulAward(
                                        origin,
                                        award.award(),
                                        award.line().award(),
                                        AnnulmentGround.GIAN_DOI_KE_KHAI,
                                        award.key().authority()));
        assertThat(submission).isInstanceOf(Receipt.class);
        installation.awaitPosition(((Receipt) submission).last());
    }
}
