package vn.sovang.projection.clocks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.AwardEvent;
import vn.sovang.event.NominationEvent;
import vn.sovang.event.ReissueEvent;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitRenamed;
import vn.sovang.event.UnitEvent.UnitTransferred;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.ReadModel;
import vn.sovang.projection.readmodel.Writes;

/// Writes when steps begin and end.
public final class ClocksModel implements ReadModel {
    /// Whose review it is, and so which limit holds, follows from the level of the unit.
    static final String CASE_REVIEW = "CASE_REVIEW";

    private static final String DDL =
            """
            create table unit (
                unit_id uuid not null,
                position bigint not null,
                name text not null,
                level text not null,
                parent uuid,
                known_from bigint not null,
                primary key (unit_id, position)
            );

            create table clock (
                subject uuid not null,
                step text not null,
                position bigint not null,
                kind text not null,
                body text,
                unit uuid,
                person text not null,
                award uuid,
                began_on date not null,
                agreed_on date,
                known_from bigint not null,
                ended_on date,
                ended_known bigint,
                rebuilt boolean not null,
                primary key (subject, step, position)
            );
            create index clock_unit on clock (unit);
            -- what begins first is due first, of one step and office
            create index clock_open
                on clock (step, coalesce(unit, '00000000-0000-0000-0000-000000000000'), began_on,
                    position)
                where ended_known is null and agreed_on is null;
            create index clock_agreed on clock (agreed_on)
                where ended_known is null and agreed_on is not null;
            create index clock_ended_known on clock (ended_known);
            create index clock_ended_on on clock (ended_on);

            -- what events to come need to know; never shown
            create table list (
                list_id uuid primary key,
                to_unit uuid
            );
            create table item (
                artifact_id uuid primary key,
                award uuid not null,
                gone boolean not null
            );
            create index item_award on item (award);
            create table prize (
                award uuid primary key,
                paid bigint not null,
                recovered bigint not null
            );
            """;

    private static final String REGISTER =
            """
            insert into unit (unit_id, position, name, level, parent, known_from)
            values (?, ?, ?, ?, ?, ?)
            on conflict (unit_id, position) do nothing
            """;

    private static final String RENAME =
            """
            insert into unit (unit_id, position, name, level, parent, known_from)
            select unit_id, ?, ?, level, parent, ?
            from unit
            where unit_id = ?
            order by position desc
            limit 1
            on conflict (unit_id, position) do nothing
            """;

    private static final String TRANSFER =
            """
            insert into unit (unit_id, position, name, level, parent, known_from)
            select unit_id, ?, name, level, ?, ?
            from unit
            where unit_id = ?
            order by position desc
            limit 1
            on conflict (unit_id, position) do nothing
            """;

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public String ddl() {
        return DDL;
    }

    @Override
    public void apply(List<Known> events, Connection connection) throws SQLException {
        try (var writes = new Writes(connection)) {
            for (var known : events) {
                var steps = new ClockWriter(writes, known);
                switch (known.fact().event()) {
                    case UnitRegistered e ->
                            writes.add(
                                    REGISTER,
                                    e.unit(),
                                    known.position(),
                                    e.name(),
                                    e.level(),
                                    e.parent(),
                                    known.knownAt());
                    case UnitRenamed e ->
                            writes.add(
                                    RENAME, known.position(), e.name(), known.knownAt(), e.unit());
                    case UnitTransferred e ->
                            writes.add(
                                    TRANSFER,
                                    known.position(),
                                    e.parent(),
                                    known.knownAt(),
                                    e.unit());
                    case NominationEvent e -> steps.apply(e);
                    case ReissueEvent e -> steps.apply(e);
                    case AwardEvent e -> steps.apply(e);
                    case ArtifactEvent e -> steps.apply(e);
                    case ItemSurveyed e -> steps.apply(e);
                    default -> {}
                }
            }
        }
    }
}
