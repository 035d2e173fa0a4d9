package vn.sovang.api.list;

import java.util.Arrays;
import java.util.List;

/// What a list can be asked, as the contract describes it.
///
/// @param values all there are, where these are few; empty otherwise
public record ListParameter(String name, String description, String example, List<String> values) {
    private static final String AN_ID = "00000000-0000-4000-8000-000000000001";

    /// Every list is read page by page.
    static final List<ListParameter> OF_A_PAGE =
            List.of(
                    text("after", "the `next` of the page before", ""),
                    text("limit", "rows wanted, 1 to 500; 50 without it", "50"));

    /// What most lists hold for.
    static final List<ListParameter> OF_A_MOMENT =
            List.of(
                    text(
                            "asOf",
                            "position of the log, instant, or day in Vietnam; now without it",
                            "2024-06-30"),
                    text("knownAt", "the same as asOf", "2024-06-30T17:00:00+07:00"));

    static ListParameter text(String name, String description, String example) {
        return new ListParameter(name, description, example, List.of());
    }

    static ListParameter id(String name, String description) {
        return text(name, "id of " + description, AN_ID);
    }

    static ListParameter day(String name, String description) {
        return text(name, description, "2024-01-15");
    }

    static ListParameter flag(String name, String description) {
        return new ListParameter(name, description, "true", List.of("true", "false"));
    }

    /// A constant; in an address in any case.
    static ListParameter constant(String name, String description, Class<? extends Enum<?>> type) {
        var all = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return new ListParameter(name, description, all.getFirst(), all);
    }

    /// The days a list is about, by both ends or by a period of the calendar.
    static List<ListParameter> days(String of) {
        return List.of(
                day("from", "first day " + of),
                day("to", "last day " + of),
                text("period", "instead of both: 2024-H1, 2024, 2023-2024, two days", "2024-H1"));
    }
}
