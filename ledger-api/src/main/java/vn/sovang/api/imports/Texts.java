package vn.sovang.api.imports;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The texts of the import, from the bundle `imports`: Vietnamese unless English is asked for.
final class Texts {
    /// Texts that are stored with facts, or written into workbooks, do not depend on the reader.
    private static final Locale STORED = Locale.forLanguageTag("vi");

    private Texts() {}

    static String text(Locale locale, String key, Object... arguments) {
        // Without the control an English server would answer Vietnamese readers in English.
        var control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        var pattern = ResourceBundle.getBundle("imports", locale, control).getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    static String stored(String key, Object... arguments) {
        return text(STORED, key, arguments);
    }
}
