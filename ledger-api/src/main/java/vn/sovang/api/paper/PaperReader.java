package vn.sovang.api.paper;

import org.jspecify.annotations.Nullable;
import vn.sovang.access.Accessor;
import vn.sovang.api.door.Scope;
import vn.sovang.api.door.SignedIn;
import vn.sovang.privacy.Unmasking;
import vn.sovang.vocabulary.UnitId;

/// Who wants a paper. Names are opened for it, so who it is goes into the access log.
///
/// @param user opaque user id
/// @param unit unit of the user; null for the office that keeps the register
/// @param scope whose records may stand on the paper
public record PaperReader(String user, String role, @Nullable UnitId unit, Scope scope) {
    static PaperReader of(SignedIn reader, Scope scope) {
        return new PaperReader(reader.user(), reader.acting().name(), reader.unit(), scope);
    }

    /// Whoever sits at the command line, which sees all units.
    public static PaperReader atTheMachine(Accessor who) {
        return new PaperReader(who.user(), who.role(), null, Scope.atTheMachine());
    }

    Unmasking unmasking(String purpose) {
        return new Unmasking(user, role, purpose);
    }
}
