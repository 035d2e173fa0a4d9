package vn.sovang.vocabulary;

import java.util.UUID;

/// One signed decision (*quyết định khen thưởng*).
///
/// The number as written is not the identity: signed papers do repeat numbers.
public record DecisionId(UUID value) implements Id {
    public static DecisionId of(String text) {
        return new DecisionId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "decision-id:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
