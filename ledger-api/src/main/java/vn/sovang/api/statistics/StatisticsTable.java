package vn.sovang.api.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.report.Counts;
import vn.sovang.projection.report.HalfYearReport;
import vn.sovang.projection.statistics.Cell;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;

/// The figures of one authority as a reader sees them: a table a stage, each with its own sum, and
/// no sum of two stages (R3).
///
/// @param stages proposed and decided, those with figures only
/// @param reissues cases reviewed and sent up, by kind
/// @param others what else happened in the period
public record StatisticsTable(
        List<Stage> stages, Map<ReissueKind, Long> reissues, List<Other> others) {
    /// One table.
    public record Stage(Measure measure, List<Row> rows, Counts sum) {
        public Stage {
            rows = List.copyOf(rows);
        }
    }

    /// An award at a stage.
    public record Row(AwardLevel level, AwardCode code, String award, Counts counts) {}

    /// A figure that stands alone.
    public record Other(Measure measure, AwardCode code, String award, long count) {}

    private static final List<Measure> STAGES = List.of(Measure.PROPOSED, Measure.DECIDED);
    private static final Set<Measure> IN_TABLES_OF_THEIR_OWN =
            Set.of(Measure.PROPOSED, Measure.DECIDED, Measure.REISSUE_REVIEWED);

    public StatisticsTable {
        stages = List.copyOf(stages);
        reissues = Map.copyOf(reissues);
        others = List.copyOf(others);
    }

    /// @param report whose words name the awards, where it has them; the catalogue's names are
    ///   those of the law and longer
    public static StatisticsTable of(Answered answer, @Nullable HalfYearReport report) {
        var stages =
                STAGES.stream()
                        .map(measure -> stage(measure, answer, report))
                        .filter(stage -> !stage.rows().isEmpty())
                        .toList();
        return new StatisticsTable(stages, reissues(answer), others(answer));
    }

    /// Whether the paper does not name the award (*chưa rõ*).
    public static boolean isUnknown(String award) {
        return award.equals(AwardCode.UNKNOWN.value());
    }

    public boolean isEmpty() {
        return stages.isEmpty() && reissues.isEmpty() && others.isEmpty();
    }

    public long reissueSum() {
        return reissues.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Stage stage(Measure measure, Answered answer, @Nullable HalfYearReport report) {
        record Key(AwardLevel level, AwardCode award) {}
        var names = new LinkedHashMap<Key, String>();
        var sums = new LinkedHashMap<Key, Counts>();
        for (var cell : answer.cells()) {
            if (cell.measure() == measure) {
                var key = new Key(cell.level(), cell.award());
                names.putIfAbsent(key, name(cell, report));
                sums.merge(key, counts(cell), Counts::plus);
            }
        }
        var rows = new ArrayList<Row>();
        sums.forEach((key, counts) ->
                rows.add(new Row(key.level(), key.award(), names.getOrDefault(key, ""), counts)));
        rows.sort(Comparator.comparing(Row::level));
        return new Stage(
                measure, rows, rows.stream().map(Row::counts).reduce(Counts.NONE, Counts::plus));
    }

    private static String name(Cell cell, @Nullable HalfYearReport report) {
        if (report != null) {
            for (var row : report.rows()) {
                if (row.stage() == cell.measure() && row.award().equals(cell.award())) {
                    return row.phrase();
                }
            }
        }
        return cell.awardName();
    }

    private static Counts counts(Cell cell) {
        var kind = cell.recipientKind();
        if (kind == null) {
            return Counts.NONE;
        }
        return new Counts(
                kind == RecipientKind.COLLECTIVE ? cell.count() : 0,
                kind == RecipientKind.INDIVIDUAL ? cell.count() : 0,
                kind == RecipientKind.HOUSEHOLD ? cell.count() : 0);
    }

    private static Map<ReissueKind, Long> reissues(Answered answer) {
        var counts = new LinkedHashMap<ReissueKind, Long>();
        for (var cell : answer.cells()) {
            if (cell.measure() == Measure.REISSUE_REVIEWED && cell.reissueKind() != null) {
                counts.merge(cell.reissueKind(), cell.count(), Long::sum);
            }
        }
        return counts;
    }

    private static List<Other> others(Answered answer) {
        record Key(Measure measure, AwardCode code, String award) {}
        var sums = new LinkedHashMap<Key, Long>();
        for (var cell : answer.cells()) {
            if (!IN_TABLES_OF_THEIR_OWN.contains(cell.measure())) {
                sums.merge(
                        new Key(cell.measure(), cell.award(), cell.awardName()),
                        cell.count(),
                        Long::sum);
            }
        }
        return sums.entrySet().stream()
                .map(e ->
                        new Other(
                                e.getKey().measure(),
                                e.getKey().code(),
                                e.getKey().award(),
                                e.getValue()))
                .toList();
    }
}
