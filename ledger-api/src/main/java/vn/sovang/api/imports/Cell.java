package vn.sovang.api.imports;

import java.time.LocalDate;
import vn.sovang.api.text.Days;

/// A filled cell, as the spreadsheet means it.
sealed interface Cell {
    /// Text or number, NFC; numbers without needless zeros.
    record Words(String text) implements Cell {}

    /// A cell formatted as a date.
    record Day(LocalDate day) implements Cell {}

    /// An Excel error, or a formula without a value.
    record Broken(String shown, ProblemCode code) implements Cell {}

    /// The cell as a person sees it, for messages.
    default String shown() {
        return switch (this) {
            case Words words -> words.text();
            case Day day -> Days.shown(day.day());
            case Broken broken -> broken.shown();
        };
    }
}
