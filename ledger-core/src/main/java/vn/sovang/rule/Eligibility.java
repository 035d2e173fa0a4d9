package vn.sovang.rule;

import static vn.sovang.vocabulary.RuleResult.CHUA_RO;
import static vn.sovang.vocabulary.RuleResult.DAT;
import static vn.sovang.vocabulary.RuleResult.KHONG_DAT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sovang.rule.AwardHistory.Held;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.DossierFigures;
import vn.sovang.vocabulary.EligibilityCheck;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.RuleResult;

/// The standards of Luật Thi đua, khen thưởng 2022 that can be checked against the ledger and a few
/// figures of the dossier (*tiêu chuẩn khen thưởng*), E1 to E13. They advise: what they say is
/// recorded with the appraisal and blocks nothing.
///
/// "Not met" means: not as far as the ledger tells. Awards that nobody entered are not there.
/// Proved by `EligibilityTest`.
public final class Eligibility {
    /// Changes whenever a rule below says something else.
    public static final String VERSION = "LUAT-2022/1";

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);

    /// From 2026-10-01 the law as amended by 06/2026/QH16 applies, whose text these rules do not
    /// have.
    private static final LocalDate TO = LocalDate.of(2026, 9, 30);

    private static final int ALL = 100;
    private static final int SEVENTY_PERCENT = 70;

    private final AwardLine line;
    private final LocalDate on;
    private final AwardHistory history;
    private final DossierFigures figures;
    private final List<EligibilityCheck> checks = new ArrayList<>();

    private Eligibility(
            AwardLine line, LocalDate on, AwardHistory history, DossierFigures figures) {
        this.line = line;
        this.on = on;
        this.history = history;
        this.figures = figures;
    }

    /// What the rules say of a nomination.
    ///
    /// @param on day the dossier was received for appraisal: it chooses the law
    /// @param history awards of the recipient
    public static List<EligibilityCheck> check(
            AwardLine line, LocalDate on, AwardHistory history, DossierFigures figures) {
        var all = new Eligibility(line, on, history, figures);
        all.run();
        return List.copyOf(all.checks);
    }

    private void run() {
        boolean person = line.recipientKind() == RecipientKind.INDIVIDUAL;
        switch (line.award().value()) {
            case "CSTD_CAP_TINH" ->
                    says(
                            "E1",
                            "Điều 22.1",
                            both(years("CSTD_CO_SO", 3), atLeast(initiatives(), 1)));
            case "CSTD_TOAN_QUOC" ->
                    says(
                            "E2",
                            "Điều 21.1",
                            both(years("CSTD_CAP_TINH", 2), atLeast(initiatives(), 1)));
            case "CSTD_CO_SO" ->
                    says(
                            "E3",
                            "Điều 23",
                            either(atLeast(initiatives(), 1), atLeast(excellentYears(), 1)));
            case "TT_LDXS" ->
                    says(
                            "E4",
                            "Điều 27.1",
                            both(
                                    atLeast(
                                            figure("hoàn thành %", figures.completedPercent()),
                                            ALL),
                                    both(
                                            atLeast(advanced(), SEVENTY_PERCENT),
                                            atLeast(figure("CSTĐCS", figures.baseFighters()), 1))));
            case "TT_LDTT" ->
                    says(
                            "E5",
                            "Điều 28.1",
                            both(atLeast(advanced(), SEVENTY_PERCENT), nobodyDisciplined()));
            case "BK_TINH" -> provincialMerit(person);
            case "BK_TTG" -> primeMinistersMerit(person);
            case "HC_LAO_DONG" -> {
                if (person && line.rank() == Rank.HANG_NHAT) {
                    says("E10", "Điều 42.1đ", labourOrderFirstClass());
                }
            }
            case "HYC_TNXP_VV" ->
                    says(
                            "E11",
                            "Điều 96.2; NĐ 28/2024/NĐ-CP",
                            result(held("HYC_TNXP_VV").isEmpty(), held("HYC_TNXP_VV")));
            case "DH_NHA_GIAO_ND" -> meritoriousFirst("DH_NHA_GIAO_UT", "Điều 64.2");
            case "DH_THAY_THUOC_ND" -> meritoriousFirst("DH_THAY_THUOC_UT", "Điều 65.2");
            case "DH_NGHE_SI_ND" -> meritoriousFirst("DH_NGHE_SI_UT", "Điều 66.2");
            case "DH_NGHE_NHAN_ND" -> meritoriousFirst("DH_NGHE_NHAN_UT", "Điều 67.2");
            case "HC_SAO_VANG" -> {
                if (!person) {
                    says("E13", "Điều 34.3", longAgo("HC_HO_CHI_MINH", null, 25).seen);
                }
            }
            default -> {}
        }
    }

    private void provincialMerit(boolean person) {
        // A movement's or a sudden feat stands for itself, Điều 74.1.
        boolean feat =
                line.commendationType() == CommendationType.PHONG_TRAO
                        || line.commendationType() == CommendationType.DOT_XUAT;
        if (person) {
            var merit =
                    both(
                            either(years("CSTD_CO_SO", 2), atLeast(excellentYears(), 2)),
                            atLeast(initiatives(), 2));
            says("E6", "Điều 74.1", feat ? new Seen(DAT, List.of(type())) : merit);
        } else if (line.recipientKind() == RecipientKind.COLLECTIVE) {
            var merit = either(years("TT_LDXS", 2), atLeast(excellentYears(), 2));
            says("E7", "Điều 74.3d", feat ? new Seen(DAT, List.of(type())) : merit);
        }
    }

    private String type() {
        return line.commendationType().name();
    }

    private void primeMinistersMerit(boolean person) {
        var earlier = longAgo("BK_TINH", null, 5);
        if (person) {
            says("E8", "Điều 73.1b", both(earlier.seen, since(earlier.on, "CSTD_CO_SO", 3)));
        } else if (line.recipientKind() == RecipientKind.COLLECTIVE) {
            says(
                    "E9",
                    "Điều 73.4e",
                    both(
                            both(earlier.seen, atLeast(excellentYears(), 5)),
                            either(
                                    since(earlier.on, "CO_THI_DUA_TINH", 1),
                                    since(earlier.on, "BK_TINH", 2))));
        }
    }

    private Seen labourOrderFirstClass() {
        var second = longAgo("HC_LAO_DONG", Rank.HANG_NHI, 5);
        return both(
                both(second.seen, atLeast(excellentYears(), 3)),
                since(second.on, "CSTD_CAP_TINH", 2));
    }

    private void meritoriousFirst(String lower, String article) {
        says("E12", article, result(!held(lower).isEmpty(), held(lower)));
    }

    /// What was seen, and what it comes to.
    private record Seen(RuleResult result, List<String> inputs) {}

    /// The newest earlier award that lies far enough back.
    private record Earlier(Seen seen, @Nullable LocalDate on) {}

    /// A figure of the dossier by its name.
    private record Figure(String name, @Nullable Integer value) {}

    private static Figure figure(String name, @Nullable Integer value) {
        return new Figure(name, value);
    }

    private Figure initiatives() {
        return figure("sáng kiến", figures.initiatives());
    }

    private Figure excellentYears() {
        return figure("năm xuất sắc", figures.excellentYears());
    }

    private Figure advanced() {
        return figure("LĐTT %", figures.advancedPercent());
    }

    private Seen nobodyDisciplined() {
        var value = figures.disciplined();
        return new Seen(
                value == null ? CHUA_RO : value == 0 ? DAT : KHONG_DAT,
                List.of("kỷ luật: " + (value == null ? "?" : value)));
    }

    private static Seen atLeast(Figure figure, int least) {
        var value = figure.value();
        return new Seen(
                value == null ? CHUA_RO : value >= least ? DAT : KHONG_DAT,
                List.of(figure.name() + ": " + (value == null ? "?" : value)));
    }

    private List<Held> held(String code) {
        return history.before(on, code);
    }

    private static Seen result(boolean holds, List<Held> seen) {
        return new Seen(holds ? DAT : KHONG_DAT, texts(seen));
    }

    private static List<String> texts(List<Held> seen) {
        return seen.stream().map(h -> h.award().value() + " " + h.on().getYear()).toList();
    }

    /// As many years in a row, the last one this year's or last year's.
    private Seen years(String code, int inARow) {
        var seen = held(code);
        var years = seen.stream().map(h -> h.on().getYear()).collect(Collectors.toSet());
        int last = years.contains(on.getYear()) ? on.getYear() : on.getYear() - 1;
        boolean holds = true;
        for (int i = 0; i < inARow; i++) {
            holds &= years.contains(last - i);
        }
        return result(holds, seen);
    }

    private Earlier longAgo(String code, @Nullable Rank rank, int years) {
        var seen =
                held(code).stream()
                        .filter(h -> rank == null || h.rank() == rank)
                        .filter(h -> !h.on().plusYears(years).isAfter(on))
                        .toList();
        return new Earlier(
                result(!seen.isEmpty(), seen), seen.isEmpty() ? null : seen.getLast().on());
    }

    private Seen since(@Nullable LocalDate day, String code, int count) {
        var seen =
                held(code).stream()
                        .filter(h -> day == null || h.on().isAfter(Objects.requireNonNull(day)))
                        .toList();
        return result(seen.size() >= count, seen);
    }

    private static Seen both(Seen a, Seen b) {
        if (a.result == KHONG_DAT || b.result == KHONG_DAT) {
            return joined(KHONG_DAT, a, b);
        }
        return joined(a.result == DAT && b.result == DAT ? DAT : CHUA_RO, a, b);
    }

    private static Seen either(Seen a, Seen b) {
        if (a.result == DAT || b.result == DAT) {
            return joined(DAT, a, b);
        }
        return joined(a.result == KHONG_DAT && b.result == KHONG_DAT ? KHONG_DAT : CHUA_RO, a, b);
    }

    private static Seen joined(RuleResult result, Seen a, Seen b) {
        var inputs = new ArrayList<>(a.inputs);
        inputs.addAll(b.inputs);
        return new Seen(result, inputs);
    }

    private void says(String rule, String article, Seen seen) {
        boolean known = !on.isBefore(FROM) && !on.isAfter(TO);
        checks.add(
                new EligibilityCheck(
                        rule,
                        VERSION,
                        known ? seen.result : CHUA_RO,
                        "Luật 06/2022/QH15 " + article,
                        seen.inputs));
    }
}
