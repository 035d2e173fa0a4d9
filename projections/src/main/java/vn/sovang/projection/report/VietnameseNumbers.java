package vn.sovang.projection.report;

import java.time.LocalDate;
import java.util.Locale;

/// Numbers and days as the office writes them.
final class VietnameseNumbers {
    private VietnameseNumbers() {}

    /// Two digits below 10, a dot between thousands: `05`, `438`, `1.060`.
    static String count(long number) {
        return number >= 0 && number < 10
                ? "0" + number
                : String.format(Locale.ROOT, "%,d", number).replace(',', '.');
    }

    /// `04/6/2024`, `22/01/2024`: a zero before days below 10 and before the months 1 and 2, NĐ
    /// 30/2020/NĐ-CP Phụ lục I.
    static String day(LocalDate day) {
        int month = day.getMonthValue();
        return "%02d/%s/%d"
                .formatted(
                        day.getDayOfMonth(),
                        month <= 2 ? "0" + month : Integer.toString(month),
                        day.getYear());
    }
}
