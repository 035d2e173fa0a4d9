package vn.sovang.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.api.demo.Demo;
import vn.sovang.api.testing.Terminal;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.register.AwardFilter;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.RegisterLists.NominationFilter;

/// `paper`, on what `./sovang demo` records: each paper is written and read again.
class PaperCommandTest {
    @TempDir private static Path folder;

    private static Terminal office;

    /// What stands for things in the lines below.
    private static final Map<String, String> THINGS = new HashMap<>();

    @BeforeAll
    static void tell() throws IOException {
        office = Terminal.fresh(folder.resolve("data"), "sovang.test/paper");
        try (var installation = office.open()) {
            Demo.record(installation);
            installation.catchUp();
            var register = installation.projections().register();
            var city = register.unitsByAuthorityName(Demo.AUTHORITY).getFirst();
            THINGS.put("$CITY", city.id().toString());
            var title = award(register, "81/QĐ-CTN");
            THINGS.put("$TITLE", title.id().toString());
            THINGS.put("$DECISION", title.decision().toString());
            THINGS.put("$ANNULLED", award(register, "82/QĐ-UBND").id().toString());
            var sent =
                    register.lists().nominations(NominationFilter.ALL, null, 1).rows().getFirst();
            THINGS.put("$LIST", Objects.requireNonNull(sent.list()).toString());
            THINGS.put("$NOBODY", "00000000-0000-4000-8000-00000000dead");
        }
    }

    private static AwardRow award(Register register, String number) {
        return register.awards(
                        new AwardFilter(
                                null, null, number, null, null, null, null, null, null, null),
                        null,
                        1)
                .rows()
                .getFirst();
    }

    private static Terminal.Ran paper(String line) {
        var named = line;
        for (var thing : THINGS.entrySet()) {
            named = named.replace(thing.getKey(), thing.getValue());
        }
        var words = named.split(" ", 2);
        Object[] more = words.length == 1 ? new Object[0] : words[1].split(" ");
        return office.sovang("paper " + words[0], more);
    }

    private static String words(Path file) throws IOException {
        var name = file.toString();
        var bytes = Files.readAllBytes(file);
        if (name.endsWith(".docx")) {
            try (var text =
                    new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(bytes)))) {
                return text.getText();
            }
        }
        if (name.endsWith(".pdf")) {
            try (var document = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(document);
            }
        }
        if (name.endsWith(".xlsx")) {
            try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
                var text = new StringBuilder();
                for (var row : book.getFirstSheet().read()) {
                    row.forEach(
                            cell -> text.append(cell == null ? "" : cell.getText()).append(' '));
                }
                return text.toString();
            }
        }
        return Files.readString(file);
    }

    @ParameterizedTest
    @CsvSource({
        "submission --list $LIST, to-trinh.docx, TỜ TRÌNH",
        "submission --list $LIST, to-trinh.pdf, TỜ TRÌNH",
        "submission --unit $CITY, chua-trinh.txt, (Kèm theo Tờ trình số        /TTr-UBND ngày",
        "reissue-list --kind EXCHANGE --unit $CITY, cap-doi.docx, cấp đổi hiện vật",
        "reissue-list --kind REISSUE --unit $CITY --from 01/01/2024 --until 30/6/2024,"
                + " cap-lai.xlsx, Họ và tên",
        "reissue-list --kind FIRST_ISSUE --unit $CITY, cap-moi.txt, Danh sách có 02 trường hợp",
        "confirmation $TITLE --purpose chính_sách, xac-nhan.docx, chính_sách",
        "confirmation $TITLE, chua-ro-noi-gui.txt, '……………………, ngày'",
        "confirmation $TITLE --unit $CITY --proof, xac-nhan.pdf, PHỤ LỤC XÁC THỰC",
        "confirmation $ANNULLED, huy-bo.txt, không xác nhận khen thưởng này",
        "form 0601 --period 2024-H1, bieu-0601.docx, sổ không ghi phong trào thi đua",
        "form 0602 --period 2024-H1 --known-at 2000, bieu-0602.pdf, SỐ LƯỢNG KHEN THƯỞNG",
        "form 0603 --period 2024 --authority $CITY, bieu-0603.xlsx, sổ không có phân loại",
        "certificates $DECISION --artifact BANG, bang.pdf, PHỤC-DỰNG-81/QĐ-CTN",
        "certificates $DECISION --artifact BANG, bang-2.pdf, 'Hà Nội, ngày 20 tháng 8 năm 2023'"
    })
    void every_paper_is_written_and_says_what_it_is(String line, String name, String said)
            throws IOException {
        var file = folder.resolve(name);
        var ran = paper(line + " --by lan --out " + file);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains(file.toString());
        assertThat(words(file)).contains(said);
    }

    @ParameterizedTest
    @CsvSource({
        "submission --list $LIST --out a.doc, 2, PAPER_FORMAT_UNKNOWN",
        "submission --list $LIST, 2, --out",
        "submission --list $NOBODY --out a.docx, 1, LIST_NOT_FOUND",
        "submission --list x --out a.docx, 2, ID_MALFORMED",
        "submission --unit $NOBODY --out a.docx, 1, PAPER_EMPTY",
        "reissue-list --kind SWAP --out a.pdf, 2, VALUE_UNKNOWN",
        "reissue-list --out a.pdf, 2, --kind",
        "reissue-list --kind EXCHANGE --unit $CITY --from 31/2/2024 --out a.pdf, 2, DATE_MALFORMED",
        "confirmation $NOBODY --out a.pdf, 1, AWARD_NOT_FOUND",
        "confirmation --out a.pdf, 2, ID",
        "form 0699 --period 2024-H1 --out a.pdf, 2, VALUE_UNKNOWN",
        "form 0602 --period 2024-H3 --out a.pdf, 2, PERIOD_MALFORMED",
        "certificates $NOBODY --out a.pdf, 1, DECISION_NOT_FOUND",
        "certificates $DECISION --artifact HUAN_CHUONG --out a.pdf, 2, VALUE_UNKNOWN",
        "form 0602 --period 2024-H1 --out no/such/folder/a.pdf, 3, a.pdf",
        "'', 2, paper"
    })
    void what_cannot_be_written_is_said_and_nothing_is(String line, int code, String said) {
        var ran = line.isEmpty() ? office.run(Messages.VIETNAMESE, "paper") : paper(line);

        assertThat(ran.code()).as(ran.err()).isEqualTo(code);
        assertThat(ran.err()).contains(said).doesNotContain("Exception");
        assertThat(Path.of("a.pdf")).doesNotExist();
        assertThat(Path.of("a.docx")).doesNotExist();
    }

    @Test
    void that_a_paper_left_and_whose_names_it_shows_is_on_record() {
        var file = folder.resolve("ghi-nhat-ky.txt");
        assertThat(paper("confirmation $TITLE --by hoa --out " + file).code()).isZero();

        var entries = office.sovang("access", "--user", "hoa", "--json").out();
        assertThat(entries).contains("paper confirmation", "Unmasked");
    }
}
