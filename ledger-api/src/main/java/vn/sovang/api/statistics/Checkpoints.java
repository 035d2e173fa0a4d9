package vn.sovang.api.statistics;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.seal.PublishedLog;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.MalformedLogDataException;

/// A moment named by a checkpoint that somebody kept: its note as it was signed, or `size@root`.
///
/// The root is compared with that of the log of this size. Who signed does not matter here: the
/// root says what the log was, and it is this log or it is not.
final class Checkpoints {
    private final PublishedLog log;

    Checkpoints(PublishedLog log) {
        this.log = log;
    }

    /// @return empty for a text that is no checkpoint
    /// @throws Failure `CHECKPOINT_DIFFERS`, `BEYOND_THE_LOG`, `KNOWN_AT_MALFORMED`
    Optional<KnownAt> read(@Nullable String text) {
        if (text == null || !looksLikeOne(text)) {
            return Optional.empty();
        }
        Checkpoint kept = parse(text.strip());
        long head = log.size();
        if (kept.size() > head) {
            throw Failure.of(
                    FailureCode.BEYOND_THE_LOG,
                    Map.of("asked", Long.toString(kept.size()), "head", Long.toString(head)));
        }
        if (!log.rootOf(kept.size()).equals(Optional.of(kept.root()))) {
            throw Failure.at("knownAt", FailureCode.CHECKPOINT_DIFFERS, Long.toString(kept.size()));
        }
        return Optional.of(new KnownAt.AtPosition(kept.size()));
    }

    static boolean looksLikeOne(@Nullable String text) {
        return text != null && (text.strip().contains("\n") || text.contains("@"));
    }

    private static Checkpoint parse(String text) {
        try {
            int at = text.indexOf('@');
            if (at > 0 && text.substring(0, at).matches("[0-9]{1,18}")) {
                // In an address an unescaped + arrives as a space.
                var root = text.substring(at + 1).replace(' ', '+');
                var size = Long.parseLong(text.substring(0, at));
                return Checkpoint.parse(
                        ("kept\n" + size + "\n" + root + "\n").getBytes(StandardCharsets.UTF_8));
            }
            var body = text.replace("\r\n", "\n");
            int signatures = body.indexOf("\n\n");
            var note = signatures < 0 ? body : body.substring(0, signatures);
            return Checkpoint.parse((note + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (MalformedLogDataException | IllegalArgumentException e) {
            throw Failure.at("knownAt", FailureCode.KNOWN_AT_MALFORMED, text).because(e);
        }
    }
}
