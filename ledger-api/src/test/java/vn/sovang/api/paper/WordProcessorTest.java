package vn.sovang.api.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.api.testing.RunningSite;

/// The Word file as a word processor shows it: opened by LibreOffice, printed, measured.
@EnabledIf("isWanted")
class WordProcessorTest {
    private static final Path SOFFICE = Path.of("/usr/bin/soffice");

    /// PDF measures in points.
    private static final double MM = 72 / 25.4;

    static boolean isWanted() {
        return Files.isExecutable(SOFFICE)
                || "required".equals(System.getProperty("sovang.office"));
    }

    /// A word somewhere on a page.
    private record Placed(String text, int page, double left, double right, double top) {}

    @Test
    void the_printed_draft_looks_like_a_paper_of_an_office(@TempDir Path folder)
            throws IOException, InterruptedException {
        var docx = folder.resolve("bao-cao.docx");
        Files.write(
                docx,
                RunningSite.bytes("/api/v1/statistics/paper.docx?period=2024-H1&proof=true")
                        .body());
        try (var pdf = Loader.loadPDF(printed(docx, folder).toFile())) {
            assertThat(pdf.getNumberOfPages()).as("paper, annex, proof").isEqualTo(3);
            var lines = lines(pdf);
            for (var line : lines) {
                assertThat(line.left()).as(line.text()).isGreaterThan(29 * MM);
                assertThat(line.right()).as(line.text()).isLessThan((210 - 14) * MM);
            }
            var nation = line(lines, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            var body = line(lines, "ỦY BAN NHÂN DÂN");
            assertThat(nation.top())
                    .as("on one line with the body")
                    .isCloseTo(body.top(), within());
            assertThat(nation.left()).isGreaterThan(body.right());
            assertThat(nation.top()).isBetween(19 * MM, 30 * MM);
            var motto = line(lines, "Độc lập - Tự do - Hạnh phúc");
            assertThat(middle(motto)).as("centred below").isCloseTo(middle(nation), within());
            var kind = line(lines, "BÁO CÁO");
            assertThat(middle(kind)).isCloseTo((30 + 195) / 2.0 * MM, within());
            assertThat(lines)
                    .as("first page bears no number")
                    .noneMatch(l -> l.page() == 1 && l.text().equals("1"));
            var second = line(lines, "2");
            assertThat(second.page()).isEqualTo(2);
            assertThat(second.top()).as("in the margin above").isLessThan(20 * MM);
            assertThat(line(lines, "PHỤ LỤC XÁC THỰC").page()).isEqualTo(3);
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(2 * MM);
    }

    private static double middle(Placed line) {
        return (line.left() + line.right()) / 2;
    }

    private static Placed line(List<Placed> lines, String text) {
        return lines.stream()
                .filter(line -> line.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line “" + text + "” in " + lines));
    }

    private static Path printed(Path docx, Path folder) throws IOException, InterruptedException {
        var run =
                new ProcessBuilder(
                                SOFFICE.toString(),
                                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                "pdf",
                                "--outdir",
                                folder.toString(),
                                docx.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("soffice.log").toFile())
                        .start();
        assertThat(run.waitFor(120, TimeUnit.SECONDS)).as("LibreOffice ends").isTrue();
        var pdf = folder.resolve("bao-cao.pdf");
        assertThat(pdf).as(Files.readString(folder.resolve("soffice.log"))).exists();
        var kept = Path.of("target", "screenshots", "bao-cao.pdf");
        Files.createDirectories(kept.getParent());
        Files.copy(pdf, kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return pdf;
    }

    private static List<Placed> lines(PDDocument pdf) throws IOException {
        var lines = new ArrayList<Placed>();
        var stripper =
                new PDFTextStripper() {
                    @Override
                    protected void writeString(String text, List<TextPosition> letters) {
                        var first = letters.getFirst();
                        var last = letters.getLast();
                        lines.add(
                                new Placed(
                                        text.strip(),
                                        getCurrentPageNo(),
                                        first.getXDirAdj(),
                                        last.getXDirAdj() + last.getWidthDirAdj(),
                                        first.getYDirAdj()));
                    }
                };
        stripper.setSortByPosition(false);
        stripper.getText(pdf);
        return lines;
    }
}
