package vn.sovang.api.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Tables of text.
final class Columns {
    private static final int GAP = 2;

    private Columns() {}

    /// Columns as wide as their widest cell; the first `left` are words, the others figures.
    static List<String> of(List<List<String>> lines, int left) {
        var widths =
                IntStream.range(0, lines.getFirst().size())
                        .map(c -> lines.stream().mapToInt(l -> width(l.get(c))).max().orElse(0))
                        .toArray();
        var texts = new ArrayList<String>();
        for (var line : lines) {
            var text = new StringBuilder();
            for (int c = 0; c < line.size(); c++) {
                var padding = " ".repeat(widths[c] - width(line.get(c)));
                text.append(" ".repeat(GAP))
                        .append(c < left ? line.get(c) + padding : padding + line.get(c));
            }
            texts.add(text.toString().stripTrailing());
        }
        return texts;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
