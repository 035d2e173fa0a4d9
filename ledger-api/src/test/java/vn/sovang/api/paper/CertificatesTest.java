package vn.sovang.api.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.api.paper.BlankLayout.Align;
import vn.sovang.api.paper.BlankLayout.Face;
import vn.sovang.api.paper.BlankLayout.Place;
import vn.sovang.api.paper.BlankLayout.Sheet;
import vn.sovang.api.paper.BlankLayouts.Blank;
import vn.sovang.api.paper.BlankLayouts.Versioned;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.text.Failure;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;

/// Certificates on blanks: at their millimetres, whole or not at all.
class CertificatesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final double MM = 72 / 25.4;
    private static final Blank GK_XA = new Blank(new AwardCode("GK_XA"), ArtifactKind.GIAY_KHEN);
    private static final OfficeStory STORY = OfficeStory.told();

    private static HttpResponse<byte[]> get(String path) throws IOException {
        var request =
                HttpRequest.newBuilder(URI.create(RecordingSite.url() + "/api/v1/papers/" + path))
                        .header("Authorization", RecordingSite.clerk())
                        .build();
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void only_lines_in_force_whose_name_may_be_shown_get_a_sheet() throws IOException {
        var report = text(get("certificates?decision=" + STORY.decision));

        assertThat(report)
                .contains("PRINTED", "NOT_IN_FORCE", "NO_NAME")
                .doesNotContain(OfficeStory.ACCENTED, OfficeStory.RESTRICTED);
        var pdf = get("certificates.pdf?decision=" + STORY.decision);
        assertThat(pdf.statusCode()).as(text(pdf)).isEqualTo(200);
        try (var document = Loader.loadPDF(pdf.body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var size = document.getPage(0).getMediaBox();
            assertThat(size.getWidth() / MM).isCloseTo(297, within(0.1));
            assertThat(size.getHeight() / MM).isCloseTo(210, within(0.1));
        }
        assertThat(Printed.lines(pdf.body()).stream().map(Printed::text))
                .contains(OfficeStory.ACCENTED)
                .contains("Quyết định số 912/QĐ-UBND ngày 20 tháng 5 năm 2024")
                .contains("Số sổ vàng: 0915")
                .doesNotContain(OfficeStory.RESTRICTED);
        Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(Path.of("target", "screenshots", "giay-khen.pdf"), pdf.body());
    }

    private static org.assertj.core.data.Offset<Double> within(double mm) {
        return org.assertj.core.data.Offset.offset(mm);
    }

    @Test
    void a_layout_that_was_kept_moves_the_ink_and_older_versions_stay() throws IOException {
        var layouts = RecordingSite.installation().blankLayouts();
        assertThat(layouts.find(GK_XA).version()).isZero();
        var places = new HashMap<>(BlankLayout.USUAL.places());
        places.put(BlankField.NAME, new Place(true, 55, 120, 180, 24, 1, Align.LEFT, Face.BOLD));

        var moved = new BlankLayout(Sheet.A3_ACROSS, places);
        assertThat(layouts.save(GK_XA, new Versioned(moved, 0), "an")).isTrue();
        assertThat(layouts.save(GK_XA, new Versioned(BlankLayout.USUAL, 0), "binh"))
                .as("made of a layout that is not the newest any more")
                .isFalse();

        assertThat(layouts.find(GK_XA).version()).isEqualTo(1);
        var test = get("blanks/GK_XA/GIAY_KHEN.pdf?grid=true");
        assertThat(test.statusCode()).isEqualTo(200);
        var name =
                Printed.lines(test.body()).stream()
                        .filter(line -> line.text().contains("Hồng Phượng"))
                        .findFirst()
                        .orElseThrow();
        assertThat(name.left()).isCloseTo(55, within(1));
        assertThat(name.base()).isBetween(120.0, 120 + 24 / MM);
        Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(Path.of("target", "screenshots", "in-thu.pdf"), test.body());
    }

    @Test
    void nothing_is_printed_while_a_text_does_not_fit() throws IOException {
        var long1 = URLEncoder.encode("Xuấtsắc".repeat(40), StandardCharsets.UTF_8);
        var asked = "decision=" + STORY.decision + "&merit=" + long1;

        assertThat(text(get("certificates?" + asked))).contains("TOO_LONG", "MERIT");
        var refused = get("certificates.pdf?" + asked);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("CERTIFICATE_TEXT_TOO_LONG");
    }

    @Test
    void a_character_without_a_letter_is_told() throws IOException {
        var asked = "decision=" + STORY.decision + "&merit=" + "%E6%BC%A2";

        assertThat(text(get("certificates?" + asked))).contains("UNPRINTABLE");
        assertThat(get("certificates.pdf?" + asked).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "certificates, 400",
        "certificates.pdf?decision=x, 400",
        "certificates?decision=00000000-0000-4000-8000-00000000dead, 404",
        "blanks/NO_SUCH/GIAY_KHEN.pdf, 400",
        "blanks/GK_HUYEN/HUAN_CHUONG.pdf, 400"
    })
    void bad_questions_get_clear_answers(String path, int status) throws IOException {
        assertThat(get(path).statusCode()).as(path).isEqualTo(status);
    }

    @Test
    void the_pages_show_the_blank_and_the_run() {
        var headers = new String[] {"Accept", "text/html"};
        var blank = RecordingSite.get("/phoi/GK_HUYEN/GIAY_KHEN", headers);
        assertThat(blank.statusCode()).isEqualTo(200);
        assertThat(blank.body()).contains("Cách trái (mm)", "NAME.left", "A4 ngang");
        assertThat(RecordingSite.get("/phoi", headers).body()).contains("/phoi/GK_HUYEN/GIAY_KHEN");
        var run = RecordingSite.get("/quyet-dinh/" + STORY.decision + "/in-phoi", headers);
        assertThat(run.body()).contains("In 1 tờ (PDF)", "không còn hiệu lực, không in");
        assertThat(RecordingSite.get("/quyet-dinh/" + STORY.decision, headers).body())
                .contains("/quyet-dinh/" + STORY.decision + "/in-phoi");
    }

    @Test
    void a_place_outside_the_sheet_is_refused() {
        var places =
                Map.of(BlankField.NAME, new Place(true, 290, 10, 50, 20, 1, Align.LEFT, Face.BOLD));

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new BlankLayout(Sheet.A4_ACROSS, places))
                .isInstanceOf(Failure.class);
    }
}
