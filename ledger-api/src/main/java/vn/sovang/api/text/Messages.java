package vn.sovang.api.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Outcome.Refused;

/// The texts of the bundle `messages` in one language: Vietnamese unless English is asked for.
///
/// Placeholders are `{0}`, `{1}` … or names such as `{award}`. Nothing else in a text is special:
/// apostrophes and braces around other things stay as they are.
public final class Messages {
    public static final Locale VIETNAMESE = Locale.of("vi", "VN");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9]+)}");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");
    private static final Messages IN_VIETNAMESE = new Messages(VIETNAMESE);
    private static final Messages IN_ENGLISH = new Messages(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Messages(Locale locale) {
        this.locale = locale;
        // Without the control an English server would answer Vietnamese readers in English.
        this.bundle =
                ResourceBundle.getBundle(
                        "messages",
                        locale,
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /// The texts in English for English locales, in Vietnamese for all others.
    public static Messages in(@Nullable Locale locale) {
        return locale != null && locale.getLanguage().equals("en") ? IN_ENGLISH : IN_VIETNAMESE;
    }

    public Locale locale() {
        return locale;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /// The text with `{0}`, `{1}` … replaced. A key without a text answers itself: an ugly word on
    /// a page is better than no page.
    public String text(String key, @Nullable Object... arguments) {
        return fill(
                key,
                name -> {
                    var isNumber = name.chars().allMatch(Character::isDigit);
                    var index = isNumber ? Integer.parseInt(name) : Integer.MAX_VALUE;
                    return index < arguments.length ? String.valueOf(arguments[index]) : null;
                });
    }

    /// The text with `{name}` replaced; a name without a value stays as it is.
    public String text(String key, Map<String, String> arguments) {
        return fill(key, arguments::get);
    }

    private String fill(String key, Function<String, @Nullable String> values) {
        if (!bundle.containsKey(key)) {
            return key;
        }
        return PLACEHOLDER
                .matcher(bundle.getString(key))
                .replaceAll(found -> {
                    var value = values.apply(found.group(1));
                    return Matcher.quoteReplacement(value == null ? found.group() : value);
                });
    }

    /// Why a rule said no.
    public String refusal(Refused refused) {
        var shown = new HashMap<>(refused.arguments());
        shown.replaceAll(this::argument);
        return text("refusal." + refused.code(), shown);
    }

    /// Deciders name values by their codes and days by ISO 8601; readers get words.
    private String argument(String name, String value) {
        return switch (name) {
            case "retention" -> word("value.RetentionClass." + value, value);
            case "day", "until" -> ISO_DAY.matcher(value).replaceAll("$3/$2/$1");
            case "rank" -> word("value.Rank." + value, value);
            case "kind" ->
                    word(
                            "value.RecipientKind." + value,
                            word("value.ArtifactKind." + value, value));
            default -> value;
        };
    }

    /// The text of a key, or what stands for it where there is none.
    public String word(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    /// What is irregular about a paper recorded as found (R1).
    public String rule(String code) {
        return has("rule." + code) ? text("rule." + code) : text("rule.OTHER", code);
    }

    /// The name of an event for readers, such as *quyết định tặng*.
    public String event(String storedName) {
        return text("event." + storedName);
    }

    /// The name of a role; roles are configuration, and one without a text shows as it is.
    public String role(String role) {
        return word("role." + role, role);
    }

    /// The word for a value, such as *hộ gia đình*.
    public String of(Enum<?> value) {
        return text(key(value));
    }

    /// Where the word for a value stands.
    public static String key(Enum<?> value) {
        return "value." + value.getDeclaringClass().getSimpleName() + "." + value.name();
    }
}
