package vn.sovang.api.door;

import java.time.LocalDate;
import java.util.Set;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.vocabulary.UnitId;

/// What an inspector was sent to look at (*phạm vi và thời hạn thanh tra, kiểm tra*): as inspector
/// he reads these units' records on these days, and nothing before and after.
///
/// @param decision number of the decision that gives it, such as `15/QĐ-TTr`
/// @param units whose records, with those below them and those they came from; none: every unit's
/// @param from first day
/// @param until last day, included
public record Mandate(String decision, Set<UnitId> units, LocalDate from, LocalDate until) {
    private static final int LONGEST = 100;

    public Mandate {
        units = Set.copyOf(units);
        if (decision.isBlank() || decision.length() > LONGEST) {
            throw Failure.of(FailureCode.MANDATE_WITHOUT_DECISION);
        }
        if (until.isBefore(from)) {
            throw Failure.of(FailureCode.MANDATE_ENDS_BEFORE_IT_BEGINS);
        }
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
