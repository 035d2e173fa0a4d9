package vn.sovang.seal;

import java.util.ArrayList;
import java.util.List;
import vn.sovang.event.EventCodec;
import vn.sovang.event.SigningKeyEvent;
import vn.sovang.event.SigningKeyEvent.SigningKeyIntroduced;
import vn.sovang.event.SigningKeyEvent.SigningKeyRetired;
import vn.sovang.eventstore.DcbCriterion;
import vn.sovang.eventstore.EventLog;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.VerifierKey;

/// Which key may sign checkpoints of which sizes, as the log's own events say (*lịch sử khóa ký*).
///
/// @param keys the oldest first
public record KeyHistory(List<Span> keys) {
    /// How many rotations a log may see; beyond it somebody plays with it.
    private static final int MAX_CHANGES = 10_000;

    public KeyHistory {
        keys = List.copyOf(keys);
    }

    /// A key and its time.
    ///
    /// @param introducedAt position of the event that took it into use; 0 for the log's first key
    /// @param retiredAt position of the event that took it out of use; [Long#MAX_VALUE] while in
    ///   use
    public record Span(VerifierKey key, long introducedAt, long retiredAt) {
        /// Whether the key may sign a checkpoint of `size` events: one that covers the key's
        /// introduction and not its retirement.
        public boolean covers(long size) {
            return size >= introducedAt && size < retiredAt;
        }

        /// Whether it signs today.
        public boolean inUse() {
            return retiredAt == Long.MAX_VALUE;
        }
    }

    /// The history of a log that never changed its key.
    public static KeyHistory of(VerifierKey only) {
        return new KeyHistory(List.of(new Span(only, 0, Long.MAX_VALUE)));
    }

    /// The history a log tells.
    ///
    /// @param only the key of a log that tells none
    static KeyHistory read(EventLog log, long upTo, VerifierKey only) {
        var codec = new EventCodec();
        var changes =
                log.read(List.of(DcbCriterion.tagged(SigningKeyEvent.TAG)), 0, upTo, MAX_CHANGES);
        var history = of(only);
        for (var stored : changes) {
            var recorded = codec.decode(stored.position(), stored.leaf());
            if (recorded.fact().event() instanceof SigningKeyEvent change) {
                history = history.after(stored.position(), change);
            }
        }
        return history;
    }

    /// The history after a change, or this one where the change names no key: such an event was
    /// inserted by hand, and must not keep anybody from reading.
    KeyHistory after(long position, SigningKeyEvent change) {
        try {
            return with(position, change);
        } catch (MalformedLogDataException noKey) {
            return this;
        }
    }

    /// The part of it that keys speak of which this node has in its files.
    ///
    /// @param only the key to show where nothing is left
    KeyHistory believedBy(List<VerifierKey> believed, VerifierKey only) {
        var known = new KeyHistory(keys.stream().filter(s -> believed.contains(s.key())).toList());
        return known.inUse().isEmpty() ? of(only) : known;
    }

    /// The history after a change.
    ///
    /// @throws MalformedLogDataException if the event's text is no key
    public KeyHistory with(long position, SigningKeyEvent change) {
        return switch (change) {
            case SigningKeyIntroduced(String vkey, String previous) -> {
                // The first change tells which key came before it; what was assumed until then does
                // not count.
                var spans =
                        new ArrayList<>(
                                keys.size() == 1 && keys.getFirst().introducedAt() == 0
                                        ? of(VerifierKey.parse(previous)).keys
                                        : keys);
                spans.add(new Span(VerifierKey.parse(vkey), position, Long.MAX_VALUE));
                yield new KeyHistory(spans);
            }
            case SigningKeyRetired(String vkey) ->
                    new KeyHistory(
                            keys.stream()
                                    .map(span ->
                                            span.key().toString().equals(vkey)
                                                    ? new Span(
                                                            span.key(),
                                                            span.introducedAt(),
                                                            position)
                                                    : span)
                                    .toList());
        };
    }

    /// Keys that may sign a checkpoint of that size, the oldest first.
    public List<VerifierKey> validFor(long size) {
        return keys.stream().filter(span -> span.covers(size)).map(Span::key).toList();
    }

    /// Keys in use, the oldest first: one, or two during a rotation.
    public List<VerifierKey> inUse() {
        return keys.stream().filter(Span::inUse).map(Span::key).toList();
    }

    /// The key to give to auditors: in use, and for the longest time.
    public VerifierKey current() {
        return inUse().getFirst();
    }
}
