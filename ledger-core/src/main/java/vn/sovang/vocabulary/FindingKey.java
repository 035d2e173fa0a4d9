package vn.sovang.vocabulary;

import java.util.regex.Pattern;

/// What tells one finding of the anomalies from all others (*mã bất thường*): the rule and what it
/// is about, such as `DECISION_NUMBER_USED_TWICE:decision:6be8ce28-…`. The same flaw of the same
/// thing has the same key, whenever and by whom it is found.
///
/// @param rule stable code of the rule
/// @param subject tag of the thing, and after a further `:` which part of it, where a thing can
///   have the flaw more than once
public record FindingKey(String rule, String subject) {
    private static final Pattern RULE = Pattern.compile("[A-Z][A-Z0-9_]{2,63}");
    private static final Pattern SUBJECT =
            Pattern.compile("(?<thing>[a-z-]{2,20}:[A-Za-z0-9-]{1,40})(:[A-Za-z0-9_.-]{1,100})*");

    public FindingKey {
        if (!RULE.matcher(rule).matches()) {
            throw new IllegalValue("rule", rule);
        }
        if (subject.length() > 300 || !SUBJECT.matcher(subject).matches()) {
            throw new IllegalValue("subject", subject);
        }
    }

    /// Reads what `toString` writes.
    ///
    /// @throws IllegalValue for anything else
    public static FindingKey of(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalValue("finding", text);
        }
        return new FindingKey(text.substring(0, colon), text.substring(colon + 1));
    }

    /// Tag of the thing the finding is about, such as `decision:6be8ce28-…`.
    public String thing() {
        var matcher = SUBJECT.matcher(subject);
        return matcher.matches() ? matcher.group("thing") : subject;
    }

    /// Tag under which what people said about the finding is found.
    public String tag() {
        return "anomaly:" + this;
    }

    @Override
    public String toString() {
        return rule + ":" + subject;
    }
}
