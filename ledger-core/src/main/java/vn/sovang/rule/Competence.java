package vn.sovang.rule;

import static vn.sovang.decider.Outcome.refuse;

import java.util.HashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.RefusalCode;
import vn.sovang.vocabulary.UnitId;

/// Who may take back what a body conferred (*thẩm quyền*).
///
/// Only by the order of units as registered. Who acts for a body that is no more is never computed:
/// its successor is refused, and a signed paper of the successor is recorded as found.
public final class Competence {
    /// The President as the units name him.
    private static final String PRESIDENT = "Chủ tịch nước";

    private Competence() {}

    /// Luật TĐKT 2022 Điều 93.8: who may confer may annul; and whoever stands above.
    public static Optional<Refused> checkConferrer(
            UnitId authority, @Nullable UnitId conferrer, Units units) {
        var seen = new HashSet<UnitId>();
        for (var at = conferrer; at != null && seen.add(at); at = parentOf(at, units)) {
            if (at.equals(authority)) {
                return Optional.empty();
            }
        }
        return no(authority, units);
    }

    private static @Nullable UnitId parentOf(UnitId unit, Units units) {
        var life = units.byId().get(unit);
        return life == null ? null : life.registered().parent();
    }

    /// Luật TĐKT 2022 Điều 93.7: only the President strips and restores.
    public static Optional<Refused> checkPresident(UnitId authority, Units units) {
        var life = units.byId().get(authority);
        return life != null && life.registered().authorityName().equals(PRESIDENT)
                ? Optional.empty()
                : no(authority, units);
    }

    private static Optional<Refused> no(UnitId authority, Units units) {
        var life = units.byId().get(authority);
        var name = life == null ? authority.toString() : life.registered().authorityName();
        return Optional.of(refuse(RefusalCode.AUTHORITY_NOT_COMPETENT, "unit", name));
    }
}
