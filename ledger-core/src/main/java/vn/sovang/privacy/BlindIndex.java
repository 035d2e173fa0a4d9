package vn.sovang.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.sovang.vocabulary.Sealed;

/// Tokens under which equal texts are equal, without showing the texts: HMAC-SHA-256 under a key
/// that is in no database. For `read_*` tables only; never in a leaf, since a token of a short text
/// tells who has the key what the text was, even after its erasure.
///
/// Opening here shows nothing to anybody, so it is no unmasking.
public final class BlindIndex {
    private static final Pattern YEAR = Pattern.compile(".*?(?<!\\d)(\\d{4})\\D*");

    private final IdentityVault vault;
    private final SecretKeySpec key;
    private final NameIndex names;

    BlindIndex(IdentityVault vault, byte[] key, NameIndex names) {
        this.vault = vault;
        this.names = names;
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /// The two forms of a text.
    ///
    /// @param spelled equal for spellings of one text: place of the tone mark, Unicode form, case,
    ///   titles before a name
    /// @param letters equal also without any accents
    public record Tokens(String spelled, String letters) {}

    /// What names are found by, word by word.
    public NameIndex names() {
        return names;
    }

    /// Tokens by seal; what was erased has none.
    public Map<UUID, Tokens> of(Collection<Sealed> fields) {
        var tokens = new HashMap<UUID, Tokens>();
        vault.openAll(fields).forEach((seal, text) -> tokens.put(seal, tokens(text)));
        return tokens;
    }

    /// Tokens of the years that texts end in or name last, by seal: *1931* and *17/12/1931* are of
    /// one year. A text without a year has none.
    public Map<UUID, String> years(Collection<Sealed> fields) {
        var tokens = new HashMap<UUID, String>();
        vault.openAll(fields)
                .forEach((seal, text) -> year(text).ifPresent(y -> tokens.put(seal, y)));
        return tokens;
    }

    /// Token of the year in a text that is not sealed; empty if it has none.
    public Optional<String> year(String text) {
        var year = YEAR.matcher(text);
        return year.matches() ? Optional.of(token("year", year.group(1))) : Optional.empty();
    }

    /// Tokens of a text that is not sealed.
    public Tokens tokens(String text) {
        return new Tokens(
                token("spelled", NameForms.spelled(text)),
                token("letters", NameForms.letters(text)));
    }

    private String token(String form, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var bytes = mac.doFinal((form + "\0" + text).getBytes(UTF_8));
            return Base64.getEncoder().withoutPadding().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
