package vn.sovang.api.paper;

import java.io.StringWriter;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.sovang.api.paper.Paper.Block.Addressed;
import vn.sovang.api.paper.Paper.Block.Heading;
import vn.sovang.api.paper.Paper.Block.Paragraph;

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
        xml.writeStartElement("body");
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
        element("p", "draft bold", PaperTexts.text("draft"));
        open("div", "title");
        element("h1", "", paper.kind());
        element("p", "bold", paper.subject());
        element("div", "rule", "");
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
                case Addressed addressed -> {
                    for (var line : addressed.lines()) {
                        element("p", "centred addressed", line);
                    }
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
        element("h1", "new-page centred", annex.title());
        element("p", "bold centred", annex.subject());
        for (var table : annex.tables()) {
            element("p", "caption", table.caption());
            table(table);
        }
        element("p", "source", annex.source());
    }

    private void table(Paper.Table table) throws XMLStreamException {
        open("table", "figures");
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
            cells(table.rows().get(r), table.words());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void cells(List<Paper.Cell> cells, int words) throws XMLStreamException {
        for (int c = 0; c < cells.size(); c++) {
            element("td", c < words ? "" : "figure", cells.get(c).text());
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
