package vn.sovang.api.door;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.vocabulary.UnitId;

/// Whose records somebody sees and writes (*phạm vi*): the units of an office, those below them and
/// those they came from. Made by [Scopes].
public final class Scope {
    private final @Nullable Set<UnitId> own;

    private final @Nullable Set<UnitId> read;

    /// @param own the units acted for; null for the office that keeps the register: every unit
    /// @param read the units whose records are seen; null for every unit
    Scope(@Nullable Set<UnitId> own, @Nullable Set<UnitId> read) {
        this.own = own == null ? null : Set.copyOf(own);
        this.read = read == null ? null : Set.copyOf(read);
    }

    /// Of whoever works at the machine itself, which keeps the whole register.
    public static Scope atTheMachine() {
        return new Scope(null, null);
    }

    /// Whether a command of this unit may be given.
    public boolean mayActFor(UnitId unit) {
        return own == null || own.contains(unit);
    }

    /// @throws Failure `UNIT_OUT_OF_SCOPE`: 403, and the attempt is in the access log
    public void require(UnitId unit) {
        if (!mayActFor(unit)) {
            throw Failure.of(FailureCode.UNIT_OUT_OF_SCOPE);
        }
    }

    /// The units whose records are seen; empty where there is no limit.
    public Optional<Set<UnitId>> limit() {
        return Optional.ofNullable(read);
    }

    /// Whether a record is seen that concerns these units; a record that concerns none is.
    public boolean sees(@Nullable UnitId... concerned) {
        var limit = limit();
        return limit.isEmpty()
                || Stream.of(concerned).noneMatch(unit -> unit != null)
                || Stream.of(concerned)
                        .anyMatch(unit -> unit != null && limit.get().contains(unit));
    }
}
