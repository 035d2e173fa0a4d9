package vn.sovang.api.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.vocabulary.Id;

/// One thing of the register in words, as its page and the terminal show it. Names of people are in
/// none of it (R11).
///
/// @param status how it stands; absent for what has no states
/// @param trouble what a reader must know first, such as an annulment
/// @param reconstructed made up from the counts of a report (R6)
public record FactSheet(
        String title,
        @Nullable String status,
        @Nullable String trouble,
        boolean reconstructed,
        List<Fact> facts) {
    public FactSheet {
        facts = List.copyOf(facts);
    }

    /// One line of the sheet.
    ///
    /// @param page address of the page of what it names, without a moment
    public record Fact(String label, String text, @Nullable String page) {}

    /// A sheet being written; what is absent is left out.
    static final class Draft {
        private final Messages messages;
        private final VietnameseFormat format = new VietnameseFormat();
        private final List<Fact> facts = new ArrayList<>();
        private @Nullable String status;
        private @Nullable String trouble;
        private boolean reconstructed;

        Draft(Messages messages) {
            this.messages = messages;
        }

        Draft status(Enum<?> state) {
            status = messages.of(state);
            return this;
        }

        Draft trouble(String text) {
            trouble = text;
            return this;
        }

        Draft reconstructed(boolean is) {
            reconstructed = is;
            return this;
        }

        Draft text(String field, @Nullable String text) {
            return link(field, text, null);
        }

        Draft day(String field, @Nullable LocalDate day) {
            return text(field, day == null ? null : format.date(day));
        }

        Draft number(String field, @Nullable Number number) {
            return text(
                    field,
                    number == null ? null : format.number(number.longValue(), messages.locale()));
        }

        Draft word(String field, @Nullable Enum<?> value) {
            return text(field, value == null ? null : messages.of(value));
        }

        Draft thing(String field, String text, @Nullable Id thing) {
            return thing == null ? this : link(field, text, Things.of(thing).page(thing));
        }

        private Draft link(String field, @Nullable String text, @Nullable String page) {
            if (text != null && !text.isBlank()) {
                facts.add(new Fact(messages.text("field." + field), text, page));
            }
            return this;
        }

        FactSheet titled(String title) {
            return new FactSheet(title, status, trouble, reconstructed, facts);
        }
    }
}
