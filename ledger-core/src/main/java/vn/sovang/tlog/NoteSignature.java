package vn.sovang.tlog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// One signature line of a note, not yet verified (C2SP signed-note, "Signatures"):
///
/// ```
/// — <key name> base64(key id || signature)
/// ```
///
/// The dash is U+2014. What the signature bytes are depends on the type of the key, which the line
/// does not tell: see [VerifierKey] and [Cosignature].
public final class NoteSignature {
    /// A DSA of any kind needs more than nothing; Go's note package draws the same line.
    private static final int MIN_SIGNATURE_BYTES = 1;

    private static final String DASH = "— ";

    private final String keyName;
    private final int keyId;
    private final byte[] signature;

    /// @param keyId the four bytes of the key id, big-endian
    /// @throws MalformedLogDataException if no key can have this name, or the signature is empty
    public NoteSignature(String keyName, int keyId, byte[] signature) {
        if (signature.length < MIN_SIGNATURE_BYTES) {
            throw new MalformedLogDataException("signature of " + keyName + ": empty");
        }
        this.keyName = KeyName.require(keyName, "signature line");
        this.keyId = keyId;
        this.signature = signature.clone();
    }

    /// Reads a line without its newline.
    ///
    /// @throws MalformedLogDataException unless it is exactly what [#line()] would give
    public static NoteSignature parse(String line) {
        if (!line.startsWith(DASH)) {
            throw new MalformedLogDataException(
                    "signature line: no em dash and space at the start: "
                            + StrictText.quoted(line));
        }
        String[] parts = line.substring(DASH.length()).split(" ", -1);
        if (parts.length != 2) {
            throw new MalformedLogDataException(
                    "signature line: not name and signature: " + StrictText.quoted(line));
        }
        byte[] blob = StrictText.base64(parts[1], "signature of " + StrictText.quoted(parts[0]));
        if (blob.length < Integer.BYTES) {
            throw new MalformedLogDataException(
                    "signature of " + StrictText.quoted(parts[0]) + ": no room for a key id");
        }
        return new NoteSignature(
                parts[0],
                ByteBuffer.wrap(blob).getInt(),
                Arrays.copyOfRange(blob, Integer.BYTES, blob.length));
    }

    /// Reads lines that each end in a newline, as the end of a note or the answer of a witness
    /// (C2SP tlog-witness, "add-checkpoint") holds them.
    ///
    /// @throws MalformedLogDataException if there is none, one is malformed, or there are more than
    ///   [SignedNote#MAX_SIGNATURES]
    public static List<NoteSignature> parseLines(byte[] text) {
        String lines = StrictText.utf8(text, "signature lines");
        StrictText.requireNoControls(lines, "signature lines");
        if (!lines.endsWith("\n")) {
            throw new MalformedLogDataException("signature lines: no newline at the end");
        }
        var signatures = new ArrayList<NoteSignature>();
        for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
            if (signatures.size() == SignedNote.MAX_SIGNATURES) {
                throw new MalformedLogDataException(
                        "signature lines: more than " + SignedNote.MAX_SIGNATURES);
            }
            signatures.add(parse(line));
        }
        return signatures;
    }

    public String keyName() {
        return keyName;
    }

    /// The four bytes of the key id, big-endian. Names the key; proves nothing.
    public int keyId() {
        return keyId;
    }

    /// A copy of the bytes after the key id.
    public byte[] signature() {
        return signature.clone();
    }

    /// The line without its newline.
    public String line() {
        byte[] blob =
                ByteBuffer.allocate(Integer.BYTES + signature.length)
                        .putInt(keyId)
                        .put(signature)
                        .array();
        return DASH + keyName + " " + Base64.getEncoder().encodeToString(blob);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && keyId == that.keyId
                && keyName.equals(that.keyName)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return 31 * keyName.hashCode() + Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return keyName + "+" + HexFormat.of().toHexDigits(keyId);
    }
}
