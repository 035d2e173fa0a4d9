package vn.sovang.tlog;

import java.util.List;
import java.util.Optional;

/// What the signatures of a note come to, for somebody who trusts certain keys.
public sealed interface NoteVerdict {
    /// At least one known key signed, and none of the known keys' signatures is wrong.
    ///
    /// @param by each key once, in the order of the lines
    record Verified(List<ValidSignature> by) implements NoteVerdict {
        public Verified {
            by = List.copyOf(by);
        }
    }

    /// A line names this known key, but its signature is wrong: the note is to be rejected, and
    /// somebody should ask where it came from.
    record Forged(VerifierKey key) implements NoteVerdict {}

    /// No line names a known key: nothing is known about this text.
    record Unknown() implements NoteVerdict {}

    /// A signature that was verified, and the key it was verified with.
    record ValidSignature(VerifierKey key, NoteSignature signature) {
        /// When the witness says it signed, in seconds since 1970, if the signature is a
        /// cosignature. This is the only time in a signed checkpoint.
        public Optional<Long> posixSeconds() {
            return key.type() == KeyType.ED25519
                    ? Optional.empty()
                    : Optional.of(Cosignature.of(key.type(), signature).posixSeconds());
        }
    }
}
