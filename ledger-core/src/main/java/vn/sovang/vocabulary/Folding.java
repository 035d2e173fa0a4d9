package vn.sovang.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Two ways to say that two texts are the same.
///
/// Headings, codes and values may lose their accents; names of places may not: *Phủ Hà* and *Phú
/// Hà* are two wards.
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT =
            Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
    private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");

    /// A last `y` after a consonant is written `i` by half the offices: *chiến sĩ, chiến sỹ*.
    private static final Pattern LAST_Y = Pattern.compile("(?<=[bcdghklmnprstvx])y(?= |$)");

    private Folding() {}

    /// Only letters and digits, without accents, in lower case: `Số, ký hiệu` → `sokyhieu`.
    public static String letters(String text) {
        return words(text).replace(" ", "");
    }

    /// The same with one space between words.
    public static String words(String text) {
        var open = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var bare = MARKS.matcher(open).replaceAll("").replace('đ', 'd').replace('Đ', 'D');
        var lower = bare.toLowerCase(Locale.ROOT);
        return NEITHER_LETTER_NOR_DIGIT.matcher(lower).replaceAll(" ").strip();
    }

    /// What is searched by: [#words], and *sỹ* is *sĩ*. Finds more than one text for another; never
    /// says that two are the same.
    public static String searched(String text) {
        return LAST_Y.matcher(words(text)).replaceAll("i");
    }

    /// Accents kept, but not where the tone stands (*Hòa*, *Hoà*), nor case, nor punctuation.
    public static String accented(String text) {
        var lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder();
        for (var word : NEITHER_LETTER_NOR_DIGIT.split(lower)) {
            if (!word.isEmpty()) {
                folded.append(folded.isEmpty() ? "" : " ").append(toneLast(word));
            }
        }
        return folded.toString();
    }

    private static String toneLast(String syllable) {
        var open = Normalizer.normalize(syllable, Normalizer.Form.NFD);
        var tones = new StringBuilder();
        var matcher = TONES.matcher(open);
        while (matcher.find()) {
            tones.append(matcher.group());
        }
        return TONES.matcher(open).replaceAll("") + tones;
    }
}
