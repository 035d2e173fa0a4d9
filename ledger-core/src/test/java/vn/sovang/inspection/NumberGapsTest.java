package vn.sovang.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PROVINCE;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.Recorded;
import vn.sovang.inspection.NumberGaps.Series;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.UnitId;

class NumberGapsTest {
    private final List<Recorded> log = new ArrayList<>();

    private void decision(UnitId authority, String number, String day) {
        var key =
                DecisionKey.of(
                        authority,
                        Integer.parseInt(day.substring(0, 4)),
                        new DocumentNumber(number));
        var event = new DecisionRecorded(new DecisionId(UUID.randomUUID()), key, 1);
        log.add(
                new Recorded(
                        log.size() + 1,
                        Instant.EPOCH,
                        UUID.randomUUID(),
                        fact("an", day, paper(number, day), event)));
    }

    private String list() {
        return NumberGaps.of(CITY, 2024, log).series().stream()
                .map(NumberGapsTest::text)
                .collect(Collectors.joining("; "));
    }

    private static String text(Series s) {
        var missing = s.missing().stream().map(r -> r.from() + "-" + r.to()).toList();
        var twice = s.duplicates().stream().map(d -> d.number() + "x" + d.decisions().size());
        var late =
                s.outOfOrder().stream().map(o -> o.decision().number() + "<" + o.after().number());
        return "%s %d..%d missing %s twice %s order %s"
                .formatted(s.symbol(), s.first(), s.last(), missing, twice.toList(), late.toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 2/1, 2 3/1, 3 3/1        | 1..3 missing [] twice [] order []
                    1 2/1, 4 3/1               | 1..4 missing [2-3] twice [] order []
                    7 2/1, 9 3/1, 12 4/1       | 7..12 missing [8-8, 10-11] twice [] order []
                    5 2/1, 5 9/1, 6 9/1        | 5..6 missing [] twice [5x2] order []
                    52 22/3, 53 20/3, 54 23/3  | 52..54 missing [] twice [] order [53/QĐ<52/QĐ]
                    1 9/1, 2 3/1, 3 10/1       | 1..3 missing [] twice [] order [2/QĐ<1/QĐ]
                    3 4/1, 2 3/1, 1 2/1        | 1..3 missing [] twice [] order []
                    9 1/1, 10 2/1              | 9..10 missing [] twice [] order []
                    """)
    void numbers_missing_used_twice_or_out_of_order_are_listed(String decisions, String expected) {
        for (var decision : decisions.split(", ")) {
            var words = decision.split("[ /]");
            decision(
                    CITY,
                    words[0] + "/QĐ",
                    "2024-%02d-%02d"
                            .formatted(Integer.parseInt(words[2]), Integer.parseInt(words[1])));
        }

        assertThat(list()).isEqualTo("QĐ " + expected);
    }

    @Test
    void series_years_and_authorities_are_kept_apart() {
        decision(CITY, "01/QĐ-UBND", "2024-01-02");
        decision(CITY, "2/QĐ-UBND", "2024-01-03");
        decision(CITY, "4/QĐ-CTUBND", "2024-01-03");
        decision(CITY, "9/QĐ-UBND", "2023-01-03");
        decision(PROVINCE, "9/QĐ-UBND", "2024-01-03");
        decision(CITY, "PHỤC-DỰNG-1", "2024-01-03");

        assertThat(list())
                .isEqualTo(
                        "QĐ-CTUBND 4..4 missing [] twice [] order []; "
                                + "QĐ-UBND 1..2 missing [] twice [] order []");
        assertThat(NumberGaps.of(CITY, 2024, log).unreadable())
                .extracting(NumberGaps.Entry::number)
                .containsExactly("PHỤC-DỰNG-1");
    }

    @Test
    void an_empty_year_has_no_gaps() {
        assertThat(NumberGaps.of(CITY, 2024, log).series()).isEmpty();
    }
}
