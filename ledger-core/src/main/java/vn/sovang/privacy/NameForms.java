package vn.sovang.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import vn.sovang.vocabulary.Folding;

/// Names as they are compared: without what offices write before them (*ông, bà, đ/c, thượng tá*).
final class NameForms {
    /// Longest first, so that `bà mẹ` goes before `bà`.
    private static final List<String> TITLES = titles();

    private NameForms() {}

    private static List<String> titles() {
        var stream = NameForms.class.getResourceAsStream("/reference/name-titles.txt");
        if (stream == null) {
            throw new IllegalStateException("missing resource name-titles.txt");
        }
        try (var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Folding::accented)
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Accents kept, but not where the tone stands.
    static String spelled(String name) {
        return untitled(Folding.accented(name));
    }

    /// Accents gone too.
    static String letters(String name) {
        return Folding.words(untitled(Folding.accented(name)));
    }

    /// What somebody looks for: a title goes wherever anything is left.
    static String sought(String text) {
        var folded = Folding.accented(text);
        for (var title : TITLES) {
            if (folded.startsWith(title + " ")) {
                return sought(folded.substring(title.length() + 1));
            }
        }
        return folded;
    }

    /// A title goes only if a name of two words is left: *Ông Ích* may be a name.
    private static String untitled(String folded) {
        for (var title : TITLES) {
            if (folded.startsWith(title + " ")) {
                var rest = folded.substring(title.length() + 1);
                return rest.contains(" ") ? untitled(rest) : folded;
            }
        }
        return folded;
    }
}
