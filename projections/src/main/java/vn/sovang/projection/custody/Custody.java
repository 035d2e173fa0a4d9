package vn.sovang.projection.custody;

import static vn.sovang.projection.readmodel.Sql.day;
import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.custody.HeldItem.Running;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.StatutoryClock;
import vn.sovang.vocabulary.StatutoryClock.Step;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// The book of custody, read.
///
/// Every query throws `NotBuiltYet` while the book is built for the first time.
public final class Custody {
    /// Longer lists are cut; whoever needs more asks office by office.
    public static final int MAX_ITEMS = 1_000;

    private static final String ITEMS =
            """
            select item.*, unit.name as holder_name, unit.level as holder_level,
                taken.taken_on
            from item
            left join unit on unit.unit_id = item.holder
            left join (select award, min(taken_on) as taken_on from taken group by award) taken
                on taken.award = item.award
            """;

    private static final String ITEM = ITEMS + "where artifact_id = ?\n";

    private static final String HELD =
            ITEMS
                    + """
                    where place = 'OFFICE' and (?::uuid is null or holder = ?)
                    order by handed_in_on, since, item.position
                    limit ?
                    """;

    private static final String TO_RECOVER =
            ITEMS
                    + """
                    where taken.taken_on is not null and not item.replaced
                        and place not in ('WITHDRAWN', 'DESTROYED')
                    order by taken_on, item.position
                    limit ?
                    """;

    private static final String LEGS =
            """
            select *
            from leg
            where artifact_id = ?
            order by position
            """;

    private final LiveTables tables;
    private final List<StatutoryClock> clocks;

    /// @param clocks time limits of the law, by step and day
    public Custody(LiveTables tables, List<StatutoryClock> clocks) {
        this.tables = tables;
        this.clocks = List.copyOf(clocks);
    }

    /// Where one item is.
    ///
    /// @param today day for which time limits are worked out
    public Optional<HeldItem> item(ArtifactId artifact, LocalDate today) {
        return tables.query(
                connection -> Sql.first(connection, ITEM, row -> item(row, today), artifact));
    }

    /// What offices hold, longest first.
    ///
    /// @param holder one office; all if absent
    public List<HeldItem> held(@Nullable UnitId holder, LocalDate today) {
        return tables.query(connection ->
                Sql.list(connection, HELD, row -> item(row, today), holder, holder, MAX_ITEMS));
    }

    /// Items of annulled and stripped awards that nobody has taken back yet, longest first (Luật
    /// Thi đua, khen thưởng 2022 Điều 93).
    public List<HeldItem> toRecover(LocalDate today) {
        return tables.query(
                connection -> Sql.list(connection, TO_RECOVER, row -> item(row, today), MAX_ITEMS));
    }

    /// The way of one item from hand to hand, oldest leg first.
    public List<Leg> legs(ArtifactId artifact) {
        return tables.query(connection -> Sql.list(connection, LEGS, Custody::leg, artifact));
    }

    private HeldItem item(ResultSet row, LocalDate today) throws SQLException {
        return new HeldItem(
                new ArtifactId(uuid(row, "artifact_id")),
                new AwardId(uuid(row, "award")),
                ArtifactKind.valueOf(row.getString("kind")),
                row.getString("serial"),
                Place.valueOf(row.getString("place")),
                unit(row, "holder"),
                row.getString("holder_name"),
                day(row, "since"),
                day(row, "handed_in_on"),
                row.getString("receipt"),
                row.getString("location"),
                optional(row.getString("purpose"), CustodyPurpose::valueOf),
                row.getBoolean("replaced"),
                clock(row, today));
    }

    /// An item of an annulled or stripped award is to be taken back, whoever has it. An original in
    /// an office's hands waits for the province from the day it was handed in, for the centre from
    /// the day it came there; once it is replaced nobody waits for it.
    private @Nullable Running clock(ResultSet row, LocalDate today) throws SQLException {
        var place = Place.valueOf(row.getString("place"));
        var taken = day(row, "taken_on");
        if (place == Place.WITHDRAWN || place == Place.DESTROYED || row.getBoolean("replaced")) {
            return null;
        }
        if (taken != null) {
            return running(Step.WITHDRAWAL, taken, today);
        }
        if (place != Place.OFFICE) {
            return null;
        }
        boolean centre = UnitLevel.TRUNG_UONG.name().equals(row.getString("holder_level"));
        return centre
                ? running(Step.CENTRE_DECISION, day(row, "since"), today)
                : running(Step.PROVINCE_REVIEW, day(row, "handed_in_on"), today);
    }

    private @Nullable Running running(Step step, LocalDate began, LocalDate today) {
        return StatutoryClock.of(clocks, step, began)
                .map(limit -> {
                    var due = limit.dueOn(began);
                    return new Running(
                            limit, due, Math.max(0, ChronoUnit.DAYS.between(due, today)));
                })
                .orElse(null);
    }

    private static Leg leg(ResultSet row) throws SQLException {
        return new Leg(
                row.getString("type"),
                unit(row, "from_unit"),
                unit(row, "to_unit"),
                day(row, "on_day"),
                row.getString("receipt"),
                row.getString("location"),
                optional(row.getString("purpose"), CustodyPurpose::valueOf),
                row.getLong("position"));
    }

    private static @Nullable UnitId unit(ResultSet row, String column) throws SQLException {
        @Nullable UUID id = uuid(row, column);
        return optional(id, UnitId::new);
    }
}
