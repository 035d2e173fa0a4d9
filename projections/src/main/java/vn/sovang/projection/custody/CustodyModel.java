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
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitRenamed;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Claimant;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.UnitId;

/// Writes the book of custody.
public final class CustodyModel implements ReadModel {
    private static final String DDL =
            """
            create table unit (
                unit_id uuid not null,
                position bigint not null,
                name text not null,
                level text not null,
                known_from bigint not null,
                primary key (unit_id, position)
            );

            -- a row holds from the position by which its event was known until before another
            create table item (
                artifact_id uuid not null,
                position bigint not null,
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
                leg bigint,
                replaced_by uuid,
                entered bigint not null,
                known_from bigint not null,
                known_until bigint,
                rebuilt boolean not null,
                primary key (artifact_id, position)
            );
            create index item_holder on item (holder) where place = 'OFFICE';
            create index item_award on item (award);

            create table taken (
                award uuid not null,
                act text not null,
                position bigint not null,
                taken_on date not null,
                known_from bigint not null,
                known_until bigint,
                primary key (award, act, position)
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
                known_at bigint not null,
                primary key (artifact_id, position)
            );

            create table reissue (
                case_id uuid primary key,
                kind text not null,
                award_code text not null,
                recipient uuid not null,
                recipient_unit uuid,
                office uuid not null,
                relation text,
                applicant uuid,
                began_on date not null,
                position bigint not null,
                known_at bigint not null
            );
            """;

    private static final String REGISTER =
            """
            insert into unit (unit_id, position, name, level, known_from)
            values (?, ?, ?, ?, ?)
            on conflict (unit_id, position) do nothing
            """;

    private static final String RENAME =
            """
            insert into unit (unit_id, position, name, level, known_from)
            select unit_id, ?, ?, level, ?
            from unit
            where unit_id = ?
            order by position desc
            limit 1
            on conflict (unit_id, position) do nothing
            """;

    private static final String ENTER =
            """
            insert into item (artifact_id, position, award, kind, serial, place, since, entered,
                known_from, rebuilt)
            select ?::uuid, ?::bigint, ?::uuid, ?::text, ?::text, ?::text, ?::date, ?::bigint,
                ?::bigint, ?::boolean
            where not exists (select 1 from item where artifact_id = ?)
            """;

    /// Ends the version that holds, for an event behind it.
    private static final String CLOSE =
            """
            with old as (
                update item
                set known_until = ?
                where artifact_id = ? and known_until is null and position < ?
            """;

    private static final String VERSION =
            """
                returning *)
            insert into item (artifact_id, position, award, kind, serial, place, holder, since,
                handed_in_on, receipt, location, purpose, leg, replaced_by, entered, known_from,
                rebuilt)
            select artifact_id, ?::bigint, award, kind, serial,
            """;

    private static final String REPLACE =
            CLOSE
                    + VERSION
                    + """
                        place, holder, since, handed_in_on, receipt, location, purpose, leg,
                        ?::uuid, entered, ?::bigint, rebuilt
                    from old
                    """;

    /// The first day out of the keeper's hands stays, until the item is back in them.
    private static final String MOVE =
            CLOSE
                    + VERSION
                    + """
                        ?::text, ?::uuid, ?::date,
                        case when ?::text = 'KEEPER' then null
                            else coalesce(handed_in_on, ?::date) end,
                        ?::text, ?::text, ?::text, ?::bigint, replaced_by, entered, ?::bigint,
                        rebuilt
                    from old
                    """;

    private static final String AT =
            CLOSE
                    + "and place in ('KEEPER', 'LOST') and place <> ?\n"
                    + VERSION
                    + """
                        ?::text, null, ?::date, null, receipt, location, purpose, leg, replaced_by,
                        entered, ?::bigint, rebuilt
                    from old
                    """;

    private static final String RECEIVED =
            CLOSE
                    + "and place = 'KEEPER'\n"
                    + VERSION
                    + """
                        place, holder, ?::date, handed_in_on, receipt, location, purpose,
                        ?::bigint, replaced_by, entered, ?::bigint,
                        rebuilt
                    from old
                    """;

    private static final String LEG =
            """
            insert into leg (artifact_id, position, type, from_unit, to_unit, on_day, receipt,
                location, purpose, known_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (artifact_id, position) do nothing
            """;

    private static final String TAKE =
            """
            insert into taken (award, act, position, taken_on, known_from)
            select ?::uuid, ?::text, ?::bigint, ?::date, ?::bigint
            where not exists (
                select 1
                from taken
                where award = ? and act = ? and known_until is null)
            """;

    private static final String GIVE_BACK =
            """
            update taken
            set known_until = ?
            where award = ? and act = ? and known_until is null
            """;

    private static final String REISSUE =
            """
            insert into reissue (case_id, kind, award_code, recipient, recipient_unit, office,
                relation, applicant, began_on, position, known_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id) do nothing
            """;

    private static final String ANNULMENT = "ANNULMENT";
    private static final String STRIPPING = "STRIPPING";

    @Override
    public String name() {
        return "custody";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public String ddl() {
        return DDL;
    }

    @Override
    public void apply(List<Known> events, Connection connection) throws SQLException {
        try (Writes writes = new Writes(connection)) {
            for (Known known : events) {
                var page = new Page(writes, known, known.fact().effectiveOn());
                switch (known.fact().event()) {
                    case UnitRegistered e -> page.write(e);
                    case UnitRenamed e -> page.write(e);
                    case AwardAnnulled e -> page.take(e.award(), ANNULMENT);
                    case AnnulmentRevoked e -> page.giveBack(e.award(), ANNULMENT);
                    case HonourStripped e -> page.take(e.award(), STRIPPING);
                    case HonourRestored e -> page.giveBack(e.award(), STRIPPING);
                    case ArtifactEvent e -> page.write(e);
                    case ItemSurveyed e -> page.write(e);
                    case ReissueRequested e -> page.write(e);
                    case ReissueProposed e ->
                            page.begin(e.reissueCase(), e.subject(), e.from(), null);
                    case ReissueHandedOver e -> page.write(e);
                    default -> {}
                }
            }
        }
    }

    /// What one event writes.
    private record Page(Writes writes, Known known, LocalDate day) {
        void write(UnitRegistered u) throws SQLException {
            writes.add(REGISTER, u.unit(), known.position(), u.name(), u.level(), known.knownAt());
        }

        void write(UnitRenamed u) throws SQLException {
            writes.add(RENAME, known.position(), u.name(), known.knownAt(), u.unit());
        }

        void take(AwardId award, String act) throws SQLException {
            writes.add(TAKE, award, act, known.position(), day, known.knownAt(), award, act);
        }

        void giveBack(AwardId award, String act) throws SQLException {
            writes.add(GIVE_BACK, known.knownAt(), award, act);
        }

        void write(ReissueRequested r) throws SQLException {
            var application = r.application();
            begin(
                    r.reissueCase(),
                    r.subject(),
                    r.receivedBy(),
                    application == null ? null : application.applicant());
        }

        /// An applicant with a sealed name is one subject over all cases; a recipient who applies
        /// is one anyway.
        void begin(CaseId reissueCase, Subject subject, UnitId office, @Nullable Claimant applicant)
                throws SQLException {
            @Nullable Sealed name = applicant == null ? null : applicant.name();
            writes.add(
                    REISSUE,
                    reissueCase,
                    subject.kind(),
                    subject.awardCode(),
                    subject.recipient(),
                    subject.recipientUnit(),
                    office,
                    applicant == null ? null : applicant.relation(),
                    name != null ? name.subject() : subject.recipient().value(),
                    day,
                    known.position(),
                    known.knownAt());
        }

        void write(ArtifactEvent event) throws SQLException {
            switch (event) {
                case ArtifactIssued e ->
                        enter(
                                new Entry(
                                        e.artifact(),
                                        e.award(),
                                        e.kind(),
                                        e.serial(),
                                        Place.KEEPER));
                case ArtifactReissued e -> {
                    enter(new Entry(e.artifact(), e.award(), e.kind(), e.serial(), Place.KEEPER));
                    if (e.replaces() != null) {
                        writes.add(
                                REPLACE,
                                known.knownAt(),
                                e.replaces(),
                                known.position(),
                                known.position(),
                                e.artifact(),
                                known.knownAt());
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
                var place = seen.condition() == ArtifactCondition.MAT ? Place.LOST : Place.KEEPER;
                enter(new Entry(seen.artifact(), seen.award(), seen.kind(), null, place));
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
            writes.add(
                    RECEIVED,
                    known.knownAt(),
                    handed.artifact(),
                    known.position(),
                    known.position(),
                    day,
                    known.position(),
                    known.knownAt());
            leg(handed.artifact(), handed, new Way(handed.by(), null, null, null, null));
        }

        private void enter(Entry entry) throws SQLException {
            var serial = entry.serial;
            writes.add(
                    ENTER,
                    entry.artifact,
                    known.position(),
                    entry.award,
                    entry.kind,
                    serial == null ? null : serial.value(),
                    entry.place,
                    day,
                    known.position(),
                    known.knownAt(),
                    known.rebuilt(),
                    entry.artifact);
        }

        private void at(Place place, ArtifactId artifact) throws SQLException {
            writes.add(
                    AT,
                    known.knownAt(),
                    artifact,
                    known.position(),
                    place,
                    known.position(),
                    place,
                    day,
                    known.knownAt());
        }

        private void move(ArtifactEvent event, Place place, Way way) throws SQLException {
            writes.add(
                    MOVE,
                    known.knownAt(),
                    event.artifact(),
                    known.position(),
                    known.position(),
                    place,
                    way.to,
                    day,
                    place,
                    day,
                    way.receipt,
                    way.location,
                    way.purpose,
                    known.position(),
                    known.knownAt());
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
                    way.purpose,
                    known.knownAt());
        }
    }

    private record Entry(
            ArtifactId artifact,
            AwardId award,
            ArtifactKind kind,
            @Nullable SerialNumber serial,
            Place place) {}

    private record Way(
            @Nullable UnitId from,
            @Nullable UnitId to,
            @Nullable String receipt,
            @Nullable String location,
            @Nullable CustodyPurpose purpose) {}
}
