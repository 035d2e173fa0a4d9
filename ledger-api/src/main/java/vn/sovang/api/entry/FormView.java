package vn.sovang.api.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.entry.Field.Option;
import vn.sovang.api.text.Messages;

/// A form as its page shows it: what was typed is kept, and what is wrong stands beside it.
///
/// @param wrong what is wrong with the form as a whole; null if nothing is
/// @param problems the fields at fault in their order, for the summary
/// @param recordAll key of what the button says that records many rows
/// @param consequences of an act that cannot be taken back; null for one that can
public record FormView(
        String title,
        String address,
        Sheet.@Nullable About about,
        UUID request,
        List<Part> parts,
        @Nullable String wrong,
        List<Asked> problems,
        @Nullable String consequences,
        @Nullable String unconfirmed,
        String submit,
        String recordAll) {
    /// Fields under one heading.
    public record Part(String legend, List<Asked> fields) {
        public Part {
            fields = List.copyOf(fields);
        }
    }

    /// One field.
    ///
    /// @param error what is wrong with it; null if nothing is
    /// @param first whether it is the first at fault, where the page puts the cursor
    /// @param describedBy identities of the elements that describe it; null for none
    public record Asked(
            String name,
            String kind,
            String label,
            @Nullable String hint,
            boolean required,
            String value,
            Set<String> ticked,
            List<Option> options,
            @Nullable String error,
            boolean first,
            @Nullable String describedBy) {
        public Asked {
            ticked = Set.copyOf(ticked);
            options = List.copyOf(options);
        }
    }

    public FormView {
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }

    /// What is wrong, and what may be chosen where a name did not say enough.
    record Flaws(Map<String, String> complaints, Map<String, List<Option>> offered) {
        static final Flaws NONE = new Flaws(Map.of(), Map.of());
    }

    static FormView of(Sheet sheet, Typed typed, Flaws flaws, Messages texts) {
        var first =
                sheet.fields().stream()
                        .map(Field::name)
                        .filter(flaws.complaints()::containsKey)
                        .findFirst()
                        .orElse("");
        boolean shown = typed.has(Typed.REQUEST);
        var parts =
                sheet.parts().stream()
                        .map(part ->
                                new Part(
                                        texts.text("entry.part." + part.name()),
                                        part.fields().stream()
                                                .map(f ->
                                                        asked(f, typed, flaws, texts, first, shown))
                                                .toList()))
                        .toList();
        var key = "entry." + sheet.name();
        return new FormView(
                texts.text(key + ".title"),
                sheet.address(),
                sheet.about(),
                typed.request(),
                parts,
                flaws.complaints().get(""),
                parts.stream()
                        .flatMap(p -> p.fields().stream())
                        .filter(f -> f.error() != null)
                        .toList(),
                consequences(sheet, texts),
                flaws.complaints().get(EntryDesk.UNDERSTOOD),
                texts.text(key + ".submit"),
                texts.has(key + ".all") ? key + ".all" : "entry.lines.record");
    }

    /// What an act brings about that nobody takes back; null where it can be taken back.
    static @Nullable String consequences(Sheet sheet, Messages texts) {
        var key = "entry." + sheet.name() + ".consequences";
        return texts.has(key) ? texts.text(key) : null;
    }

    private static Asked asked(
            Field field, Typed typed, Flaws flaws, Messages texts, String first, boolean shown) {
        var name = field.name();
        var hint = "entry.hint." + name;
        var error = flaws.complaints().get(name);
        var ids = (texts.has(hint) ? name + "-goi-y " : "") + (error == null ? "" : name + "-loi");
        var preset = field.preset();
        boolean asIs = typed.has(name) || shown;
        var value = asIs || preset == null ? typed.text(name) : preset;
        return new Asked(
                name,
                field.kind().name(),
                texts.text("entry.field." + name),
                texts.has(hint) ? texts.text(hint) : null,
                field.required(),
                value,
                Set.copyOf(
                        field.kind() == Field.Kind.MANY
                                ? asIs ? typed.all(name) : listed(value)
                                : List.of(typed.text(name + Typed.CHOSEN))),
                flaws.offered().getOrDefault(name, field.options()),
                error,
                name.equals(first),
                ids.isBlank() ? null : ids.strip());
    }

    private static List<String> listed(String preset) {
        return preset.isEmpty() ? List.of() : List.of(preset.split(","));
    }
}
