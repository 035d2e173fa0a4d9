package vn.sovang.api.imports;

import java.util.Collection;
import java.util.Optional;
import vn.sovang.vocabulary.Folding;

/// What somebody may have meant (*gần nhất*): of known spellings the one that takes the fewest
/// strokes, if they are few.
final class Nearest {
    /// One stroke of three letters: more is another word.
    private static final int LETTERS_FOR_A_STROKE = 3;

    /// Longer texts are sentences, not values.
    private static final int LONGEST = 80;

    private Nearest() {}

    static Optional<String> to(String text, Collection<String> known) {
        var asked = Folding.letters(text);
        if (asked.isEmpty() || asked.length() > LONGEST) {
            return Optional.empty();
        }
        String best = null;
        int fewest = asked.length() / LETTERS_FOR_A_STROKE + 1;
        for (var spelling : known) {
            int strokes = strokes(asked, Folding.letters(spelling), fewest);
            if (strokes < fewest) {
                fewest = strokes;
                best = spelling;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Letters to change, add or leave out (Levenshtein); `enough` if there are as many.
    private static int strokes(String one, String other, int enough) {
        if (Math.abs(one.length() - other.length()) >= enough) {
            return enough;
        }
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[before.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()];
    }
}
