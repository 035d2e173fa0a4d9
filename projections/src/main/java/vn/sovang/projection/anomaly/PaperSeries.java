package vn.sovang.projection.anomaly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;
import vn.sovang.projection.anomaly.Numbers.Entry;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.vocabulary.Document;

/// Numbers of papers of one office, symbol and year: they go up with the days (NĐ 30/2020/NĐ-CP
/// Điều 15). Papers whose office is not known are compared with those cited by the same report.
final class PaperSeries implements Docket<PaperSeries.Series> {
    /// The papers there are.
    record Series(@Nullable String unit, List<Entry> papers) {}

    @Override
    public Class<Series> state() {
        return Series.class;
    }

    @Override
    public Series initial() {
        return new Series(null, List.of());
    }

    @Override
    public List<String> things(Known known) {
        var entry = entry(known);
        return entry == null ? List.of() : List.of(series(known, entry));
    }

    private static String series(Known known, Entry entry) {
        var e = (ReferenceDocumentRegistered) known.fact().event();
        var parsed = Numbers.parse(entry.written());
        return office(e)
                + "/"
                + (parsed == null ? "" : parsed.symbol())
                + "/"
                + entry.day().getYear();
    }

    static String office(ReferenceDocumentRegistered e) {
        if (e.unit() != null) {
            return e.unit().tag();
        }
        return e.citedIn() == null ? "nowhere" : e.citedIn().tag();
    }

    /// The paper, where it has a number that can be read, and a day.
    static @Nullable Entry entry(Known known) {
        if (!(known.fact().event() instanceof ReferenceDocumentRegistered e)
                || !(known.fact().document() instanceof Document.Paper paper)) {
            return null;
        }
        var day = paper.date();
        var written = paper.number().asWritten();
        var parsed = Numbers.parse(written);
        return parsed == null || day == null
                ? null
                : new Entry(parsed.number(), day, e.paper().tag(), known.position(), written);
    }

    @Override
    public Series evolve(Series state, Known known, World world) {
        var entry = entry(known);
        if (entry == null || !(known.fact().event() instanceof ReferenceDocumentRegistered e)) {
            return state;
        }
        var papers = new ArrayList<>(state.papers());
        papers.add(entry);
        papers.sort(Comparator.comparingLong(Entry::position));
        return new Series(e.unit() == null ? null : e.unit().toString(), papers);
    }

    @Override
    public List<Found> findings(String thing, Series state) {
        var found = new ArrayList<Found>();
        for (var out : Numbers.outOfOrder(state.papers())) {
            found.add(found(AnomalyRule.PAPER_NUMBER_OUT_OF_ORDER, out, state.unit()));
        }
        return found;
    }

    static Found found(AnomalyRule rule, Numbers.OutOfOrder out, @Nullable String unit) {
        var evidence = new ArrayList<Long>();
        evidence.add(out.entry().position());
        var before = out.before();
        var after = out.after();
        if (before != null) {
            evidence.add(before.position());
        }
        if (after != null) {
            evidence.add(after.position());
        }
        return Found.of(rule, out.entry().id(), evidence)
                .saying("number", out.entry().written())
                .saying("day", out.entry().day())
                .saying("before", before == null ? "–" : before.written() + ", " + before.day())
                .saying("after", after == null ? "–" : after.written() + ", " + after.day())
                .ofUnit(unit);
    }
}
