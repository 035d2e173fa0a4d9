package vn.sovang.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The form two C2SP files share: some ASCII lines, a blank line, and a checkpoint byte for byte.
///
/// Here the *first* blank line separates, since the lines before it may not be empty; inside the
/// checkpoint it is the last one. The bytes after it are handed on as they are.
///
/// @param head the lines before the blank line, without newlines
/// @param note the bytes after the blank line
record WireLines(List<String> head, SignedNote note) {
    /// @throws MalformedLogDataException if there is no blank line or no note after it
    static WireLines parse(byte[] file, String what) {
        if (file.length > 2 * SignedNote.MAX_BYTES) {
            throw new MalformedLogDataException(
                    what + ": larger than " + 2 * SignedNote.MAX_BYTES + " bytes");
        }
        int end = firstBlankLine(file, what);
        String head = StrictText.utf8(Arrays.copyOf(file, end), what);
        StrictText.requireNoControls(head, what);
        return new WireLines(
                List.of(head.split("\n", -1)),
                SignedNote.parse(Arrays.copyOfRange(file, end + 2, file.length)));
    }

    private static int firstBlankLine(byte[] file, String what) {
        for (int at = 0; at < file.length - 1; at++) {
            if (file[at] == '\n' && file[at + 1] == '\n') {
                return at;
            }
        }
        throw new MalformedLogDataException(what + ": no blank line before the checkpoint");
    }

    /// The rest of a line that must be there and start with a word and a space.
    String after(int line, String word, String what) {
        if (line >= head.size() || !head.get(line).startsWith(word + " ")) {
            throw new MalformedLogDataException(
                    "%s: line %d is not '%s …'".formatted(what, line + 1, word));
        }
        return head.get(line).substring(word.length() + 1);
    }

    /// The lines from `first` on as hashes.
    List<Hash> hashes(int first, int most, String what) {
        if (head.size() - first > most) {
            throw new MalformedLogDataException(
                    "%s: %d hashes, more than %d".formatted(what, head.size() - first, most));
        }
        var hashes = new ArrayList<Hash>();
        for (int line = first; line < head.size(); line++) {
            hashes.add(
                    Hash.of(
                            StrictText.base64(
                                    head.get(line), "%s line %d".formatted(what, line + 1))));
        }
        return hashes;
    }

    static void writeHashes(StringBuilder text, List<Hash> hashes) {
        hashes.forEach(hash -> text.append(hash.toBase64()).append('\n'));
    }

    static byte[] join(StringBuilder head, SignedNote note) {
        byte[] lines = StrictText.utf8Bytes(head.append('\n').toString(), "lines");
        byte[] checkpoint = note.bytes();
        byte[] file = Arrays.copyOf(lines, lines.length + checkpoint.length);
        System.arraycopy(checkpoint, 0, file, lines.length, checkpoint.length);
        return file;
    }
}
