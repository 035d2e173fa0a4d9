package vn.sovang.api.anomaly;

import java.util.Arrays;
import java.util.HashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.anomaly.AnomalyRow;
import vn.sovang.projection.anomaly.AnomalyRule;

/// What rules and findings are called.
public final class AnomalyTexts {
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");

    private AnomalyTexts() {}

    /// Where the title of a rule stands.
    public static String titleKey(AnomalyRule rule) {
        return "anomaly." + rule + ".title";
    }

    /// Where the sentence of a rule stands.
    public static String textKey(AnomalyRule rule) {
        return "anomaly." + rule + ".text";
    }

    /// What the rule looks for.
    public static String title(AnomalyRule rule, Messages messages) {
        return messages.text(titleKey(rule));
    }

    /// What was found, in one sentence.
    public static String text(AnomalyRow row, Messages messages) {
        var says = new HashMap<>(row.says());
        says.replaceAll((name, value) -> inWords(name, value, messages));
        return messages.text(textKey(row.rule()), says);
    }

    /// Days, sources and codes of rules as people read them.
    private static String inWords(String name, String value, Messages messages) {
        return switch (name) {
            case "source" -> messages.word("value.Source." + value, value);
            case "code" ->
                    Arrays.stream(value.split(", "))
                            .map(messages::rule)
                            .collect(Collectors.joining("; "));
            default -> ISO_DAY.matcher(value).replaceAll("$3/$2/$1");
        };
    }
}
