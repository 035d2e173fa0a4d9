package vn.sovang.api.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// A text as it stands on a printed sheet.
///
/// @param left millimetres from the left edge to its first letter
/// @param right millimetres from the left edge to the end of its last
/// @param base millimetres from the upper edge to the line it stands on
record Printed(String text, double left, double right, double base) {
    /// PDF measures in points.
    private static final double MM = 72 / 25.4;

    static List<Printed> lines(byte[] pdf) throws IOException {
        var lines = new ArrayList<Printed>();
        try (var document = Loader.loadPDF(pdf)) {
            var stripper =
                    new PDFTextStripper() {
                        @Override
                        protected void writeString(String text, List<TextPosition> letters) {
                            var last = letters.getLast();
                            lines.add(
                                    new Printed(
                                            text.strip(),
                                            letters.getFirst().getXDirAdj() / MM,
                                            (last.getXDirAdj() + last.getWidthDirAdj()) / MM,
                                            letters.getFirst().getYDirAdj() / MM));
                        }
                    };
            stripper.getText(document);
        }
        return lines;
    }
}
