package vn.sovang.api.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.sovang.api.paper.Paper.Block.Addressed;
import vn.sovang.api.paper.Paper.Block.Heading;
import vn.sovang.api.paper.Paper.Block.Paragraph;

/// A paper for Word, to be completed, signed and sealed by the office. Measures are those of NĐ
/// 30/2020/NĐ-CP, Phụ lục I, mục I and II.
final class DocxPaper {
    private static final String FONT = "Times New Roman";
    private static final int BODY = 14;
    private static final int HEAD = 13;

    /// Names of state and body: the smaller size allowed, so that each stands on one line.
    private static final int NAMES = 12;

    private static final int TABLE = 12;
    private static final int RECEIVERS = 11;

    /// A4, top and bottom 20 mm, left 30 mm, right 15 mm.
    private static final long WIDTH = 11_906;

    private static final long HEIGHT = 16_838;
    private static final long TOP = 1_134;
    private static final long LEFT = 1_701;
    private static final long RIGHT = 850;
    private static final int TEXT_WIDTH = (int) (WIDTH - LEFT - RIGHT);

    /// 67 mm and the rest: the left column is the narrower one, or the name of the state wraps.
    private static final int LEFT_COLUMN = 3_800;

    private static final int RIGHT_COLUMN = TEXT_WIDTH - LEFT_COLUMN;
    private static final int FIRST_LINE = 720;
    private static final int BETWEEN = 120;
    private static final int CODE_MM = 40;

    private final Paper paper;
    private final XWPFDocument document = new XWPFDocument();

    DocxPaper(Paper paper) {
        this.paper = paper;
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
        var size = section.addNewPgSz();
        size.setOrient(STPageOrientation.PORTRAIT);
        size.setW(BigInteger.valueOf(WIDTH));
        size.setH(BigInteger.valueOf(HEIGHT));
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
        var table = table(1, List.of(LEFT_COLUMN, RIGHT_COLUMN));
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
        run(centred(right, true), PaperTexts.text("nation"), NAMES).setBold(true);
        run(centred(right, false), PaperTexts.text("motto"), HEAD).setBold(true);
        ruled(right, RIGHT_COLUMN * 3 / 10);
        run(centred(right, false), paper.placeAndDate(), HEAD).setItalic(true);
    }

    private void title() {
        var draft = run(paragraph(ParagraphAlignment.LEFT), PaperTexts.text("draft"), HEAD);
        draft.setBold(true);
        var kind = paragraph(ParagraphAlignment.CENTER);
        kind.setSpacingBefore(BETWEEN);
        run(kind, paper.kind(), BODY).setBold(true);
        run(paragraph(ParagraphAlignment.CENTER), paper.subject(), BODY).setBold(true);
        var line = paragraph(ParagraphAlignment.CENTER);
        rule(line, TEXT_WIDTH * 2 / 5);
        if (paper.notice() != null) {
            run(paragraph(ParagraphAlignment.CENTER), paper.notice(), TABLE).setItalic(true);
        }
    }

    private void content() {
        for (var block : paper.content()) {
            if (block instanceof Addressed addressed) {
                addressed(addressed);
                continue;
            }
            var paragraph = paragraph(ParagraphAlignment.BOTH);
            paragraph.setIndentationFirstLine(FIRST_LINE);
            paragraph.setSpacingBefore(BETWEEN);
            switch (block) {
                case Heading heading -> {
                    run(paragraph, heading.text(), BODY).setBold(true);
                    paragraph.setKeepNext(true);
                }
                case Paragraph text -> run(paragraph, text.text(), BODY);
                case Addressed _ -> throw new IllegalStateException("stands by itself");
            }
        }
    }

    private void addressed(Addressed addressed) {
        for (var line : addressed.lines()) {
            var paragraph = paragraph(ParagraphAlignment.CENTER);
            paragraph.setSpacingBefore(BETWEEN);
            run(paragraph, line, BODY);
        }
    }

    private void foot() {
        paragraph(ParagraphAlignment.LEFT);
        var table = table(1, List.of(TEXT_WIDTH / 2, TEXT_WIDTH - TEXT_WIDTH / 2));
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
        run(newPage(), annex.title(), BODY).setBold(true);
        run(paragraph(ParagraphAlignment.CENTER), annex.subject(), BODY).setBold(true);
        for (var table : annex.tables()) {
            // Two tables in a row would become one.
            var caption = paragraph(ParagraphAlignment.LEFT);
            caption.setSpacingBefore(BETWEEN);
            caption.setKeepNext(true);
            run(caption, table.caption(), HEAD).setBold(true);
            figures(table);
        }
        var source = paragraph(ParagraphAlignment.LEFT);
        source.setSpacingBefore(BETWEEN);
        run(source, annex.source(), TABLE).setItalic(true);
    }

    private void figures(Paper.Table content) {
        var table = table(content.rows().size() + 1, widths(content));
        for (int c = 0; c < content.head().size(); c++) {
            var cell = table.getRow(0).getCell(c);
            run(centred(cell, true), content.head().get(c), TABLE).setBold(true);
        }
        table.getRow(0).setRepeatHeader(true);
        for (int r = 0; r < content.rows().size(); r++) {
            var row = table.getRow(r + 1);
            row.setCantSplitRow(true);
            var sum = content.summed() && r == content.rows().size() - 1;
            var cells = content.rows().get(r);
            for (int c = 0; c < cells.size(); c++) {
                var paragraph = row.getCell(c).getParagraphArray(0);
                paragraph.setAlignment(
                        c < content.words() ? ParagraphAlignment.LEFT : ParagraphAlignment.RIGHT);
                run(paragraph, cells.get(c).text(), TABLE).setBold(sum);
            }
        }
    }

    /// A narrow first column for numbers, figures alike, the rest for words.
    private static List<Integer> widths(Paper.Table table) {
        int columns = table.head().size();
        int figures = columns - table.words();
        int number = table.words() > 1 ? 600 : 0;
        int figure = Math.min(1_300, (TEXT_WIDTH - number) / (figures + 2));
        int words = TEXT_WIDTH - number - figure * figures;
        var widths = new ArrayList<Integer>();
        if (number > 0) {
            widths.add(number);
        }
        widths.add(words);
        for (int i = 0; i < figures; i++) {
            widths.add(figure);
        }
        return widths;
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

    private XWPFTable table(int rows, List<Integer> widths) {
        var table = document.createTable(rows, widths.size());
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setWidth(widths.stream().mapToInt(Integer::intValue).sum());
        var grid = table.getCTTbl().addNewTblGrid();
        widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
        for (var row : table.getRows()) {
            for (int c = 0; c < widths.size(); c++) {
                row.getCell(c).setWidth(Integer.toString(widths.get(c)));
            }
        }
        return table;
    }

    private static XWPFParagraph centred(XWPFTableCell cell, boolean first) {
        var paragraph = first ? cell.getParagraphArray(0) : cell.addParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
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

    /// All four ranges, or Word shows another face for Vietnamese letters.
    private static XWPFRun run(XWPFParagraph paragraph, String text, int points) {
        var run = paragraph.createRun();
        for (var range : XWPFRun.FontCharRange.values()) {
            run.setFontFamily(FONT, range);
        }
        run.setFontSize(points);
        if (!text.isEmpty()) {
            run.setText(text);
        }
        return run;
    }
}
