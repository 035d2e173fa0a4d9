package vn.sovang.api.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.logging.Level;

/// A paper as PDF/A-3u: fonts embedded, text that can be searched and read aloud.
final class PdfPaper {
    private static final String FONT = "Tinos";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    static {
        // It tells of every step at INFO, on the terminal of whoever asked for a file.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PdfPaper() {}

    static void write(Paper paper, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_3_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        font(builder, "Regular", NORMAL, FontStyle.NORMAL);
        font(builder, "Bold", BOLD, FontStyle.NORMAL);
        font(builder, "Italic", NORMAL, FontStyle.ITALIC);
        font(builder, "BoldItalic", BOLD, FontStyle.ITALIC);
        builder.withHtmlContent(PaperHtml.of(paper), null);
        builder.toStream(out);
        builder.run();
    }

    private static void font(PdfRendererBuilder builder, String face, int weight, FontStyle style) {
        builder.useFont(() -> open("/fonts/Tinos-" + face + ".ttf"), FONT, weight, style, true);
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(PdfPaper.class.getResourceAsStream(resource), resource);
    }

    /// The style sheet of [PaperHtml].
    static String style() {
        try (var css = open("/paper.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
