package vn.sovang.projection.statistics;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an answer may see: which facts, and under which units.
///
/// @param authorities null for those of all
/// @param claimedBy last day on which the office must have claimed to know; [LocalDate#MAX] where
///   it is not asked
record Scope(
        long position,
        LocalDate day,
        Lineage lineage,
        @Nullable List<UUID> authorities,
        LocalDate claimedBy,
        boolean restated) {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    static Scope of(
            Connection connection,
            StatisticsQuery query,
            long position,
            @Nullable Instant recordedAt)
            throws SQLException {
        LocalDate day =
                recordedAt == null ? LocalDate.EPOCH : LocalDate.ofInstant(recordedAt, VIETNAM);
        Lineage lineage =
                query.units() == UnitView.AS_NOW
                        ? Lineage.read(connection, position, day)
                        : Lineage.NONE;
        return new Scope(
                position,
                day,
                lineage,
                query.authority() == null
                        ? null
                        : lineage.standingBehind(query.authority().value()),
                query.officeKnewAt() == null ? LocalDate.MAX : query.officeKnewAt(),
                query.view() == View.RESTATED);
    }

    boolean asksTheOffice() {
        return !claimedBy.equals(LocalDate.MAX);
    }
}
