package vn.sovang.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.Recorded;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.UnitId;

/// The gap list (*danh mục số quyết định thiếu, trùng, không theo thứ tự*): an authority numbers
/// its papers 01, 02, 03 … within a calendar year and a symbol, by the day of signature (NĐ
/// 30/2020/NĐ-CP Điều 15).
///
/// A number that is missing here is missing *in the ledger*: an office also numbers decisions about
/// other matters, so a gap is a question to its registry and no finding yet.
///
/// @param series by symbol, such as `QĐ-UBND`
/// @param unreadable numbers that begin with no number
public record NumberGaps(UnitId authority, int year, List<Series> series, List<Entry> unreadable) {
    private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,9})([^0-9].*)?");

    public NumberGaps {
        series = List.copyOf(series);
        unreadable = List.copyOf(unreadable);
    }

    /// A decision by its number.
    ///
    /// @param position of its event in the log
    public record Entry(String number, LocalDate signedOn, long position) {}

    /// Numbers that follow each other.
    public record Range(int from, int to) {}

    /// A number that several decisions bear.
    public record Duplicate(int number, List<Entry> decisions) {
        public Duplicate {
            decisions = List.copyOf(decisions);
        }
    }

    /// A decision signed before one with a lower number.
    ///
    /// @param after the decision with the lower number and the later day
    public record OutOfOrder(Entry decision, Entry after) {}

    /// The numbers under one symbol.
    public record Series(
            String symbol,
            int first,
            int last,
            int decisions,
            List<Range> missing,
            List<Duplicate> duplicates,
            List<OutOfOrder> outOfOrder) {
        public Series {
            missing = List.copyOf(missing);
            duplicates = List.copyOf(duplicates);
            outOfOrder = List.copyOf(outOfOrder);
        }
    }

    /// The gap list of what the events say; those of others and of other years are passed over.
    public static NumberGaps of(UnitId authority, int year, List<Recorded> events) {
        Map<String, TreeMap<Integer, List<Entry>>> bySymbol = new TreeMap<>();
        var unreadable = new ArrayList<Entry>();
        for (var event : events) {
            if (!(event.fact().event() instanceof DecisionRecorded decision)
                    || !decision.key().authority().equals(authority)
                    || decision.key().year() != year) {
                continue;
            }
            var entry = entry(decision, event);
            var number = NUMBER.matcher(decision.key().number());
            if (number.matches()) {
                var symbol = number.group(2) == null ? "" : number.group(2).replaceFirst("^/", "");
                bySymbol.computeIfAbsent(symbol, _ -> new TreeMap<>())
                        .computeIfAbsent(Integer.parseInt(number.group(1)), _ -> new ArrayList<>())
                        .add(entry);
            } else {
                unreadable.add(entry);
            }
        }
        var series = new ArrayList<Series>();
        bySymbol.forEach((symbol, numbers) -> series.add(series(symbol, numbers)));
        return new NumberGaps(authority, year, series, unreadable);
    }

    private static Entry entry(DecisionRecorded decision, Recorded event) {
        var written =
                event.fact().document() instanceof Document.Paper paper
                        ? paper.number().asWritten()
                        : decision.key().number();
        return new Entry(written, event.fact().effectiveOn(), event.position());
    }

    private static Series series(String symbol, TreeMap<Integer, List<Entry>> numbers) {
        var missing = new ArrayList<Range>();
        var duplicates = new ArrayList<Duplicate>();
        var outOfOrder = new ArrayList<OutOfOrder>();
        int decisions = 0;
        int expected = numbers.firstKey();
        Entry latest = numbers.firstEntry().getValue().getFirst();
        for (var number : numbers.entrySet()) {
            if (number.getKey() > expected) {
                missing.add(new Range(expected, number.getKey() - 1));
            }
            expected = number.getKey() + 1;
            var bearers = number.getValue();
            decisions += bearers.size();
            if (bearers.size() > 1) {
                duplicates.add(new Duplicate(number.getKey(), bearers));
            }
            for (var decision : bearers) {
                if (decision.signedOn().isBefore(latest.signedOn())) {
                    outOfOrder.add(new OutOfOrder(decision, latest));
                }
            }
            latest = later(latest, bearers);
        }
        return new Series(
                symbol,
                numbers.firstKey(),
                numbers.lastKey(),
                decisions,
                missing,
                duplicates,
                outOfOrder);
    }

    /// Bearers of one number are not compared with each other: that they are two is said already.
    private static Entry later(Entry latest, List<Entry> bearers) {
        var newest = bearers.stream().max(Comparator.comparing(Entry::signedOn)).orElse(latest);
        return newest.signedOn().isAfter(latest.signedOn()) ? newest : latest;
    }
}
