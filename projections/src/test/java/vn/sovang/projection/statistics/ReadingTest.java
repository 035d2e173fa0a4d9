package vn.sovang.projection.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sovang.event.RecipientEvent.RecipientsJoined;
import vn.sovang.event.RecipientEvent.RecipientsSeparated;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.JoinEvidence;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;

/// Figures broken down, compared, put into forms, and who is behind them.
class ReadingTest {
    private static final RecipientId AN = new RecipientId(new UUID(1, 1));
    private static final RecipientId BINH = new RecipientId(new UUID(1, 2));
    private static final Paper MAY = Paper.of("2024-05-06", "1/QĐ");

    private final TestLog log = new TestLog().at("2024-05-06T02:00:00Z");

    @BeforeEach
    void tell() {
        log.append(
                MAY.fact(Given.province()),
                MAY.fact(Given.city()),
                MAY.fact(Given.awardType("HC_LAO_DONG", AwardLevel.NHA_NUOC)),
                MAY.fact(Given.awardType("BK_TTG", AwardLevel.CHINH_PHU)),
                MAY.fact(Given.awardType("BK_TINH", AwardLevel.BO_TINH)),
                MAY.fact(Given.awardType("TT_LDXS", AwardLevel.BO_TINH)));
        decided("LDTT", AN, Rank.NONE);
        decided("CSTD_CO_SO", AN, Rank.NONE);
        decided("LDTT", BINH, Rank.NONE);
        decided("BK_TINH", AN, Rank.NONE);
        decided("TT_LDXS", BINH, Rank.NONE);
        decided("HC_LAO_DONG", AN, Rank.HANG_BA);
        decided("HC_LAO_DONG", BINH, Rank.HANG_NHI);
        log.append(MAY.fact(Given.submitted(Given.CITY, line("BK_TTG", AN, Rank.NONE))));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void decided(String award, RecipientId who, Rank rank) {
        log.append(MAY.fact(Given.decided(Given.award(), Given.CITY, line(award, who, rank))));
    }

    private static AwardLine line(String award, RecipientId who, Rank rank) {
        return new AwardLine(
                new AwardCode(award),
                rank,
                who,
                RecipientKind.INDIVIDUAL,
                CommendationType.CONG_TRANG,
                null);
    }

    private Answered ask(String period, KnownAt knownAt) {
        return (Answered)
                log.settled()
                        .statistics()
                        .ask(
                                new StatisticsQuery(
                                        PeriodPolicy.CALENDAR,
                                        Period.parse(period),
                                        (UnitId) null,
                                        knownAt,
                                        View.ORIGINAL));
    }

    private List<Long> people(Answered answer) {
        return log.settled()
                .statistics()
                .recipients(
                        answer,
                        Breakdown.of(
                                answer,
                                List.of(),
                                new Selection(Set.of(Measure.DECIDED), Map.of())));
    }

    @Test
    void stages_are_never_one_figure_however_few_dimensions_are_asked_for() {
        var lines = Breakdown.of(ask("2024", KnownAt.NOW), List.of(), Selection.ALL).lines();

        assertThat(lines)
                .extracting(Breakdown.Line::measure, Breakdown.Line::count)
                .containsExactlyInAnyOrder(tuple(Measure.DECIDED, 7L), tuple(Measure.PROPOSED, 1L));
    }

    @Test
    void a_selection_keeps_the_values_wanted_and_ranks_are_apart() {
        var answer = ask("2024-H1", KnownAt.NOW);
        var orders =
                new Selection(Set.of(), Map.of(Dimension.AWARD, Set.of("HC_LAO_DONG", "BK_TINH")));

        assertThat(Breakdown.of(answer, List.of(Dimension.AWARD, Dimension.RANK), orders).lines())
                .extracting(Breakdown.Line::codes)
                .containsExactly(
                        List.of("BK_TINH", "NONE"),
                        List.of("HC_LAO_DONG", "HANG_BA"),
                        List.of("HC_LAO_DONG", "HANG_NHI"));
        assertThat(Breakdown.of(answer, List.of(Dimension.RECIPIENT_CLASS), orders).lines())
                .as("no event tells it")
                .extracting(Breakdown.Line::codes)
                .containsExactly(List.of("KHONG_RO"));
    }

    @Test
    void recipients_are_counted_once_and_joined_ones_together_as_known_then() {
        long before = log.feed().head();
        var sameFile = JoinEvidence.SAME_FILE;
        log.append(MAY.fact(new RecipientsJoined(AN, BINH, sameFile)));
        log.append(MAY.fact(new RecipientsSeparated(BINH, AN)));

        assertThat(people(ask("2024", new KnownAt.AtPosition(before)))).containsExactly(2L);
        assertThat(people(ask("2024", new KnownAt.AtPosition(before + 1)))).containsExactly(1L);
        assertThat(people(ask("2024", KnownAt.NOW))).containsExactly(2L);
    }

    @Test
    void two_periods_and_two_moments_are_compared_line_by_line() {
        log.at("2025-08-01T02:00:00Z");
        log.append(
                Paper.of("2025-07-15", "2/QĐ")
                        .fact(
                                Given.decided(
                                        Given.award(), Given.CITY, line("LDTT", AN, Rank.NONE))));
        var by = List.of(Dimension.AWARD);
        var ldtt = new Selection(Set.of(), Map.of(Dimension.AWARD, Set.of("LDTT")));

        var years = Comparison.of(ask("2024", KnownAt.NOW), ask("2025", KnownAt.NOW), by, ldtt);
        assertThat(years.lines().getFirst().difference()).isEqualTo(-1);
        assertThat(years.acrossReform()).as("the district level ended in between").isTrue();

        var moments =
                Comparison.of(
                        ask("2024", new KnownAt.AtPosition(7)), ask("2024", KnownAt.NOW), by, ldtt);
        assertThat(moments.lines())
                .extracting(Comparison.Line::first, Comparison.Line::second)
                .containsExactly(tuple(1L, 2L));
        assertThat(moments.acrossReform()).isFalse();
    }

    @Test
    void the_forms_count_what_the_ledger_has_and_say_what_it_has_not() {
        var answer = ask("2024", KnownAt.NOW);
        var state = OfficialForm.of(OfficialForm.Code.BIEU_0602, answer);
        var province = OfficialForm.of(OfficialForm.Code.BIEU_0603, answer);
        var movements = OfficialForm.of(OfficialForm.Code.BIEU_0601, answer);

        assertThat(count(state, FormRow.TONG_SO, FormColumn.HUAN_HUY_CHUONG_CA_NHAN)).isEqualTo(2);
        assertThat(count(state, FormRow.THUONG_XUYEN, FormColumn.HUAN_HUY_CHUONG_CA_NHAN))
                .isEqualTo(2);
        assertThat(count(state, FormRow.TONG_SO, FormColumn.BANG_KHEN_TTG_CA_NHAN))
                .as("proposed is not decided")
                .isZero();
        assertThat(count(province, FormRow.TONG_SO, FormColumn.BANG_KHEN)).isEqualTo(1);
        assertThat(count(province, FormRow.CA_NHAN_KHONG_RO, FormColumn.KHAC)).isEqualTo(1);
        assertThat(count(province, FormRow.TRINH_KHONG_RO, FormColumn.BANG_KHEN)).isEqualTo(1);
        assertThat(gap(state, FormRow.DOANH_NHAN)).isEqualTo(FormGap.NO_RECIPIENT_CLASS);
        assertThat(movements.rows()).allMatch(row -> row.gap() == FormGap.NO_MOVEMENTS);
    }

    private static long count(OfficialForm form, FormRow row, FormColumn column) {
        return row(form, row).counts().get(form.columns().indexOf(column));
    }

    private static @Nullable FormGap gap(OfficialForm form, FormRow row) {
        return row(form, row).gap();
    }

    private static OfficialForm.Row row(OfficialForm form, FormRow row) {
        return form.rows().stream().filter(r -> r.row() == row).findFirst().orElseThrow();
    }
}
