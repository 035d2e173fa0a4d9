package vn.sovang.api.testing;

import java.io.ByteArrayInputStream;
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
import javax.imageio.ImageIO;

/// The guides for users in `docs/guide`, and their pictures.
public final class Guides {
    private static final Path FOLDER = Path.of("..", "docs", "guide");
    private static final Path PICTURES = FOLDER.resolve("images");

    /// Of a picture's height.
    private static final int MOST_PIXELS = 1_100;

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

    /// Keeps the upper part of a picture: who reads a guide wants to know the page again.
    static void picture(String name, byte[] bytes) {
        try {
            var whole = ImageIO.read(new ByteArrayInputStream(bytes));
            var height = Math.min(whole.getHeight(), MOST_PIXELS);
            var part = whole.getSubimage(0, 0, whole.getWidth(), height);
            Files.createDirectories(PICTURES);
            ImageIO.write(part, "png", PICTURES.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
