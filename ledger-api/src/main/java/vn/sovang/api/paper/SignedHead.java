package vn.sovang.api.paper;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.Document;

/// Number, place, day and mark of a paper: open for a draft (NĐ 30/2020 Điều 15); as recorded for
/// one that was signed and is drawn up again, which then says so.
///
/// @param reference how an annex names the paper it comes with
/// @param fileDay day for the file's name
record SignedHead(
        String number,
        String placeAndDate,
        @Nullable String notice,
        String reference,
        Paper.Look look,
        String fileDay) {
    /// @param kind such as `TTr`
    static SignedHead of(
            Office office, Document.@Nullable Paper signed, String kind, LocalDate today) {
        if (signed == null) {
            return new SignedHead(
                    office.number(kind),
                    office.placeAndOpenDate(today.getYear()),
                    null,
                    PaperTexts.text(
                            "reference.open",
                            today.getYear(),
                            office.deciding(),
                            office.symbol(kind)),
                    Paper.Look.DRAFT,
                    today.toString());
        }
        var day = Objects.requireNonNull(signed.date());
        var number = signed.number().asWritten();
        return new SignedHead(
                PaperTexts.text("number.signed", number),
                PaperTexts.text("place.day", office.place(), PaperBook.longDay(day)),
                PaperTexts.text("again.notice"),
                PaperTexts.text(
                        "reference.signed", number, PaperBook.longDay(day), office.deciding()),
                new Paper.Look(PaperTexts.text("again"), Paper.Lie.UPRIGHT),
                day.toString());
    }

    /// The same lying across.
    Paper.Look across() {
        return new Paper.Look(look.mark(), Paper.Lie.ACROSS);
    }
}
