package vn.sovang.tlog;

import java.util.Arrays;
import java.util.List;

/// What a log commits to: the first `size` entries of the log `origin` hash to `root` (*điểm chốt
/// sổ*; C2SP tlog-checkpoint, "Note text").
///
/// There is no time in it. Time comes from a witness's cosignature or from an entry of the log.
///
/// @param origin the log's name, one non-empty line
/// @param size number of entries, not negative
/// @param root the root hash of the tree of that size
/// @param extensions further non-empty lines, which nobody audits; a log SHOULD have none
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    public Checkpoint {
        extensions = List.copyOf(extensions);
        requireLine(origin, "origin");
        extensions.forEach(line -> requireLine(line, "extension line"));
        if (size < 0) {
            throw new MalformedLogDataException("checkpoint: negative size " + size);
        }
    }

    /// A checkpoint without extension lines.
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    private static void requireLine(String line, String what) {
        if (line.isEmpty()) {
            throw new MalformedLogDataException("checkpoint: empty " + what);
        }
        if (line.indexOf('\n') >= 0) {
            throw new MalformedLogDataException("checkpoint: newline in the " + what);
        }
        StrictText.requireNoControls(line, "checkpoint " + what);
        StrictText.utf8Bytes(line, "checkpoint " + what);
    }

    /// The checkpoint in the text of a note, which says nothing yet about who signed it.
    ///
    /// @throws MalformedLogDataException if the text is not a checkpoint
    public static Checkpoint of(SignedNote note) {
        return parse(note.textBytes());
    }

    /// Reads the text of a note.
    ///
    /// @throws MalformedLogDataException unless it is exactly what [#text()] would give
    public static Checkpoint parse(byte[] noteText) {
        String text = StrictText.utf8(noteText, "checkpoint");
        if (!text.endsWith("\n")) {
            throw new MalformedLogDataException("checkpoint: no newline at the end");
        }
        String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
        if (lines.length < 3) {
            throw new MalformedLogDataException(
                    "checkpoint: %d lines, but origin, size and root are 3"
                            .formatted(lines.length));
        }
        return new Checkpoint(
                lines[0],
                StrictText.decimal(lines[1], "checkpoint size (line 2)"),
                Hash.of(StrictText.base64(lines[2], "checkpoint root (line 3)")),
                Arrays.asList(lines).subList(3, lines.length));
    }

    /// The lines, each with its newline: the text that is signed.
    public String text() {
        var text = new StringBuilder();
        text.append(origin).append('\n').append(size).append('\n');
        text.append(root.toBase64()).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /// The text as the bytes a [NoteSigner] signs.
    public byte[] textBytes() {
        return StrictText.utf8Bytes(text(), "checkpoint");
    }
}
