package vn.sovang.access;

import org.jspecify.annotations.Nullable;
import vn.sovang.event.Actor;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.Text;
import vn.sovang.vocabulary.UnitId;

/// Who looks (*người truy cập*).
///
/// @param user opaque user id, never a person's name; `-` for nobody known
/// @param role role the user acts in
/// @param unit unit the user acts for, where the user belongs to one
/// @param onBehalfOf in whose place, where in somebody's
/// @param standing how much is known of that
public record Accessor(
        String user,
        String role,
        @Nullable UnitId unit,
        @Nullable String onBehalfOf,
        Standing standing) {
    /// Fits a tag, and any account's name.
    public static final int MAX_LENGTH = 100;

    /// Somebody at the machine, or who can reach it, while nobody has to sign in.
    public static final Accessor NOBODY = new Accessor("-", "-", null, null, Standing.NOBODY);

    /// The program itself.
    static final Accessor PROGRAM =
            new Accessor("system", "SYSTEM", null, null, Standing.SIGNED_IN);

    /// What the name of the user rests on.
    public enum Standing {
        /// Nobody said who it is.
        NOBODY,
        /// Somebody said so, and nobody checked it.
        CLAIMED,
        /// The user signed in.
        SIGNED_IN
    }

    public Accessor {
        user = bounded("user", user);
        role = bounded("role", role);
        onBehalfOf = onBehalfOf == null ? null : bounded("onBehalfOf", onBehalfOf);
    }

    /// Somebody who says so.
    public static Accessor claimed(String user, String role) {
        return new Accessor(user, role, null, null, Standing.CLAIMED);
    }

    /// Who gives a command, as the command says.
    public static Accessor of(Actor by, @Nullable String onBehalfOf) {
        return new Accessor(by.user(), by.role(), by.unit(), onBehalfOf, Standing.CLAIMED);
    }

    static String bounded(String field, String raw) {
        var text = Text.of(field, raw);
        if (text.length() > MAX_LENGTH) {
            throw new IllegalValue(field, "longer than " + MAX_LENGTH + " characters");
        }
        return text;
    }

    /// Under which its entries are found.
    String tag() {
        return userTag(user);
    }

    static String userTag(String user) {
        return "user:" + user;
    }
}
