package vn.sovang.api.paper;

import java.util.List;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;
import vn.sovang.api.text.Messages;

/// The words of papers: Vietnamese only, as the law wants them.
final class PaperTexts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle(
                    "paper",
                    Messages.VIETNAMESE,
                    Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

    private PaperTexts() {}

    /// Headings of columns.
    static List<String> columns(String... keys) {
        return Stream.of(keys).map(key -> text("column." + key)).toList();
    }

    /// The text with `{0}`, `{1}` … replaced.
    static String text(String key, Object... arguments) {
        var text = BUNDLE.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }
}
