package vn.sovang.api.evidence;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The frozen words of one version of the page.
final class PageTexts {
    private final Properties words = new Properties();

    PageTexts(int version) {
        var name = "/evidence-page-" + version + ".properties";
        try (var in = PageTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    /// The text with `{0}`, `{1}` … replaced.
    String text(String key, Object... arguments) {
        var text = words.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("the page has no words for " + key);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", arguments[i].toString());
        }
        return text;
    }

    /// The text, or what stands for it where there is none: an event or a value that is younger
    /// than this version of the page.
    String or(String key, @Nullable String otherwise) {
        return words.getProperty(key, otherwise);
    }
}
