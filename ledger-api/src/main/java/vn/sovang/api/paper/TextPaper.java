package vn.sovang.api.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.sovang.api.paper.Paper.Block.Addressees;
import vn.sovang.api.paper.Paper.Block.Ground;
import vn.sovang.api.paper.Paper.Block.Heading;
import vn.sovang.api.paper.Paper.Block.Paragraph;
import vn.sovang.api.paper.Paper.Block.Tabular;

/// A paper as plain text: a paragraph a line, tables in columns.
final class TextPaper {
    private static final String GAP = "  ";

    private TextPaper() {}

    static void write(Paper paper, OutputStream out) throws IOException {
        var lines = new ArrayList<String>();
        lines.addAll(paper.body());
        lines.add(paper.number());
        lines.add(PaperTexts.text("nation"));
        lines.add(PaperTexts.text("motto"));
        lines.add(paper.placeAndDate());
        lines.add("");
        lines.add(paper.look().mark());
        if (paper.kind() != null) {
            lines.add(paper.kind());
        }
        lines.add(paper.subject());
        if (paper.notice() != null) {
            lines.add(paper.notice());
        }
        for (var block : paper.content()) {
            switch (block) {
                case Heading heading -> lines.addAll(List.of("", heading.text()));
                case Paragraph paragraph -> lines.addAll(List.of("", paragraph.text()));
                case Ground ground -> lines.addAll(List.of("", ground.text()));
                case Addressees all -> {
                    lines.add("");
                    lines.addAll(all.lines());
                }
                case Tabular tabular -> lines.addAll(table(tabular.table()));
            }
        }
        lines.add("");
        lines.addAll(paper.signature());
        lines.add("");
        lines.add(PaperTexts.text("receivers"));
        paper.receivers().forEach(receiver -> lines.add("- " + receiver));
        var annex = paper.annex();
        if (annex != null) {
            lines.addAll(List.of("", annex.title(), annex.subject()));
            if (annex.of() != null) {
                lines.add(annex.of());
            }
            annex.tables().forEach(table -> lines.addAll(table(table)));
            lines.addAll(List.of("", annex.source()));
        }
        var proof = paper.proof();
        if (proof != null) {
            lines.addAll(List.of("", proof.title()));
            lines.addAll(proof.lines());
            lines.add("");
            lines.addAll(proof.checkpoint());
        }
        out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> table(Paper.Table table) {
        var rows = new ArrayList<List<String>>();
        rows.add(table.head());
        table.rows().forEach(row -> rows.add(row.stream().map(Paper.Cell::text).toList()));
        int[] widths =
                IntStream.range(0, table.head().size())
                        .map(c -> rows.stream().mapToInt(row -> width(row.get(c))).max().orElse(0))
                        .toArray();
        var lines = new ArrayList<String>();
        lines.add("");
        if (!table.caption().isEmpty()) {
            lines.add(table.caption());
        }
        for (var row : rows) {
            var line = new StringBuilder();
            for (int c = 0; c < row.size(); c++) {
                var padding = " ".repeat(widths[c] - width(row.get(c)));
                var words = c < table.words();
                line.append(GAP).append(words ? row.get(c) + padding : padding + row.get(c));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
