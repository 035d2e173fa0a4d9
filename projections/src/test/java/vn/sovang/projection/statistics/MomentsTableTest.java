package vn.sovang.projection.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.event.Arrival;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// What was known of the first half of 2024 at any moment, as a table an inspector can read:
/// `moments.txt`. A line is what was recorded, and then the figures as they stood once it was: `3i
/// 1h` are three individuals and one household. All figures are asked for at the end, of the past.
class MomentsTableTest {
    private static final LocalDate END_OF_JUNE = LocalDate.of(2024, 6, 30);

    private final TestLog log = new TestLog();
    private final Map<String, UnitId> wards = new HashMap<>();
    private final Map<String, AwardId> lines = new HashMap<>();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void the_figures_of_a_half_year_at_every_moment_since() throws IOException {
        register("Mỹ Hương", "Kinh Dinh", "Đông Hải", "Đông Hải mới", "Phước Dinh");
        var expected = table().lines().skip(1).map(MomentsTableTest::cells).toList();
        var positions = new ArrayList<Long>();
        for (var row : expected) {
            positions.add(record(row));
        }

        var actual = new ArrayList<List<String>>();
        for (int i = 0; i < expected.size(); i++) {
            var row = new ArrayList<>(expected.get(i).subList(0, 4));
            row.addAll(figures(new KnownAt.AtPosition(positions.get(i))));
            actual.add(row);
        }
        assertThat(expected).hasSize(11);
        assertThat(lines(actual)).isEqualTo(lines(expected));
    }

    private void register(String... names) {
        log.at("2024-01-01T01:00:00Z").append(Paper.of("2024-01-01", "0").fact(Given.city()));
        for (String name : names) {
            var id = UnitId.of("00000000-0000-7000-8000-00000000000" + (wards.size() + 1));
            wards.put(name, id);
            log.append(
                    Paper.of("2024-01-01", "0")
                            .fact(
                                    new UnitRegistered(
                                            id,
                                            "phường " + name,
                                            name,
                                            UnitLevel.XA,
                                            Given.CITY,
                                            null,
                                            null,
                                            true)));
        }
    }

    private long record(List<String> row) {
        var arrival = row.get(2).isEmpty() ? null : new Arrival(LocalDate.parse(row.get(2)), "12");
        return log.at(row.get(0) + "T03:00:00Z")
                .append(Paper.of(row.get(1), "1/QĐ").fact(event(row.get(3)), arrival));
    }

    private LedgerEvent event(String what) {
        String[] words = what.split(" ");
        if (what.contains("decided")) {
            var id = Given.award();
            lines.put(words[1], id);
            return Given.decided(
                    id, Given.CITY, line(RecipientKind.INDIVIDUAL, what.split("somebody of ")[1]));
        }
        if (what.contains("entered wrongly")) {
            return Given.corrected(award(words[1]), line(RecipientKind.HOUSEHOLD, "Kinh Dinh"));
        }
        if (what.contains("revoked")) {
            return Given.revoked(award("1"));
        }
        if (what.contains("annulled")) {
            return Given.annulled(award(words[1]), Given.CITY);
        }
        if (what.contains("merged")) {
            String[] both = what.split(" merged into ");
            return new UnitMerged(ward(both[0]), ward(both[1]));
        }
        return new UnitSplit(
                ward("Đông Hải"),
                List.of(
                        new UnitSplit.Part(ward("Đông Hải mới"), "phần còn lại"),
                        new UnitSplit.Part(ward("Phước Dinh"), "khu phố Phú Thọ")));
    }

    private AwardLine line(RecipientKind kind, String ward) {
        return new AwardLine(
                new AwardCode("GK_HUYEN"),
                Rank.NONE,
                new RecipientId(java.util.UUID.randomUUID()),
                kind,
                CommendationType.PHONG_TRAO,
                ward(ward));
    }

    private UnitId ward(String name) {
        return Objects.requireNonNull(wards.get(name), name);
    }

    private AwardId award(String line) {
        return Objects.requireNonNull(lines.get(line), line);
    }

    private List<String> figures(KnownAt moment) {
        var original = ask(moment, View.ORIGINAL, UnitView.AS_THEN, null);
        return List.of(
                kinds(original),
                kinds(ask(moment, View.RESTATED, UnitView.AS_THEN, null)),
                kinds(ask(moment, View.RESTATED, UnitView.AS_THEN, END_OF_JUNE)),
                wards(original),
                wards(ask(moment, View.ORIGINAL, UnitView.AS_NOW, null)),
                Long.toString(original.enteredAfterTheFact()));
    }

    private Answered ask(
            KnownAt moment, View view, UnitView units, @Nullable LocalDate officeKnewAt) {
        return (Answered)
                log.settled()
                        .statistics()
                        .ask(
                                new StatisticsQuery(
                                        PeriodPolicy.CALENDAR,
                                        Period.parse("2024-H1"),
                                        Given.CITY,
                                        moment,
                                        view,
                                        units,
                                        officeKnewAt));
    }

    private static String kinds(Answered answer) {
        return Stream.of(RecipientKind.INDIVIDUAL, RecipientKind.HOUSEHOLD)
                .map(kind -> {
                    long count =
                            answer.cells().stream()
                                    .filter(c -> c.measure() == Measure.DECIDED)
                                    .filter(c -> c.recipientKind() == kind)
                                    .mapToLong(Cell::count)
                                    .sum();
                    return count == 0 ? "" : count + (kind == RecipientKind.INDIVIDUAL ? "i" : "h");
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String wards(Answered answer) {
        var counts = new TreeMap<String, Long>();
        for (Cell cell : answer.cells()) {
            UnitName unit = Objects.requireNonNull(cell.recipientUnit());
            if (cell.measure() == Measure.DECIDED) {
                counts.merge(
                        unit.authorityName()
                                + "|"
                                + (answer.unallocated().containsKey(unit.id())
                                        ? " not yet allocated"
                                        : ""),
                        cell.count(),
                        Long::sum);
            }
        }
        return counts.entrySet().stream()
                .map(e -> e.getKey().replace("|", " " + e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String table() throws IOException {
        try (var in = MomentsTableTest.class.getResourceAsStream("moments.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String lines(List<List<String>> rows) {
        return rows.stream().map(r -> String.join(" | ", r)).collect(Collectors.joining("\n"));
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    }
}
