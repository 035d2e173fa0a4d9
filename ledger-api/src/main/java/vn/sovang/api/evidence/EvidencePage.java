package vn.sovang.api.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.evidence.BundleContent;
import vn.sovang.evidence.Leaf;
import vn.sovang.evidence.PageRenderer;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.EvidenceSubject;

/// The page for people in a bundle (`trang.html`), version 1: Vietnamese, one file, no scripts,
/// nothing from elsewhere, made to be printed.
///
/// Verifying renders it again and compares bytes. So whatever it shows follows from the bundle
/// alone, its words are frozen, and a change of a word or a tag is a new version beside this one.
public final class EvidencePage implements PageRenderer {
    private static final int VERSION = 1;

    private static final String STYLE =
            """
            body{font:11pt/1.45 serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#111}
            h1{font-size:1.5rem}h2{font-size:1.15rem;border-bottom:1px solid #999;margin-top:2rem}
            h3{font-size:1rem;margin:1.2rem 0 .2rem}dl{margin:0;display:grid}
            dl{grid-template-columns:12rem 1fr;gap:.1rem .8rem}dt{color:#444}dd{margin:0}
            table{border-collapse:collapse}td,th{border:1px solid #999;padding:.15rem .5rem}
            code{font:.85em monospace;overflow-wrap:anywhere}article{break-inside:avoid}
            @media print{body{margin:0;max-width:none}a{color:inherit}}
            """;

    private final PageTexts texts = new PageTexts(VERSION);
    private final VietnameseFormat format = new VietnameseFormat();

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public byte[] render(BundleContent content) {
        var values = new PageValues(texts, content);
        var html = new Html();
        html.raw("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.element("title", texts.text("title"));
        html.raw("<style>\n").raw(STYLE).raw("</style>\n</head>\n<body>\n");
        head(html, content, values);
        statements(html, content);
        if (content.subject() instanceof EvidenceSubject.OfPeriod) {
            figures(html, content, values);
        }
        html.element("h2", texts.text("story"));
        content.story().forEach(leaf -> event(html, leaf, values));
        html.element("h2", texts.text("reading"));
        content.forReading().forEach(leaf -> event(html, leaf, values));
        html.raw("</body>\n</html>\n");
        return html.toString().getBytes(UTF_8);
    }

    private void head(Html html, BundleContent content, PageValues values) {
        html.element("h1", texts.text("title"));
        html.raw("<dl>\n");
        row(html, texts.text("subject"), subject(content.subject(), values));
        row(html, texts.text("variant"), texts.text("variant." + content.variant()));
        row(html, texts.text("origin"), content.origin());
        row(html, texts.text("checkpoint"), texts.text("checkpoint.size", content.size()));
        row(html, texts.text("root"), content.root().toBase64());
        row(html, texts.text("bundle"), content.bundle().toString());
        html.raw("</dl>\n");
    }

    private String subject(EvidenceSubject subject, PageValues values) {
        return switch (subject) {
            case EvidenceSubject.OfAward(var award) -> texts.text("subject.award", award);
            case EvidenceSubject.OfRecipient(var person) ->
                    texts.text("subject.recipient", values.of(person));
            case EvidenceSubject.OfPeriod(var from, var to, var authority) -> {
                var days = texts.text("subject.period", format.date(from), format.date(to));
                yield authority == null
                        ? days
                        : days + texts.text("subject.authority", values.of(authority));
            }
        };
    }

    /// What is proved and what is only claimed, in these words and no others.
    private void statements(Html html, BundleContent content) {
        html.element("h2", texts.text("statements"));
        html.raw("<ul>\n");
        html.element("li", texts.text("statement.inclusion"));
        for (long size : content.since()) {
            html.element("li", texts.text("statement.unaltered", size));
        }
        html.element("li", texts.text("statement.unaltered", content.size()));
        html.element("li", texts.text("statement.complete"));
        html.raw("</ul>\n");
        html.element("p", texts.text("statement.limit", content.size()));
        html.element("p", texts.text("statement.verify"));
    }

    /// Counted from the leaves of the bundle, so that anybody can count again.
    private void figures(Html html, BundleContent content, PageValues values) {
        var counts = new TreeMap<String, Integer>();
        for (var leaf : content.story()) {
            var line = line(leaf.recorded().fact().event());
            var cells =
                    List.of(
                            label(leaf),
                            line == null ? "" : values.of(line.award()),
                            line == null ? "" : values.of(line.recipientKind()));
            counts.merge(String.join("\t", cells), 1, Integer::sum);
        }
        html.element("h2", texts.text("figures"));
        html.raw("<table>\n<tr>");
        for (var head : List.of("event", "award", "kind", "count")) {
            html.raw("<th>").text(texts.text("figures." + head)).raw("</th>");
        }
        html.raw("</tr>\n");
        counts.forEach((key, count) -> {
            var cells = new ArrayList<>(List.of(key.split("\t", -1)));
            cells.add(count.toString());
            html.raw("<tr>");
            cells.forEach(cell -> html.raw("<td>").text(cell).raw("</td>"));
            html.raw("</tr>\n");
        });
        html.raw("</table>\n");
    }

    private static @Nullable AwardLine line(LedgerEvent event) {
        return switch (event) {
            case AwardDecided decided -> decided.line();
            case NominationFiled filed -> filed.line();
            case NominationSubmitted submitted -> submitted.line();
            case NominationForwardedUp forwarded -> forwarded.line();
            default -> null;
        };
    }

    private String label(Leaf leaf) {
        return texts.or("event." + leaf.type(), leaf.type());
    }

    private void event(Html html, Leaf leaf, PageValues values) {
        var fact = leaf.recorded().fact();
        html.raw("<article>\n");
        html.element("h3", label(leaf));
        html.raw("<dl>\n");
        row(html, texts.text("effective"), format.date(fact.effectiveOn()));
        row(html, texts.text("recorded"), format.time(leaf.recorded().recordedAt()));
        row(html, texts.text("document"), document(fact.document()));
        var found = fact.asFound();
        if (found != null) {
            row(html, texts.text("as.found"), found.rule() + ": " + found.reason());
        }
        var provenance = fact.provenance();
        if (provenance != null) {
            row(html, texts.text("provenance"), values.of(provenance.source()));
        }
        values.rows((Record) fact.event()).forEach(pair -> row(html, pair.name(), pair.value()));
        row(html, texts.text("by"), fact.by().user() + " (" + values.role(fact.by().role()) + ")");
        row(html, texts.text("position"), Long.toString(leaf.position()));
        html.raw("</dl>\n</article>\n");
    }

    private String document(Document document) {
        return switch (document) {
            case Document.None none -> texts.text("document.none", none.reason());
            case Document.Paper paper -> {
                var date = paper.date();
                yield date == null
                        ? texts.text("document.undated", paper.number(), paper.authority())
                        : texts.text(
                                "document.paper",
                                paper.number(),
                                format.documentDate(date),
                                paper.authority());
            }
        };
    }

    private static void row(Html html, String name, String value) {
        html.raw("<dt>").text(name).raw("</dt><dd>").text(value).raw("</dd>\n");
    }
}
