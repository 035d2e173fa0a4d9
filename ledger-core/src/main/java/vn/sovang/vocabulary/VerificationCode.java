package vn.sovang.vocabulary;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is printed on a certificate so that anybody can ask about it (*mã xác minh*): 95 bits in 19
/// characters of Crockford's base 32, and a check character.
///
/// As in a code of that alphabet, `I` and `L` are read as `1`, `O` as `0`, small letters as capital
/// ones; there is no `U`. The check character makes the sum of all characters, each times another
/// power of a primitive element of GF(32), zero: one wrong character or two exchanged ones never
/// give a code, so that a slip is told from a code that nobody issued.
///
/// @param characters all 20, without the hyphens in which they are printed
public record VerificationCode(String characters) {
    /// Bytes a code is made of; the last bit is not used.
    public static final int BYTES = 12;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 4;
    private static final int BITS = 5;

    /// What people and programs put between groups, hyphens of word processors too.
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}.]+");

    /// x⁵ + x² + 1, by which the field with 32 elements is made.
    private static final int FIELD = 0b100101;

    public VerificationCode {
        if (!isWhole(characters)) {
            throw new IllegalValue("verificationCode", "no code");
        }
    }

    /// The code made of some bits.
    ///
    /// @param bits [#BYTES] of them; more are ignored
    public static VerificationCode of(byte[] bits) {
        var characters = new StringBuilder(LENGTH);
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = 0;
            for (int bit = i * BITS; bit < (i + 1) * BITS; bit++) {
                value = (value << 1) | ((bits[bit / 8] >> (7 - bit % 8)) & 1);
            }
            characters.append(ALPHABET.charAt(value));
            sum = shifted(sum) ^ value;
        }
        return new VerificationCode(characters.append(ALPHABET.charAt(shifted(sum))).toString());
    }

    /// The code that somebody typed, in whatever groups; empty for what cannot be one.
    public static Optional<VerificationCode> read(String typed) {
        var characters =
                BETWEEN.matcher(typed)
                        .replaceAll("")
                        .toUpperCase(Locale.ROOT)
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        return isWhole(characters)
                ? Optional.of(new VerificationCode(characters))
                : Optional.empty();
    }

    private static boolean isWhole(String characters) {
        if (characters.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int value = ALPHABET.indexOf(characters.charAt(i));
            if (value < 0) {
                return false;
            }
            sum = shifted(sum) ^ value;
        }
        return sum == 0;
    }

    /// Times x in the field.
    private static int shifted(int value) {
        int twice = value << 1;
        return twice >= ALPHABET.length() ? twice ^ FIELD : twice;
    }

    /// As it is printed: groups of four with hyphens.
    @Override
    public String toString() {
        var printed = new StringBuilder(LENGTH + LENGTH / GROUP);
        for (int from = 0; from < LENGTH; from += GROUP) {
            printed.append(from == 0 ? "" : "-").append(characters, from, from + GROUP);
        }
        return printed.toString();
    }
}
