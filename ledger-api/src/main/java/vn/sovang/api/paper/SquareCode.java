package vn.sovang.api.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/// A QR code (ISO/IEC 18004) as a picture.
public final class SquareCode {
    private static final int DOTS_PER_MODULE = 6;
    private static final int QUIET_ZONE = 4;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    private SquareCode() {}

    /// PNG, six dots a module, quiet zone included.
    public static byte[] png(String text) {
        var code = encode(text);
        int side = code.getWidth() * DOTS_PER_MODULE;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                var set = code.get(x / DOTS_PER_MODULE, y / DOTS_PER_MODULE);
                image.setRGB(x, y, set ? BLACK : WHITE);
            }
        }
        try {
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// SVG, one unit a module, quiet zone included; no style and no script.
    public static String svg(String text) {
        var code = encode(text);
        int side = code.getWidth();
        var path = new StringBuilder();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int from = x;
                while (x < side && code.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    int run = x - from;
                    path.append("M%d %dh%dv1h-%dz".formatted(from, y, run, run));
                }
            }
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" \
        shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%dv%dh-%dz"/>\
        <path d="%s"/></svg>
        """
                .formatted(side, side, side, side, side, path);
    }

    private static BitMatrix encode(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too much for a square code: " + text.length(), e);
        }
    }
}
