package vn.sovang.api.entry;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.entry.Lookup.Found;
import vn.sovang.api.entry.PastedLines.Row;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.register.CampaignRow;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.Folding;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.ReissueKind;

/// Reads pasted rows as survey sheets: recipient, item, condition, alive or dead, keeper, proposal,
/// ward, day. Every cell that cannot be used is told.
final class SurveyLines {
    private static final int NAME = 0;
    private static final int KIND = 1;
    private static final int CONDITION = 2;
    private static final int LIFE = 3;
    private static final int KEEPER = 4;
    private static final int PROPOSED = 5;
    private static final int WARD = 6;
    private static final int DAY = 7;

    private final Caller caller;
    private final Lookup lookup;
    private final CampaignRow campaign;

    SurveyLines(Caller caller, Lookup lookup, CampaignRow campaign) {
        this.caller = caller;
        this.lookup = lookup;
        this.campaign = campaign;
    }

    /// A row that was read, as the page of pasted rows shows it.
    ///
    /// @param award the item and its condition
    /// @param candidates recipients of that name; to be chosen from
    /// @param recipient identity of who is meant; null while nobody chose
    /// @param body of the command
    /// @param key under which it is recorded, the same whenever the form is sent again
    public record SheetLine(
            Source source,
            String award,
            List<Option> candidates,
            @Nullable String recipient,
            ObjectNode body,
            UUID key,
            List<String> problems) {
        public SheetLine {
            candidates = List.copyOf(candidates);
            problems = List.copyOf(problems);
        }

        /// Nobody enters the ledger by a survey sheet.
        public boolean isNew() {
            return false;
        }

        SheetLine wrong(String words) {
            var all = new ArrayList<>(problems);
            all.add(words);
            return new SheetLine(source, award, candidates, recipient, body, key, all);
        }
    }

    /// Where a row stands in what was pasted.
    public record Source(int number, String name) {}

    /// @param typed the form, with its day and what was chosen for rows
    List<SheetLine> read(Typed typed) {
        var day = Days.read(typed.text("ngay")).orElseGet(Days::today);
        return PastedLines.rows(typed.text("cac-phieu")).stream()
                .map(row -> read(row, day, typed))
                .toList();
    }

    private SheetLine read(Row row, LocalDate day, Typed typed) {
        var problems = new ArrayList<String>();
        var body = SurveySheets.fixed(campaign);
        var event = body.withObjectProperty("event");
        words(ArtifactKind.class, "kind", row.cell(KIND), event, problems);
        words(ArtifactCondition.class, "condition", row.cell(CONDITION), event, problems);
        words(LifeStatus.class, "life", row.cell(LIFE), event, problems);
        if (!row.cell(KEEPER).isEmpty()) {
            var keeper = event.putObject("keeper");
            words(KeeperRelation.class, "relation", row.cell(KEEPER), keeper, problems);
        }
        if (!row.cell(PROPOSED).isEmpty()) {
            words(ReissueKind.class, "proposed", row.cell(PROPOSED), event, problems);
        }
        var on = day(row.cell(DAY), day, problems);
        ward(row.cell(WARD), on, event, problems);
        origin(body, on, typed);
        var candidates = candidates(row.cell(NAME), problems);
        var recipient = recipient(candidates, typed.text(LineReader.SAME_AS + row.number()));
        if (recipient == null && problems.isEmpty()) {
            problems.add(caller.texts().text("entry.line.recipient.several"));
        }
        var key = key(typed.request(), row);
        if (recipient != null) {
            new SurveySheets(caller).resolve(event, recipient, key);
        }
        var shown = row.cell(KIND) + ", " + row.cell(CONDITION);
        var source = new Source(row.number(), row.cell(NAME));
        return new SheetLine(source, shown, candidates, recipient, body, key, problems);
    }

    /// Follows from what the row says: rows above it may go before the form is sent again.
    private static UUID key(UUID request, Row row) {
        return UUID.nameUUIDFromBytes(
                (request + "/sheets/" + row.cells()).getBytes(StandardCharsets.UTF_8));
    }

    /// The visit has no paper of its own; who looked is the same in all rows.
    private static void origin(ObjectNode body, LocalDate on, Typed typed) {
        body.putObject("origin")
                .put("effectiveOn", on.toString())
                .putObject("document")
                .put("none", Messages.in(Messages.VIETNAMESE).text("entry.none"));
        var event = body.withObjectProperty("event");
        if (typed.has("nguoi-khao-sat")) {
            event.put("surveyedBy", typed.text("nguoi-khao-sat"));
        }
        if (typed.has("anh")) {
            event.put("photoSha256", typed.text("anh"));
        }
    }

    private LocalDate day(String text, LocalDate otherwise, List<String> problems) {
        if (text.isEmpty()) {
            return otherwise;
        }
        var read = Days.read(text);
        if (read.isEmpty()) {
            problems.add(caller.texts().text("entry.day.malformed"));
        }
        return read.orElse(otherwise);
    }

    private void ward(String text, LocalDate on, ObjectNode event, List<String> problems) {
        if (text.isEmpty()) {
            return;
        }
        if (lookup.unit(text, on) instanceof Found.One(var id)) {
            event.put("ward", id);
        } else {
            problems.add(caller.texts().text("entry.line.unit.unknown", text));
        }
    }

    private List<Option> candidates(String name, List<String> problems) {
        if (name.isEmpty()) {
            problems.add(caller.texts().text("entry.line.name.missing"));
            return List.of();
        }
        return switch (lookup.recipient(name, caller.who(), caller.texts())) {
            case Found.One(var id) ->
                    List.of(
                            new Option(
                                    id,
                                    lookup.recipient(
                                            new RecipientId(UUID.fromString(id)), caller.texts())));
            case Found.Several(var options) -> options;
            case Found.Nothing _ -> {
                problems.add(caller.texts().text("entry.recipient.needed"));
                yield List.of();
            }
        };
    }

    private static @Nullable String recipient(List<Option> candidates, String chosen) {
        if (candidates.size() == 1) {
            return candidates.getFirst().value();
        }
        return candidates.stream().anyMatch(o -> o.value().equals(chosen)) ? chosen : null;
    }

    /// A value by its code or its word in either language, case and accents aside.
    private <E extends Enum<E>> void words(
            Class<E> type, String name, String text, ObjectNode into, List<String> problems) {
        var wanted = Folding.letters(text);
        Arrays.stream(type.getEnumConstants())
                .filter(value ->
                        Folding.letters(value.name()).equals(wanted)
                                || says(value, Messages.VIETNAMESE, wanted)
                                || says(value, Locale.ENGLISH, wanted))
                .findFirst()
                .ifPresentOrElse(
                        value -> into.put(name, value.name()),
                        () -> problems.add(unknown(type, text)));
    }

    private static boolean says(Enum<?> value, Locale locale, String wanted) {
        return Folding.letters(Messages.in(locale).of(value)).equals(wanted);
    }

    private <E extends Enum<E>> String unknown(Class<E> type, String text) {
        var all =
                Arrays.stream(type.getEnumConstants())
                        .map(caller.texts()::of)
                        .collect(java.util.stream.Collectors.joining(", "));
        return caller.texts().text("survey.line.unknown", text, all);
    }
}
