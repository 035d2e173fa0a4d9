package vn.sovang.projection.statistics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// First and last days of school years (*năm học*), which are decided year by year: the table
/// `school-years.csv`. A year it does not name has the days of its line `*`.
final class SchoolYears {
    private static final Map<String, String[]> ROWS = load();

    private SchoolYears() {}

    static Period.Interval of(int firstYear) {
        String[] row = ROWS.get(Integer.toString(firstYear));
        if (row != null) {
            return new Period.Interval(LocalDate.parse(row[1]), LocalDate.parse(row[2]));
        }
        String[] usual = Objects.requireNonNull(ROWS.get("*"));
        return new Period.Interval(
                MonthDay.parse("--" + usual[1]).atYear(firstYear),
                MonthDay.parse("--" + usual[2]).atYear(firstYear + 1));
    }

    private static Map<String, String[]> load() {
        var rows = new HashMap<String, String[]>();
        try (var in = SchoolYears.class.getResourceAsStream("school-years.csv")) {
            if (in == null) {
                throw new IllegalStateException("no school years");
            }
            List<String> lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                            .lines()
                            .skip(1)
                            .toList();
            for (String line : lines) {
                String[] row = line.split(",", 5);
                rows.put(row[0], row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
