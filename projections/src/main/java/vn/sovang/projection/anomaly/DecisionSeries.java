package vn.sovang.projection.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.projection.anomaly.Numbers.Entry;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.vocabulary.Document;

/// Decision numbers of one authority and year: they go up with the days, and none is left out (NĐ
/// 30/2020/NĐ-CP Điều 15). A series shared with other decisions has gaps by nature, so a gap is
/// only worth knowing. Numbers of before 2004 follow no pattern and are not judged.
final class DecisionSeries implements Docket<DecisionSeries.Year> {
    private static final int FIRST_YEAR = 2004;

    /// Longer lists of gaps tell nobody more.
    private static final int MAX_GAPS = 20;

    /// The decisions there are.
    record Year(@Nullable String unit, List<Entry> decisions) {}

    @Override
    public Class<Year> state() {
        return Year.class;
    }

    @Override
    public Year initial() {
        return new Year(null, List.of());
    }

    @Override
    public List<String> things(Known known) {
        return known.fact().event() instanceof DecisionRecorded e
                        && e.key().year() >= FIRST_YEAR
                        && entry(known, e) != null
                ? List.of(e.key().authority().tag() + ":" + e.key().year())
                : List.of();
    }

    private static @Nullable Entry entry(Known known, DecisionRecorded e) {
        if (!(known.fact().document() instanceof Document.Paper paper) || paper.date() == null) {
            return null;
        }
        var written = paper.number().asWritten();
        var parsed = Numbers.parse(written);
        return parsed == null
                ? null
                : new Entry(
                        parsed.number(),
                        known.fact().effectiveOn(),
                        e.decision().tag(),
                        known.position(),
                        written);
    }

    @Override
    public Year evolve(Year state, Known known, World world) {
        if (!(known.fact().event() instanceof DecisionRecorded e)) {
            return state;
        }
        var entry = entry(known, e);
        if (entry == null) {
            return state;
        }
        var decisions = new ArrayList<>(state.decisions());
        decisions.add(entry);
        return new Year(e.key().authority().toString(), decisions);
    }

    @Override
    public List<Found> findings(String thing, Year state) {
        Map<String, List<Entry>> series = new TreeMap<>();
        for (var decision : state.decisions()) {
            var parsed = Numbers.parse(decision.written());
            var symbol = parsed == null ? "" : parsed.symbol();
            series.computeIfAbsent(symbol, _ -> new ArrayList<>()).add(decision);
        }
        var found = new ArrayList<Found>();
        int nth = 0;
        for (var one : series.entrySet()) {
            for (var out : Numbers.outOfOrder(one.getValue())) {
                found.add(
                        PaperSeries.found(
                                AnomalyRule.DECISION_NUMBER_OUT_OF_ORDER, out, state.unit()));
            }
            nth++;
            var gaps = gaps(one.getValue());
            if (!gaps.isEmpty()) {
                found.add(
                        Found.of(
                                        AnomalyRule.DECISION_NUMBERS_MISSING,
                                        thing + ":" + nth,
                                        one.getValue().stream().map(Entry::position).toList())
                                .saying("year", thing.substring(thing.lastIndexOf(':') + 1))
                                .saying("symbol", one.getKey())
                                .saying("gaps", gaps)
                                .ofUnit(state.unit()));
            }
        }
        return found;
    }

    private static String gaps(List<Entry> decisions) {
        var numbers = new TreeSet<Integer>();
        decisions.forEach(d -> numbers.add(d.number()));
        var gaps = new ArrayList<String>();
        Integer last = null;
        for (int number : numbers) {
            if (last != null && number > last + 1) {
                gaps.add(number == last + 2 ? "" + (last + 1) : (last + 1) + "–" + (number - 1));
            }
            last = number;
        }
        boolean cut = gaps.size() > MAX_GAPS;
        var shown = String.join(", ", cut ? gaps.subList(0, MAX_GAPS) : gaps);
        return cut ? shown + " …" : shown;
    }
}
