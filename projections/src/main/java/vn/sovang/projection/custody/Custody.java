package vn.sovang.projection.custody;

import static vn.sovang.projection.readmodel.Sql.day;
import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.EventFeed;
import vn.sovang.projection.clocks.Limits;
import vn.sovang.projection.clocks.Running;
import vn.sovang.projection.readmodel.LiveTables;
import vn.sovang.projection.readmodel.Moments;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.register.Page;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CustodyPurpose;
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
            select item.*, u.name as holder_name, u.level as holder_level, t.taken_on
            from item
            left join lateral (
                select name, level
                from unit
                where unit_id = item.holder and known_from <= ?
                order by position desc
                limit 1) u on true
            left join (
                select award, min(taken_on) as taken_on
                from taken
                where known_from <= ? and (known_until is null or known_until > ?)
                group by award) t on t.award = item.award
            where item.known_from <= ? and (item.known_until is null or item.known_until > ?)
            """;

    private static final String ITEM = ITEMS + "and artifact_id = ?\n";

    private static final String HELD =
            ITEMS
                    + """
                    and place = 'OFFICE' and (?::uuid is null or holder = ?)
                    order by handed_in_on, since, item.entered
                    limit ?
                    """;

    private static final String TO_RECOVER =
            ITEMS
                    + """
                    and t.taken_on is not null and item.replaced_by is null
                        and place not in ('WITHDRAWN', 'DESTROYED')
                    order by taken_on, item.entered
                    limit ?
                    """;

    private static final String PAGE =
            """
            select *
            from (
                select keyed.*, %s as first_key
                from (
            """
                    + ITEMS
                    + """
                            ) as keyed
                        where %s
                            and (?::uuid is null or holder = ?)
                            and (?::uuid[] is null or holder is null or holder = any(?::uuid[]))
                    ) as found
                    where (first_key, since, entered, artifact_id) > (?, ?, ?, ?)
                    order by first_key, since, entered, artifact_id
                    limit ?
                    """;

    private static final String LEGS =
            """
            select *
            from leg
            where artifact_id = ? and known_at <= ?
            order by position
            """;

    private static final long NOW = Long.MAX_VALUE;

    private final LiveTables tables;
    private final Moments moments;
    private final Limits limits;

    public Custody(LiveTables tables, EventFeed feed, Limits limits) {
        this.tables = tables;
        this.moments = new Moments(tables, feed);
        this.limits = limits;
    }

    /// Which positions readers mean.
    public Moments moments() {
        return moments;
    }

    /// Where one item is.
    ///
    /// @param today day for which time limits are worked out
    public Optional<HeldItem> item(ArtifactId artifact, LocalDate today) {
        return item(artifact, today, NOW);
    }

    /// Where one item was, as known at a position.
    public Optional<HeldItem> item(ArtifactId artifact, LocalDate today, long knownAt) {
        return tables.query(connection ->
                Sql.first(
                        connection,
                        ITEM,
                        row -> item(row, today),
                        knownAt,
                        knownAt,
                        knownAt,
                        knownAt,
                        knownAt,
                        artifact));
    }

    /// What offices hold, longest first.
    ///
    /// @param holder one office; all if absent
    public List<HeldItem> held(@Nullable UnitId holder, LocalDate today) {
        return held(holder, today, NOW);
    }

    /// What offices held, as known at a position.
    public List<HeldItem> held(@Nullable UnitId holder, LocalDate today, long knownAt) {
        return tables.query(connection ->
                Sql.list(
                        connection,
                        HELD,
                        row -> item(row, today),
                        knownAt,
                        knownAt,
                        knownAt,
                        knownAt,
                        knownAt,
                        holder,
                        holder,
                        MAX_ITEMS));
    }

    /// Items of annulled and stripped awards that nobody has taken back yet, longest first (Luật
    /// Thi đua, khen thưởng 2022 Điều 93).
    public List<HeldItem> toRecover(LocalDate today) {
        return toRecover(today, NOW);
    }

    /// The same as known at a position.
    public List<HeldItem> toRecover(LocalDate today, long knownAt) {
        return tables.query(connection ->
                Sql.list(
                        connection,
                        TO_RECOVER,
                        row -> item(row, today),
                        knownAt,
                        knownAt,
                        knownAt,
                        knownAt,
                        knownAt,
                        MAX_ITEMS));
    }

    /// Why an item is on a list.
    public enum Listed {
        /// An office has it (*cơ quan đang giữ*); the one handed in first comes first.
        HELD("coalesce(handed_in_on, date '9999-12-31')", "place = 'OFFICE'"),
        /// Its award was annulled or stripped and nobody has taken it back yet (*phải thu hồi*);
        /// longest first (Luật Thi đua, khen thưởng 2022 Điều 93).
        TO_RECOVER(
                "taken_on",
                "taken_on is not null and replaced_by is null"
                        + " and place not in ('WITHDRAWN', 'DESTROYED')");

        private final String page;

        Listed(String firstKey, String condition) {
            this.page = PAGE.formatted(firstKey, condition);
        }
    }

    /// Which items somebody wants.
    ///
    /// @param holder one office; all if absent
    /// @param among offices that may have them, beside nobody; all if absent
    /// @param overdueOnly only those whose limit has passed
    public record Wanted(
            Listed listed,
            @Nullable UnitId holder,
            @Nullable Set<UnitId> among,
            boolean overdueOnly) {}

    /// A day for which time limits are worked out, and a position by which things are known.
    public record At(LocalDate today, long knownAt) {}

    /// An item with the cursor behind it.
    private record Placed(HeldItem item, Behind behind) {}

    /// One page of a list of items.
    ///
    /// @param after the `next` of the page before; null for the first
    /// @throws IllegalArgumentException if the cursor is none of ours
    public Page<HeldItem> page(Wanted wanted, At at, @Nullable String after, int limit) {
        int rows = Math.clamp(limit, 1, MAX_ITEMS);
        // Whether a limit has passed is worked out row by row, so more is read than is told.
        int together = wanted.overdueOnly() ? MAX_ITEMS : rows + 1;
        var found = new ArrayList<Placed>();
        var from = Behind.parse(after);
        List<Placed> read;
        do {
            read = read(wanted, at, from, together);
            read.stream()
                    .filter(p -> !wanted.overdueOnly() || p.item.overdue())
                    .forEach(found::add);
            from = read.isEmpty() ? from : read.getLast().behind;
        } while (read.size() == together && found.size() <= rows);
        var page = found.stream().limit(rows).map(Placed::item).toList();
        return new Page<>(page, found.size() > rows ? found.get(rows - 1).behind.toString() : null);
    }

    private List<Placed> read(Wanted wanted, At at, Behind from, int rows) {
        var among = wanted.among();
        var units = among == null ? null : Sql.array("uuid", List.copyOf(among));
        long known = at.knownAt();
        return tables.query(connection ->
                Sql.list(
                        connection,
                        wanted.listed().page,
                        row -> new Placed(item(row, at.today()), Behind.of(row)),
                        known,
                        known,
                        known,
                        known,
                        known,
                        wanted.holder(),
                        wanted.holder(),
                        units,
                        units,
                        from.first(),
                        from.since(),
                        from.entered(),
                        from.artifact(),
                        rows));
    }

    /// Where a page ended.
    private record Behind(LocalDate first, LocalDate since, long entered, UUID artifact) {
        private static final Behind NOTHING =
                new Behind(LocalDate.EPOCH.withYear(1), LocalDate.EPOCH, 0, new UUID(0, 0));

        static Behind of(ResultSet row) throws SQLException {
            return new Behind(
                    day(row, "first_key"),
                    day(row, "since"),
                    row.getLong("entered"),
                    uuid(row, "artifact_id"));
        }

        static Behind parse(@Nullable String cursor) {
            if (cursor == null) {
                return NOTHING;
            }
            String[] parts = cursor.split(" ", -1);
            if (parts.length != 4) {
                throw new IllegalArgumentException("not a cursor: " + cursor);
            }
            try {
                return new Behind(
                        LocalDate.parse(parts[0]),
                        LocalDate.parse(parts[1]),
                        Long.parseLong(parts[2]),
                        UUID.fromString(parts[3]));
            } catch (DateTimeException none) {
                throw new IllegalArgumentException("not a cursor: " + cursor, none);
            }
        }

        @Override
        public String toString() {
            return first + " " + since + " " + entered + " " + artifact;
        }
    }

    /// The way of one item from hand to hand, oldest leg first.
    public List<Leg> legs(ArtifactId artifact) {
        return legs(artifact, NOW);
    }

    /// The same as known at a position.
    public List<Leg> legs(ArtifactId artifact, long knownAt) {
        return tables.query(
                connection -> Sql.list(connection, LEGS, Custody::leg, artifact, knownAt));
    }

    private HeldItem item(ResultSet row, LocalDate today) throws SQLException {
        @Nullable UUID replacedBy = uuid(row, "replaced_by");
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
                row.getObject("leg", Long.class),
                optional(replacedBy, ArtifactId::new),
                clock(row, today),
                row.getBoolean("rebuilt"));
    }

    /// An item of an annulled or stripped award is to be taken back, whoever has it. An original in
    /// an office's hands waits for the province from the day it was handed in, for the centre from
    /// the day it came there; once it is replaced nobody waits for it.
    private @Nullable Running clock(ResultSet row, LocalDate today) throws SQLException {
        var place = Place.valueOf(row.getString("place"));
        var level = optional(row.getString("holder_level"), UnitLevel::valueOf);
        @Nullable LocalDate taken = day(row, "taken_on");
        @Nullable UUID replacedBy = uuid(row, "replaced_by");
        if (place == Place.WITHDRAWN || place == Place.DESTROYED || replacedBy != null) {
            return null;
        }
        if (taken != null) {
            return limits.running(Step.WITHDRAWAL, level, taken, today).orElse(null);
        }
        if (place != Place.OFFICE) {
            return null;
        }
        return level == UnitLevel.TRUNG_UONG
                ? limits.running(Step.CENTRE_DECISION, level, day(row, "since"), today).orElse(null)
                : limits.running(Step.PROVINCE_REVIEW, level, day(row, "handed_in_on"), today)
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
