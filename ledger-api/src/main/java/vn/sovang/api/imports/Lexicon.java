package vn.sovang.api.imports;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sovang.vocabulary.Folding;

/// What offices write, from `imports/words.properties`: names of sheets, headings and values.
final class Lexicon {
    private static final Pattern NUMBERED = Pattern.compile("(.+?)\\d{1,3}");
    private static final Properties WORDS = load("/imports/words.properties");
    private static final Map<String, Set<String>> FOLDED = fold(WORDS);

    private Lexicon() {}

    /// A file of spellings by key.
    static Properties load(String resource) {
        var words = new Properties();
        try (var in = Lexicon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Map<String, Set<String>> fold(Properties words) {
        var folded = new HashMap<String, Set<String>>();
        words.forEach((key, listed) ->
                folded.put(
                        (String) key,
                        spellings((String) listed).stream()
                                .map(Folding::letters)
                                .collect(Collectors.toUnmodifiableSet())));
        return Map.copyOf(folded);
    }

    static List<String> spellings(String listed) {
        return Arrays.stream(listed.split("\\|")).map(String::strip).toList();
    }

    /// The kind of sheet that bears this name, a number after it not counted.
    static Optional<SheetKind> sheet(String name) {
        var folded = Folding.letters(name);
        var numbered = NUMBERED.matcher(folded);
        var bare = numbered.matches() ? numbered.group(1) : folded;
        return Arrays.stream(SheetKind.values())
                .filter(kind -> says("sheet." + kind, folded) || says("sheet." + kind, bare))
                .findFirst();
    }

    static String sheetName(SheetKind kind) {
        return words("sheet." + kind).getFirst();
    }

    /// The heading that a caption of this kind of sheet stands for.
    static Optional<Heading> heading(SheetKind kind, String caption) {
        var folded = Folding.letters(caption);
        return kind.headings().stream().filter(h -> says(key(kind, h), folded)).findFirst();
    }

    /// What the template calls a column.
    static String caption(SheetKind kind, Heading heading) {
        return captions(kind, heading).getFirst();
    }

    static List<String> captions(SheetKind kind, Heading heading) {
        return words(key(kind, heading));
    }

    private static String key(SheetKind kind, Heading heading) {
        var own = "heading." + kind + "." + heading;
        return WORDS.containsKey(own) ? own : "heading." + heading;
    }

    /// The value that a text stands for: a code, or one of its spellings.
    static <E extends Enum<E>> Optional<E> value(Class<E> type, String text) {
        var folded = Folding.letters(text);
        return Arrays.stream(type.getEnumConstants())
                .filter(value ->
                        Folding.letters(value.name()).equals(folded) || says(key(value), folded))
                .findFirst();
    }

    /// What the template writes for a value.
    static String spelling(Enum<?> value) {
        return words(key(value)).getFirst();
    }

    /// All values of a type with what the template writes for them, for a message.
    static <E extends Enum<E>> Map<E, String> choices(Class<E> type) {
        var choices = new LinkedHashMap<E, String>();
        for (var value : type.getEnumConstants()) {
            choices.put(value, spelling(value));
        }
        return Collections.unmodifiableMap(choices);
    }

    private static String key(Enum<?> value) {
        return "value." + value.getDeclaringClass().getSimpleName() + "." + value.name();
    }

    /// Whether a text is one of the spellings of a small word, such as `word.YES`.
    static boolean isWord(String word, String text) {
        return says("word." + word, Folding.letters(text));
    }

    private static boolean says(String key, String folded) {
        return FOLDED.getOrDefault(key, Set.of()).contains(folded);
    }

    private static List<String> words(String key) {
        var listed = WORDS.getProperty(key);
        if (listed == null) {
            throw new IllegalStateException("words.properties has no " + key);
        }
        return spellings(listed);
    }
}
