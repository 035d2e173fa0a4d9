package vn.sovang.projection.report;

import org.jspecify.annotations.Nullable;
import vn.sovang.projection.statistics.Statistics;
import vn.sovang.projection.statistics.UnitName;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// Whom an authority proposes to.
///
/// @param parent the next higher unit; null if the ledger knows none
/// @param province the province above; null for a province and for the centre
record Superiors(@Nullable Committee parent, @Nullable Committee province) {
    /// Ward, district, province, centre: a longer chain is a ring.
    private static final int MAX_HEIGHT = 6;

    static Superiors of(UnitName authority, Statistics statistics) {
        Committee first = null;
        UnitId above = authority.parent();
        for (int height = 0; above != null && height < MAX_HEIGHT; height++) {
            UnitName unit = statistics.unit(above).orElse(null);
            if (unit == null) {
                break;
            }
            Committee committee = Committee.of(unit);
            first = first == null ? committee : first;
            if (unit.level() == UnitLevel.TINH) {
                return new Superiors(first, committee);
            }
            above = unit.parent();
        }
        return new Superiors(first, null);
    }
}
