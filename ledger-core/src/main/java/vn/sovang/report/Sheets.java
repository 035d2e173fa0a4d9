package vn.sovang.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Request;
import vn.sovang.event.ReportEvent.ReportFiguresRecorded;
import vn.sovang.vocabulary.FigureSheet;
import vn.sovang.vocabulary.ReportFigure;
import vn.sovang.vocabulary.ReportId;

/// How the figures of a report become leaves, and the form in which they are hashed: one line a
/// figure, its fields in the order of [ReportFigure] with a tab between, an absent one empty, lines
/// sorted as text, each ended by a line feed, UTF-8.
public final class Sheets {
    /// A figure with every field set takes some 350 bytes; a leaf at most 65,535.
    static final int FIGURES_IN_A_PART = 150;

    private Sheets() {}

    /// The figures in canonical order.
    public static List<ReportFigure> sorted(List<ReportFigure> figures) {
        return figures.stream().sorted((a, b) -> line(a).compareTo(line(b))).toList();
    }

    /// What is hashed.
    public static String canonical(List<ReportFigure> figures) {
        return sorted(figures).stream().map(f -> line(f) + "\n").collect(Collectors.joining());
    }

    /// What the head of the report says of its figures.
    public static FigureSheet of(List<ReportFigure> figures) {
        var bytes = canonical(figures).getBytes(StandardCharsets.UTF_8);
        int parts = Math.ceilDiv(figures.size(), FIGURES_IN_A_PART);
        return new FigureSheet(figures.size(), parts, Request.sha256(bytes));
    }

    /// The figures in as many events as they need.
    static List<ReportFiguresRecorded> parts(ReportId report, List<ReportFigure> figures) {
        var sorted = sorted(figures);
        var parts = new ArrayList<ReportFiguresRecorded>();
        for (int from = 0; from < sorted.size(); from += FIGURES_IN_A_PART) {
            int to = Math.min(sorted.size(), from + FIGURES_IN_A_PART);
            parts.add(
                    new ReportFiguresRecorded(report, parts.size() + 1, sorted.subList(from, to)));
        }
        return parts;
    }

    private static String line(ReportFigure f) {
        return String.join(
                "\t",
                f.measure(),
                f.award().value(),
                f.level().name(),
                text(f.recipientKind()),
                text(f.commendationType()),
                text(f.proposingUnit()),
                text(f.recipientUnit()),
                text(f.reissueKind()),
                Long.toString(f.count()));
    }

    private static String text(@Nullable Object field) {
        return field == null ? "" : field.toString();
    }
}
