package vn.sovang.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The guides for users in `docs/guide`, and their pictures.
public final class Guides {
    private static final Path FOLDER = Path.of("..", "docs", "guide");
    private static final Path PICTURES = FOLDER.resolve("images");
    private static final Pattern PICTURE = Pattern.compile("\\]\\(images/([a-z0-9-]+\\.png)\\)");

    private Guides() {}

    /// Every guide with its text.
    public static Map<String, String> texts() {
        try (var files = Files.list(FOLDER)) {
            var texts = new TreeMap<String, String>();
            for (var file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The pictures that some guide shows.
    public static Set<String> shown() {
        var shown = new TreeSet<String>();
        texts().values()
                .forEach(text ->
                        PICTURE.matcher(text)
                                .results()
                                .forEach(found -> shown.add(found.group(1))));
        return shown;
    }

    static boolean show(String picture) {
        return shown().contains(picture);
    }

    /// The pictures there are.
    public static List<String> pictures() {
        try (var files = Files.list(PICTURES)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void picture(String name, byte[] bytes) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
