package vn.sovang.api.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.report.Counts;
import vn.sovang.projection.statistics.Comparison;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.Period;
import vn.sovang.vocabulary.UnitId;

/// One measure of an authority in the half-years of several years, all as known at one moment.
///
/// @param halves oldest first
record HalfYears(Measure measure, List<Half> halves) {
    /// More do not fit on a page, nor into anybody's memory of an office.
    static final int MAX_YEARS = 10;

    private static final int USUAL_YEARS = 3;
    private static final int FIRST_YEAR = 1945;
    private static final int LAST_YEAR = 2999;

    HalfYears {
        halves = List.copyOf(halves);
    }

    /// Half a year.
    ///
    /// @param half 1 or 2
    /// @param period such as `2024-H1`
    record Half(
            int year,
            int half,
            String period,
            LocalDate from,
            LocalDate to,
            Counts counts,
            FigureAddress address) {
        /// Where the events behind a figure of it are.
        public String events(Measure measure) {
            return address.of(measure);
        }
    }

    /// Which years, and what of them.
    ///
    /// @param last the newest year
    record Asked(Measure measure, int last, int years) {
        /// As written in an address; blank is as good as missing.
        ///
        /// @param otherwise the newest year where none is named
        /// @throws Failure `VALUE_UNKNOWN`
        static Asked read(
                @Nullable String measure,
                @Nullable String last,
                @Nullable String years,
                int otherwise) {
            return new Asked(
                    measure(measure),
                    number("den-nam", last, FIRST_YEAR, LAST_YEAR, otherwise),
                    number("so-nam", years, 1, MAX_YEARS, USUAL_YEARS));
        }

        private static Measure measure(@Nullable String text) {
            if (text == null || text.isBlank() || text.equals(Measure.DECIDED.name())) {
                return Measure.DECIDED;
            }
            if (text.equals(Measure.PROPOSED.name())) {
                return Measure.PROPOSED;
            }
            throw Failure.at("chi-tieu", FailureCode.VALUE_UNKNOWN, text);
        }

        private static int number(
                String name, @Nullable String text, int least, int most, int otherwise) {
            if (text == null || text.isBlank()) {
                return otherwise;
            }
            int number = text.strip().matches("[0-9]{1,4}") ? Integer.parseInt(text.strip()) : -1;
            if (number < least || number > most) {
                throw Failure.at(name, FailureCode.VALUE_UNKNOWN, text);
            }
            return number;
        }
    }

    /// @param authority null for all authorities
    /// @throws Failure for whatever cannot be answered
    static HalfYears ask(
            Figures figures, StatisticsQuestion question, @Nullable UnitId authority, Asked asked) {
        int first = asked.last() - asked.years() + 1;
        // Each is a question of its own to the database: several at once halve the wait.
        var halves =
                IntStream.range(0, 2 * asked.years())
                        .parallel()
                        .mapToObj(i -> first + i / 2 + "-H" + (i % 2 + 1))
                        .map(period -> question.about(period, null))
                        .map(one -> half(figures, one, authority, asked.measure()))
                        .toList();
        return new HalfYears(asked.measure(), halves);
    }

    private static Half half(
            Figures figures, StatisticsQuestion one, @Nullable UnitId authority, Measure measure) {
        var answer = authority == null ? figures.ask(one) : figures.ask(one, authority);
        var period = (Period.HalfYear) answer.period();
        var counts =
                StatisticsTable.of(answer, null).stages().stream()
                        .filter(stage -> stage.measure() == measure)
                        .map(StatisticsTable.Stage::sum)
                        .reduce(Counts.NONE, Counts::plus);
        return new Half(
                period.year(),
                period.half(),
                period.year() + "-H" + period.half(),
                answer.from(),
                answer.to(),
                counts,
                new FigureAddress(one, authority, answer.position()));
    }

    SequencedMap<Integer, List<Half>> byYear() {
        var years = new TreeMap<Integer, List<Half>>();
        halves.forEach(
                half -> years.computeIfAbsent(half.year(), _ -> new ArrayList<>()).add(half));
        return years;
    }

    /// Whether some lie before and some behind the day on which there was no district level any
    /// more: then the figures do not compare directly.
    public boolean broken() {
        var ended = Comparison.DISTRICTS_ENDED;
        return halves.stream().anyMatch(half -> half.from().isBefore(ended))
                && halves.stream().anyMatch(half -> !half.to().isBefore(ended));
    }
}
