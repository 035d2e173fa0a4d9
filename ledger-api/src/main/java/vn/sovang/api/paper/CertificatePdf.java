package vn.sovang.api.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.sovang.api.paper.BlankLayout.Face;
import vn.sovang.api.paper.BlankLayout.Place;
import vn.sovang.api.paper.FittedText.Verdict;

/// Texts on blanks, a sheet each, in the blank's own size. Owned by one thread; closed by whoever
/// made it.
final class CertificatePdf implements AutoCloseable {
    private static final float POINTS_PER_MM = (float) (72 / 25.4);
    private static final float LEADING = 1.2f;

    /// The upper edge of the letters above the line they stand on, of their size.
    private static final float ASCENT = 0.89f;

    private static final float UNITS = 1000;
    private static final int GRID_MM = 10;
    private static final int BOLD_GRID_MM = 50;

    private final BlankLayout layout;
    private final PDDocument document = new PDDocument();
    private final Map<Face, PDFont> fonts = new EnumMap<>(Face.class);

    CertificatePdf(BlankLayout layout) throws IOException {
        this.layout = layout;
        fonts.put(Face.REGULAR, font("Regular"));
        fonts.put(Face.BOLD, font("Bold"));
        fonts.put(Face.ITALIC, font("Italic"));
    }

    private PDFont font(String face) throws IOException {
        try (InputStream in =
                CertificatePdf.class.getResourceAsStream("/fonts/Tinos-" + face + ".ttf")) {
            return PDType0Font.load(document, Objects.requireNonNull(in));
        }
    }

    /// How the texts of one certificate fit; nothing of what is not printed or not known.
    Map<BlankField, FittedText> fit(Map<BlankField, String> texts) {
        var fitted = new EnumMap<BlankField, FittedText>(BlankField.class);
        texts.forEach((field, text) -> {
            var place = layout.place(field);
            if (place.printed() && !text.isBlank()) {
                fitted.put(field, fit(text, place));
            }
        });
        return fitted;
    }

    private FittedText fit(String text, Place place) {
        var font = Objects.requireNonNull(fonts.get(place.face()));
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        try {
            return FittedText.of(composed, place, t -> width(font, t));
        } catch (IllegalArgumentException noLetter) {
            return new FittedText(java.util.List.of(), place.size(), Verdict.UNPRINTABLE);
        }
    }

    /// At one point.
    private static double width(PDFont font, String text) {
        try {
            return font.getStringWidth(text) / UNITS;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// A further sheet.
    ///
    /// @param grid rulers in millimetres, to lay the blank over
    void sheet(Map<BlankField, FittedText> texts, boolean grid) throws IOException {
        var sheet = layout.sheet();
        var page =
                new PDPage(
                        new PDRectangle(
                                sheet.width() * POINTS_PER_MM, sheet.height() * POINTS_PER_MM));
        document.addPage(page);
        try (var out = new PDPageContentStream(document, page)) {
            if (grid) {
                rulers(out);
            }
            for (var text : texts.entrySet()) {
                var place = layout.place(text.getKey());
                if (grid) {
                    frame(out, place);
                }
                write(out, place, text.getValue());
            }
        }
    }

    private void write(PDPageContentStream out, Place place, FittedText text) throws IOException {
        var font = Objects.requireNonNull(fonts.get(place.face()));
        float y = y(place.top()) - ASCENT * text.size();
        for (var line : text.lines()) {
            double width = width(font, line) * text.size();
            double spare = place.width() * POINTS_PER_MM - width;
            double shift =
                    switch (place.align()) {
                        case LEFT -> 0;
                        case CENTRE -> spare / 2;
                        case RIGHT -> spare;
                    };
            out.beginText();
            out.setFont(font, text.size());
            out.newLineAtOffset((float) (place.left() * POINTS_PER_MM + shift), y);
            out.showText(line);
            out.endText();
            y -= LEADING * text.size();
        }
    }

    private float y(double mmFromTop) {
        return (float) (layout.sheet().height() - mmFromTop) * POINTS_PER_MM;
    }

    private void frame(PDPageContentStream out, Place place) throws IOException {
        out.setStrokingColor(0.2f, 0.4f, 0.9f);
        out.setLineWidth(0.5f);
        float height = LEADING * place.size() * place.lines();
        out.addRect(
                (float) place.left() * POINTS_PER_MM,
                y(place.top()) - height,
                (float) place.width() * POINTS_PER_MM,
                height);
        out.stroke();
    }

    private void rulers(PDPageContentStream out) throws IOException {
        var font = Objects.requireNonNull(fonts.get(Face.REGULAR));
        var sheet = layout.sheet();
        for (int mm = 0; mm <= Math.max(sheet.width(), sheet.height()); mm += GRID_MM) {
            boolean bold = mm % BOLD_GRID_MM == 0;
            out.setStrokingColor(bold ? 0.55f : 0.82f);
            out.setLineWidth(bold ? 0.5f : 0.25f);
            if (mm <= sheet.width()) {
                line(out, mm, 0, mm, sheet.height());
            }
            if (mm <= sheet.height()) {
                line(out, 0, mm, sheet.width(), mm);
            }
            if (bold) {
                label(out, font, mm, mm + 1, 3);
                label(out, font, mm, 1, mm + 3);
            }
        }
    }

    private void line(PDPageContentStream out, double x1, double y1, double x2, double y2)
            throws IOException {
        out.moveTo((float) x1 * POINTS_PER_MM, y(y1));
        out.lineTo((float) x2 * POINTS_PER_MM, y(y2));
        out.stroke();
    }

    private void label(PDPageContentStream out, PDFont font, int mm, double x, double y)
            throws IOException {
        out.beginText();
        out.setFont(font, 7);
        out.newLineAtOffset((float) x * POINTS_PER_MM, y(y));
        out.showText(Integer.toString(mm));
        out.endText();
    }

    byte[] bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
