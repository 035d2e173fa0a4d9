package vn.sovang.api.inspection;

import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/// The annex as one page to print: no scripts, nothing from elsewhere.
final class AnnexHtml {
    private static final String STYLE =
            """
            body{font:11pt/1.4 serif;margin:2rem;color:#111}h1{font-size:1.4rem}
            dl{display:grid;grid-template-columns:14rem 1fr;gap:.1rem .8rem}dd{margin:0}
            dd,td{overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}
            caption{font-weight:bold;text-align:left;margin-top:1.5rem}
            td,th{border:1px solid #999;padding:.15rem .4rem;vertical-align:top;text-align:left}
            tr{break-inside:avoid}@media print{body{margin:0}@page{size:A4 landscape}}
            """;

    private final StringBuilder out = new StringBuilder(16_384);

    private AnnexHtml() {}

    static String write(Annex annex, Locale locale) {
        return new AnnexHtml().page(annex, locale.getLanguage().equals("en") ? "en" : "vi");
    }

    private String page(Annex annex, String language) {
        out.append("<!DOCTYPE html>\n<html lang=\"").append(language);
        out.append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        element("title", annex.title());
        out.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
        element("h1", annex.title());
        out.append("<dl>\n");
        for (var line : annex.head()) {
            element("dt", line.name());
            element("dd", line.value());
        }
        out.append("</dl>\n");
        annex.tables().forEach(this::table);
        out.append("<ul>\n");
        annex.notes().forEach(note -> element("li", note));
        return out.append("</ul>\n</body>\n</html>\n").toString();
    }

    private void table(Annex.Table table) {
        out.append("<table>\n");
        element("caption", table.caption());
        if (table.rows().isEmpty()) {
            row("td", List.of(table.none()));
        } else {
            row("th", table.columns());
            table.rows().forEach(cells -> row("td", cells));
        }
        out.append("</table>\n");
    }

    private void row(String name, List<String> cells) {
        out.append("<tr>");
        cells.forEach(cell -> element(name, cell));
        out.append("</tr>\n");
    }

    private void element(String name, String text) {
        out.append('<').append(name).append('>');
        out.append(HtmlUtils.htmlEscape(text, "UTF-8"));
        out.append("</").append(name).append(">\n");
    }
}
