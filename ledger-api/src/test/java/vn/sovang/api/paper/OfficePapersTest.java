package vn.sovang.api.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.testing.TestAccounts;
import vn.sovang.vocabulary.UnitId;

/// The papers an office sends, over HTTP: what stands on them, how they are laid out, who gets
/// them.
class OfficePapersTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, Integer> PAGES =
            Map.of("to-trinh", 2, "bieu-0602", 2, "bieu-0603", 2);

    private static OfficeStory story = OfficeStory.told();

    @BeforeAll
    static void known() {
        assertThat(story.list).isNotEmpty();
    }

    private static HttpResponse<byte[]> bytes(String path) throws IOException {
        return bytes(RecordingSite.clerk(), path);
    }

    private static HttpResponse<byte[]> bytes(String who, String path) throws IOException {
        var request =
                HttpRequest.newBuilder(URI.create(RecordingSite.url() + "/api/v1/papers/" + path))
                        .header("Authorization", who)
                        .build();
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] paper(String path) throws IOException {
        var answer = bytes(path);
        assertThat(answer.statusCode())
                .as(path + " " + new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer.body();
    }

    private static String text(String path) throws IOException {
        return new String(paper(path), StandardCharsets.UTF_8);
    }

    private static String pdf(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String submission(String suffix) {
        return "submission." + suffix + "?list=" + story.list;
    }

    private static String cases(String suffix) {
        return "reissue-list." + suffix + "?kind=EXCHANGE&status=RECEIVED&unit=" + story.city;
    }

    private static String confirmation(String suffix, String award) {
        return "confirmation." + suffix + "?award=" + award;
    }

    private static List<String> texts(XWPFDocument document) {
        return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
    }

    private static void assertFaces(XWPFDocument document) {
        var runs = document.getParagraphs().stream().flatMap(p -> p.getRuns().stream()).toList();
        assertThat(runs).isNotEmpty();
        assertThat(runs).allMatch(run -> "Times New Roman".equals(run.getFontFamily()));
    }

    @Test
    void a_letter_stands_upright_and_its_list_lies_across() throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(paper(submission("docx"))))) {
            assertThat(texts(document))
                    .contains("TỜ TRÌNH", "Về việc đề nghị khen thưởng", "DANH SÁCH")
                    .anyMatch(t ->
                            t.startsWith("Căn cứ Luật Thi đua, khen thưởng") && t.endsWith(";"))
                    .contains("Kính gửi: UBND tỉnh Ninh Thuận")
                    .anyMatch(t -> t.contains("01 tập thể") && t.contains("01 cá nhân"));
            assertFaces(document);
            var last = document.getDocument().getBody().getSectPr();
            assertThat(last.getPgSz().getW()).isEqualTo(BigInteger.valueOf(16_838));
            var first =
                    document.getParagraphs().stream()
                            .filter(p -> p.getCTP().isSetPPr())
                            .filter(p -> p.getCTP().getPPr().isSetSectPr())
                            .map(p -> p.getCTP().getPPr().getSectPr())
                            .toList();
            assertThat(first).hasSize(1);
            assertThat(first.getFirst().getPgSz().getW()).isEqualTo(BigInteger.valueOf(11_906));
            assertThat(first.getFirst().getPgMar().getLeft()).isEqualTo(BigInteger.valueOf(1_701));
            assertThat(first.getFirst().getPgMar().getRight()).isEqualTo(BigInteger.valueOf(850));
            assertThat(first.getFirst().getPgMar().getTop()).isEqualTo(BigInteger.valueOf(1_134));
            var head = document.getTables().getFirst().getRow(0);
            assertThat(head.getCell(0).getText()).contains("ỦY BAN NHÂN DÂN", "81/TTr-UBND");
            assertThat(head.getCell(1).getText())
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                    .contains("ngày 06 tháng 5 năm 2024");
            var rows = document.getTables().getLast().getRows();
            assertThat(rows).hasSize(3);
            assertThat(rows.getFirst().isRepeatHeader()).isTrue();
            assertThat(rows.get(1).getCell(1).getText()).isEqualTo(OfficeStory.ACCENTED);
            assertThat(rows.get(2).getCell(1).getText()).isEqualTo(OfficeStory.COLLECTIVE);
        }
    }

    @Test
    void a_list_that_was_sent_says_that_it_was_drawn_up_again() throws IOException {
        assertThat(text(submission("txt")))
                .contains("LẬP LẠI TỪ SỔ", "Số: 81/TTr-UBND")
                .doesNotContain("DỰ THẢO");
    }

    @Test
    void nominations_not_sent_yet_make_a_draft_without_a_number() throws IOException {
        assertThat(text("submission.txt?nomination=" + story.waiting))
                .contains("DỰ THẢO", "Số:        /TTr-UBND", "(hạn chế xử lý)")
                .doesNotContain(OfficeStory.RESTRICTED)
                .contains("Kính gửi: ……");
    }

    @Test
    void a_list_of_cases_tells_what_the_archive_asks_for() throws IOException {
        assertThat(text(cases("txt")))
                .contains("Đề nghị cấp đổi hiện vật khen thưởng", "mẫu tham khảo")
                .contains(OfficeStory.ACCENTED, "912/QĐ-UBND", "20/5/2024", "0915")
                .contains(OfficeStory.DAMAGED, "Danh sách có 01 trường hợp./.")
                .doesNotContain("CHƯA ĐỦ DỮ LIỆU");
        assertThat(bytes("reissue-list.docx?kind=REISSUE&unit=" + story.city).statusCode())
                .as("nothing of this kind")
                .isEqualTo(422);
    }

    @Test
    void a_case_without_complete_data_stands_on_the_list_and_is_marked() throws IOException {
        assertThat(text("reissue-list.txt?kind=FIRST_ISSUE&unit=" + story.city))
                .contains("CHƯA ĐỦ DỮ LIỆU: thiếu họ tên", "(hạn chế xử lý)")
                .contains("trong đó 01 trường hợp chưa đủ dữ liệu")
                .doesNotContain(OfficeStory.RESTRICTED);
    }

    @Test
    void what_was_rebuilt_from_a_report_is_listed_with_its_gaps_and_says_so() throws IOException {
        var list = RunningSite.get("/api/v1/papers/reissue-list.txt?kind=REISSUE").body();

        assertThat(list)
                .contains("phục dựng", "mẫu 4.4", "Danh sách có 30 trường hợp")
                .contains("thiếu số quyết định, ngày quyết định");
    }

    @Test
    void excel_has_the_rows_and_pdf_the_words() throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(paper(cases("xlsx"))))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).anyMatch(row -> row.getCellText(1).equals(OfficeStory.ACCENTED));
        }
        assertThat(pdf(paper(submission("pdf")))).contains(OfficeStory.ACCENTED, "TỜ TRÌNH");
        assertThat(pdf(paper(cases("pdf"))).replaceAll("\\s", ""))
                .contains("912/QĐ-UBND", OfficeStory.DAMAGED.replaceAll("\\s", ""));
    }

    @Test
    void what_stands_is_confirmed_with_decision_day_signer_and_purpose() throws IOException {
        var path = confirmation("txt", story.standing) + "&purpose=ho%CC%80%20so%CC%9B";

        assertThat(text(path))
                .contains("V/v xác nhận khen thưởng", OfficeStory.ACCENTED)
                .contains("Quyết định số 912/QĐ-UBND ngày 20 tháng 5 năm 2024 của UBND thành phố")
                .contains("CHỦ TỊCH Người Ký Mẫu", "không ghi nhận việc hủy bỏ")
                .doesNotContain("PHỤ LỤC XÁC THỰC");
        var proven = text(confirmation("txt", story.standing) + "&proof=true");
        assertThat(proven).contains("PHỤ LỤC XÁC THỰC");
    }

    @Test
    void what_was_annulled_is_not_confirmed_and_no_ground_is_told() throws IOException {
        assertThat(text(confirmation("txt", story.annulled)))
                .contains("V/v trả lời đề nghị xác nhận khen thưởng")
                .contains("1001/QĐ-UBND", "không xác nhận khen thưởng này")
                .doesNotContain(" xác nhận:")
                .doesNotContainIgnoringCase("gian dối");
    }

    @Test
    void of_a_stripped_title_the_letter_says_given_and_taken_and_no_ground() throws IOException {
        assertThat(text(confirmation("txt", story.stripped) + "&unit=" + story.city))
                .contains("V/v trả lời đề nghị xác nhận khen thưởng", OfficeStory.ACCENTED)
                .contains("7701/QĐ-CTN", "đã bị tước theo văn bản số 7702/QĐ-CTN")
                .contains("ngày 01 tháng 8 năm 2024", "không xác nhận người có tên trên đang mang")
                .doesNotContain(" xác nhận:", "không ghi nhận việc hủy bỏ")
                .doesNotContain(OfficeStory.JUDGMENT, "Bản án")
                .doesNotContainIgnoringCase("tội");
    }

    @Test
    void nobody_confirms_what_cannot_be_shown_or_was_rebuilt_from_a_report() throws IOException {
        assertThat(bytes(confirmation("docx", story.hidden)).statusCode()).isEqualTo(422);
        var award = RunningSite.json("/api/v1/awards?limit=1").get("items").get(0).get("id");
        var answer = RunningSite.get("/api/v1/papers/confirmation.docx?award=" + award.asString());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("CONFIRMATION_IMPOSSIBLE");
    }

    @ParameterizedTest
    @CsvSource({
        "0601, sổ không ghi phong trào thi đua",
        "0602, sổ không có phân loại đối tượng",
        "0603, sổ không có phân loại đối tượng"
    })
    void a_form_says_why_a_figure_is_unknown(String form, String why) throws IOException {
        var path = "forms/" + form + ".%s?period=2024-H1&authority=" + story.city;

        assertThat(text(path.formatted("txt"))).contains(form + ".N/BNV-TĐKT", "…", why);
        var pdf = paper(path.formatted("pdf"));
        assertThat(pdf(pdf)).contains("Ghi chú", "ngày tháng năm 2024");
        var lines = Printed.lines(pdf);
        assertThat(lines).as("as wide as the sheet").anyMatch(line -> line.right() > 255);
        assertThat(lines).as("within its margins").allMatch(line -> line.right() < 283);
        try (var document =
                new XWPFDocument(new ByteArrayInputStream(paper(path.formatted("docx"))))) {
            var size = document.getDocument().getBody().getSectPr().getPgSz();
            assertThat((BigInteger) size.getW())
                    .as("lies across")
                    .isGreaterThan((BigInteger) size.getH());
            assertFaces(document);
        }
    }

    @Test
    void a_form_in_excel_has_figures_that_add_up_and_the_reason_where_there_is_none()
            throws IOException {
        var path = "forms/0603.xlsx?period=2021-H1&authority=" + story.province;
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(paper(path)))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(counted(rows, "Tổng số")).containsExactly("2", "1", "0", "0", "0");
            assertThat(counted(rows, "Tập thể")).containsExactly("1", "0", "0", "0", "0");
            assertThat(counted(rows, "Cá nhân, chưa rõ phân loại"))
                    .containsExactly("1", "1", "0", "0", "0");
            assertThat(counted(rows, "Doanh nhân")).containsOnly("…");
            assertThat(row(rows, "Doanh nhân").getCellText(7))
                    .isEqualTo("sổ không có phân loại đối tượng");
            assertThat(row(rows, "Chỉ tiêu").getCellText(2)).isEqualTo("Bằng khen cấp bộ, tỉnh");
        }
        var nothing = "forms/0603.xlsx?period=2020-H1&authority=" + story.province;
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(paper(nothing)))) {
            assertThat(counted(workbook.getFirstSheet().read(), "Tổng số")).containsOnly("0");
        }
    }

    private static Row row(List<Row> rows, String named) {
        return rows.stream()
                .filter(row -> row.getCellCount() > 1 && row.getCellText(1).equals(named))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row “" + named + "” in " + rows));
    }

    /// The figures of a row: number and words stand before them, the note behind.
    private static List<String> counted(List<Row> rows, String named) {
        var row = row(rows, named);
        return IntStream.range(2, row.getCellCount() - 1).mapToObj(row::getCellText).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "submission.docx?list=x, 400",
        "submission.docx?list=00000000-0000-4000-8000-00000000dead, 404",
        "submission.docx?nomination=00000000-0000-4000-8000-00000000dead, 404",
        "submission.docx?unit=00000000-0000-4000-8000-00000000dead, 422",
        "submission.doc, 404",
        "reissue-list.pdf, 400",
        "reissue-list.pdf?kind=SWAP, 400",
        "reissue-list.pdf?kind=EXCHANGE&from=2024-13-01, 400",
        "reissue-list.pdf?kind=EXCHANGE&list=00000000-0000-4000-8000-00000000dead, 404",
        "confirmation.pdf, 400",
        "confirmation.pdf?award=00000000-0000-4000-8000-00000000dead, 404",
        "forms/0699.pdf?period=2024-H1, 400",
        "forms/0602.pdf, 400"
    })
    void bad_questions_get_clear_answers(String path, int status) throws IOException {
        assertThat(bytes(path).statusCode()).as(path).isEqualTo(status);
    }

    @Test
    void another_office_gets_none_of_it() throws IOException {
        var accounts = TestAccounts.of(RecordingSite.installation());
        var other =
                RecordingSite.installation().projections().register().units().stream()
                        .filter(unit -> unit.parent() != null)
                        .map(unit -> unit.id())
                        .filter(id -> !id.toString().equals(story.city))
                        .filter(id -> isBelow(id))
                        .findFirst()
                        .orElseThrow();
        var stranger = accounts.key("papers-stranger", List.of(Role.CLERK), other);

        for (var path :
                List.of(
                        submission("docx"),
                        "submission.docx?nomination=" + story.waiting,
                        cases("pdf"),
                        confirmation("pdf", story.standing))) {
            assertThat(bytes(stranger, path).statusCode()).as(path).isIn(403, 422);
        }
        assertThat(bytes(stranger, submission("docx")).statusCode()).isEqualTo(403);
    }

    private static boolean isBelow(UnitId id) {
        var unit = RecordingSite.installation().projections().register().unit(id).orElseThrow();
        return unit.parent() != null && unit.parent().toString().equals(story.city);
    }

    @Test
    void a_paper_that_leaves_and_whose_names_it_shows_are_on_record() throws IOException {
        paper(confirmation("pdf", story.standing));

        var entries = RecordingSite.get("/api/v1/access?limit=500").body();
        assertThat(entries).contains("GET /api/v1/papers/confirmation").contains("Unmasked");
    }

    static boolean hasOffice() {
        return WordProcessorTest.isWanted();
    }

    @Test
    @EnabledIf("hasOffice")
    void a_word_processor_prints_every_kind(@TempDir Path folder)
            throws IOException, InterruptedException {
        var papers =
                Map.of(
                        "to-trinh",
                        submission("docx"),
                        "cap-doi",
                        cases("docx"),
                        "xac-nhan",
                        confirmation("docx", story.standing),
                        "tuoc",
                        confirmation("docx", story.stripped) + "&unit=" + story.city,
                        "bieu-0602",
                        "forms/0602.docx?period=2024-H1&authority=" + story.city,
                        "bieu-0603",
                        "forms/0603.docx?period=2021-H1&authority=" + story.province);
        for (var paper : papers.entrySet()) {
            Files.write(folder.resolve(paper.getKey() + ".docx"), paper(paper.getValue()));
        }
        print(folder);
        var kept = Path.of("target", "screenshots");
        Files.createDirectories(kept);
        for (var name : papers.keySet()) {
            var pdf = folder.resolve(name + ".pdf");
            assertThat(pdf).exists();
            Files.write(kept.resolve(name + ".pdf"), Files.readAllBytes(pdf));
            try (var document = Loader.loadPDF(pdf.toFile())) {
                var last = document.getPage(document.getNumberOfPages() - 1).getMediaBox();
                assertThat(last.getWidth() > last.getHeight())
                        .as(name)
                        .isEqualTo(!name.equals("xac-nhan") && !name.equals("tuoc"));
                assertThat(document.getNumberOfPages())
                        .as(name)
                        .isEqualTo(PAGES.getOrDefault(name, 1));
            }
        }
    }

    private static void print(Path folder) throws IOException, InterruptedException {
        var run =
                new ProcessBuilder(
                                "/bin/sh",
                                "-c",
                                "/usr/bin/soffice -env:UserInstallation="
                                        + folder.resolve("profile").toUri()
                                        + " --headless --convert-to pdf --outdir "
                                        + folder
                                        + " "
                                        + folder
                                        + "/*.docx")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("soffice.log").toFile())
                        .start();
        assertThat(run.waitFor(120, TimeUnit.SECONDS)).as("LibreOffice ends").isTrue();
    }
}
