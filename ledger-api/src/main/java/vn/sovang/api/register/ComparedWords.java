package vn.sovang.api.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.projection.register.AwardTypeRow;
import vn.sovang.projection.register.Comparison;
import vn.sovang.projection.register.FieldChange;
import vn.sovang.projection.register.Register;
import vn.sovang.vocabulary.UnitId;

/// Puts what differs between two moments into words.
public final class ComparedWords {
    private static final int END_OF_ID = 28;

    private final FactSheets sheets;
    private final Register register;
    private final Messages messages;
    private final VietnameseFormat format = new VietnameseFormat();

    /// @param register for the names of units and awards, as known now
    ComparedWords(FactSheets sheets, Register register, Messages messages) {
        this.sheets = sheets;
        this.register = register;
        this.messages = messages;
    }

    /// One field that differs.
    ///
    /// @param before `–` where it had no value
    /// @param events positions of the events between the moments that changed it
    public record Line(String label, String before, String after, List<Long> events) {}

    List<Line> of(Comparison comparison) {
        return comparison.fields().stream().map(this::line).toList();
    }

    private Line line(FieldChange change) {
        return new Line(
                messages.text("field." + change.field()),
                word(change.type(), change.before()),
                word(change.type(), change.after()),
                change.events());
    }

    private String word(String type, @Nullable String value) {
        return value == null
                ? "–"
                : switch (type) {
                    case "text" -> value;
                    case "number" -> format.number(Long.parseLong(value), messages.locale());
                    case "day" -> format.date(LocalDate.parse(value));
                    case "instant" -> format.time(Instant.parse(value));
                    case "flag" -> messages.text("flag." + value);
                    case "sealed" -> messages.text("comparison.sealed", value.substring(END_OF_ID));
                    case "AwardCode" -> awardName(value);
                    case "UnitId" ->
                            String.join(
                                    ", ",
                                    List.of(value.split(", ")).stream().map(this::unit).toList());
                    default -> constant(type, value).orElseGet(() -> identity(value));
                };
    }

    private String unit(String id) {
        return sheets.unit(new UnitId(UUID.fromString(id)));
    }

    private Optional<String> constant(String type, String value) {
        var key = "value." + type + "." + value;
        return messages.has(key) ? Optional.of(messages.text(key)) : Optional.empty();
    }

    private static String identity(String value) {
        return value.length() == 36 ? "…" + value.substring(END_OF_ID) : value;
    }

    private String awardName(String code) {
        return register.awardTypes().stream()
                .filter(type -> type.code().value().equals(code))
                .map(AwardTypeRow::nameVi)
                .findFirst()
                .orElse(code);
    }
}
