package vn.sovang.api.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a writer prefers (RFC 7240): `Prefer: wait=position` waits until reads know what was just
/// recorded, `wait=5` the same for at most five seconds.
///
/// @param patience null to answer at once
/// @param applied as it is told back once the position was reached
record Preference(@Nullable Duration patience, String applied) {
    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Preference NONE = new Preference(null, "");

    /// Preferences that are not understood are none, as the RFC has it.
    static Preference of(HttpServletRequest request) {
        for (var preference : all(request)) {
            var word = preference.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*=\\s*", "=");
            if (word.equals("wait=position")) {
                return new Preference(LONGEST, word);
            }
            if (word.matches("wait=[0-9]{1,4}")) {
                var asked = Duration.ofSeconds(Long.parseLong(word.substring("wait=".length())));
                return new Preference(asked.compareTo(LONGEST) < 0 ? asked : LONGEST, word);
            }
        }
        return NONE;
    }

    private static List<String> all(HttpServletRequest request) {
        var all = new ArrayList<String>();
        for (var header : Collections.list(request.getHeaders("Prefer"))) {
            all.addAll(List.of(header.split("[,;]")));
        }
        return all;
    }
}
