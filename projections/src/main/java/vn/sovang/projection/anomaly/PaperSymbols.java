package vn.sovang.projection.anomaly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import vn.sovang.event.ReportEvent.ReferenceDocumentRegistered;
import vn.sovang.projection.anomaly.Numbers.Entry;
import vn.sovang.projection.readmodel.Known;

/// One number on one day under two symbols: two series that happen to meet, or a slip of the pen.
/// Looked for among the papers that one report cites.
final class PaperSymbols implements Docket<PaperSymbols.Same> {
    /// The papers with that number and day.
    record Same(List<Entry> papers) {}

    @Override
    public Class<Same> state() {
        return Same.class;
    }

    @Override
    public Same initial() {
        return new Same(List.of());
    }

    @Override
    public List<String> things(Known known) {
        var entry = PaperSeries.entry(known);
        return entry != null
                        && known.fact().event() instanceof ReferenceDocumentRegistered e
                        && e.citedIn() != null
                ? List.of(e.citedIn().tag() + "/" + entry.day() + "/" + entry.number())
                : List.of();
    }

    @Override
    public Same evolve(Same state, Known known, World world) {
        var entry = PaperSeries.entry(known);
        if (entry == null) {
            return state;
        }
        var papers = new ArrayList<>(state.papers());
        papers.add(entry);
        papers.sort(Comparator.comparingLong(Entry::position));
        return new Same(papers);
    }

    @Override
    public List<Found> findings(String thing, Same state) {
        var written = new TreeSet<String>();
        state.papers().forEach(p -> written.add(p.written()));
        if (written.size() < 2) {
            return List.of();
        }
        var first = state.papers().getFirst();
        return List.of(
                Found.of(
                                AnomalyRule.PAPER_NUMBER_TWO_SYMBOLS,
                                first.id(),
                                state.papers().stream().map(Entry::position).toList())
                        .saying("numbers", String.join(", ", written))
                        .saying("day", first.day()));
    }
}
