package vn.sovang.projection.statistics;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Fact;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.testing.RandomHistory.Step;
import vn.sovang.vocabulary.UnitId;

/// A history and a question whose answer was wrong: made as small as it goes, written as a file,
/// and asked again for ever after.
///
/// A file has a line for the question and a line for each event: the instant of its recording, a
/// space, the event as it stands in the log.
record CounterExample(List<Step> history, StatisticsQuery query) {
    private static final EventCodec CODEC = new EventCodec();

    /// Leaves out whatever can be left out while it still fails: halves first, then less and less,
    /// to single events.
    static List<Step> smallest(List<Step> history, Predicate<List<Step>> fails) {
        List<Step> smallest = new ArrayList<>();
        for (Step step : history) {
            step.facts().forEach(fact -> smallest.add(new Step(step.at(), List.of(fact))));
        }
        for (int size = Math.max(1, smallest.size() / 2); size > 0; size /= 2) {
            for (int from = 0; from < smallest.size(); ) {
                var rest = new ArrayList<>(smallest);
                rest.subList(from, Math.min(from + size, rest.size())).clear();
                if (fails.test(rest)) {
                    smallest.clear();
                    smallest.addAll(rest);
                } else {
                    from += size;
                }
            }
        }
        return smallest;
    }

    String text() {
        var text = new StringBuilder(question(query)).append('\n');
        for (Step step : history) {
            for (Fact fact : step.facts()) {
                text.append(step.at())
                        .append(' ')
                        .append(
                                new String(
                                        CODEC.encode(new UUID(0, 0), fact), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String question(StatisticsQuery q) {
        return String.join(
                " ",
                q.policy().name(),
                q.period().toString(),
                q.authority() == null ? "-" : q.authority().toString(),
                q.knownAt() instanceof KnownAt.AtPosition at ? "" + at.position() : "now",
                q.view().name(),
                q.units().name(),
                q.officeKnewAt() == null ? "-" : q.officeKnewAt().toString());
    }

    static CounterExample parse(String text) {
        List<String> lines = text.lines().toList();
        var steps = new ArrayList<Step>();
        for (String line : lines.subList(1, lines.size())) {
            int space = line.indexOf(' ');
            byte[] leaf = line.substring(space + 1).getBytes(StandardCharsets.UTF_8);
            Instant at = Instant.parse(line.substring(0, space));
            byte[] stamp = EventCodec.stamp(at).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(stamp, 0, leaf, EventCodec.stampOffset(leaf), stamp.length);
            steps.add(new Step(at, List.of(CODEC.decode(1, leaf).fact())));
        }
        String[] q = lines.getFirst().split(" ");
        return new CounterExample(
                steps,
                new StatisticsQuery(
                        PeriodPolicy.valueOf(q[0]),
                        Period.parse(q[1]),
                        unit(q[2]),
                        KnownAt.parse(q[3]),
                        View.valueOf(q[4]),
                        UnitView.valueOf(q[5]),
                        q[6].equals("-") ? null : LocalDate.parse(q[6])));
    }

    private static @Nullable UnitId unit(String text) {
        return text.equals("-") ? null : UnitId.of(text);
    }
}
