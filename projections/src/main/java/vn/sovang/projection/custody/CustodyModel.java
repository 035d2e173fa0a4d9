package vn.sovang.projection.custody;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactKeeperRecorded;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedDamaged;
import vn.sovang.event.ArtifactEvent.ArtifactReportedFound;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.ArtifactEvent.ArtifactReturnedUnchanged;
import vn.sovang.event.ArtifactEvent.ArtifactWithdrawn;
import vn.sovang.event.ArtifactEvent.CustodyTransferred;
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.ReissueEvent.ReissueHandedOver;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.UnitId;

/// Writes the book of custody.
public final class CustodyModel implements ReadModel {
    private static final String DDL =
            """
            create table unit (
                unit_id uuid primary key,
                name text not null,
                level text not null
            );

            create table item (
                artifact_id uuid primary key,
                award uuid not null,
                kind text not null,
                serial text,
                place text not null,
                holder uuid,
                since date not null,
                handed_in_on date,
                receipt text,
                location text,
                purpose text,
                replaced boolean not null,
                position bigint not null
            );
            create index item_holder on item (holder) where place = 'OFFICE';
            create index item_award on item (award);

            create table taken (
                award uuid not null,
                act text not null,
                taken_on date not null,
                primary key (award, act)
            );

            create table leg (
                artifact_id uuid not null,
                position bigint not null,
                type text not null,
                from_unit uuid,
                to_unit uuid,
                on_day date not null,
                receipt text,
                location text,
                purpose text,
                primary key (artifact_id, position)
            );
            """;

    private static final String REGISTER =
            """
            insert into unit (unit_id, name, level)
            values (?, ?, ?)
            on conflict (unit_id) do update
            set name = excluded.name, level = excluded.level
            """;

    private static final String ENTER =
            """
            insert into item (artifact_id, award, kind, serial, place, since, replaced, position)
            values (?, ?, ?, ?, 'KEEPER', ?, false, ?)
            on conflict (artifact_id) do nothing
            """;

    private static final String REPLACE =
            """
            update item
            set replaced = true
            where artifact_id = ?
            """;

    /// The first day out of the keeper's hands stays, until the item is back in them.
    private static final String MOVE =
            """
            update item
            set place = ?, holder = ?, since = ?, receipt = ?, location = ?, purpose = ?,
                handed_in_on = case when ? = 'KEEPER' then null
                    else coalesce(handed_in_on, ?) end
            where artifact_id = ?
            """;

    private static final String AT =
            """
            update item
            set place = ?, since = ?, holder = null, handed_in_on = null
            where artifact_id = ? and place in ('KEEPER', 'LOST') and place <> ?
            """;

    private static final String RECEIVED =
            """
            update item
            set since = ?
            where artifact_id = ? and place = 'KEEPER'
            """;

    private static final String LEG =
            """
            insert into leg (artifact_id, position, type, from_unit, to_unit, on_day, receipt,
                location, purpose)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String TAKE =
            """
            insert into taken (award, act, taken_on)
            values (?, ?, ?)
            on conflict (award, act) do nothing
            """;

    private static final String GIVE_BACK =
            """
            delete from taken
            where award = ? and act = ?
            """;

    private static final String ANNULMENT = "ANNULMENT";
    private static final String STRIPPING = "STRIPPING";

    @Override
    public String name() {
        return "custody";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String ddl() {
        return DDL;
    }

    @Override
    public void apply(List<Known> events, Connection connection) throws SQLException {
        try (Writes writes = new Writes(connection)) {
            for (Known known : events) {
                var day = known.fact().effectiveOn();
                switch (known.fact().event()) {
                    case UnitRegistered e -> writes.add(REGISTER, e.unit(), e.name(), e.level());
                    case AwardAnnulled e -> writes.add(TAKE, e.award(), ANNULMENT, day);
                    case AnnulmentRevoked e -> writes.add(GIVE_BACK, e.award(), ANNULMENT);
                    case HonourStripped e -> writes.add(TAKE, e.award(), STRIPPING, day);
                    case HonourRestored e -> writes.add(GIVE_BACK, e.award(), STRIPPING);
                    case ArtifactEvent e -> new Page(writes, known, day).write(e);
                    case ItemSurveyed e -> new Page(writes, known, day).write(e);
                    case ReissueHandedOver e -> new Page(writes, known, day).write(e);
                    default -> {}
                }
            }
        }
    }

    /// What one event writes.
    private record Page(Writes writes, Known known, LocalDate day) {
        void write(ArtifactEvent event) throws SQLException {
            switch (event) {
                case ArtifactIssued e -> enter(e.artifact(), e.award(), e.kind(), e.serial());
                case ArtifactReissued e -> {
                    enter(e.artifact(), e.award(), e.kind(), e.serial());
                    if (e.replaces() != null) {
                        writes.add(REPLACE, e.replaces());
                    }
                }
                case ArtifactReportedLost e -> at(Place.LOST, e.artifact());
                case ArtifactReportedFound e -> at(Place.KEEPER, e.artifact());
                case ArtifactKeeperRecorded _, ArtifactReportedDamaged _ -> {}
                case ArtifactHandedIn e ->
                        move(
                                e,
                                Place.OFFICE,
                                new Way(null, e.receivedBy(), e.receiptNumber(), null, null));
                case CustodyTransferred e ->
                        move(
                                e,
                                Place.OFFICE,
                                new Way(
                                        e.from(),
                                        e.to(),
                                        e.receiptNumber(),
                                        e.location(),
                                        e.purpose()));
                case ArtifactReturnedUnchanged e ->
                        move(
                                e,
                                Place.KEEPER,
                                new Way(e.from(), null, e.receiptNumber(), null, null));
                case ArtifactWithdrawn e ->
                        move(e, Place.WITHDRAWN, new Way(null, e.receivedBy(), null, null, null));
                case ArtifactDestroyed e ->
                        move(e, Place.DESTROYED, new Way(e.holder(), null, null, null, null));
            }
        }

        /// Items of recipients for whom no decision was found stand under no award, so this book
        /// has no page for them.
        void write(ItemSurveyed seen) throws SQLException {
            if (seen.artifact() == null || seen.award() == null) {
                return;
            }
            if (seen.origin() == ItemOrigin.KHAO_SAT) {
                enter(seen.artifact(), seen.award(), seen.kind(), null);
            }
            switch (seen.condition()) {
                case TOT, CU, HU_HONG -> at(Place.KEEPER, seen.artifact());
                case MAT -> at(Place.LOST, seen.artifact());
                case CHUA_NHAN, KHONG_RO -> {}
            }
        }

        /// A new item is with its keeper from the day on which it was handed over, not from the day
        /// on which it was made.
        void write(ReissueHandedOver handed) throws SQLException {
            writes.add(RECEIVED, day, handed.artifact());
            leg(handed.artifact(), handed, new Way(handed.by(), null, null, null, null));
        }

        private void enter(
                ArtifactId artifact, AwardId award, ArtifactKind kind, @Nullable SerialNumber no)
                throws SQLException {
            String serial = no == null ? null : no.value();
            writes.add(ENTER, artifact, award, kind, serial, day, known.position());
        }

        private void at(Place place, ArtifactId artifact) throws SQLException {
            writes.add(AT, place, day, artifact, place);
        }

        private void move(ArtifactEvent event, Place place, Way way) throws SQLException {
            writes.add(
                    MOVE,
                    place,
                    way.to,
                    day,
                    way.receipt,
                    way.location,
                    way.purpose,
                    place,
                    day,
                    event.artifact());
            leg(event.artifact(), event, way);
        }

        private void leg(ArtifactId artifact, LedgerEvent event, Way way) throws SQLException {
            writes.add(
                    LEG,
                    artifact,
                    known.position(),
                    EventCatalogue.nameOf(event.getClass()),
                    way.from,
                    way.to,
                    day,
                    way.receipt,
                    way.location,
                    way.purpose);
        }
    }

    private record Way(
            @Nullable UnitId from,
            @Nullable UnitId to,
            @Nullable String receipt,
            @Nullable String location,
            @Nullable CustodyPurpose purpose) {}
}
