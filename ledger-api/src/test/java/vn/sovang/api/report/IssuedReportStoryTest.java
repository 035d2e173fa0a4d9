package vn.sovang.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.api.Installation;
import vn.sovang.api.Site;
import vn.sovang.api.demo.Demo;
import vn.sovang.api.door.Role;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.testing.TestAccounts;
import vn.sovang.award.AnnulAward;
import vn.sovang.decider.Command;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decision.CorrectDecision;
import vn.sovang.event.Actor;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.reconciliation.Reason;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.testing.LifeOfAnAward;
import vn.sovang.testing.TestDatabase;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.RecipientKind;

/// The report of Phan Rang – Tháp Chàm on the first half of 2024 is issued; then a decision comes
/// late, an award is annulled and an entry is put right. The difference is explained event by
/// event, the report restated, and the old one still says what it said.
class IssuedReportStoryTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AwardCode GIAY_KHEN = new AwardCode("GK_HUYEN");

    @TempDir private static Path folder;

    private static Installation installation;
    private static Site site;
    private static String key;
    private static ReportDesk desk;
    private static ReportDesk.Issued first;
    private static ReportDesk.Issued again;
    private static ReportDesk.Issued restated;

    @BeforeAll
    static void tell() throws IOException {
        installation =
                Installation.open(folder, "sovang.test/reports", TestDatabase.freshSettings());
        Demo.record(installation);
        installation.catchUp();
        var projections = installation.projections();
        desk = new ReportDesk(installation.ledger(), projections, new Figures(projections));
        first = desk.issue(half(), CITY, by("200/BC-UBND", "2024-06-20"));
        again = desk.issue(half(), CITY, by("201/BC-UBND", "2024-06-21"));
        happensLater();
        installation.catchUp();
        var report = desk.find(first.report().toString());
        restated = desk.restate(report, KnownAt.NOW, "số về muộn", by("300/BC-UBND", "2024-08-01"));
        installation.catchUp();
        site = Site.start(installation, "127.0.0.1", 0);
        key = TestAccounts.of(installation).key(Role.INSPECTOR);
    }

    @AfterAll
    static void close() {
        site.close();
        installation.close();
    }

    private static StatisticsQuestion half() {
        return new StatisticsQuestion("2024-H1", null, null, null, "restated");
    }

    private static ReportDesk.Issuing by(String number, String day) {
        return new ReportDesk.Issuing(
                new Actor("an", "REPORTER", null),
                UUID.randomUUID(),
                Instant.now(),
                paper(number, day),
                LocalDate.parse(day),
                null);
    }

    private static void happensLater() {
        var late = new LifeOfAnAward("999/QĐ-UBND");
        record(late.register());
        record(late.decide("binh", "2024-05-05", CITY, late.merit, null));
        var household = award(RecipientKind.HOUSEHOLD);
        record(
                new AnnulAward(
                        origin("binh", "2024-07-15", paper("500/QĐ-UBND", "2024-07-15")),
                        household.id(),
                        GIAY_KHEN,
                        AnnulmentGround.GIAN_DOI_KE_KHAI,
                        CITY));
        var collective = award(RecipientKind.COLLECTIVE);
        var number = String.valueOf(collective.decisionNumber());
        var day = collective.decidedOn().toString();
        record(
                new CorrectDecision(
                        origin("binh", day, paper(number, day)),
                        collective.decision(),
                        DecisionKey.of(CITY, 2024, new DocumentNumber(number)),
                        collective.id(),
                        CorrectionCause.SAI_NHAP_LIEU,
                        CorrectDecision.Change.of(otherType(collective.line()))));
    }

    private static AwardLine otherType(AwardLine line) {
        var other =
                line.commendationType() == CommendationType.DOT_XUAT
                        ? CommendationType.PHONG_TRAO
                        : CommendationType.DOT_XUAT;
        return new AwardLine(
                line.award(),
                line.rank(),
                line.recipient(),
                line.recipientKind(),
                other,
                line.recipientUnit());
    }

    private static AwardRow award(RecipientKind kind) {
        var filter =
                new AwardFilter(
                        CITY,
                        GIAY_KHEN,
                        null,
                        LocalDate.parse("2024-01-01"),
                        LocalDate.parse("2024-06-30"),
                        kind,
                        null,
                        null,
                        null,
                        null);
        return installation.projections().register().awards(filter, null, 1).rows().getFirst();
    }

    private static void record(Command command) {
        assertThat(installation.ledger().submit(command)).isInstanceOf(Receipt.class);
    }

    private static HttpResponse<String> get(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(site.url() + path))
                        .header("Authorization", key)
                        .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void a_report_is_issued_once() {
        assertThat(first.submission()).isInstanceOf(Receipt.class);
        assertThat(again.submission())
                .isInstanceOfSatisfying(
                        Declined.class,
                        no ->
                                assertThat(no.refused().code())
                                        .isEqualTo(RefusalCode.REPORT_ALREADY_ISSUED));
        assertThat(restated.submission()).isInstanceOf(Receipt.class);
        var basis = desk.find(first.report().toString()).basis();
        assertThat(basis.checkpointSize()).isGreaterThanOrEqualTo(basis.cutOff());
    }

    @Test
    void the_restated_report_differs_by_the_three_and_the_old_one_stays() {
        var old = json("/api/v1/reports/" + first.report());
        var now = json("/api/v1/reports/" + restated.report());

        assertThat(sum(old, "DECIDED")).isEqualTo(1_060);
        assertThat(sum(old, "PROPOSED")).isEqualTo(45);
        assertThat(sum(now, "DECIDED")).as("one more, one annulled").isEqualTo(1_060);
        assertThat(old.get("restatedBy").asString()).isEqualTo(restated.report().toString());
        assertThat(now.get("restates").asString()).isEqualTo(first.report().toString());
        assertThat(now.get("figuresSha256")).isNotEqualTo(old.get("figuresSha256"));
        assertThat(old.get("document").get("number").asString()).isEqualTo("200/BC-UBND");
        assertThat(json("/api/v1/reports").get("items")).hasSize(2);
    }

    private static long sum(JsonNode report, String measure) {
        return report.get("figures")
                .valueStream()
                .filter(f -> f.get("key").get("measure").asString().equals(measure))
                .mapToLong(f -> f.get("count").asLong())
                .sum();
    }

    @Test
    void every_difference_is_explained_by_its_events_and_their_proofs() {
        var answer = json("/api/v1/reports/" + first.report() + "/reconciliation");

        assertThat(answer.get("explained").asBoolean()).isTrue();
        assertThat(reasons(answer, "DECIDED"))
                .isEqualTo(Map.of("LATE_ARRIVAL", 1, "ANNULMENT", 1, "CORRECTION", 2));
        for (var difference : answer.get("differences")) {
            long sum =
                    difference
                            .get("events")
                            .valueStream()
                            .mapToLong(e -> e.get("delta").asLong())
                            .sum();
            assertThat(sum).isEqualTo(difference.get("difference").asLong());
        }
        var event = answer.get("differences").get(0).get("events").get(0);
        assertThat(json(event.get("proof").asString()).isEmpty()).isFalse();
        assertThat(
                        json("/api/v1/reports/" + restated.report() + "/reconciliation")
                                .get("differences"))
                .isEmpty();
    }

    private static Map<String, Integer> reasons(JsonNode answer, @Nullable String measure) {
        var reasons = new HashMap<String, Integer>();
        for (var difference : answer.get("differences")) {
            if (difference.get("key").get("measure").asString().equals(measure)) {
                difference
                        .get("events")
                        .forEach(e -> reasons.merge(e.get("reason").asString(), 1, Integer::sum));
            }
        }
        return reasons;
    }

    @Test
    void two_moments_of_one_question_are_compared_the_same_way() {
        var cutOff = desk.find(first.report().toString()).basis().cutOff();
        var answer =
                json(
                        "/api/v1/statistics/reconciliation?period=2024-H1&view=restated&authority="
                                + CITY
                                + "&from="
                                + cutOff);

        assertThat(answer.get("earlier").get("position").asLong()).isEqualTo(cutOff);
        assertThat(answer.get("differences"))
                .isEqualTo(
                        json("/api/v1/reports/" + first.report() + "/reconciliation")
                                .get("differences"));
        assertThat(answer.get("report").isNull()).isTrue();
    }

    @Test
    void what_the_citys_paper_claims_stands_beside_the_ledger() {
        var paper = json("/api/v1/paper-reports").get("items").get(0).get("id").asString();
        var claims = json("/api/v1/paper-reports/" + paper + "/reconciliation").get("claims");
        var households =
                claims.valueStream()
                        .filter(c -> c.get("recipientKind").asString("").equals("HOUSEHOLD"))
                        .toList();

        assertThat(households).hasSize(2);
        assertThat(households.get(0).get("claimed").asInt()).isEqualTo(5);
        assertThat(households.get(0).get("differs").asBoolean()).isFalse();
        assertThat(households.get(1).get("claimed").asInt()).isEqualTo(8);
        assertThat(households.get(1).get("ledger").asInt()).isEqualTo(5);
        assertThat(households.get(1).get("differs").asBoolean()).as("A1 of the seed").isTrue();
        assertThat(get("/thong-ke/bao-cao-giay/" + paper).body()).contains("khác", "chú thích 26");
    }

    @Test
    void a_person_reads_the_same_on_pages() {
        assertThat(get("/thong-ke/bao-cao").body()).contains("200/BC-UBND", "(đã điều chỉnh)");
        var page = get("/thong-ke/bao-cao/" + first.report());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Mọi chênh lệch đều được giải thích", "ghi muộn", "hủy bỏ", "999/QĐ-UBND")
                .contains("/khen-thuong/", "/proof", "Số liệu lúc phát hành");
        assertThat(get("/thong-ke/bao-cao/" + first.report() + "?lang=en").body())
                .contains("recorded late");
        assertThat(get("/thong-ke/doi-chieu?ky=2024-H1&tu=0").body()).contains("nhập từ tệp");
        assertThat(get("/thong-ke/bao-cao/" + first.report() + "?so-ghi-den=hôm-qua").body())
                .contains("role=\"alert\"");
    }

    @ParameterizedTest
    @CsvSource({
        "reports/nothing, 400, ID_MALFORMED",
        "reports/00000000-0000-0000-0000-000000000000, 404, REPORT_NOT_FOUND",
        "paper-reports/00000000-0000-0000-0000-000000000000/reconciliation, 404, REPORT_NOT_FOUND",
        "reports/ID/reconciliation?knownAt=yesterday, 400, KNOWN_AT_MALFORMED",
        "reports/ID/reconciliation?knownAt=999999999, 409, BEYOND_THE_LOG",
        "reports/ID/reconciliation?knownAt=1, 400, MOMENTS_REVERSED",
        "reports/ID/reconciliation?knownAt=2024-06-30, 409, LEDGER_NOT_YET_OPEN",
        "reports?authority=nobody, 400, AUTHORITY_UNKNOWN",
        "statistics/reconciliation?period=2024-H1, 400, PARAMETER_MISSING",
        "statistics/reconciliation?from=1, 400, PARAMETER_MISSING",
        "statistics/reconciliation?period=2024-H1&from=5&to=2, 400, MOMENTS_REVERSED",
        "statistics/reconciliation?period=2024-H1&from=x, 400, KNOWN_AT_MALFORMED",
        "inspection/decision-numbers?year=2024, 400, PARAMETER_MISSING",
        "inspection/decision-numbers?year=MMXXIV, 400, PARAMETER_MALFORMED"
    })
    void what_cannot_be_compared_is_said(String path, int status, String code) {
        var answer = get("/api/v1/" + path.replace("ID", first.report().toString()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).get("code").asString()).isEqualTo(code);
    }

    @Test
    void the_numbers_of_the_citys_decisions_are_listed() {
        var list = json("/api/v1/inspection/decision-numbers?year=2024&authority=" + CITY);
        var series =
                list.get("series")
                        .valueStream()
                        .filter(s -> s.get("symbol").asString().equals("QĐ-UBND"))
                        .findFirst()
                        .orElseThrow();

        assertThat(series.get("last").asInt()).isEqualTo(999);
        assertThat(series.get("decisions").asInt()).isPositive();
    }

    @Test
    void the_reasons_are_counted() {
        var answer = desk.reconcile(desk.find(first.report().toString()), null);

        assertThat(answer.reasons()).containsKeys(Reason.LATE_ARRIVAL, Reason.ANNULMENT);
        assertThat(answer.unchanged()).isPositive();
    }
}
