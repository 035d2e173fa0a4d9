package vn.sovang.projection.search;

import java.util.Arrays;
import java.util.List;
import vn.sovang.privacy.NameIndex;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.Text;

/// What somebody typed into the box, or why it cannot be looked for.
public sealed interface Sought {
    /// Longer than any name or number.
    int MAX_LENGTH = 200;

    /// Words to look for.
    record Words(String text) implements Sought {
        Forms forms() {
            return Forms.of(text);
        }

        /// The words without accents.
        List<String> letters() {
            return Arrays.asList(forms().letters().strip().split(" "));
        }

        List<String> spelled() {
            return Arrays.asList(forms().spelled().strip().split(" "));
        }

        /// Words as patterns of SQL; letters and digits have no meaning there.
        static List<String> patterns(List<String> words) {
            return words.stream().map(word -> "% " + word + " %").toList();
        }

        /// The words taken apart once, to be held against many texts.
        Asked asked() {
            return new Asked(forms(), spelled(), letters());
        }
    }

    /// Words, to be held against texts in memory.
    record Asked(Forms forms, List<String> spelled, List<String> letters) {
        /// How well a text answers, as [Search] ranks what it finds in tables; [Search#NO_ANSWER]
        /// if not at all.
        int rank(Forms entry) {
            if (entry.spelled().equals(forms.spelled())) {
                return 0;
            }
            if (allIn(spelled, entry.spelled())) {
                return 1;
            }
            if (entry.compact().equals(forms.compact())) {
                return 2;
            }
            if (allIn(letters, entry.letters())) {
                return 3;
            }
            var before = letters.subList(0, letters.size() - 1);
            boolean begun = entry.letters().contains(" " + letters.getLast());
            return begun && allIn(before, entry.letters()) ? 4 : Search.NO_ANSWER;
        }

        private static boolean allIn(List<String> words, String text) {
            return words.stream().allMatch(word -> text.contains(" " + word + " "));
        }
    }

    /// Nothing to look for.
    record Unusable(Flaw flaw) implements Sought {}

    /// Why not.
    enum Flaw {
        /// No letter and no digit.
        EMPTY,
        /// More than [#MAX_LENGTH] characters, or more than [NameIndex#MAX_WORDS] words.
        TOO_LONG,
        /// A character that no text of the ledger can hold.
        FORBIDDEN_CHARACTER
    }

    /// Reads what was typed.
    static Sought of(String typed) {
        if (typed.length() > MAX_LENGTH) {
            return new Unusable(Flaw.TOO_LONG);
        }
        if (typed.isBlank()) {
            return new Unusable(Flaw.EMPTY);
        }
        try {
            var words = new Words(Text.of("search", typed));
            if (words.forms().isEmpty()) {
                return new Unusable(Flaw.EMPTY);
            }
            return words.letters().size() > NameIndex.MAX_WORDS
                    ? new Unusable(Flaw.TOO_LONG)
                    : words;
        } catch (IllegalValue forbidden) {
            return new Unusable(Flaw.FORBIDDEN_CHARACTER);
        }
    }
}
