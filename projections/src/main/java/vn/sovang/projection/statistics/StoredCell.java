package vn.sovang.projection.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.statistics.Dimensions.Honour;
import vn.sovang.projection.statistics.Dimensions.Item;
import vn.sovang.projection.statistics.Dimensions.Units;

/// One stored cell with its sum over a period.
///
/// @param key of what it is shown as: equal ones are added up
/// @param restatement counts only in the restated view
/// @param late of its lines those entered after the fact
/// @param withoutArrival of its lines those whose paper bears no day of arrival
record StoredCell(
        Dimensions dimensions,
        String key,
        boolean restatement,
        long total,
        long late,
        long withoutArrival) {
    /// The sums of a cell under what it is shown as.
    static StoredCell of(Cells.Meaning cell, Sums sums) {
        return new StoredCell(
                cell.original(),
                cell.key(),
                cell.dimensions().restatement(),
                sums.total(),
                sums.late(),
                sums.withoutArrival());
    }

    /// A row of sums.
    record Sums(long cell, long total, long late, long withoutArrival) {
        static Sums of(ResultSet row) throws SQLException {
            return new Sums(
                    row.getLong("cell_id"),
                    row.getLong("total"),
                    row.getLong("late"),
                    row.getLong("without_arrival"));
        }
    }

    /// What a cell of an answer was stored under.
    static Dimensions dimensions(Cell cell) {
        return new Dimensions(
                cell.measure(),
                new Honour(
                        cell.award(),
                        cell.rank(),
                        cell.level(),
                        cell.recipientKind(),
                        cell.commendationType()),
                new Units(id(cell.authority()), id(cell.proposingUnit()), id(cell.recipientUnit())),
                new Item(cell.reissueKind(), cell.artifactKind()),
                false);
    }

    private static @Nullable UUID id(@Nullable UnitName unit) {
        return unit == null ? null : unit.id().value();
    }

    /// The same under the units that follow.
    StoredCell shown(Lineage lineage) {
        if (lineage == Lineage.NONE) {
            return this;
        }
        var through = dimensions.through(lineage::now);
        return new StoredCell(through, through.key(), restatement, total, late, withoutArrival);
    }

    StoredCell plus(StoredCell other) {
        return new StoredCell(
                dimensions,
                key,
                restatement,
                total + other.total,
                late + other.late,
                withoutArrival + other.withoutArrival);
    }

    boolean isOf(List<UUID> authorities) {
        var authority = dimensions.units().authority();
        return authority != null && authorities.contains(authority);
    }

    Stream<UUID> units() {
        Units units = dimensions.units();
        return Stream.of(units.authority(), units.proposing(), units.recipient())
                .flatMap(Stream::ofNullable);
    }

    Cell cell(Names names) {
        Honour honour = dimensions.honour();
        Units units = dimensions.units();
        return new Cell(
                dimensions.measure(),
                honour.award(),
                names.award(honour.award()),
                honour.rank(),
                honour.level(),
                honour.recipientKind(),
                honour.commendationType(),
                names.unit(units.authority()),
                names.unit(units.proposing()),
                names.unit(units.recipient()),
                dimensions.item().reissueKind(),
                dimensions.item().kind(),
                total);
    }
}
