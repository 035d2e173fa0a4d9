package vn.sovang.api.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.testing.RunningSite;

/// The report of the first half of 2024, in every format: the words are the seed's own.
class HalfYearPaperTest {
    private static String emulation = "";
    private static String resistance = "";

    @BeforeAll
    static void seed() throws IOException {
        try (InputStream in =
                HalfYearPaperTest.class.getResourceAsStream("/seed/section-II-4.txt")) {
            assertThat(in).isNotNull();
            var lines =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .toList();
            emulation = lines.get(0);
            resistance = lines.get(1);
        }
    }

    private static byte[] file(PaperFormat format, boolean proven) {
        var installation = RunningSite.installation();
        RunningSite.url();
        var figures = new Figures(installation.projections(), installation.ledger());
        var question = new StatisticsQuestion("2024-H1", null, RunningSite.CITY, null, null);
        var draft = new HalfYearPapers(installation.ledger(), figures).write(question, proven);
        var out = new ByteArrayOutputStream();
        try {
            format.write(draft.paper(), out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void word_has_the_measures_of_the_decree_and_the_words_of_the_seed() throws IOException {
        try (var document =
                new XWPFDocument(new ByteArrayInputStream(file(PaperFormat.DOCX, false)))) {
            var section = document.getDocument().getBody().getSectPr();
            assertThat(mm(section.getPgSz().getW())).isBetween(209.5, 210.5);
            assertThat(mm(section.getPgSz().getH())).isBetween(296.5, 297.5);
            assertThat(mm(section.getPgMar().getTop())).isBetween(19.9, 25.0);
            assertThat(mm(section.getPgMar().getBottom())).isBetween(19.9, 25.0);
            assertThat(mm(section.getPgMar().getLeft())).isBetween(29.9, 35.0);
            assertThat(mm(section.getPgMar().getRight())).isBetween(14.9, 20.1);
            assertThat(section.isSetTitlePg()).as("no number on the first page").isTrue();

            var paragraphs = document.getParagraphs();
            var texts = paragraphs.stream().map(XWPFParagraph::getText).toList();
            assertThat(texts).contains("DỰ THẢO", "BÁO CÁO", emulation, resistance);
            var body = paragraphs.get(texts.indexOf(emulation));
            assertThat(body.getAlignment()).isEqualTo(ParagraphAlignment.BOTH);
            assertThat(body.getIndentationFirstLine()).isBetween(567, 720);
            assertThat(runs(document))
                    .allMatch(run -> "Times New Roman".equals(run.getFontFamily()))
                    .allMatch(run ->
                            "Times New Roman"
                                    .equals(run.getFontFamily(XWPFRun.FontCharRange.eastAsia)));

            var head = document.getTables().getFirst();
            assertThat(head.getRow(0).getCell(0).getText())
                    .contains("ỦY BAN NHÂN DÂN", "THÀNH PHỐ PHAN RANG - THÁP CHÀM")
                    .contains("Số:        /BC-UBND");
            assertThat(head.getRow(0).getCell(1).getText())
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                    .contains("Độc lập - Tự do - Hạnh phúc")
                    .contains("Phan Rang - Tháp Chàm, ngày      tháng      năm 2024");
            assertThat(head.getText()).doesNotContain("thành phố Phan Rang");
        }
    }

    private static List<XWPFRun> runs(XWPFDocument document) {
        var runs = new ArrayList<XWPFRun>();
        document.getParagraphs().forEach(p -> runs.addAll(p.getRuns()));
        for (var table : document.getTables()) {
            for (var row : table.getRows()) {
                for (var cell : row.getTableCells()) {
                    cell.getParagraphs().forEach(p -> runs.addAll(p.getRuns()));
                }
            }
        }
        assertThat(runs).hasSizeGreaterThan(100);
        return runs.stream().filter(run -> !run.text().isBlank()).toList();
    }

    private static double mm(Object twips) {
        return ((java.math.BigInteger) twips).doubleValue() * 25.4 / 1440;
    }

    @Test
    void the_annex_holds_the_figures_with_their_sums() throws IOException {
        try (var document =
                new XWPFDocument(new ByteArrayInputStream(file(PaperFormat.DOCX, false)))) {
            var tables = document.getTables();
            // Head, foot, two stages, re-issues.
            assertThat(tables).hasSize(5);
            var decided = tables.get(3);
            assertThat(decided.getRow(0).isRepeatHeader()).isTrue();
            var sum = decided.getRow(decided.getNumberOfRows() - 1);
            assertThat(sum.getTableCells().stream().map(c -> c.getText()).toList())
                    .containsExactly("", "Tổng cộng", "160", "895", "5", "1.060");
            assertThat(tables.get(4).getText()).contains("14", "30", "46");
        }
    }

    @Test
    void excel_holds_numbers_and_says_where_they_come_from() throws IOException {
        try (var workbook =
                new ReadableWorkbook(new ByteArrayInputStream(file(PaperFormat.XLSX, false)))) {
            assertThat(workbook.getSheets().map(s -> s.getName()).toList())
                    .contains("Lời văn", "Nguồn")
                    .hasSize(5);
            var decided = workbook.getSheet(1).orElseThrow().read();
            var sum = decided.getLast();
            assertThat(sum.getCellAsNumber(5).orElseThrow().longValue()).isEqualTo(1_060);
            assertThat(sum.getCellAsNumber(4).orElseThrow().longValue()).isEqualTo(5);
            var words = workbook.getSheet(3).orElseThrow().read();
            assertThat(words).anyMatch(row -> row.getCellText(0).equals(emulation));
            var source = workbook.getSheet(4).orElseThrow().read().toString();
            assertThat(source).contains("Số liệu theo sổ ghi đến", "Số liệu phục dựng");
        }
    }

    @Test
    void pdf_can_be_searched_letter_by_letter() throws IOException {
        try (var pdf = Loader.loadPDF(file(PaperFormat.PDF, false))) {
            var text = oneLine(new PDFTextStripper().getText(pdf));
            assertThat(text).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "DỰ THẢO");
            assertThat(text).contains(emulation, resistance);
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("Tinos");
                }
            }
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void text_is_read_as_it_stands() {
        var text = new String(file(PaperFormat.TXT, false), StandardCharsets.UTF_8);

        assertThat(text.lines()).contains(emulation, resistance, "DỰ THẢO");
        assertThat(text).contains("1.060", "Số liệu phục dựng");
    }

    @ParameterizedTest
    @EnumSource(PaperFormat.class)
    void a_paper_to_be_signed_is_clean_and_its_proof_is_a_page_of_its_own(PaperFormat format)
            throws IOException {
        var root = RunningSite.installation().ledger().checkpoint().orElseThrow().root();

        assertThat(text(format, false))
                .doesNotContain(root.toBase64())
                .doesNotContain("sovang.test");
        assertThat(text(format, true)).contains(root.toBase64(), "PHỤ LỤC XÁC THỰC", "sovang.test");
    }

    private static String text(PaperFormat format, boolean proven) throws IOException {
        var file = file(format, proven);
        return switch (format) {
            case TXT -> new String(file, StandardCharsets.UTF_8);
            case PDF -> {
                try (var pdf = Loader.loadPDF(file)) {
                    yield new PDFTextStripper().getText(pdf);
                }
            }
            case DOCX -> {
                try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
                    yield String.join(
                            "\n",
                            document.getParagraphs().stream().map(XWPFParagraph::getText).toList());
                }
            }
            case XLSX -> {
                try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
                    var text = new StringBuilder();
                    for (var sheet : workbook.getSheets().toList()) {
                        sheet.read().forEach(text::append);
                    }
                    yield text.toString();
                }
            }
        };
    }

    @Test
    void the_network_gives_the_same_file_with_a_name_that_says_what_it_is() {
        var answer = RunningSite.bytes("/api/v1/statistics/paper.docx?period=2024-H1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .isEqualTo(PaperFormat.DOCX.mediaType());
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", "bao-cao-khen-thuong_2024-H1_so-ghi-den-", ".docx");
        assertThat(answer.body()).startsWith('P', 'K');
        assertThat(RunningSite.get("/api/v1/statistics/paper.docx?period=mai").statusCode())
                .isEqualTo(400);
        assertThat(RunningSite.get("/api/v1/statistics/paper.doc?period=2024-H1").statusCode())
                .isEqualTo(404);
        var beyond = "/api/v1/statistics/paper.pdf?period=2024-H1&knownAt=999999999";
        assertThat(RunningSite.get(beyond).statusCode()).isEqualTo(409);
    }
}
