package vn.sovang.event;

import vn.sovang.vocabulary.Text;

/// The fact breaks a rule, and a signed paper says it all the same: recorded as found (R1).
///
/// @param rule code of the rule it breaks
/// @param reason why the paper is kept all the same, in the words of who entered it; names no
///   person
/// @param secondPerson user id of whoever confirmed that the paper says so
public record AsFound(String rule, String reason, String secondPerson) {
    public AsFound {
        rule = Text.of("rule", rule);
        reason = Text.of("reason", reason);
        secondPerson = Text.of("second person", secondPerson);
    }
}
