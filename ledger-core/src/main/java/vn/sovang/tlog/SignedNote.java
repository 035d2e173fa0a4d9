package vn.sovang.tlog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// A text and the signatures under it (C2SP signed-note). Parsing promises form only: the text MUST
/// NOT be believed before [#verify(Collection)] has answered [NoteVerdict.Verified].
///
/// The bytes as they arrived are kept and are what is verified and written out again. They are
/// never put together from parts, so nothing can be verified that was not there.
public final class SignedNote {
    /// More than any policy names, few enough to bound the work an unknown sender can cause. The
    /// specification asks for at least 16; Go's note package has the same limit.
    public static final int MAX_SIGNATURES = 100;

    /// Room for [#MAX_SIGNATURES] post-quantum lines and a generous text.
    static final int MAX_BYTES = 1_000_000;

    private final byte[] text;
    private final List<NoteSignature> signatures;

    private SignedNote(byte[] text, List<NoteSignature> signatures) {
        this.text = text;
        this.signatures = List.copyOf(signatures);
    }

    /// A note of a text and signatures of it.
    ///
    /// @throws MalformedLogDataException unless the text is one or more lines, all ended, and the
    ///   signatures are 1 to [#MAX_SIGNATURES]
    public static SignedNote of(byte[] text, List<NoteSignature> signatures) {
        requireText(text);
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new MalformedLogDataException("note: " + signatures.size() + " signatures");
        }
        return new SignedNote(text.clone(), signatures);
    }

    /// Reads a whole note. The text may hold blank lines itself; it ends at the last one.
    ///
    /// @throws MalformedLogDataException unless it is exactly what [#bytes()] would give
    public static SignedNote parse(byte[] note) {
        if (note.length > MAX_BYTES) {
            throw new MalformedLogDataException("note: larger than " + MAX_BYTES + " bytes");
        }
        int end = lastBlankLine(note);
        byte[] text = Arrays.copyOf(note, end + 1);
        requireText(text);
        return new SignedNote(
                text, NoteSignature.parseLines(Arrays.copyOfRange(note, end + 2, note.length)));
    }

    private static int lastBlankLine(byte[] note) {
        for (int at = note.length - 2; at >= 0; at--) {
            if (note[at] == '\n' && note[at + 1] == '\n') {
                return at;
            }
        }
        throw new MalformedLogDataException("note: no blank line before the signatures");
    }

    static void requireText(byte[] text) {
        if (text.length == 0 || text[text.length - 1] != '\n') {
            throw new MalformedLogDataException("note: text does not end in a newline");
        }
        StrictText.requireNoControls(StrictText.utf8(text, "note"), "note");
    }

    /// Checks the signatures against keys one trusts. Lines of unknown keys are ignored, also when
    /// they share a name or an id, but not both, with a known one. A single wrong signature under a
    /// known key spoils the whole note.
    public NoteVerdict verify(Collection<VerifierKey> trusted) {
        var valid = new ArrayList<NoteVerdict.ValidSignature>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : trusted) {
                if (!key.matches(signature)) {
                    continue;
                }
                if (!key.verifies(text, signature)) {
                    return new NoteVerdict.Forged(key);
                }
                if (valid.stream().noneMatch(known -> known.key().equals(key))) {
                    valid.add(new NoteVerdict.ValidSignature(key, signature));
                }
            }
        }
        return valid.isEmpty() ? new NoteVerdict.Unknown() : new NoteVerdict.Verified(valid);
    }

    /// This note with more signature lines after those it has.
    public SignedNote with(List<NoteSignature> more) {
        var all = new ArrayList<>(signatures);
        all.addAll(more);
        return of(text, all);
    }

    /// A copy of the signed bytes: the text with its last newline, without the blank line.
    public byte[] textBytes() {
        return text.clone();
    }

    public String text() {
        return new String(text, StandardCharsets.UTF_8);
    }

    public List<NoteSignature> signatures() {
        return signatures;
    }

    /// The whole note as it is stored and served.
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(text);
        out.write('\n');
        for (NoteSignature signature : signatures) {
            out.writeBytes((signature.line() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedNote that
                && Arrays.equals(text, that.text)
                && signatures.equals(that.signatures);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(text) + signatures.hashCode();
    }

    /// The whole note as text.
    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
