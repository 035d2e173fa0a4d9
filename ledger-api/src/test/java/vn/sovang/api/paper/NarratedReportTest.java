package vn.sovang.api.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import vn.sovang.api.paper.Paper.Block;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// Words of an office around section II.4 of the first half of 2024.
class NarratedReportTest {
    private static final String PERIOD = "6 tháng đầu năm 2024";

    private static final ReportWords WORDS =
            words(
                    ReportPart.SUBJECT,
                    "Sơ kết thử",
                    ReportPart.ADDRESSEES,
                    "Sở Nội vụ",
                    ReportPart.BASIS,
                    "Thực hiện Hướng dẫn số 01/HD; Ủy ban nhân dân thành phố báo cáo như sau:",
                    ReportPart.FIRST,
                    "1. Công tác chỉ đạo, triển khai\nTiếp tục thực hiện tốt.\n\nĐẩy mạnh.",
                    ReportPart.SECOND,
                    "1. Phong trào thường xuyên\nKết quả phong trào.",
                    ReportPart.FOURTH,
                    "1. Đẩy mạnh công tác tuyên truyền.",
                    ReportPart.RECEIVERS,
                    "- Sở Nội vụ;\nLưu: VT, NV.",
                    ReportPart.CAPACITY,
                    "KT. CHỦ TỊCH",
                    ReportPart.POSITION,
                    "PHÓ CHỦ TỊCH",
                    ReportPart.SIGNER,
                    "Cá nhân 0001",
                    ReportPart.PLACE,
                    "Tháp Chàm");

    private static ReportWords words(Object... partsAndTexts) {
        var texts = new EnumMap<ReportPart, String>(ReportPart.class);
        for (int i = 0; i < partsAndTexts.length; i += 2) {
            texts.put((ReportPart) partsAndTexts[i], (String) partsAndTexts[i + 1]);
        }
        return new ReportWords(texts);
    }

    private static Paper figures() {
        RunningSite.url();
        var installation = RunningSite.installation();
        var figures = new Figures(installation.projections(), installation.ledger());
        var question = new StatisticsQuestion("2024-H1", null, RunningSite.CITY, null, "restated");
        return new HalfYearPapers(installation.ledger(), figures).write(question, false).paper();
    }

    private static List<String> seed() throws IOException {
        try (var in = NarratedReportTest.class.getResourceAsStream("/seed/section-II-4.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    private static byte[] bytes(Paper paper, PaperFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        format.write(paper, out);
        return out.toByteArray();
    }

    @Test
    void the_words_stand_around_section_two_four_which_is_the_seeds_own() throws IOException {
        var paper = NarratedReport.of(figures(), WORDS, PERIOD);

        try (var docx =
                new XWPFDocument(new ByteArrayInputStream(bytes(paper, PaperFormat.DOCX)))) {
            var lines =
                    docx.getParagraphs().stream()
                            .map(XWPFParagraph::getText)
                            .filter(line -> !line.isBlank())
                            .toList();
            assertThat(lines)
                    .containsSubsequence(
                            "Kính gửi: Sở Nội vụ",
                            "Thực hiện Hướng dẫn số 01/HD; Ủy ban nhân dân thành phố báo cáo như"
                                    + " sau:",
                            "I. ĐÁNH GIÁ KẾT QUẢ THI ĐUA, KHEN THƯỞNG 6 THÁNG ĐẦU NĂM 2024",
                            "1. Công tác chỉ đạo, triển khai",
                            "Tiếp tục thực hiện tốt.",
                            "Đẩy mạnh.",
                            "II. KẾT QUẢ CÁC PHONG TRÀO THI ĐUA",
                            "1. Phong trào thường xuyên",
                            "Kết quả phong trào.",
                            "4. Công tác khen thưởng",
                            seed().get(0),
                            seed().get(1),
                            "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ",
                            "1. Đẩy mạnh công tác tuyên truyền.");
            assertThat(lines).contains("DỰ THẢO").doesNotContain("III. ĐÁNH GIÁ CHUNG");
            var headed =
                    docx.getParagraphs().stream()
                            .filter(p -> p.getText().equals("1. Công tác chỉ đạo, triển khai"))
                            .findFirst()
                            .orElseThrow();
            assertThat(headed.getRuns().getFirst().isBold()).isTrue();
            var sentence =
                    docx.getParagraphs().stream()
                            .filter(p -> p.getText().startsWith("1. Đẩy mạnh"))
                            .findFirst()
                            .orElseThrow();
            assertThat(sentence.getRuns().getFirst().isBold()).isFalse();
            assertThat(sentence.getAlignment()).isEqualTo(ParagraphAlignment.BOTH);
            var foot = docx.getTables().get(1).getRow(0);
            assertThat(foot.getCell(0).getText()).contains("- Sở Nội vụ;", "- Lưu: VT, NV.");
            assertThat(foot.getCell(1).getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "", "Cá nhân 0001");
            assertThat(docx.getTables().getFirst().getText()).contains("Tháp Chàm, ngày ");
        }
    }

    @Test
    void every_other_format_has_the_words_too() throws IOException {
        var paper = NarratedReport.of(figures(), WORDS, PERIOD);

        var text = new String(bytes(paper, PaperFormat.TXT), StandardCharsets.UTF_8);
        assertThat(text).contains("Kính gửi: Sở Nội vụ", seed().get(0), "Cá nhân 0001");
        try (var pdf = Loader.loadPDF(bytes(paper, PaperFormat.PDF))) {
            var read = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(read).contains("Kính gửi: Sở Nội vụ", seed().get(0), "Cá nhân 0001");
        }
        assertThat(bytes(paper, PaperFormat.XLSX)).isNotEmpty();
    }

    @Test
    void an_office_begins_with_what_the_ledger_says_and_gets_the_same_paper_back() {
        var figures = figures();
        var begun = NarratedReport.begin(figures, PERIOD);
        var paper = NarratedReport.of(figures, begun, PERIOD);

        assertThat(begun.text(ReportPart.PLACE)).isEqualTo("Phan Rang - Tháp Chàm");
        assertThat(paper.content()).isEqualTo(figures.content());
        assertThat(paper.receivers()).isEqualTo(figures.receivers());
        assertThat(paper.signature()).isEqualTo(figures.signature());
        assertThat(paper.placeAndDate()).isEqualTo(figures.placeAndDate());
        assertThat(NarratedReport.of(figures, new ReportWords(Map.of()), PERIOD).content())
                .isEqualTo(figures.content());
    }

    @Test
    void several_addressees_stand_below_each_other() {
        var words = words(ReportPart.ADDRESSEES, "Sở Nội vụ;\nThường trực Thành ủy.");
        var block = NarratedReport.of(figures(), words, PERIOD).content().getFirst();

        assertThat(block).isInstanceOf(Block.Addressees.class);
        assertThat(((Block.Addressees) block).lines())
                .containsExactly("Kính gửi:", "- Sở Nội vụ;", "- Thường trực Thành ủy.");
    }

    @Test
    void words_that_no_paper_can_hold_are_refused_part_by_part() {
        var typed =
                Map.of(
                        "trich-yeu", "x".repeat(501),
                        "muc-1", "có\u0000ký tự lạ",
                        "muc-3", "tốt\u00ad\u200b");
        var failure = catchThrowableOfType(Failure.class, () -> ReportWords.read(typed::get));

        assertThat(failure.code()).isEqualTo(FailureCode.FIELDS_WRONG);
        assertThat(failure.places())
                .extracting(Failure.Place::pointer)
                .containsExactly("/trich-yeu", "/muc-1");
        assertThat(ReportWords.read(Map.of("muc-3", "tốt\u00ad\u200b")::get).text(ReportPart.THIRD))
                .isEqualTo("tốt");
        assertThat(ReportWords.read(Map.of("nguoi-ky", "a\r\nb")::get).text(ReportPart.SIGNER))
                .isEqualTo("a b");
        assertThat(ReportWords.read(_ -> null).texts()).isEmpty();
    }
}
