package vn.sovang.api.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are no workbook, or want to be more than one.
class DamagedFileTest {
    @TempDir private Path folder = Path.of("");
    private Desk desk = new Desk(folder);

    @BeforeEach
    void openDesk() {
        desk = new Desk(folder);
    }

    private static byte[] good() {
        return Desk.workbookBytes(
                book -> Desk.decision(book, Desk.line("Nguyễn Văn A", "cá nhân", "LĐTT")));
    }

    private ProblemCode only(String name, byte[] bytes) {
        var problems = desk.problems(desk.bytes(name, bytes));
        assertThat(problems).hasSize(1);
        var problem = problems.getFirst();
        assertThat(problem.text(Locale.forLanguageTag("vi"))).isNotBlank();
        assertThat(problem.text(Locale.ENGLISH)).isNotBlank();
        return problem.code();
    }

    /// The good workbook with its parts changed; an empty part is left out.
    private byte[] changed(BiFunction<String, String, String> change) {
        return rezipped(change);
    }

    private byte[] rezipped(BiFunction<String, String, String> change, String... more) {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipFile(desk.bytes("good.xlsx", good()).toFile());
                var out = new ZipOutputStream(bytes)) {
            for (var part : in.stream().toList()) {
                var text = new String(in.getInputStream(part).readAllBytes(), UTF_8);
                put(out, part.getName(), change.apply(part.getName(), text));
            }
            for (var name : more) {
                put(out, name, "<x/>");
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, String content) throws IOException {
        if (!content.isEmpty()) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(UTF_8));
            out.closeEntry();
        }
    }

    private byte[] sheet1(String from, String to) {
        return changed((name, text) -> {
            if (!name.equals("xl/worksheets/sheet1.xml")) {
                return text;
            }
            assertThat(text).contains(from);
            return text.replace(from, to);
        });
    }

    @Test
    void reads_the_good_one() {
        assertThat(desk.ready(desk.bytes("good.xlsx", good())).summary().rows()).isEqualTo(2);
    }

    @Test
    void names_an_empty_file() {
        assertThat(only("a.xlsx", new byte[0])).isEqualTo(ProblemCode.FILE_EMPTY);
    }

    @Test
    void names_a_csv_renamed() {
        assertThat(only("a.xlsx", "STT;Họ và tên\n1;A\n".getBytes(UTF_8)))
                .isEqualTo(ProblemCode.NOT_A_WORKBOOK);
    }

    @Test
    void names_an_old_excel_file_or_one_with_a_password() {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1};
        assertThat(only("a.xlsx", ole)).isEqualTo(ProblemCode.OLD_OR_PROTECTED);
    }

    @Test
    void names_a_zip_that_is_no_workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            put(out, "readme.txt", "hello");
        }
        assertThat(only("a.xlsx", bytes.toByteArray())).isEqualTo(ProblemCode.NOT_A_WORKBOOK);
    }

    @Test
    void names_a_file_cut_short_wherever_it_was_cut() {
        var good = good();
        for (int length = 5; length < good.length; length += 97) {
            assertThat(only("a.xlsx", Arrays.copyOf(good, length)))
                    .as("cut after %d of %d bytes", length, good.length)
                    .isEqualTo(ProblemCode.FILE_DAMAGED);
        }
    }

    @Test
    void never_throws_whatever_byte_is_changed() {
        var good = good();
        for (int at = 0; at < good.length; at += 13) {
            var bytes = good.clone();
            bytes[at] ^= 0x55;
            assertThat(desk.read(desk.bytes("a.xlsx", bytes))).isNotNull();
        }
    }

    @Test
    void refuses_what_unpacks_to_more_than_the_limit() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            put(out, "[Content_Types].xml", "<Types>spreadsheetml</Types>");
            out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var block = new byte[1 << 20];
            for (int i = 0; i <= PackageGuard.MAX_UNPACKED_BYTES >> 20; i++) {
                out.write(block);
            }
            out.closeEntry();
        }
        assertThat(bytes.size()).as("a small file").isLessThan(1 << 20);
        assertThat(only("a.xlsx", bytes.toByteArray())).isEqualTo(ProblemCode.TOO_LARGE_UNPACKED);
    }

    @Test
    void refuses_more_parts_than_any_workbook_has() {
        var parts = new String[PackageGuard.MAX_PARTS];
        Arrays.setAll(parts, i -> "xl/media/" + i + ".xml");
        assertThat(only("a.xlsx", rezipped((name, text) -> text, parts)))
                .isEqualTo(ProblemCode.TOO_MANY_PARTS);
    }

    @Test
    void refuses_macros_by_their_part_and_by_their_type() {
        assertThat(only("a.xlsx", rezipped((name, text) -> text, "xl/vbaProject.bin")))
                .isEqualTo(ProblemCode.HAS_MACROS);
        var typed =
                changed((name, text) ->
                        text.replace(
                                "openxmlformats-officedocument.spreadsheetml.sheet.main",
                                "ms-excel.sheet.macroEnabled.main"));
        assertThat(only("a.xlsx", typed)).isEqualTo(ProblemCode.HAS_MACROS);
    }

    @Test
    void refuses_embedded_files() {
        assertThat(only("a.xlsx", rezipped((n, t) -> t, "xl/embeddings/oleObject1.bin")))
                .isEqualTo(ProblemCode.HAS_EMBEDDED_OBJECTS);
    }

    @Test
    void refuses_document_types_in_any_part() {
        for (var part : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")) {
            var laughs =
                    changed((name, text) ->
                            name.equals(part)
                                    ? text.replaceFirst(
                                            "\\?>",
                                            "?><!DOCTYPE x [<!ENTITY a SYSTEM"
                                                    + " \"file:///etc/passwd\">]>")
                                    : text);
            assertThat(only("a.xlsx", laughs)).isEqualTo(ProblemCode.HAS_DOCTYPE);
        }
    }

    @Test
    void does_not_believe_a_dimension() {
        var lie = sheet1("<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>");
        assertThat(desk.ready(desk.bytes("a.xlsx", lie)).summary().rows()).isEqualTo(2);
    }

    @Test
    void refuses_cells_beyond_the_last_column() {
        assertThat(only("a.xlsx", sheet1("r=\"D1\"", "r=\"ZZZZZZ1\"")))
                .isEqualTo(ProblemCode.FILE_DAMAGED);
        assertThat(only("a.xlsx", sheet1("r=\"D1\"", "r=\"CX1\"")))
                .isEqualTo(ProblemCode.TOO_MANY_COLUMNS);
    }

    @Test
    void refuses_references_to_text_that_is_not_there() {
        assertThat(only("a.xlsx", sheet1("<v>0</v>", "<v>2000000000</v>")))
                .isEqualTo(ProblemCode.FILE_DAMAGED);
        assertThat(only("a.xlsx", sheet1("<v>0</v>", "<v>999</v>")))
                .isEqualTo(ProblemCode.FILE_DAMAGED);
    }

    @Test
    void refuses_a_workbook_without_one_of_its_parts() {
        for (var part : List.of("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml")) {
            assertThat(only("a.xlsx", changed((name, text) -> name.equals(part) ? "" : text)))
                    .as(part)
                    .isEqualTo(ProblemCode.FILE_DAMAGED);
        }
    }

    @Test
    void reads_what_a_formula_shows_and_says_so() {
        var formula =
                sheet1(
                        "r=\"A2\" t=\"s\"><v>4</v>",
                        "r=\"A2\" t=\"str\"><f>B9</f><v>12/QĐ-UBND</v>");
        var read = desk.ready(desk.bytes("a.xlsx", formula));
        assertThat(read.notices())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.FORMULA_USED);
        assertThat(read.notices().getFirst().row()).isEqualTo(2);
    }

    @Test
    void keeps_only_the_last_part_of_a_file_name_without_marks_that_turn_it_round() {
        var file = desk.bytes("good.xlsx", good());
        var read = (Reading.Ready) desk.read(file, "C:\\Users\\u1\\danh\u202E sách.xlsx");
        assertThat(read.command().fileName()).isEqualTo("danh sách.xlsx");
    }
}
