package vn.sovang.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.sovang.api.testing.RecordingSite;

/// The square code that an office prints leads to the answer.
class PrintedCodeTest {
    private static final int DOTS = 6;

    private static String inPage(String page, String type) {
        var found =
                Pattern.compile("data:" + Pattern.quote(type) + ";base64,([A-Za-z0-9+/=]+)")
                        .matcher(page.replace("&#43;", "+"));
        assertThat(found.find()).as(type).isTrue();
        return found.group(1);
    }

    private static String read(int[] pixels, int side) throws ReaderException {
        var source = new RGBLuminanceSource(side, side, pixels);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    }

    private static String readPng(byte[] png) throws IOException, ReaderException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int side = image.getWidth();
        return read(image.getRGB(0, 0, side, side, null, 0, side), side);
    }

    /// Draws the runs of modules that the path names.
    private static String readSvg(String svg) throws ReaderException {
        var box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        int side = Integer.parseInt(box.group(1)) * DOTS;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        var run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(svg);
        int runs = 0;
        while (run.find()) {
            runs++;
            int x = Integer.parseInt(run.group(1)) * DOTS;
            int y = Integer.parseInt(run.group(2)) * DOTS;
            int width = Integer.parseInt(run.group(3)) * DOTS;
            for (int row = y; row < y + DOTS; row++) {
                Arrays.fill(pixels, row * side + x, row * side + x + width, 0);
            }
        }
        if (runs == 0) {
            throw NotFoundException.getNotFoundInstance();
        }
        return read(pixels, side);
    }

    @Test
    void both_pictures_on_the_page_of_an_item_lead_to_its_answer() throws Exception {
        var certificate = Certificate.issued("Người nhận Sáu Một");
        var page = RecordingSite.get("/hien-vat/" + certificate.item().value()).body();
        var code = certificate.code();
        var address = RecordingSite.url() + "/xac-minh/" + code;

        assertThat(page).contains(code, "sovang.public-url");
        var decoder = Base64.getDecoder();
        assertThat(readPng(decoder.decode(inPage(page, "image/png")))).isEqualTo(address);
        var svg = decoder.decode(inPage(page, "image/svg+xml"));
        assertThat(readSvg(new String(svg, StandardCharsets.UTF_8))).isEqualTo(address);
        assertThat(new Visitor("127.0.0.43").get("/xac-minh/" + code).body())
                .contains("Có giá trị");
    }

    @Test
    void the_page_of_an_award_shows_a_code_while_nothing_was_issued() {
        var waiting = Certificate.decided("Người nhận Sáu Hai");
        var issued = Certificate.issued("Người nhận Sáu Ba");

        assertThat(RecordingSite.get("/khen-thuong/" + waiting.award().value()).body())
                .contains("ma-xac-minh.svg");
        assertThat(RecordingSite.get("/khen-thuong/" + issued.award().value()).body())
                .contains("/hien-vat/" + issued.item().value())
                .doesNotContain("ma-xac-minh.svg");
        assertThat(
                        RecordingSite.get(
                                        "/hien-vat/"
                                                + issued.item().value()
                                                + "?so-ghi-den="
                                                + RecordingSite.installation()
                                                        .ledger()
                                                        .feed()
                                                        .head())
                                .body())
                .as("as known then: nothing to print")
                .doesNotContain("ma-xac-minh.svg");
    }
}
