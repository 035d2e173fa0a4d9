package vn.sovang.api.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.anomaly.AnomalyTexts;
import vn.sovang.api.inspection.InspectionDesk.DrawnSample;
import vn.sovang.api.inspection.InspectionForms.Drawn;
import vn.sovang.api.report.ReportNames;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.event.EventCodec;
import vn.sovang.inspection.NumberGaps;
import vn.sovang.inspection.NumberGaps.Entry;
import vn.sovang.projection.inspection.InspectionAct;
import vn.sovang.projection.inspection.InspectionFinding;
import vn.sovang.vocabulary.AwardCode;

/// The annex to the minutes (*phụ lục kèm biên bản*) as titles, tables and sentences; [AnnexText],
/// [AnnexHtml] and [AnnexWorkbook] write it down. It names nobody: recipients are ids, what is said
/// about people stays sealed.
///
/// @param head names and values
/// @param notes what a reader must know
public record Annex(String title, List<Line> head, List<Table> tables, List<String> notes) {
    public Annex {
        head = List.copyOf(head);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /// A name and its value.
    public record Line(String name, String value) {}

    /// A table.
    ///
    /// @param none what to say when it has no row
    public record Table(
            String caption, List<String> columns, List<List<String>> rows, String none) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// The annex of an inspection.
    public static Annex of(InspectionFile file, DrawnSample sample) {
        return new Writer(file, sample).annex();
    }

    /// Puts it into words. Owned by one answer.
    private static final class Writer {
        private final InspectionFile file;
        private final DrawnSample sample;
        private final Messages texts;
        private final VietnameseFormat format = new VietnameseFormat();

        Writer(InspectionFile file, DrawnSample sample) {
            this.file = file;
            this.sample = sample;
            this.texts = file.messages();
        }

        Annex annex() {
            var drawn = sample.events().stream().map(Drawn::of).toList();
            return new Annex(
                    texts.text("inspections.annex.of", file.inspection().number()),
                    head(),
                    List.of(findings(), sample(drawn), gaps(), anomalies(), acts()),
                    notes(drawn));
        }

        private List<Line> head() {
            var row = file.inspection();
            var closed = row.closed();
            return List.of(
                    line("number", order()),
                    line(
                            "units",
                            row.scope().units().stream()
                                    .map(u -> String.valueOf(file.names().unit(u)))
                                    .collect(Collectors.joining("; "))),
                    line(
                            "period",
                            texts.text(
                                    "inspections.days",
                                    format.date(row.scope().from()),
                                    format.date(row.scope().to()))),
                    line(
                            "state",
                            closed == null
                                    ? texts.text("inspections.state.open")
                                    : texts.text(
                                            "inspections.state.closed",
                                            ReportNames.document(closed.document(), texts))),
                    line("cutoff", texts.text("inspections.cutoff.size", row.cutOff().size())),
                    line("root", row.cutOff().rootHash()),
                    line("seed", row.sample().seed().hex()),
                    line(
                            "opening",
                            texts.text(
                                    "inspections.opened.at",
                                    sample.opening().position(),
                                    EventCodec.stamp(sample.opening().recordedAt()))),
                    line("sample", drawnOf()));
        }

        private String order() {
            var row = file.inspection();
            return texts.text(
                    "inspections.order", row.number(), format.date(row.opened().on()), row.body());
        }

        private String drawnOf() {
            return texts.text(
                    "inspections.sample.lead",
                    sample.events().size(),
                    sample.population(),
                    texts.of(file.inspection().sample().population()));
        }

        private Line line(String key, String value) {
            return new Line(texts.text("inspections." + key), value);
        }

        private List<String> columns(String... keys) {
            return List.of(keys).stream().map(k -> texts.text("inspections." + k)).toList();
        }

        private Table findings() {
            return new Table(
                    texts.text("inspections.findings"),
                    columns(
                            "place",
                            "about",
                            "severity",
                            "finding",
                            "explanation",
                            "conclusion",
                            "state"),
                    file.inspection().findings().stream().map(this::row).toList(),
                    texts.text("inspections.findings.none"));
        }

        private List<String> row(InspectionFinding finding) {
            return List.of(
                    Integer.toString(finding.number()),
                    finding.about().toString(),
                    texts.of(finding.severity()),
                    said(finding.found()),
                    finding.explained().map(this::said).orElse(""),
                    finding.concluded().map(this::said).orElse(""),
                    texts.of(finding.state()));
        }

        private String said(InspectionAct act) {
            var words =
                    texts.text("inspections.said", act.words(), act.by(), format.date(act.on()));
            return act.detail() == null ? words : words + " · " + texts.text("inspections.sealed");
        }

        private Table sample(List<Drawn> drawn) {
            return new Table(
                    drawnOf(),
                    columns("place", "position", "day", "paper", "award", "recipient", "leaf"),
                    drawn.stream().map(this::row).toList(),
                    "");
        }

        private List<String> row(Drawn drawn) {
            return List.of(
                    Integer.toString(drawn.place()),
                    Long.toString(drawn.position()),
                    format.date(drawn.effectiveOn()),
                    text(drawn.document()),
                    drawn.awardCode() == null
                            ? ""
                            : file.names().award(new AwardCode(drawn.awardCode())),
                    text(drawn.recipient()),
                    drawn.leafHash());
        }

        private static String text(@Nullable String value) {
            return Objects.requireNonNullElse(value, "");
        }

        private Table gaps() {
            var rows = new ArrayList<List<String>>();
            for (var gaps : file.gaps()) {
                for (var series : gaps.series()) {
                    if (!series.missing().isEmpty()
                            || !series.duplicates().isEmpty()
                            || !series.outOfOrder().isEmpty()) {
                        rows.add(row(gaps, series));
                    }
                }
            }
            return new Table(
                    texts.text("inspections.gaps"),
                    columns("units", "year", "symbol", "missing", "twice", "disorder"),
                    rows,
                    texts.text("inspections.gaps.none"));
        }

        private List<String> row(NumberGaps gaps, NumberGaps.Series series) {
            return List.of(
                    String.valueOf(file.names().unit(gaps.authority())),
                    Integer.toString(gaps.year()),
                    series.symbol(),
                    series.missing().stream()
                            .map(r ->
                                    r.from() == r.to()
                                            ? Integer.toString(r.from())
                                            : r.from() + "–" + r.to())
                            .collect(Collectors.joining(", ")),
                    series.duplicates().stream()
                            .map(d -> d.number() + " (" + d.decisions().size() + ")")
                            .collect(Collectors.joining(", ")),
                    series.outOfOrder().stream()
                            .map(o -> entry(o.decision()) + " < " + entry(o.after()))
                            .collect(Collectors.joining("; ")));
        }

        private String entry(Entry entry) {
            return entry.number() + " (" + format.date(entry.signedOn()) + ")";
        }

        private Table anomalies() {
            var shown = file.anomalies().stream().limit(InspectionDesk.MAX_ANOMALIES);
            return new Table(
                    texts.text("inspections.anomalies"),
                    columns("severity", "about", "finding", "state"),
                    shown.map(row ->
                                    List.of(
                                            texts.of(row.rule().severity()),
                                            row.key().toString(),
                                            AnomalyTexts.title(row.rule(), texts)
                                                    + ": "
                                                    + AnomalyTexts.text(row, texts),
                                            texts.of(row.state())))
                            .toList(),
                    texts.text("inspections.anomalies.none"));
        }

        private Table acts() {
            var row = file.inspection();
            var acts = new ArrayList<List<String>>();
            acts.add(act("", row.opened()));
            row.findings()
                    .forEach(f ->
                            f.acts().forEach(a -> acts.add(act(Integer.toString(f.number()), a))));
            if (row.closed() != null) {
                acts.add(act("", row.closed()));
            }
            return new Table(
                    texts.text("inspections.acts"),
                    columns("position", "place", "act", "day", "by", "recorded", "paper"),
                    acts.stream()
                            .sorted(Comparator.comparingLong(a -> Long.parseLong(a.getFirst())))
                            .toList(),
                    "");
        }

        private List<String> act(String finding, InspectionAct act) {
            var words = texts.of(act.kind());
            return List.of(
                    Long.toString(act.position()),
                    finding,
                    act.asFound() == null ? words : words + ": " + texts.rule(act.asFound()),
                    format.date(act.on()),
                    act.by() + " (" + texts.role(act.role()) + ")",
                    format.time(act.recordedAt()),
                    ReportNames.document(act.document(), texts));
        }

        private List<String> notes(List<Drawn> drawn) {
            var notes = new ArrayList<String>();
            if (drawn.stream().anyMatch(Drawn::reconstructed)) {
                notes.add(texts.text("banner.reconstruction"));
            }
            notes.add(texts.text("inspections.note.known", file.knownAt()));
            notes.add(texts.text("inspections.note.draw"));
            notes.add(texts.text("inspections.note.verify", file.inspection().id()));
            notes.add(texts.text("inspections.note.gaps"));
            if (file.anomalies().size() > InspectionDesk.MAX_ANOMALIES) {
                notes.add(texts.text("inspections.anomalies.more", InspectionDesk.MAX_ANOMALIES));
            }
            notes.add(texts.text("inspections.note.names"));
            return notes;
        }
    }
}
