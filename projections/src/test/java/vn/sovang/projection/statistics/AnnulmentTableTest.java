package vn.sovang.projection.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.event.AsFound;
import vn.sovang.event.Fact;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;

/// What annulment, stripping and restoration do to the figures, as a table an inspector can read:
/// `annulments.txt`.
///
/// Every award is decided on 2024-03-01 for an individual; prizes are paid and awards presented in
/// April; everything else happens in the second half, in the order of the first column. Restated is
/// the first half as it looks once all of that is known.
class AnnulmentTableTest {
    private static final AwardLine LINE = Given.line("GK_HUYEN", RecipientKind.INDIVIDUAL);
    private static final AwardLine OTHER = Given.line("GK_HUYEN", RecipientKind.HOUSEHOLD);
    private static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);

    private final TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void annulment_stripping_and_restoration_in_the_halves_of_a_year() throws IOException {
        // Each row has an authority of its own, whose figures are asked for.
        Map<String, UnitId> authorities = new LinkedHashMap<>();
        var expected = table().lines().skip(1).map(AnnulmentTableTest::cells).toList();
        for (var row : expected) {
            var authority = new UnitId(UUID.randomUUID());
            authorities.put(row.getFirst(), authority);
            write(row.getFirst(), authority);
        }
        var actual =
                authorities.entrySet().stream()
                        .map(row -> row(row.getKey(), row.getValue()))
                        .toList();

        assertThat(expected).hasSize(16);
        assertThat(lines(actual)).isEqualTo(lines(expected));
    }

    private static String table() throws IOException {
        try (var in = AnnulmentTableTest.class.getResourceAsStream("annulments.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String lines(List<List<String>> rows) {
        return rows.stream().map(r -> String.join(" | ", r)).collect(Collectors.joining("\n"));
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    }

    private void write(String story, UnitId authority) {
        var award = Given.award();
        append(Paper.of("2024-03-01", "1/QĐ").fact(Given.decided(award, authority, LINE)));
        var day = LocalDate.of(2024, 7, 15);
        for (var word : story.split(", ")) {
            day = day.plusMonths(1);
            acts(word, award, day.toString()).forEach(this::append);
        }
    }

    private void append(Fact fact) {
        log.at(Instant.parse("2025-02-01T02:00:00Z")).append(fact);
    }

    private static List<Fact> acts(String word, AwardId award, String day) {
        var later = Paper.of(day, "2/QĐ");
        var april = Paper.of("2024-04-10", "3/BB");
        var acts = new ArrayList<Fact>();
        switch (word) {
            case "nothing" -> {}
            case "annulled" -> acts.add(later.fact(Given.annulled(award, Given.CITY)));
            case "annulled as found" -> {
                var mark = new AsFound("AWARD_ANNULLED", "hai quyết định", "u-2");
                acts.add(later.fact(Given.annulled(award, Given.CITY)).asFound(mark));
            }
            case "revoked" -> acts.add(later.fact(Given.revoked(award)));
            case "stripped" -> acts.add(later.fact(Given.stripped(award)));
            case "restored" -> acts.add(later.fact(Given.restored(award)));
            case "line struck" -> acts.add(later.fact(Given.struck(award)));
            case "entry corrected" -> acts.add(later.fact(Given.corrected(award, OTHER)));
            case "corrected by the authority" -> acts.add(later.fact(Given.amended(award, OTHER)));
            case "presented" -> acts.add(april.fact(Given.presented(award)));
            case "paid" -> acts.add(april.fact(Given.paid(award, 540_000)));
            case "recovered" -> acts.add(later.fact(Given.recovered(award, 540_000)));
            default -> throw new IllegalArgumentException(word);
        }
        return acts;
    }

    private List<String> row(String story, UnitId authority) {
        var stock = (Answered) log.settled().statistics().inForce(authority, LAST_DAY, KnownAt.NOW);
        return List.of(
                story,
                figures("2024-H1", authority, View.ORIGINAL),
                figures("2024-H1", authority, View.RESTATED),
                figures("2024-H2", authority, View.ORIGINAL),
                Long.toString(stock.changeOfStock()));
    }

    private String figures(String period, UnitId authority, View view) {
        var answer =
                (Answered)
                        log.settled()
                                .statistics()
                                .ask(
                                        new StatisticsQuery(
                                                PeriodPolicy.CALENDAR,
                                                Period.parse(period),
                                                authority,
                                                KnownAt.NOW,
                                                view));
        return answer.cells().stream()
                .sorted(java.util.Comparator.comparing(Cell::measure))
                .map(AnnulmentTableTest::words)
                .collect(Collectors.joining(", "));
    }

    private static String words(Cell cell) {
        var name =
                switch (cell.measure()) {
                    case ANNULMENT_REVOKED -> "revoked";
                    case IN_FORCE -> "in force";
                    case PRIZE_PAID -> "paid";
                    case PRIZE_RECOVERED -> "recovered";
                    default -> cell.measure().name().toLowerCase(Locale.ROOT);
                };
        var kind = cell.recipientKind() == RecipientKind.HOUSEHOLD ? " household" : "";
        return name + " " + cell.count() + kind;
    }
}
