package vn.sovang.api.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.entry.Lookup.Found;
import vn.sovang.api.entry.PastedLines.Line;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.register.AwardTypeRow;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Folding;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;

/// Reads a pasted row as an award line: every cell that cannot be used is told, with what to do.
final class LineReader {
    /// Before the number of an earlier row, whose new recipient is meant.
    static final String SAME_AS = "dong-";

    private final Caller caller;
    private final Lookup lookup;
    private final LocalDate day;
    private final List<AwardTypeRow> types;

    LineReader(Caller caller, Lookup lookup, LocalDate day) {
        this.caller = caller;
        this.lookup = lookup;
        this.day = day;
        this.types = caller.register().awardTypes();
    }

    /// A row that was read.
    ///
    /// @param award as the catalogue calls it
    /// @param candidates recipients of that name; to be chosen from
    /// @param recipient identity of who is meant, or [Reading#NEW]; null while nobody chose
    /// @param line the award line without its recipient, as a command has it
    /// @param problems what is wrong, in words
    public record ReadLine(
            Line source,
            String award,
            List<Option> candidates,
            @Nullable String recipient,
            ObjectNode line,
            List<String> problems) {
        public ReadLine {
            candidates = List.copyOf(candidates);
            problems = List.copyOf(problems);
        }

        public boolean isNew() {
            return Reading.NEW.equals(recipient);
        }

        /// The same row where an earlier one names somebody new of the same name: only people know
        /// whether they are one.
        ReadLine afterTwin(int earlier, String chosen, Messages texts) {
            var same = SAME_AS + earlier;
            var options =
                    List.of(
                            new Option(same, texts.text("entry.line.twin", earlier)),
                            new Option(Reading.NEW, texts.text("entry.recipient.new")));
            boolean told = options.stream().anyMatch(o -> o.value().equals(chosen));
            var all = new ArrayList<>(problems);
            if (!told) {
                all.add(texts.text("entry.line.twin.which", earlier));
            }
            return new ReadLine(source, award, options, told ? chosen : null, line, all);
        }

        /// The same with what the ledger's rules say of it.
        ReadLine refused(String words) {
            var all = new ArrayList<>(problems);
            all.add(words);
            return new ReadLine(source, award, candidates, recipient, line, all);
        }
    }

    /// @param chosen identity chosen for the row before; blank if none was
    ReadLine read(Line row, String chosen) {
        var problems = new ArrayList<String>();
        var line = Caller.object();
        var type = award(row, problems);
        type.ifPresent(t -> line.put("award", t.code().value()));
        rank(row, type, problems).ifPresent(r -> line.put("rank", r.name()));
        kind(row, problems).ifPresent(k -> line.put("recipientKind", k.name()));
        commendation(row, problems).ifPresent(t -> line.put("commendationType", t.name()));
        unit(row, problems).ifPresent(u -> line.put("recipientUnit", u));
        var candidates = candidates(row, problems);
        var recipient = recipient(row, candidates, chosen);
        if (recipient == null && problems.isEmpty()) {
            problems.add(caller.texts().text("entry.line.recipient.several"));
        }
        var name = type.map(AwardTypeRow::nameVi).orElse(row.award());
        return new ReadLine(row, name, candidates, recipient, line, problems);
    }

    /// A recipient by identity, or all of that name and the choice that it is somebody new.
    private List<Option> candidates(Line row, List<String> problems) {
        if (row.name().isEmpty()) {
            problems.add(caller.texts().text("entry.line.name.missing"));
            return List.of();
        }
        return switch (lookup.recipient(row.name(), caller.who(), caller.texts())) {
            case Found.One(var id) ->
                    List.of(
                            new Option(
                                    id,
                                    lookup.recipient(
                                            new RecipientId(UUID.fromString(id)), caller.texts())));
            case Found.Several(var options) -> {
                var all = new ArrayList<>(options);
                all.add(new Option(Reading.NEW, caller.texts().text("entry.recipient.new")));
                yield all;
            }
            case Found.Nothing _ when Lookup.identity(row.name()).isPresent() -> {
                problems.add(caller.texts().text("entry.recipient.unknown"));
                yield List.of();
            }
            case Found.Nothing _ -> List.of();
        };
    }

    private static @Nullable String recipient(Line row, List<Option> candidates, String chosen) {
        if (candidates.isEmpty()) {
            return row.name().isEmpty() ? null : Reading.NEW;
        }
        if (candidates.size() == 1) {
            return candidates.getFirst().value();
        }
        return candidates.stream().anyMatch(o -> o.value().equals(chosen)) ? chosen : null;
    }

    private Optional<AwardTypeRow> award(Line row, List<String> problems) {
        var wanted = Folding.letters(row.award());
        var found =
                types.stream()
                        .filter(t ->
                                !wanted.isEmpty()
                                        && (Folding.letters(t.code().value()).equals(wanted)
                                                || Folding.letters(t.nameVi()).equals(wanted)))
                        .findFirst();
        if (found.isEmpty()) {
            problems.add(caller.texts().text("entry.line.award.unknown", row.award()));
        }
        return found;
    }

    private Optional<Rank> rank(Line row, Optional<AwardTypeRow> type, List<String> problems) {
        if (row.rank().isEmpty()) {
            boolean ranked = type.map(t -> !t.ranks().isEmpty()).orElse(false);
            if (ranked) {
                problems.add(caller.texts().text("entry.line.rank.missing"));
            }
            return Optional.of(Rank.NONE);
        }
        return word(Rank.class, row.rank(), "entry.line.rank.unknown", problems);
    }

    private Optional<RecipientKind> kind(Line row, List<String> problems) {
        return word(RecipientKind.class, row.kind(), "entry.line.kind.unknown", problems);
    }

    /// What the list does not say stays unknown.
    private Optional<CommendationType> commendation(Line row, List<String> problems) {
        return row.type().isEmpty()
                ? Optional.of(CommendationType.KHONG_RO)
                : word(CommendationType.class, row.type(), "entry.line.type.unknown", problems);
    }

    private Optional<String> unit(Line row, List<String> problems) {
        if (row.unit().isEmpty()) {
            return Optional.empty();
        }
        if (lookup.unit(row.unit(), day) instanceof Found.One(var id)) {
            return Optional.of(id);
        }
        problems.add(caller.texts().text("entry.line.unit.unknown", row.unit()));
        return Optional.empty();
    }

    /// A value by its code or its word in either language, case and accents aside.
    private <E extends Enum<E>> Optional<E> word(
            Class<E> type, String text, String otherwise, List<String> problems) {
        var wanted = Folding.letters(text);
        var found =
                Arrays.stream(type.getEnumConstants())
                        .filter(value ->
                                Folding.letters(value.name()).equals(wanted)
                                        || says(value, Messages.VIETNAMESE, wanted)
                                        || says(value, Locale.ENGLISH, wanted))
                        .findFirst();
        if (found.isEmpty()) {
            problems.add(caller.texts().text(otherwise, text));
        }
        return found;
    }

    private static boolean says(Enum<?> value, Locale locale, String wanted) {
        return Folding.letters(Messages.in(locale).of(value)).equals(wanted);
    }
}
