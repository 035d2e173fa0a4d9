package vn.sovang.vocabulary;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/// What is inspected (*phạm vi, thời kỳ thanh tra*): what these units decided on the days of a
/// period.
///
/// @param units at most [#MAX_UNITS], each once
/// @param from first day
/// @param to last day, included
public record InspectionScope(List<UnitId> units, LocalDate from, LocalDate to) {
    /// Each unit is a tag of the opening, which has room for 16.
    public static final int MAX_UNITS = 12;

    public InspectionScope {
        units = List.copyOf(units);
        if (units.isEmpty() || units.size() > MAX_UNITS) {
            throw new IllegalValue("units", units.size() + ", but 1 to " + MAX_UNITS);
        }
        if (new HashSet<>(units).size() < units.size()) {
            throw new IllegalValue("units", "one of them twice");
        }
        if (to.isBefore(from)) {
            throw new IllegalValue("period", from + " is after " + to);
        }
    }

    /// Whether what a unit decided on a day is inspected.
    public boolean covers(UnitId unit, LocalDate day) {
        return units.contains(unit) && !day.isBefore(from) && !day.isAfter(to);
    }
}
