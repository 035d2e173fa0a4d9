package vn.sovang.api.statistics;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.vocabulary.UnitId;

/// Addresses of the events behind figures of one answer, at the moment of that answer.
///
/// @param authority whose figures they are; null for all authorities'
record FigureAddress(StatisticsQuestion question, @Nullable UnitId authority, long position) {
    /// The events behind the figures of a measure.
    ///
    /// @param namesAndValues further dimensions, names and values by turns
    String of(Measure measure, String... namesAndValues) {
        var address = new StringBuilder("/thong-ke/su-kien?so-ghi-den=" + position);
        add(address, "ky", question.period());
        add(address, "co-quan", authority);
        add(address, "cach-tinh", question.policy());
        add(address, "cach-xem", question.view());
        add(address, "don-vi", question.units());
        add(address, "co-quan-biet-den", question.officeKnewAt());
        add(address, "measure", measure);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            add(address, namesAndValues[i], namesAndValues[i + 1]);
        }
        return address.toString();
    }

    private static void add(StringBuilder address, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            address.append('&')
                    .append(name)
                    .append('=')
                    .append(UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
