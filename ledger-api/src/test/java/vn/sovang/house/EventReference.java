package vn.sovang.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.decider.Command;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.Sealed;

/// The reference pages of the events: one for each family, in one form, made from the catalogue,
/// the records and their comments, the deciders that record them, and the golden leaves.
final class EventReference {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CORRECTED = "Corrected by";
    private static final String MADE =
            "<!-- Made from the code; CONTRIBUTING.md says how to make it again. -->\n\n";

    private final Path core;
    private final EventSources sources;
    private final Map<String, String> labels;
    private final Set<Class<?>> enums = new TreeSet<>(Comparator.comparing(Class::getSimpleName));
    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("vn.sovang");

    /// @param core directory of the core module
    /// @param labels label of each stored name, in Vietnamese
    EventReference(Path core, Map<String, String> labels) throws IOException {
        this.core = core;
        this.labels = labels;
        this.sources = EventSources.of(core.resolve("src/main/java"));
    }

    /// Every page by its file name.
    Map<String, String> pages() throws IOException {
        var families = new TreeMap<String, List<String>>();
        for (var name : new TreeSet<>(EventCatalogue.names())) {
            families.computeIfAbsent(family(name), _ -> new ArrayList<>()).add(name);
        }
        var pages = new TreeMap<String, String>();
        for (var family : families.entrySet()) {
            pages.put(family.getKey() + ".md", page(family.getKey(), family.getValue()));
        }
        pages.put("README.md", index(families));
        pages.put("codes.md", codes());
        return pages;
    }

    /// What a comment lacks that a page needs.
    List<String> gaps() {
        var gaps = new ArrayList<String>();
        for (var name : new TreeSet<>(EventCatalogue.names())) {
            var type = EventCatalogue.typeOf(name);
            var doc = sources.of(type);
            if (doc == null || doc.paragraphs().isEmpty()) {
                gaps.add(name + " has no comment");
            } else if (corrections(doc).isEmpty()) {
                gaps.add(name + " does not say '" + CORRECTED + " …'");
            }
            if (recorders(type).isEmpty()) {
                gaps.add(name + " is recorded by no decider");
            }
        }
        return gaps;
    }

    private static String family(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private String index(Map<String, List<String>> families) throws IOException {
        var out = new StringBuilder(MADE);
        out.append(
                """
                # Events

                Every event of the ledger, one page for each family. A stored name and what it \
                holds never change: a new shape is a new revision, and older leaves stay as they \
                are.

                ## The envelope

                Around `data`, every leaf holds the same fields, written once in this order and \
                hashed as they stand:

                | field | meaning |
                |---|---|
                """);
        for (var field : golden("ledger.LedgerOpened").propertyNames()) {
            out.append("| `%s` | %s |\n".formatted(field, envelope(field)));
        }
        out.append("\n");
        for (var family : families.entrySet()) {
            out.append("\n## [%s](%s.md)\n\n".formatted(family.getKey(), family.getKey()));
            for (var name : family.getValue()) {
                out.append("- `%s` — %s\n".formatted(name, labels.get(name)));
            }
        }
        return out.toString();
    }

    /// A field of the envelope that has no words here fails the test.
    private String envelope(String field) {
        var fact = Objects.requireNonNull(sources.of(Fact.class)).params();
        return switch (field) {
            case "id" -> "UUIDv7 of the event, minted where the command came in";
            case "type", "rev" -> "stored name, and revision of `data`";
            case "recordedAt" -> "when the ledger took it, UTC, microseconds; never goes back";
            case "arrivedOn", "arrivalNo" ->
                    "when and under which number the office says the paper came; a claim";
            case "import" -> fact.get("imported");
            case "tags" -> "under which deciders and histories find the event";
            case "data" -> "the fact itself, as the page of its family says";
            default -> Objects.requireNonNull(fact.get(field), field);
        };
    }

    private String page(String family, List<String> names) throws IOException {
        var out = new StringBuilder(MADE).append("# ").append(family).append('\n');
        for (var name : names) {
            out.append("\n## ").append(name).append(" — ").append(labels.get(name)).append("\n\n");
            event(name, EventCatalogue.typeOf(name), out);
        }
        return out.toString();
    }

    private void event(String name, Class<? extends LedgerEvent> type, StringBuilder out)
            throws IOException {
        var doc = Objects.requireNonNull(sources.of(type), name);
        var golden = golden(name);
        for (var paragraph : doc.paragraphs()) {
            if (!paragraph.startsWith(CORRECTED)) {
                out.append(paragraph).append("\n\n");
            }
        }
        out.append("**Recorded by** ").append(String.join(", ", recorders(type))).append(".\n\n");
        out.append(
                "**Never changed**: the stored name, the meaning of its fields, any leaf that"
                        + " holds it.\n\n");
        out.append("**Found under** ").append(tags(golden)).append(".\n\n");
        out.append("| field | type | meaning |\n|---|---|---|\n");
        fields(type, "", out, List.of());
        out.append("\n**To correct.** ").append(corrections(doc)).append("\n\n");
        out.append("```json\n").append(golden.get("data").toString()).append("\n```\n");
    }

    private static String corrections(EventSources.Doc doc) {
        return doc.paragraphs().stream()
                .filter(p -> p.startsWith(CORRECTED))
                .collect(Collectors.joining(" "));
    }

    private JsonNode golden(String name) throws IOException {
        var leaf = "%s.rev%d.json".formatted(name, EventCatalogue.revisionOf(name));
        var file = core.resolve("src/test/resources/golden").resolve(leaf);
        return JSON.readTree(Files.readString(file));
    }

    private static String tags(JsonNode golden) {
        return golden.get("tags")
                .valueStream()
                .map(JsonNode::asString)
                .map(tag -> tag.substring(0, tag.indexOf(':')))
                .distinct()
                .filter(kind -> !kind.equals("import"))
                .map(kind -> "`" + kind + ":…`")
                .collect(Collectors.joining(", "));
    }

    /// Deciders whose code makes the event, and commands that bring it whole.
    private List<String> recorders(Class<?> type) {
        var event = classes.get(type);
        var makers = event.getConstructorCallsToSelf().stream().map(call -> call.getOriginOwner());
        var carriers =
                event.getConstructorsWithParameterTypeOfSelf().stream()
                        .map(constructor -> constructor.getOwner())
                        .filter(owner -> owner.isAssignableTo(Command.class));
        return Stream.concat(makers, carriers)
                .filter(origin -> !origin.getPackageName().equals("vn.sovang.event"))
                .filter(origin -> !origin.getPackageName().equals("vn.sovang.testing"))
                .filter(origin -> origin.getPackageName().startsWith("vn.sovang"))
                .map(origin ->
                        "`%s`"
                                .formatted(
                                        outermost(origin.getName())
                                                .substring("vn.sovang.".length())))
                .distinct()
                .sorted()
                .toList();
    }

    private static String outermost(String name) {
        int dollar = name.indexOf('$');
        return dollar < 0 ? name : name.substring(0, dollar);
    }

    /// Every code that a field may hold.
    private String codes() {
        var out = new StringBuilder(MADE).append("# Codes\n\n");
        out.append("What the codes in the fields stand for. A code never changes its meaning.\n");
        for (var type : enums) {
            var doc = Objects.requireNonNull(sources.of(type), type.getName());
            out.append("\n## ").append(type.getSimpleName()).append("\n\n");
            doc.paragraphs().forEach(p -> out.append(p).append("\n\n"));
            out.append("| code | meaning |\n|---|---|\n");
            for (var constant : type.getEnumConstants()) {
                var code = ((Enum<?>) constant).name();
                var meaning = doc.params().getOrDefault(code, "");
                out.append("| `%s` | %s |\n".formatted(code, meaning.replace("|", "\\|")));
            }
        }
        return out.toString();
    }

    private void fields(Class<?> type, String prefix, StringBuilder out, List<String> without) {
        var doc = sources.of(type);
        for (var component : type.getRecordComponents()) {
            if (without.contains(component.getName())) {
                continue;
            }
            var raw = elementType(component);
            var meaning = doc == null ? null : doc.params().get(component.getName());
            out.append(
                    "| `%s%s` | %s | %s |\n"
                            .formatted(
                                    prefix,
                                    component.getName(),
                                    describe(component, raw),
                                    cell(meaning, raw)));
            if (raw.isEnum()) {
                enums.add(raw);
            }
            if (nested(raw)) {
                fields(raw, prefix + component.getName() + ".", out, List.of());
            }
        }
    }

    private String cell(@Nullable String meaning, Class<?> raw) {
        var own = sources.of(raw);
        var text =
                meaning != null
                        ? meaning
                        : own == null || own.paragraphs().isEmpty()
                                ? ""
                                : own.paragraphs().getFirst();
        return text.replace("|", "\\|");
    }

    private static boolean nested(Class<?> type) {
        return type.isRecord()
                && type.getPackageName().startsWith("vn.sovang.")
                && type != Sealed.class
                && !writtenAsText(type);
    }

    /// Identities and checked texts are records of one component and written as plain strings.
    private static boolean writtenAsText(Class<?> type) {
        return Id.class.isAssignableFrom(type)
                || (type.getRecordComponents().length == 1
                        && Arrays.stream(type.getDeclaredMethods())
                                .anyMatch(m -> m.getName().equals("toString")));
    }

    private static Class<?> elementType(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                ? raw(list.getActualTypeArguments()[0])
                : component.getType();
    }

    private static Class<?> raw(java.lang.reflect.Type type) {
        return (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    }

    private static String describe(RecordComponent component, Class<?> raw) {
        var text = new StringBuilder();
        if (raw != component.getType()) {
            text.append("list of ");
        }
        text.append(word(raw));
        if (isNullable(component.getAnnotatedType())) {
            text.append(", optional");
        }
        return text.toString();
    }

    private static boolean isNullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static String word(Class<?> type) {
        if (type.isEnum()) {
            return "[%s](codes.md#%s)"
                    .formatted(type.getSimpleName(), type.getSimpleName().toLowerCase(Locale.ROOT));
        }
        if (Id.class.isAssignableFrom(type)) {
            return "`" + type.getSimpleName() + "` (UUID)";
        }
        return type.getPackageName().startsWith("vn.sovang.")
                ? "`" + type.getSimpleName() + "`"
                : switch (type.getSimpleName()) {
                    case "String" -> "text";
                    case "int", "long", "Integer", "Long" -> "whole number";
                    case "boolean", "Boolean" -> "true or false";
                    case "LocalDate" -> "date";
                    default -> type.getSimpleName();
                };
    }
}
