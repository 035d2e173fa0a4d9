package vn.sovang.api.inspection;

import java.util.List;

/// The annex as plain text: a line a value, a row's cells joined by `|`.
final class AnnexText {
    private AnnexText() {}

    static String write(Annex annex) {
        var out = new StringBuilder(annex.title()).append("\n\n");
        annex.head().forEach(l -> out.append(l.name()).append(": ").append(l.value()).append('\n'));
        for (var table : annex.tables()) {
            out.append('\n').append(table.caption()).append('\n');
            if (table.rows().isEmpty()) {
                out.append(table.none()).append('\n');
                continue;
            }
            row(out, table.columns());
            table.rows().forEach(cells -> row(out, cells));
        }
        out.append('\n');
        annex.notes().forEach(note -> out.append(note).append('\n'));
        return out.toString();
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append(String.join(" | ", cells)).append('\n');
    }
}
