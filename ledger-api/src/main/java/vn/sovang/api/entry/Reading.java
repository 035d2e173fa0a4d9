package vn.sovang.api.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.entry.Lookup.Found;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Messages;

/// Reads what was typed into a form as the body of its command. One reading reads one form.
final class Reading {
    /// Of a recipient that is not in the ledger yet.
    static final String NEW = "moi";

    private static final String DAY = "/origin/effectiveOn";
    private static final String DOCUMENT = "/origin/document";

    private final Sheet sheet;
    private final Typed typed;
    private final By by;
    private final Complaints complaints = new Complaints();
    private final Map<String, List<Option>> offered = new HashMap<>();
    private final ObjectNode body;

    /// Who reads, and with what.
    record By(SignedIn who, Messages texts, Lookup lookup) {}

    Reading(Sheet sheet, Typed typed, By by) {
        this.sheet = sheet;
        this.typed = typed;
        this.by = by;
        this.body = sheet.fixed().deepCopy();
    }

    Complaints complaints() {
        return complaints;
    }

    /// What may be chosen where a name did not say enough, by field.
    Map<String, List<Option>> offered() {
        return offered;
    }

    /// The body; to be used only if there are no complaints.
    ObjectNode body() {
        for (var field : sheet.fields()) {
            read(field);
        }
        document();
        sheet.finish().apply(body, complaints);
        return body;
    }

    private void read(Field field) {
        var text = typed.text(field.name());
        if (text.isEmpty() && field.required()) {
            complaints.add(field.name(), by.texts().text("entry.missing"));
        }
        if (field.kind() == Field.Kind.FLAG) {
            field.pointers().forEach(p -> parent(p).put(last(p), !text.isEmpty()));
        } else if (!text.isEmpty()) {
            switch (field.kind()) {
                case TEXT, WORDS, FILE, TABLE -> put(field, text);
                case LINES -> lines(field, text);
                case DAY -> day(field, text);
                case NUMBER -> number(field, text);
                case ONE -> one(field, text);
                case MANY -> many(field);
                case UNIT -> unit(field, text);
                case AWARD -> found(field, by.lookup().award(text), new Unclear("award"));
                case RECIPIENT -> recipient(field, text);
                case FLAG -> throw new IllegalStateException("read above");
            }
        }
    }

    private void put(Field field, String text) {
        field.pointers().forEach(p -> parent(p).put(last(p), text));
    }

    private void lines(Field field, String text) {
        field.pointers()
                .forEach(p -> {
                    var list = parent(p).putArray(last(p));
                    text.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(list::add);
                });
    }

    private void day(Field field, String text) {
        Days.read(text)
                .ifPresentOrElse(
                        day -> put(field, day.toString()),
                        () -> complain(field, "entry.day.malformed"));
    }

    private void number(Field field, String text) {
        if (!text.matches("[0-9]{1,9}")) {
            complain(field, "entry.number.malformed");
            return;
        }
        field.pointers().forEach(p -> parent(p).put(last(p), Integer.parseInt(text)));
    }

    private void one(Field field, String text) {
        if (field.options().stream().noneMatch(o -> o.value().equals(text))) {
            complain(field, "entry.choice.unknown");
            return;
        }
        put(field, text);
    }

    private void many(Field field) {
        var all = typed.all(field.name());
        var known = field.options().stream().map(Option::value).toList();
        if (!known.containsAll(all)) {
            complain(field, "entry.choice.gone");
            return;
        }
        field.pointers()
                .forEach(p -> {
                    var list = parent(p).putArray(last(p));
                    all.forEach(list::add);
                });
    }

    private void unit(Field field, String text) {
        found(field, by.lookup().unit(text, day()), new Unclear("unit"));
    }

    /// What is said of a name that says too little.
    private record Unclear(String what) {
        String nothing() {
            return "entry." + what + ".unknown";
        }

        String several() {
            return "entry." + what + ".several";
        }
    }

    /// First pointer: the identity, or that there is none yet; second: what was typed.
    private void recipient(Field field, String text) {
        var name = field.pointers().getLast();
        parent(name).put(last(name), text);
        var choice = field.pointers().getFirst();
        switch (by.lookup().recipient(text, by.who(), by.texts())) {
            case Found.Nothing _ when Lookup.identity(text).isPresent() ->
                    complain(field, "entry.recipient.unknown");
            case Found.Nothing _ -> parent(choice).put(last(choice), NEW);
            case Found.One(var id) -> parent(choice).put(last(choice), id);
            case Found.Several(var options) -> {
                var all = new ArrayList<>(options);
                all.add(new Option(NEW, by.texts().text("entry.recipient.new")));
                offered.put(field.name(), all);
                chosen(field)
                        .filter(id -> all.stream().anyMatch(o -> o.value().equals(id)))
                        .ifPresentOrElse(
                                id -> parent(choice).put(last(choice), id),
                                () -> complain(field, "entry.recipient.several"));
            }
        }
    }

    private void found(Field field, Found found, Unclear unclear) {
        switch (found) {
            case Found.One(var id) -> put(field, id);
            case Found.Nothing _ -> complain(field, unclear.nothing());
            case Found.Several(var options) -> {
                offered.put(field.name(), options);
                chosen(field)
                        .filter(id -> options.stream().anyMatch(o -> o.value().equals(id)))
                        .ifPresentOrElse(
                                id -> put(field, id), () -> complain(field, unclear.several()));
            }
        }
    }

    /// What was chosen counts as long as the text is the one it was offered for.
    private Optional<String> chosen(Field field) {
        var text = typed.text(field.name());
        return typed.text(field.name() + Typed.CHOSEN_FOR).equals(text)
                ? Optional.of(typed.text(field.name() + Typed.CHOSEN))
                : Optional.empty();
    }

    private LocalDate day() {
        return sheet.at(DAY)
                .flatMap(field -> Days.read(typed.text(field.name())))
                .orElseGet(Days::today);
    }

    /// A paper has a number and an authority; without a number there is none, and the ledger is
    /// told why.
    private void document() {
        var paper = parent(DOCUMENT + "/number");
        if (!paper.hasNonNull("number")) {
            paper.removeAll();
            paper.put("none", Messages.in(Messages.VIETNAMESE).text("entry.none"));
            return;
        }
        if (!paper.hasNonNull("authority")) {
            sheet.at(DOCUMENT + "/authority").ifPresent(f -> complain(f, "entry.missing"));
        }
        if (!paper.hasNonNull("date")) {
            paper.put("date", day().toString());
        }
    }

    private void complain(Field field, String key) {
        complaints.add(field.name(), by.texts().text(key));
    }

    private ObjectNode parent(String pointer) {
        var at = body;
        var names = pointer.substring(1).split("/");
        for (int i = 0; i < names.length - 1; i++) {
            at = at.withObjectProperty(names[i]);
        }
        return at;
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
