package vn.sovang.api.verification;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import vn.sovang.api.paper.SquareCode;

/// A code with where it leads, as an office prints it.
///
/// @param code in groups
/// @param address that the square code holds
public record PrintedCode(String code, String address) {
    /// The square code as an image that a page holds itself.
    public String image() {
        return inPage("image/png", SquareCode.png(address));
    }

    /// The same for a printer.
    public String drawing() {
        var svg = SquareCode.svg(address).getBytes(StandardCharsets.UTF_8);
        return inPage("image/svg+xml", svg);
    }

    private static String inPage(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
