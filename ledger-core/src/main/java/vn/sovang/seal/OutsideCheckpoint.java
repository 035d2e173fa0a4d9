package vn.sovang.seal;

import java.nio.charset.StandardCharsets;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.SignedNote;

/// A checkpoint of this log that somebody else keeps.
///
/// @param note signed by the log's own key: whoever hands it over has verified that
/// @param where for a person, such as `the checkpoint kept by witness so-noi-vu`
public record OutsideCheckpoint(SignedNote note, String where) {
    public Checkpoint checkpoint() {
        return Checkpoint.of(note);
    }

    SealedCheckpoint sealed() {
        var checkpoint = checkpoint();
        return new SealedCheckpoint(
                checkpoint.size(),
                checkpoint.root(),
                new String(note.bytes(), StandardCharsets.UTF_8));
    }
}
