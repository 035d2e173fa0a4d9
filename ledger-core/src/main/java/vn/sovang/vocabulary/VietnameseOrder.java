package vn.sovang.vocabulary;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/// The order of Vietnamese texts (*thứ tự chữ cái tiếng Việt*): a ă â b c d đ e ê g …, and among
/// texts of the same letters no tone, huyền, hỏi, ngã, sắc, nặng. The order of the JDK's and of
/// ICU's collation for `vi`, but the same on every machine and with spaces told from letters.
///
/// Unicode form and case count only between texts that differ in nothing else. Proved by
/// `VietnameseOrderTest`.
public final class VietnameseOrder {
    private static final String LETTERS = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    /// Grave, hook above, tilde, acute, dot below.
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    /// Names of units, awards, anything but people.
    public static final Comparator<String> TEXTS =
            Comparator.comparing(Key::of).thenComparing(Comparator.naturalOrder());

    /// Names of people, without titles: by given name, which stands last, then by what stands
    /// between, then by family name.
    public static final Comparator<String> PEOPLE =
            Comparator.comparing(
                    Name::of,
                    Comparator.comparing(Name::given, TEXTS)
                            .thenComparing(Name::middle, TEXTS)
                            .thenComparing(Name::family, TEXTS));

    private VietnameseOrder() {}

    private record Name(String family, String middle, String given) {
        static Name of(String name) {
            var words = name.strip().split("\\s+");
            int last = words.length - 1;
            return new Name(
                    last > 0 ? words[0] : "",
                    last > 1 ? String.join(" ", Arrays.copyOfRange(words, 1, last)) : "",
                    words[last]);
        }
    }

    /// Letters decide first, tones only between the same letters.
    ///
    /// @param letters each letter's place in the alphabet, as a character
    private record Key(String letters, String tones) implements Comparable<Key> {
        static Key of(String text) {
            var lower = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
            var letters = new StringBuilder();
            var tones = new StringBuilder();
            int i = 0;
            while (i < lower.length()) {
                var open = new StringBuilder().append(lower.charAt(i++));
                char tone = 0;
                while (i < lower.length() && isMark(lower.charAt(i))) {
                    char mark = lower.charAt(i++);
                    int at = TONES.indexOf(mark);
                    if (at >= 0) {
                        tone = (char) (at + 1);
                    } else {
                        open.append(mark);
                    }
                }
                letters.append(place(open));
                tones.append(tone);
            }
            return new Key(letters.toString(), tones.toString());
        }

        private static boolean isMark(char c) {
            return Character.getType(c) == Character.NON_SPACING_MARK;
        }

        /// What is no letter or digit is a gap before all of them; letters of other languages come
        /// behind.
        private static char place(CharSequence open) {
            char c = Normalizer.normalize(open, Normalizer.Form.NFC).charAt(0);
            int at = LETTERS.indexOf(c);
            if (at >= 0) {
                return (char) (at + 1);
            }
            return Character.isLetterOrDigit(c) ? c : 0;
        }

        @Override
        public int compareTo(Key other) {
            int byLetters = letters.compareTo(other.letters);
            return byLetters != 0 ? byLetters : tones.compareTo(other.tones);
        }
    }
}
