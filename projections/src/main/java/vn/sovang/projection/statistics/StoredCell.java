package vn.sovang.projection.statistics;

import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.statistics.Dimensions.Honour;
import vn.sovang.projection.statistics.Dimensions.Item;
import vn.sovang.projection.statistics.Dimensions.Units;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;

/// One stored cell with its sum over a period.
///
/// @param late of its lines those entered after the fact
/// @param withoutArrival of its lines those whose paper bears no day of arrival
record StoredCell(long id, Dimensions dimensions, long total, long late, long withoutArrival) {
    static StoredCell of(ResultSet row) throws SQLException {
        return new StoredCell(
                row.getLong("cell_id"),
                dimensions(row),
                row.getLong("total"),
                row.getLong("late"),
                row.getLong("without_arrival"));
    }

    private static Dimensions dimensions(ResultSet row) throws SQLException {
        return new Dimensions(
                Measure.valueOf(row.getString("measure")),
                new Honour(
                        new AwardCode(row.getString("award")),
                        optional(row.getString("rank"), Rank::valueOf),
                        AwardLevel.valueOf(row.getString("level")),
                        optional(row.getString("recipient_kind"), RecipientKind::valueOf),
                        optional(row.getString("commendation_type"), CommendationType::valueOf)),
                new Units(
                        uuid(row, "authority"),
                        uuid(row, "proposing_unit"),
                        uuid(row, "recipient_unit")),
                new Item(
                        optional(row.getString("reissue_kind"), ReissueKind::valueOf),
                        optional(row.getString("artifact_kind"), ArtifactKind::valueOf)),
                row.getBoolean("restatement"));
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

    /// The same under the units that follow, and with the line that it takes back.
    StoredCell shown(Lineage lineage) {
        return new StoredCell(
                id, dimensions.through(lineage::now).original(), total, late, withoutArrival);
    }

    StoredCell plus(StoredCell other) {
        return new StoredCell(
                id,
                dimensions,
                total + other.total,
                late + other.late,
                withoutArrival + other.withoutArrival);
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
