package vn.sovang.api.paper;

import java.io.StringWriter;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.sovang.api.paper.Paper.Block.Addressees;
import vn.sovang.api.paper.Paper.Block.Ground;
import vn.sovang.api.paper.Paper.Block.Heading;
import vn.sovang.api.paper.Paper.Block.Paragraph;
import vn.sovang.api.paper.Paper.Block.Tabular;
import vn.sovang.api.paper.Paper.Cell;
import vn.sovang.api.paper.Paper.Lie;

/// A paper as XHTML, which the PDF is made from.
final class PaperHtml {
    private final XMLStreamWriter xml;
    private final Paper paper;

    private PaperHtml(Paper paper, XMLStreamWriter xml) {
        this.paper = paper;
        this.xml = xml;
    }

    static String of(Paper paper) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new PaperHtml(paper, xml).write();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes everything", e);
        }
    }

    private void write() throws XMLStreamException {
        xml.writeStartElement("html");
        xml.writeAttribute("lang", "vi");
        xml.writeStartElement("head");
        element("title", "", paper.subject());
        xml.writeEmptyElement("meta");
        xml.writeAttribute("name", "description");
        xml.writeAttribute("content", paper.subject());
        element("style", "", PdfPaper.style());
        xml.writeEndElement();
        open("body", paper.look().lie() == Lie.ACROSS ? "across" : "");
        head();
        title();
        content();
        foot();
        annex();
        proof();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void head() throws XMLStreamException {
        open("table", "head");
        open("tr", "");
        open("td", "left");
        for (var line : paper.body()) {
            element("p", "bold", line);
        }
        element("div", "rule", "");
        element("p", "", paper.number());
        if (paper.kind() == null) {
            element("p", "about", paper.subject());
        }
        xml.writeEndElement();
        open("td", "right");
        element("p", "bold", PaperTexts.text("nation"));
        element("p", "bold motto", PaperTexts.text("motto"));
        element("div", "rule", "");
        element("p", "place", paper.placeAndDate());
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void title() throws XMLStreamException {
        element("p", "draft bold", paper.look().mark());
        open("div", "title");
        var kind = paper.kind();
        if (kind != null) {
            element("h1", "", kind);
            element("p", "bold", paper.subject());
            element("div", "rule", "");
        }
        if (paper.notice() != null) {
            element("p", "notice", paper.notice());
        }
        xml.writeEndElement();
    }

    private void content() throws XMLStreamException {
        for (var block : paper.content()) {
            switch (block) {
                case Heading heading -> element("h2", "block", heading.text());
                case Paragraph paragraph -> element("p", "block", paragraph.text());
                case Ground ground -> element("p", "block ground", ground.text());
                case Addressees all -> {
                    for (var line : all.lines()) {
                        element("p", "addressee", line);
                    }
                }
                case Tabular tabular -> {
                    if (!tabular.table().caption().isEmpty()) {
                        element("p", "caption", tabular.table().caption());
                    }
                    table(tabular.table());
                }
            }
        }
    }

    private void foot() throws XMLStreamException {
        open("table", "foot");
        open("tr", "");
        open("td", "receivers");
        element("p", "bold", PaperTexts.text("receivers"));
        for (var receiver : paper.receivers()) {
            element("p", "", "- " + receiver);
        }
        xml.writeEndElement();
        open("td", "centred");
        for (var line : paper.signature()) {
            // An empty line is room for the signature, and has no height of its own.
            element("p", "bold", line.isEmpty() ? "\u00a0" : line);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void annex() throws XMLStreamException {
        var annex = paper.annex();
        if (annex == null) {
            return;
        }
        open("div", annex.lie() == Lie.ACROSS ? "across new-page" : "new-page");
        element("h1", "centred", annex.title());
        element("p", "bold centred", annex.subject());
        if (annex.of() != null) {
            element("p", "of centred", annex.of());
        }
        for (var table : annex.tables()) {
            if (!table.caption().isEmpty()) {
                element("p", "caption", table.caption());
            }
            table(table);
        }
        element("p", "source", annex.source());
        xml.writeEndElement();
    }

    private void table(Paper.Table table) throws XMLStreamException {
        open("table", table.isCrowded() ? "figures crowded" : "figures");
        for (int share : table.shares()) {
            xml.writeEmptyElement("col");
            xml.writeAttribute("style", "width: " + share + "%");
        }
        open("thead", "");
        open("tr", "");
        for (var column : table.head()) {
            element("th", "", column);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        open("tbody", "");
        for (int r = 0; r < table.rows().size(); r++) {
            open("tr", table.summed() && r == table.rows().size() - 1 ? "sum" : "");
            cells(table.rows().get(r));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void cells(List<Cell> cells) throws XMLStreamException {
        for (var cell : cells) {
            var style =
                    switch (cell) {
                        case Cell.Words _ -> "";
                        case Cell.Figure _ -> "figure";
                        case Cell.Unknown _ -> "centred";
                    };
            element("td", style, cell.text());
        }
    }

    private void proof() throws XMLStreamException {
        var proof = paper.proof();
        if (proof == null) {
            return;
        }
        element("h1", "new-page centred", proof.title());
        for (var line : proof.lines()) {
            element("p", "proof", line);
        }
        for (var line : proof.checkpoint()) {
            element("p", "checkpoint", line);
        }
        open("p", "centred");
        xml.writeEmptyElement("img");
        xml.writeAttribute("class", "code");
        xml.writeAttribute("alt", PaperTexts.text("proof.checkpoint"));
        xml.writeAttribute(
                "src",
                "data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(SquareCode.png(proof.code())));
        xml.writeEndElement();
    }

    private void open(String name, String style) throws XMLStreamException {
        xml.writeStartElement(name);
        if (!style.isEmpty()) {
            xml.writeAttribute("class", style);
        }
    }

    private void element(String name, String style, String text) throws XMLStreamException {
        open(name, style);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
