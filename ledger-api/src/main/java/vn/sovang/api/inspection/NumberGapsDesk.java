package vn.sovang.api.inspection;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.inspection.NumberGaps;

/// Draws up the gap list of an authority's decision numbers from the log itself.
@Component
public final class NumberGapsDesk {
    private final Ledger ledger;
    private final Figures figures;

    public NumberGapsDesk(Ledger ledger, Figures figures) {
        this.ledger = ledger;
        this.figures = figures;
    }

    /// Reads what can be read before anything is opened.
    ///
    /// @throws Failure `PARAMETER_MISSING`, `PARAMETER_MALFORMED`
    public static int year(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Failure.at("year", FailureCode.PARAMETER_MISSING, "");
        }
        if (!text.strip().matches("(19|20)\\d\\d")) {
            throw Failure.at("year", FailureCode.PARAMETER_MALFORMED, text);
        }
        return Integer.parseInt(text.strip());
    }

    /// @param authority name or id of a unit
    /// @throws Failure for what cannot be read or found
    public NumberGaps list(@Nullable String authority, @Nullable String year) {
        int of = year(year);
        var question = new StatisticsQuestion(Integer.toString(of), null, authority, null, null);
        var unit =
                figures.authority(question)
                        .orElseThrow(
                                () -> Failure.at("authority", FailureCode.PARAMETER_MISSING, ""));
        var decisions = ledger.read(Set.of(TagQuery.of(unit.tag(), DecisionRecorded.class)));
        return NumberGaps.of(unit, of, decisions);
    }
}
