package vn.sovang.api.paper;

import static vn.sovang.api.paper.DocxTables.centred;
import static vn.sovang.api.paper.DocxTables.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.sovang.api.paper.Paper.Block.Addressees;
import vn.sovang.api.paper.Paper.Block.Ground;
import vn.sovang.api.paper.Paper.Block.Heading;
import vn.sovang.api.paper.Paper.Block.Paragraph;
import vn.sovang.api.paper.Paper.Block.Tabular;
import vn.sovang.api.paper.Paper.Lie;

/// A paper for Word, to be completed, signed and sealed by the office. Measures are those of NĐ
/// 30/2020/NĐ-CP, Phụ lục I, mục I and II.
final class DocxPaper {
    private static final int BODY = 14;
    private static final int HEAD = 13;

    /// Names of state and body: the smaller size allowed, so that each stands on one line.
    private static final int NAMES = 12;

    private static final int TABLE = DocxTables.SIZE;
    private static final int RECEIVERS = 11;

    /// A4, top and bottom 20 mm, left 30 mm, right 15 mm.
    private static final long WIDTH = 11_906;

    private static final long HEIGHT = 16_838;
    private static final long TOP = 1_134;
    private static final long LEFT = 1_701;
    private static final long RIGHT = 850;

    /// 67 mm and the rest: the left column is the narrower one, or the name of the state wraps.
    private static final int LEFT_COLUMN = 3_800;

    private static final int FIRST_LINE = 720;
    private static final int BETWEEN = 120;
    private static final int CODE_MM = 40;

    private final Paper paper;
    private final XWPFDocument document = new XWPFDocument();
    private final DocxTables tables = new DocxTables(document);
    private final int textWidth;
    private final int rightColumn;

    DocxPaper(Paper paper) {
        this.paper = paper;
        this.textWidth = textWidth(paper.look().lie());
        this.rightColumn = textWidth - LEFT_COLUMN;
    }

    private static int textWidth(Lie lie) {
        return (int) ((lie == Lie.ACROSS ? HEIGHT : WIDTH) - LEFT - RIGHT);
    }

    void write(OutputStream out) throws IOException {
        try (document) {
            document.getProperties().getCoreProperties().setTitle(paper.subject());
            document.getProperties().getCoreProperties().setCreator(paper.body().getLast());
            page();
            pageNumbers();
            head();
            title();
            content();
            foot();
            annex();
            proof();
            document.write(out);
        }
    }

    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        section.addNewPgSz();
        lay(section, paper.look().lie());
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(TOP));
        margins.setBottom(BigInteger.valueOf(TOP));
        margins.setLeft(BigInteger.valueOf(LEFT));
        margins.setRight(BigInteger.valueOf(RIGHT));
        margins.setHeader(BigInteger.valueOf(TOP / 2));
        margins.setFooter(BigInteger.valueOf(TOP / 2));
        // The first page has another, empty header: its number is not shown.
        section.addNewTitlePg();
    }

    private static void lay(CTSectPr section, Lie lie) {
        boolean across = lie == Lie.ACROSS;
        var size = section.getPgSz();
        size.setOrient(across ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        size.setW(BigInteger.valueOf(across ? HEIGHT : WIDTH));
        size.setH(BigInteger.valueOf(across ? WIDTH : HEIGHT));
    }

    /// Ends the sheets so far; those that follow lie the other way.
    private void turn(Lie lie) {
        var rest = document.getDocument().getBody().getSectPr();
        var last = paragraph(ParagraphAlignment.LEFT).getCTP();
        (last.isSetPPr() ? last.getPPr() : last.addNewPPr()).setSectPr((CTSectPr) rest.copy());
        lay(rest, lie);
        rest.unsetTitlePg();
    }

    private void pageNumbers() {
        var policy = document.createHeaderFooterPolicy();
        policy.createHeader(XWPFHeaderFooterPolicy.FIRST);
        var header = policy.createHeader(XWPFHeaderFooterPolicy.DEFAULT);
        var paragraph = header.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        run(paragraph, "", HEAD).getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        run(paragraph, "", HEAD).getCTR().addNewInstrText().setStringValue("PAGE");
        run(paragraph, "", HEAD).getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
    }

    private void head() {
        var table = tables.table(1, List.of(LEFT_COLUMN, rightColumn));
        table.removeBorders();
        table.setCellMargins(0, 0, 0, 0);
        var left = table.getRow(0).getCell(0);
        var right = table.getRow(0).getCell(1);
        var lines = paper.body();
        for (int i = 0; i < lines.size(); i++) {
            run(centred(left, i == 0), lines.get(i), NAMES).setBold(true);
        }
        ruled(left, LEFT_COLUMN / 3);
        run(centred(left, false), paper.number(), HEAD);
        if (paper.kind() == null) {
            run(centred(left, false), paper.subject(), NAMES);
        }
        run(centred(right, true), PaperTexts.text("nation"), NAMES).setBold(true);
        run(centred(right, false), PaperTexts.text("motto"), HEAD).setBold(true);
        ruled(right, rightColumn * 3 / 10);
        run(centred(right, false), paper.placeAndDate(), HEAD).setItalic(true);
    }

    private void title() {
        var draft = run(paragraph(ParagraphAlignment.LEFT), paper.look().mark(), HEAD);
        draft.setBold(true);
        var name = paper.kind();
        if (name != null) {
            var kind = paragraph(ParagraphAlignment.CENTER);
            kind.setSpacingBefore(BETWEEN);
            run(kind, name, BODY).setBold(true);
            run(paragraph(ParagraphAlignment.CENTER), paper.subject(), BODY).setBold(true);
            rule(paragraph(ParagraphAlignment.CENTER), textWidth * 2 / 5);
        }
        if (paper.notice() != null) {
            run(paragraph(ParagraphAlignment.CENTER), paper.notice(), TABLE).setItalic(true);
        }
    }

    private void content() {
        for (var block : paper.content()) {
            switch (block) {
                case Heading heading -> {
                    var paragraph = indented();
                    run(paragraph, heading.text(), BODY).setBold(true);
                    paragraph.setKeepNext(true);
                }
                case Paragraph text -> run(indented(), text.text(), BODY);
                case Ground ground -> run(indented(), ground.text(), BODY).setItalic(true);
                case Addressees all -> all.lines().forEach(this::addressee);
                case Tabular tabular -> captioned(tabular.table(), textWidth);
            }
        }
    }

    private void addressee(String line) {
        var paragraph = paragraph(ParagraphAlignment.CENTER);
        paragraph.setSpacingBefore(BETWEEN);
        paragraph.setSpacingAfter(BETWEEN);
        run(paragraph, line, BODY);
    }

    private XWPFParagraph indented() {
        var paragraph = paragraph(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(FIRST_LINE);
        paragraph.setSpacingBefore(BETWEEN);
        return paragraph;
    }

    private void captioned(Paper.Table table, int width) {
        // Two tables in a row would become one.
        var caption = paragraph(ParagraphAlignment.LEFT);
        caption.setSpacingBefore(BETWEEN);
        caption.setKeepNext(true);
        run(caption, table.caption(), table.caption().isEmpty() ? 4 : HEAD).setBold(true);
        tables.figures(table, width);
    }

    private void foot() {
        paragraph(ParagraphAlignment.LEFT);
        var table = tables.table(1, List.of(textWidth / 2, textWidth - textWidth / 2));
        table.removeBorders();
        table.getRow(0).setCantSplitRow(true);
        var left = table.getRow(0).getCell(0);
        var receivers = run(left.getParagraphArray(0), PaperTexts.text("receivers"), TABLE);
        receivers.setBold(true);
        receivers.setItalic(true);
        for (var receiver : paper.receivers()) {
            run(left.addParagraph(), "- " + receiver, RECEIVERS);
        }
        var right = table.getRow(0).getCell(1);
        for (int i = 0; i < paper.signature().size(); i++) {
            run(centred(right, i == 0), paper.signature().get(i), BODY).setBold(true);
        }
    }

    private void annex() {
        var annex = paper.annex();
        if (annex == null) {
            return;
        }
        boolean turned = annex.lie() != paper.look().lie();
        if (turned) {
            turn(annex.lie());
        }
        var title = turned ? paragraph(ParagraphAlignment.CENTER) : newPage();
        run(title, annex.title(), BODY).setBold(true);
        run(paragraph(ParagraphAlignment.CENTER), annex.subject(), BODY).setBold(true);
        if (annex.of() != null) {
            run(paragraph(ParagraphAlignment.CENTER), annex.of(), HEAD).setItalic(true);
        }
        for (var table : annex.tables()) {
            captioned(table, textWidth(annex.lie()));
        }
        var source = paragraph(ParagraphAlignment.LEFT);
        source.setSpacingBefore(BETWEEN);
        run(source, annex.source(), TABLE).setItalic(true);
    }

    private void proof() throws IOException {
        var proof = paper.proof();
        if (proof == null) {
            return;
        }
        run(newPage(), proof.title(), BODY).setBold(true);
        for (var line : proof.lines()) {
            var paragraph = paragraph(ParagraphAlignment.BOTH);
            paragraph.setSpacingBefore(BETWEEN);
            run(paragraph, line, TABLE);
        }
        for (var line : proof.checkpoint()) {
            run(paragraph(ParagraphAlignment.LEFT), line, RECEIVERS);
        }
        var code = paragraph(ParagraphAlignment.CENTER);
        code.setSpacingBefore(BETWEEN);
        int side = (int) Math.round(CODE_MM * Units.EMU_PER_CENTIMETER / 10.0);
        try (var png = new ByteArrayInputStream(SquareCode.png(proof.code()))) {
            code.createRun().addPicture(png, PictureType.PNG, "checkpoint.png", side, side);
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private XWPFParagraph newPage() {
        paragraph(ParagraphAlignment.LEFT).createRun().addBreak(BreakType.PAGE);
        return paragraph(ParagraphAlignment.CENTER);
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBetween(1, LineSpacingRule.AUTO);
        return paragraph;
    }

    /// The line below a name: a border above an empty paragraph, set in from both sides.
    private static void ruled(XWPFTableCell cell, int inset) {
        var paragraph = cell.addParagraph();
        paragraph.setIndentationLeft(inset);
        paragraph.setIndentationRight(inset);
        line(paragraph);
    }

    private static void rule(XWPFParagraph paragraph, int inset) {
        paragraph.setIndentationLeft(inset);
        paragraph.setIndentationRight(inset);
        line(paragraph);
    }

    private static void line(XWPFParagraph paragraph) {
        paragraph.setBorderTop(Borders.SINGLE);
        paragraph.setSpacingBefore(0);
        run(paragraph, "", 4);
    }
}
