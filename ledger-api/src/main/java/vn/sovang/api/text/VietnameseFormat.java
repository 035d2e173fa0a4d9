package vn.sovang.api.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Origin;

/// Days, times and numbers as Vietnamese offices write them. The JDK's own styles for `vi` are not
/// the office's (`4 thg 6, 2024`), so every pattern is spelled out.
public final class VietnameseFormat {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/uuuu").withZone(Origin.VIETNAM);

    /// `04/06/2024`; nothing for no day.
    public String date(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /// `17:00:05 30/06/2024`, in Vietnam; nothing for no time.
    public String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }

    /// A day inside a document, `ngày 04/6/2024`: days below 10 and the months 1 and 2 take a zero,
    /// the others do not (NĐ 30/2020/NĐ-CP, Phụ lục I).
    public String documentDate(LocalDate day) {
        var month = day.getMonthValue();
        return "%02d/%s/%04d"
                .formatted(
                        day.getDayOfMonth(),
                        month <= 2 ? "0" + month : Integer.toString(month),
                        day.getYear());
    }

    /// `1.060`, on English pages `1,060`.
    public String number(long value, Locale locale) {
        if (value > -1_000 && value < 1_000) {
            return Long.toString(value);
        }
        var english = String.format(Locale.ROOT, "%,d", value);
        return locale.getLanguage().equals("en") ? english : english.replace(',', '.');
    }

    /// A count inside a document: two digits at least, `05`, and `1.060`.
    public String count(long value) {
        return value >= 0 && value < 10 ? "0" + value : number(value, Messages.VIETNAMESE);
    }
}
