package vn.sovang.eventstore;

/// An event that the log cannot hold: too many bytes, too many tags, or a tag too long to index.
public final class EventTooLarge extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    EventTooLarge(String limit) {
        super(limit);
    }
}
