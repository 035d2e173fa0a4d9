package vn.sovang.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.sovang.event.EventCodec;
import vn.sovang.event.SigningKeyEvent;
import vn.sovang.event.SigningKeyEvent.SigningKeyIntroduced;
import vn.sovang.event.SigningKeyEvent.SigningKeyRetired;
import vn.sovang.event.UnreadableEvent;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.NoteVerdict;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.VerifierKey;

/// From the key an auditor has to the keys that came after it.
///
/// A later key is believed only if the log introduces it in an event that a checkpoint covers which
/// a key already believed has signed. What the entries say beyond such a checkpoint proves nothing:
/// anybody can write entries.
final class KeyTrail {
    /// Stands in every leaf of interest, and hardly in any other.
    private static final String MARK = "\"ledger.SigningKey";

    private final EventCodec codec = new EventCodec();
    private final List<VerifierKey> believed = new ArrayList<>();
    private final Map<Long, SigningKeyEvent> changes = new TreeMap<>();
    private KeyHistory history;

    KeyTrail(VerifierKey known) {
        believed.add(known);
        history = KeyHistory.of(known);
    }

    /// The next entry of the log.
    void entry(long position, byte[] leaf) {
        if (!new String(leaf, ISO_8859_1).contains(MARK)) {
            return;
        }
        try {
            if (codec.decode(position, leaf).fact().event() instanceof SigningKeyEvent change) {
                changes.put(position, change);
                history = history.with(position, change);
            }
        } catch (UnreadableEvent | MalformedLogDataException e) {
            // Entries that a verifier cannot read are still hashed; they just vouch for no key.
        }
    }

    /// Believes what keys the log introduced up to a size that a believed key has signed.
    void believe(long size) {
        changes.forEach((position, change) -> {
            if (position <= size
                    && change instanceof SigningKeyIntroduced(String vkey, String previous)
                    && believed.stream().anyMatch(key -> key.toString().equals(previous))) {
                believed.add(VerifierKey.parse(vkey));
            }
        });
    }

    /// Whether a file of one line holds a key that the log is verified with, or that the log itself
    /// names.
    boolean names(String line) {
        var named =
                Stream.concat(
                        believed.stream().map(VerifierKey::toString),
                        changes.values().stream().flatMap(KeyTrail::keysOf));
        return named.anyMatch(key -> line.equals(key + "\n"));
    }

    private static Stream<String> keysOf(SigningKeyEvent change) {
        return switch (change) {
            case SigningKeyIntroduced(String vkey, String previous) -> Stream.of(vkey, previous);
            case SigningKeyRetired(String vkey) -> Stream.of(vkey);
        };
    }

    /// Whether a believed key, not yet retired at that size, signed it.
    boolean signed(SealedCheckpoint checkpoint) {
        var valid = new ArrayList<>(believed);
        history.keys().stream()
                .filter(span -> !span.covers(checkpoint.size()))
                .forEach(span -> valid.remove(span.key()));
        return verdict(checkpoint, valid) instanceof NoteVerdict.Verified;
    }

    /// Whether it bears a wrong signature in the name of a key of the log.
    boolean forged(SealedCheckpoint checkpoint) {
        var all = history.keys().stream().map(KeyHistory.Span::key).toList();
        return verdict(checkpoint, all) instanceof NoteVerdict.Forged;
    }

    private static NoteVerdict verdict(SealedCheckpoint checkpoint, List<VerifierKey> keys) {
        return SignedNote.parse(checkpoint.note().getBytes(UTF_8)).verify(keys);
    }
}
