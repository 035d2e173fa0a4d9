package vn.sovang.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.sovang.rule.AwardHistory.Held;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.DossierFigures;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.RuleResult;

/// The standards of the law as a table: nominated for, awards held (code and year), what the
/// dossier says (initiatives, excellent years, % completed, % advanced, fighters, disciplined),
/// outcome.
class EligibilityTest {
    private static final LocalDate DAY = LocalDate.of(2024, 11, 20);

    @ParameterizedTest
    @CsvFileSource(resources = "eligibility.txt", delimiter = '|', numLinesToSkip = 1)
    void a_standard_is_met_or_not(
            String rule,
            String award,
            String kind,
            String held,
            String figures,
            RuleResult result) {
        var line = line(award, Rank.NONE, kind.equals("I"), CommendationType.CONG_TRANG);
        var checks = Eligibility.check(line, DAY, history(held), figures(figures));

        assertThat(checks).hasSize(1);
        assertThat(checks.getFirst().rule()).isEqualTo(rule);
        assertThat(checks.getFirst().result()).isEqualTo(result);
        assertThat(checks.getFirst().version()).isEqualTo(Eligibility.VERSION);
        assertThat(checks.getFirst().basis()).startsWith("Luật 06/2022/QH15 Điều ");
    }

    @Test
    void a_first_class_labour_order_needs_the_second_five_years_before() {
        var history = history("HC_LAO_DONG:HANG_NHI 2018, CSTD_CAP_TINH 2020, CSTD_CAP_TINH 2022");
        var first = line("HC_LAO_DONG", Rank.HANG_NHAT, true, CommendationType.CONG_TRANG);
        var second = line("HC_LAO_DONG", Rank.HANG_NHI, true, CommendationType.CONG_TRANG);
        var figures = figures("- 3 - - - -");

        assertThat(Eligibility.check(first, DAY, history, figures))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.rule()).isEqualTo("E10");
                    assertThat(c.result()).isEqualTo(RuleResult.DAT);
                    assertThat(c.inputs())
                            .containsExactly(
                                    "HC_LAO_DONG 2018",
                                    "năm xuất sắc: 3",
                                    "CSTD_CAP_TINH 2020",
                                    "CSTD_CAP_TINH 2022");
                });
        assertThat(Eligibility.check(second, DAY, history, figures)).isEmpty();
    }

    @Test
    void a_sudden_feat_stands_for_itself() {
        var line = line("BK_TINH", Rank.NONE, true, CommendationType.DOT_XUAT);

        assertThat(Eligibility.check(line, DAY, AwardHistory.NONE, DossierFigures.NONE))
                .singleElement()
                .satisfies(c -> assertThat(c.result()).isEqualTo(RuleResult.DAT));
    }

    @Test
    void outside_the_days_of_the_law_nothing_is_said() {
        var line = line("DH_NHA_GIAO_ND", Rank.NONE, true, CommendationType.CONG_TRANG);
        for (var day : List.of(LocalDate.of(2023, 12, 31), LocalDate.of(2026, 10, 1))) {
            assertThat(Eligibility.check(line, day, AwardHistory.NONE, DossierFigures.NONE))
                    .singleElement()
                    .satisfies(c -> assertThat(c.result()).isEqualTo(RuleResult.CHUA_RO));
        }
    }

    private static AwardLine line(String award, Rank rank, boolean person, CommendationType type) {
        return new AwardLine(
                new AwardCode(award),
                rank,
                new RecipientId(UUID.randomUUID()),
                person ? RecipientKind.INDIVIDUAL : RecipientKind.COLLECTIVE,
                type,
                null);
    }

    private static AwardHistory history(@Nullable String held) {
        var awards = new HashMap<AwardId, Held>();
        for (var one : held == null ? new String[0] : held.split(", ")) {
            var parts = one.split("[: ]");
            var rank = parts.length == 3 ? Rank.valueOf(parts[1]) : Rank.NONE;
            var on = LocalDate.of(Integer.parseInt(parts[parts.length - 1]), 6, 1);
            awards.put(
                    new AwardId(UUID.randomUUID()),
                    new Held(new AwardCode(parts[0]), rank, on, true));
        }
        return new AwardHistory(awards);
    }

    private static DossierFigures figures(String text) {
        var t = text.strip().split(" ");
        return new DossierFigures(
                number(t[0]), number(t[1]), number(t[2]), number(t[3]), number(t[4]), number(t[5]));
    }

    private static @Nullable Integer number(String text) {
        return text.equals("-") ? null : Integer.valueOf(text);
    }
}
