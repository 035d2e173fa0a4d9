package vn.sovang.api.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.sovang.api.chart.BarChart;
import vn.sovang.api.chart.BarChart.Bar;
import vn.sovang.api.chart.BarChart.Group;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.report.Counts;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.RecipientKind;

/// Pictures of the half-year table (*biểu đồ*): a picture a stage, level by level, since what was
/// proposed and what was decided are never one total (R3).
record FigureCharts(Messages messages) {
    /// The pictures by name of their measure, ready for a page.
    Map<String, String> of(StatisticsTable table, FigureAddress address) {
        var charts = new LinkedHashMap<String, String>();
        for (var stage : table.stages()) {
            charts.put(stage.measure().name(), chart(stage, address).svg(messages.locale()));
        }
        return charts;
    }

    BarChart chart(StatisticsTable.Stage stage, FigureAddress address) {
        var levels = new EnumMap<AwardLevel, Counts>(AwardLevel.class);
        stage.rows().forEach(row -> levels.merge(row.level(), row.counts(), Counts::plus));
        var groups = new ArrayList<Group>();
        levels.forEach((level, counts) -> {
            var bars = new ArrayList<Bar>();
            for (var kind : kinds(counts).entrySet()) {
                bars.add(
                        new Bar(
                                messages.of(kind.getKey()),
                                kind.getValue(),
                                address.of(
                                        stage.measure(),
                                        "level",
                                        level.name(),
                                        "recipientKind",
                                        kind.getKey().name())));
            }
            groups.add(new Group(messages.of(level), bars));
        });
        return new BarChart(
                "chart-" + stage.measure(),
                messages.text("chart.stage." + stage.measure()),
                messages.text("chart.stage.text"),
                groups);
    }

    private static Map<RecipientKind, Long> kinds(Counts counts) {
        var kinds = new LinkedHashMap<RecipientKind, Long>();
        kinds.put(RecipientKind.COLLECTIVE, counts.collectives());
        kinds.put(RecipientKind.INDIVIDUAL, counts.individuals());
        kinds.put(RecipientKind.HOUSEHOLD, counts.households());
        return kinds;
    }

    /// Half-years of several years side by side.
    BarChart years(HalfYears years) {
        var groups = new ArrayList<Group>();
        for (var year : years.byYear().entrySet()) {
            groups.add(
                    new Group(
                            messages.text("period.year", year.getKey()),
                            year.getValue().stream().map(half -> bar(years, half)).toList()));
        }
        return new BarChart(
                "chart-years",
                messages.text("chart.years." + years.measure()),
                messages.text("chart.years.text"),
                groups);
    }

    private Bar bar(HalfYears years, HalfYears.Half half) {
        return new Bar(
                messages.text("chart.half." + half.half()),
                half.counts().total(),
                half.events(years.measure()));
    }
}
