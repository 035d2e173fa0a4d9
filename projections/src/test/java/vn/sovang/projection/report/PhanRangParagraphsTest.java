package vn.sovang.projection.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.Fact;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.PhanRang2024;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

final class PhanRangParagraphsTest {
    private final TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void the_fixture_gives_the_two_paragraphs_of_the_report_of_june_2024() {
        given(PhanRang2024.file());

        var report = report(Given.CITY, "2024-H1");

        assertThat(report.emulation()).hasSize(614);
        assertThat(sha256(report.emulation()))
                .as(report.emulation())
                .isEqualTo("2837fa583658d3e8a6075e07433608974dcba656a5a08722540a95ee44f739b6");
        assertThat(report.resistance()).hasSize(243);
        assertThat(sha256(report.resistance()))
                .as(report.resistance())
                .isEqualTo("ebff56a0495f6a3a3edf3ae7fdd6ac50b3d43eeaa2b61fcb7ab279ed2f4ecda1");
    }

    @Test
    void the_fixture_gives_the_totals_of_the_table_stage_by_stage() {
        given(PhanRang2024.file());

        var report = report(Given.CITY, "2024-H1");

        assertThat(report.total(Measure.PROPOSED)).isEqualTo(new Counts(22, 23, 0));
        assertThat(report.total(Measure.DECIDED)).isEqualTo(new Counts(160, 895, 5));
        assertThat(VietnameseNumbers.count(report.total(Measure.DECIDED).total()))
                .isEqualTo("1.060");
        assertThat(report.reissues()).isEqualTo(new ReissueCounts(14, 30, 2));
        assertThat(report.surveys()).isOne();
        assertThat(report.rows()).hasSize(10);
        assertThat(report.figures().enteredAfterTheFact())
                .as("every line of the file was entered on 20 June or later")
                .isEqualTo(45 + 1_060 + 46 + 1 - 446);
    }

    @Test
    void four_households_are_written_with_two_digits() {
        given(without(PhanRang2024.file(), f -> isGivenTo(f, RecipientKind.HOUSEHOLD), 1));

        assertThat(report(Given.CITY, "2024-H1").emulation())
                .contains("121 tập thể, 446 cá nhân, 04 hộ gia đình có thành tích");
    }

    @Test
    void when_all_five_households_are_annulled_phrase_and_comma_vanish() {
        given(PhanRang2024.file());
        annulAll(RecipientKind.HOUSEHOLD);

        assertThat(report(Given.CITY, "2024-H1").emulation())
                .contains("121 tập thể, 446 cá nhân có thành tích xuất sắc")
                .doesNotContain("hộ gia đình");
    }

    @Test
    void a_half_year_without_facts_has_nothing_to_tell() {
        given(List.of());

        var report = report(Given.CITY, "2024-H2");

        assertThat(report.emulation())
                .isEqualTo(
                        "Trong 6 tháng cuối năm 2024, Ủy ban nhân dân thành phố không phát sinh"
                                + " đề nghị khen thưởng và khen thưởng.");
        assertThat(report.resistance()).isEqualTo("Về thành tích kháng chiến: không phát sinh.");
    }

    @Test
    void whichever_sentence_comes_first_carries_period_and_authority() {
        given(
                List.of(
                        Paper.of("2024-03-01", "1/TTr")
                                .fact(
                                        Given.submitted(
                                                Given.CITY,
                                                Given.line("BK_TINH", RecipientKind.INDIVIDUAL))),
                        Paper.of("2024-03-02", "2/QĐ")
                                .fact(
                                        Given.decided(
                                                Given.award(),
                                                Given.CITY,
                                                Given.line("LDTT", RecipientKind.INDIVIDUAL)))));

        assertThat(report(Given.CITY, "2024-H1").emulation())
                .isEqualTo(
                        "Trong 6 tháng đầu năm 2024, Ủy ban nhân dân thành phố đề nghị Ủy ban nhân"
                                + " dân tỉnh tặng Bằng khen 01 cá nhân. Ủy ban nhân dân thành phố"
                                + " tặng danh hiệu cá nhân LĐTT 01 cá nhân.");
    }

    @Test
    void the_province_reports_its_own_forwarding_and_decision() {
        given(PhanRang2024.file());

        assertThat(report(Given.PROVINCE, "2024-H1").emulation())
                .isEqualTo(
                        "Trong 6 tháng đầu năm 2024, Ủy ban nhân dân tỉnh đề nghị Bằng khen Chính"
                                + " phủ 05 cá nhân. Ủy ban nhân dân tỉnh tặng Bằng khen 01 cá"
                                + " nhân.");
    }

    @Test
    void the_administrative_half_year_has_other_days_and_says_so() {
        given(PhanRang2024.file());

        var answer =
                log.settled()
                        .reports()
                        .of(
                                Given.CITY,
                                PeriodPolicy.ADMINISTRATIVE,
                                Period.parse("2024-H1"),
                                KnownAt.NOW);

        assertThat(((ReportAnswer.Written) answer).report().emulation())
                .startsWith(
                        "Trong 6 tháng đầu năm 2024 (từ ngày 15/12/2023 đến ngày 14/6/2024), Ủy ban"
                                + " nhân dân thành phố đề nghị")
                .contains("121 tập thể, 04 cá nhân, 05 hộ gia đình");
    }

    @Test
    void commendations_for_the_resistance_wars_belong_to_the_second_paragraph() {
        var line = Given.line("HC_KC", RecipientKind.INDIVIDUAL, CommendationType.KHANG_CHIEN);
        given(
                List.of(
                        Paper.of("2024-03-01", "1/TTr").fact(Given.submitted(Given.CITY, line)),
                        Paper.of("2024-03-01", "1/DS")
                                .fact(Given.reviewed(Given.CITY, ReissueKind.REISSUE))));

        var report = report(Given.CITY, "2024-H1");

        assertThat(report.emulation()).contains("không phát sinh");
        assertThat(report.resistance())
                .isEqualTo(
                        "Về thành tích kháng chiến: Đề nghị tặng HC_KC 01 cá nhân; rà soát đề nghị"
                                + " cấp lại 01 trường hợp khen thưởng thành tích kháng chiến.");
    }

    @Test
    void without_a_survey_the_second_paragraph_begins_with_the_review() {
        given(without(PhanRang2024.file(), f -> f.event() instanceof SurveyCampaignOpened, 1));

        assertThat(report(Given.CITY, "2024-H1").resistance())
                .startsWith("Về thành tích kháng chiến: Rà soát đề nghị cấp đổi 14 trường hợp");
    }

    @Test
    void an_unknown_authority_has_no_report() {
        given(List.of());

        assertThat(
                        log.settled()
                                .reports()
                                .of(
                                        UnitId.of("00000000-0000-0000-0000-000000000001"),
                                        PeriodPolicy.CALENDAR,
                                        Period.parse("2024"),
                                        KnownAt.NOW))
                .isInstanceOf(ReportAnswer.UnknownAuthority.class);
    }

    @Test
    void numbers_are_written_as_the_office_writes_them() {
        assertThat(VietnameseNumbers.count(5)).isEqualTo("05");
        assertThat(VietnameseNumbers.count(10)).isEqualTo("10");
        assertThat(VietnameseNumbers.count(1_060)).isEqualTo("1.060");
        assertThat(VietnameseNumbers.count(1_234_567)).isEqualTo("1.234.567");
    }

    private void given(List<Fact> facts) {
        log.at("2024-06-20T01:00:00Z").append(PhanRang2024.reference());
        if (!facts.isEmpty()) {
            log.append(facts);
        }
    }

    private HalfYearReport report(UnitId authority, String period) {
        var answer =
                log.settled()
                        .reports()
                        .of(authority, PeriodPolicy.CALENDAR, Period.parse(period), KnownAt.NOW);
        return ((ReportAnswer.Written) answer).report();
    }

    private void annulAll(RecipientKind kind) {
        var paper = Paper.of("2024-08-01", "9/QĐ");
        for (Fact fact : facts()) {
            if (fact.event() instanceof AwardDecided a && isGivenTo(fact, kind)) {
                log.append(paper.fact(Given.annulled(a.award(), Given.CITY)));
            }
        }
    }

    private List<Fact> facts() {
        return log.feed().after(0, 10_000).stream().map(recorded -> recorded.fact()).toList();
    }

    private static boolean isGivenTo(Fact fact, RecipientKind kind) {
        return fact.event() instanceof AwardDecided a && a.line().recipientKind() == kind;
    }

    private static List<Fact> without(
            List<Fact> facts, java.util.function.Predicate<Fact> which, int count) {
        var rest = new ArrayList<Fact>();
        int left = count;
        for (Fact fact : facts) {
            if (left > 0 && which.test(fact)) {
                left--;
            } else {
                rest.add(fact);
            }
        }
        assertThat(left).as("facts that were to be left out").isZero();
        return rest;
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
