package vn.sovang.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What a benchmark found.
///
/// @param facts circumstances, printed above the rows
/// @param rows cells are texts, integers or doubles
record Table(
        String title, Map<String, String> facts, List<String> columns, List<List<Object>> rows) {
    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// Rows for programs: one object each.
    String json() {
        var objects = new ArrayList<Map<String, Object>>();
        for (List<Object> row : rows) {
            var object = new LinkedHashMap<String, Object>();
            for (int i = 0; i < row.size(); i++) {
                object.put(columns.get(i), row.get(i));
            }
            objects.add(object);
        }
        var all = new LinkedHashMap<String, Object>();
        all.put("benchmark", title);
        all.put("circumstances", facts);
        all.put("rows", objects);
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    /// Rows for people: a table that Markdown understands too.
    String text() {
        var text = new StringBuilder(title).append("\n\n");
        facts.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        int[] widths = new int[columns.size()];
        var lines = new ArrayList<List<String>>();
        lines.add(columns);
        rows.forEach(row -> lines.add(row.stream().map(Table::cell).toList()));
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        text.append('\n');
        for (int line = 0; line < lines.size(); line++) {
            for (int i = 0; i < widths.length; i++) {
                String cell = lines.get(line).get(i);
                String space = " ".repeat(widths[i] - cell.length());
                text.append("| ").append(i == 0 ? cell + space : space + cell).append(' ');
            }
            text.append("|\n");
            if (line == 0) {
                for (int i = 0; i < widths.length; i++) {
                    text.append(i == 0 ? "|:" : "|-").append("-".repeat(widths[i]));
                    text.append(i == 0 ? "-" : ":");
                }
                text.append("|\n");
            }
        }
        return text.toString();
    }

    private static String cell(Object value) {
        return switch (value) {
            case Double d when d.isNaN() -> "–";
            case Double d when d >= 100 -> String.format(Locale.ROOT, "%,.0f", d);
            case Double d when d >= 1 -> String.format(Locale.ROOT, "%.2f", d);
            case Double d -> String.format(Locale.ROOT, "%.3f", d);
            case Number n -> String.format(Locale.ROOT, "%,d", n.longValue());
            default -> value.toString();
        };
    }
}
