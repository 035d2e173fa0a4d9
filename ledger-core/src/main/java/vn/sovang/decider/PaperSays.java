package vn.sovang.decider;

import vn.sovang.vocabulary.Text;

/// The act is not begun in the ledger: a signed paper already says it, right or wrong (*ghi nhận
/// như văn bản*). What the paper says against a rule is then recorded, marked with the rule.
///
/// @param reason why it is kept all the same, in the words of who enters it; names no person
/// @param secondPerson user id of whoever confirmed that the paper says so
public record PaperSays(String reason, String secondPerson) {
    public PaperSays {
        reason = Text.of("reason", reason);
        secondPerson = Text.of("second person", secondPerson);
    }
}
