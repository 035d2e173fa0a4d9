package vn.sovang.eventstore;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// An event ready to be stored, all but its time: the bytes are prepared outside the log's lock,
/// and the appender patches the time in inside it.
///
/// @param type stored name, by which criteria restrict
/// @param tags what the event concerns, by which criteria find it
/// @param leaf the exact bytes that are stored and hashed. Handed over: the appender writes the
///   stamp into this very array, and the caller must not touch it again
/// @param stampOffset index in `leaf` of the 27 bytes `yyyy-MM-ddTHH:mm:ss.SSSSSSZ` that receive
///   the recording time; [#NO_STAMP] where the leaf carries none
@SuppressWarnings("ArrayRecordComponent") // bytes of up to 64 KiB are handed over, never compared
public record UnstampedEvent(String type, Set<String> tags, byte[] leaf, int stampOffset) {
    /// The length field of an entry in a log of C2SP tiles is 16 bits wide.
    public static final int MAX_LEAF_BYTES = 65_535;

    /// The widest event of the domain, a merger of units, has 9; each tag costs an index entry.
    public static final int MAX_TAGS = 16;

    /// A b-tree entry must fit a third of a page; decision numbers as written stay far below.
    public static final int MAX_TAG_BYTES = 512;

    public static final int NO_STAMP = -1;

    public UnstampedEvent {
        tags = Set.copyOf(tags);
        require(!type.isEmpty() && isStorable(type), "the type is a short text");
        require(tags.size() <= MAX_TAGS, "an event has at most " + MAX_TAGS + " tags");
        require(
                tags.stream().allMatch(UnstampedEvent::isStorable),
                "a tag has at most " + MAX_TAG_BYTES + " bytes and no NUL");
        require(leaf.length <= MAX_LEAF_BYTES, "a leaf has at most " + MAX_LEAF_BYTES + " bytes");
        require(
                stampOffset == NO_STAMP
                        || (stampOffset >= 0 && stampOffset + Stamp.LENGTH <= leaf.length),
                "the stamp lies inside the leaf");
    }

    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0
                && text.getBytes(StandardCharsets.UTF_8).length <= MAX_TAG_BYTES;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new EventTooLarge(rule);
        }
    }
}
