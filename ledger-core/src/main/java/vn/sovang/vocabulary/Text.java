package vn.sovang.vocabulary;

import java.text.Normalizer;

/// What a text must be to enter the ledger: NFC, without control or direction-changing characters,
/// without surrounding spaces, of bounded length.
public final class Text {
    /// Long enough for the longest citation of a decision, short enough that a leaf never nears its
    /// 65,535 bytes.
    public static final int MAX_LENGTH = 2_000;

    private Text() {}

    /// The text in NFC, trimmed, inner runs of white space folded to one space.
    ///
    /// @throws IllegalValue if nothing is left, if it is longer than [#MAX_LENGTH] characters, or
    ///   if it holds a control, format or unpaired surrogate character (zero-width and
    ///   bidirectional marks make two different names look the same)
    public static String of(String field, String raw) {
        if (raw.length() > 2 * MAX_LENGTH) {
            throw new IllegalValue(field, "longer than " + MAX_LENGTH + " characters");
        }
        var text = fold(Normalizer.normalize(raw, Normalizer.Form.NFC));
        if (text.isEmpty()) {
            throw new IllegalValue(field, "empty");
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalValue(field, "longer than " + MAX_LENGTH + " characters");
        }
        text.codePoints().filter(Text::isForbidden).findFirst().ifPresent(c -> forbidden(field, c));
        return text;
    }

    private static String fold(String text) {
        var folded = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = true;
                continue;
            }
            if (gap && !folded.isEmpty()) {
                folded.append(' ');
            }
            gap = false;
            folded.append(c);
        }
        return folded.toString();
    }

    private static boolean isForbidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            default -> false;
        };
    }

    private static void forbidden(String field, int codePoint) {
        throw new IllegalValue(field, "forbidden character U+%04X".formatted(codePoint));
    }
}
