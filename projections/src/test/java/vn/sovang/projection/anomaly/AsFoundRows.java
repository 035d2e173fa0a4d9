package vn.sovang.projection.anomaly;

import static vn.sovang.projection.testing.Given.CITY;
import static vn.sovang.projection.testing.Given.decided;
import static vn.sovang.projection.testing.Given.line;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sovang.projection.anomaly.AnomalyRulesTest.Row;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.RecipientKind;

/// A paper that breaks a rule, kept as found, and the same paper entered without a mark.
final class AsFoundRows {
    private AsFoundRows() {}

    static Stream<Row> rows() {
        var known = AsFoundMarks.RULES.entrySet().stream().map(e -> row(e.getKey(), e.getValue()));
        return Stream.concat(
                known, Stream.of(row("A_RULE_OF_TOMORROW", AnomalyRule.OTHER_AS_FOUND)));
    }

    private static Row row(String code, AnomalyRule rule) {
        var award =
                decided(
                        new AwardId(new UUID(0, 1)),
                        CITY,
                        line("GK_HUYEN", RecipientKind.INDIVIDUAL));
        return new Row(
                rule,
                code,
                new Case().on("2024-03-01", award).asFound(code, "2024-03-01", award),
                List.of(2L),
                new Case().on("2024-03-01", award).on("2024-03-01", award));
    }
}
