package vn.sovang.vocabulary;

import java.util.UUID;

/// One who is honoured (*đối tượng khen thưởng*).
///
/// Individual, collective or household; also the subject under whose key identity fields are
/// sealed.
public record RecipientId(UUID value) implements Id {
    public static RecipientId of(String text) {
        return new RecipientId(UUID.fromString(text));
    }

    @Override
    public String tag() {
        return "recipient:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
