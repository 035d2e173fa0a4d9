package vn.sovang.api.web;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the access log names an address: as the table has it, since what was typed may be a person's
/// name; with the word that was chosen where it offers a choice.
public final class DoorName {
    /// A variable that can only be one of some words, such as `{kind:awards|artifacts}`.
    private static final Pattern CHOICE = Pattern.compile("\\{(\\w+):[a-z|-]+}");

    private DoorName() {}

    /// @param variables of the address by name
    public static String of(String pattern, Map<String, String> variables) {
        return CHOICE.matcher(pattern)
                .replaceAll(choice ->
                        Matcher.quoteReplacement(
                                variables.getOrDefault(choice.group(1), choice.group(1))));
    }
}
