package vn.sovang.api.list;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.statistics.Period;
import vn.sovang.projection.statistics.PeriodPolicy;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.Text;
import vn.sovang.vocabulary.UnitId;

/// What somebody asks of a list, as written in an address or on the command line. Blank is as good
/// as missing; what the list does not know is refused by name.
///
/// Every reader throws a [Failure] for a value that cannot be used.
public final class ListQuestion {
    /// Rows of a page where the question does not say.
    static final int USUAL_PAGE = 50;

    private static final int ID_LENGTH = 36;
    private static final int TEXT_LENGTH = 100;

    /// Understood by every address.
    private static final String LANGUAGE = "lang";

    private final Map<String, String> given;

    private ListQuestion(Map<String, String> given) {
        this.given = given;
    }

    /// @param given by name, each as often as it was written
    /// @throws Failure `PARAMETER_UNKNOWN`; `PARAMETER_REPEATED`
    static ListQuestion of(List<ListParameter> known, Map<String, String[]> given) {
        var names = new HashSet<>(List.of(LANGUAGE));
        known.forEach(parameter -> names.add(parameter.name()));
        var values = new TreeMap<String, String>();
        new TreeMap<>(given)
                .forEach((name, all) -> {
                    var shown = Failure.shown(name);
                    if (!names.contains(name)) {
                        throw Failure.at(shown, FailureCode.PARAMETER_UNKNOWN, "");
                    }
                    if (all.length > 1) {
                        throw Failure.at(shown, FailureCode.PARAMETER_REPEATED, "");
                    }
                    if (all.length == 1 && !all[0].isBlank()) {
                        values.put(name, all[0].strip());
                    }
                });
        return new ListQuestion(values);
    }

    /// Of the whole list: pages are not asked for.
    ///
    /// @throws Failure `PARAMETER_UNKNOWN`; `PARAMETER_REPEATED`
    static ListQuestion ofFile(List<ListParameter> known, Map<String, String[]> given) {
        return of(known.stream().filter(p -> !ListParameter.OF_A_PAGE.contains(p)).toList(), given);
    }

    /// What restricts the list, beside the moment and the page.
    Map<String, String> filters() {
        var filters = new TreeMap<>(given);
        filters.keySet().removeAll(List.of("after", "limit", "asOf", "knownAt", LANGUAGE));
        return filters;
    }

    @Nullable String text(String name) {
        return read(
                name,
                FailureCode.PARAMETER_MALFORMED,
                text -> {
                    if (text.length() > TEXT_LENGTH) {
                        throw new IllegalArgumentException(text);
                    }
                    return Text.of(name, text);
                });
    }

    /// As it was written, whatever it holds.
    @Nullable String raw(String name) {
        return given.get(name);
    }

    /// An id in full; `UUID.fromString` takes shorter ones too.
    @Nullable UUID id(String name) {
        return read(
                name,
                FailureCode.ID_MALFORMED,
                text -> {
                    if (text.length() != ID_LENGTH) {
                        throw new IllegalArgumentException(text);
                    }
                    return UUID.fromString(text);
                });
    }

    <I> @Nullable I id(String name, Function<UUID, I> make) {
        var id = id(name);
        return id == null ? null : make.apply(id);
    }

    @Nullable UnitId unit(String name) {
        return id(name, UnitId::new);
    }

    @Nullable AwardCode award(String name) {
        return read(name, FailureCode.VALUE_UNKNOWN, AwardCode::new);
    }

    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        return read(
                name,
                FailureCode.VALUE_UNKNOWN,
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    @Nullable Boolean flag(String name) {
        return read(
                name,
                FailureCode.VALUE_UNKNOWN,
                text ->
                        switch (text.toLowerCase(Locale.ROOT)) {
                            case "true" -> true;
                            case "false" -> false;
                            default -> throw new IllegalArgumentException(text);
                        });
    }

    /// A whole number of at most six digits.
    ///
    /// @param least the smallest that makes sense
    int number(String name, int least) {
        var number =
                read(
                        name,
                        FailureCode.VALUE_UNKNOWN,
                        text -> {
                            int value = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
                            if (value < least) {
                                throw new IllegalArgumentException(text);
                            }
                            return value;
                        });
        return number == null ? least : number;
    }

    /// `2024-06-04` or `04/06/2024`.
    @Nullable LocalDate day(String name) {
        return read(name, FailureCode.DATE_MALFORMED, Days::of);
    }

    /// First and last day; absent where the question leaves an end open.
    record Span(@Nullable LocalDate from, @Nullable LocalDate to) {}

    Span days() {
        var from = day("from");
        var to = day("to");
        var period = read("period", FailureCode.PERIOD_MALFORMED, Period::parse);
        if (period == null) {
            if (from != null && to != null && to.isBefore(from)) {
                throw Failure.at("to", FailureCode.DAYS_REVERSED, String.valueOf(raw("to")));
            }
            return new Span(from, to);
        }
        if (from != null || to != null) {
            throw Failure.at(
                    "period", FailureCode.PARAMETER_MALFORMED, String.valueOf(raw("period")));
        }
        var days = period.days(PeriodPolicy.CALENDAR);
        return new Span(days.from(), days.to());
    }

    /// Name of the parameter that says the moment; `asOf` where none does.
    String momentName() {
        if (given.containsKey("asOf") && given.containsKey("knownAt")) {
            throw Failure.at(
                    "knownAt", FailureCode.PARAMETER_MALFORMED, String.valueOf(raw("knownAt")));
        }
        return given.containsKey("knownAt") ? "knownAt" : "asOf";
    }

    /// @throws Failure `LIMIT_OUT_OF_RANGE`
    int limit() {
        var text = raw("limit");
        if (text == null) {
            return USUAL_PAGE;
        }
        int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > Register.MAX_PAGE) {
            throw Failure.at("limit", FailureCode.LIMIT_OUT_OF_RANGE, text);
        }
        return limit;
    }

    private <T> @Nullable T read(String name, FailureCode code, Function<String, T> reader) {
        var text = given.get(name);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Failure.at(name, code, text).because(e);
        }
    }
}
