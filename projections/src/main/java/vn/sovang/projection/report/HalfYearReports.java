package vn.sovang.projection.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.statistics.Cell;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.Period.HalfYear;
import vn.sovang.projection.statistics.Period.Interval;
import vn.sovang.projection.statistics.Period.SchoolYear;
import vn.sovang.projection.statistics.Period.Year;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.projection.statistics.Statistics;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsQuery;
import vn.sovang.projection.statistics.UnitName;
import vn.sovang.projection.statistics.View;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.UnitId;

/// Writes reports.
public final class HalfYearReports {
    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::stage)
                    .thenComparing(line -> line.phrase().sentence())
                    .thenComparingInt(line -> line.phrase().order())
                    .thenComparing(line -> line.phrase().words())
                    .thenComparing(Line::level)
                    .thenComparing(Line::resistance);

    private final Statistics statistics;
    private final Phrases phrases = Phrases.load();

    public HalfYearReports(Statistics statistics) {
        this.statistics = statistics;
    }

    /// The report of an authority on a period, as known at a moment; from the restated figures.
    public ReportAnswer of(UnitId authority, PeriodPolicy policy, Period period, KnownAt knownAt) {
        var answer =
                statistics.ask(
                        new StatisticsQuery(policy, period, authority, knownAt, View.RESTATED));
        if (!(answer instanceof Answered figures)) {
            return new ReportAnswer.NoFigures(answer);
        }
        return statistics
                .unit(authority)
                .<ReportAnswer>map(unit -> new ReportAnswer.Written(write(unit, figures)))
                .orElseGet(() -> new ReportAnswer.UnknownAuthority(authority));
    }

    private HalfYearReport write(UnitName unit, Answered figures) {
        Committee authority = Committee.of(unit);
        List<Line> lines = lines(figures);
        var surveys = cells(figures, Measure.SURVEY_OPENED);
        var surveyed =
                surveys.stream().map(c -> phrases.surveyed(c.award(), c.awardName())).toList();
        var reviewed = cells(figures, Measure.REISSUE_REVIEWED);
        var reissues = ReissueCounts.of(reviewed.stream().filter(HalfYearReports::kc).toList());
        var others = ReissueCounts.of(reviewed.stream().filter(c -> !kc(c)).toList());
        return new HalfYearReport(
                unit,
                figures,
                Phrases.VERSION,
                lines.stream().map(Line::row).toList(),
                reissues,
                others,
                surveys.stream().mapToLong(Cell::count).sum(),
                new EmulationParagraph(opening(figures), authority, Superiors.of(unit, statistics))
                        .write(lines.stream().filter(l -> !l.resistance()).toList(), others),
                new ResistanceParagraph(authority.territory())
                        .write(
                                surveyed,
                                lines.stream().filter(Line::resistance).toList(),
                                reissues));
    }

    /// *Thành tích kháng chiến*: second paragraph (R4).
    private static boolean kc(Cell cell) {
        return cell.commendationType() == CommendationType.KHANG_CHIEN;
    }

    private List<Line> lines(Answered figures) {
        var lines = new ArrayList<Line>();
        for (Cell cell : figures.cells()) {
            if (cell.measure() == Measure.PROPOSED || cell.measure() == Measure.DECIDED) {
                lines.add(Line.of(cell, phrases));
            }
        }
        lines.sort(ORDER);
        var merged = new ArrayList<Line>();
        for (Line line : lines) {
            if (!merged.isEmpty() && merged.getLast().sameRow(line)) {
                merged.add(merged.removeLast().plus(line));
            } else {
                merged.add(line);
            }
        }
        return merged;
    }

    private static List<Cell> cells(Answered figures, Measure measure) {
        return figures.cells().stream().filter(cell -> cell.measure() == measure).toList();
    }

    private static String opening(Answered figures) {
        return switch (figures.period()) {
            case HalfYear half ->
                    "Trong 6 tháng %s năm %d%s"
                            .formatted(
                                    half.half() == 1 ? "đầu" : "cuối", half.year(), days(figures));
            case Year year -> "Trong năm %d%s".formatted(year.year(), days(figures));
            case SchoolYear year ->
                    "Trong năm học %d–%d%s"
                            .formatted(year.firstYear(), year.firstYear() + 1, named(figures));
            case Interval interval ->
                    "Từ ngày %s đến ngày %s"
                            .formatted(
                                    VietnameseNumbers.day(interval.from()),
                                    VietnameseNumbers.day(interval.to()));
        };
    }

    /// Only days that a reader would not expect are named.
    private static String days(Answered figures) {
        return figures.policy() == PeriodPolicy.CALENDAR ? "" : named(figures);
    }

    private static String named(Answered figures) {
        return " (từ ngày %s đến ngày %s)"
                .formatted(
                        VietnameseNumbers.day(figures.from()), VietnameseNumbers.day(figures.to()));
    }
}
