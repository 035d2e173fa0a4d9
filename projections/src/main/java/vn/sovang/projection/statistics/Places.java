package vn.sovang.projection.statistics;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.RecipientEvent;
import vn.sovang.event.RecipientEvent.RecipientsJoined;
import vn.sovang.event.RecipientEvent.RecipientsSeparated;
import vn.sovang.event.UnitEvent;
import vn.sovang.event.UnitEvent.CompetenceDetermined;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitRecoded;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitRenamed;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.event.UnitEvent.UnitTransferred;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;

/// Writes what becomes of units and of recipients, each line with the position from which it is
/// known, so that a figure of the past is seen with the names and successors known then.
final class Places {
    private static final String NAME =
            """
            insert into unit_name (unit_id, position, known_at, effective_on, registered, name,
                authority_name, level, parent)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String END =
            """
            insert into lineage (unit_id, position, known_at, effective_on, divided, successors)
            values (?, ?, ?, ?, ?, ?)
            """;

    private static final String JOIN =
            """
            insert into recipient_join (position, known_at, recipient, other, joined)
            values (?, ?, ?, ?, ?)
            """;

    private final List<@Nullable Object[]> names = new ArrayList<>();
    private final List<@Nullable Object[]> ends = new ArrayList<>();
    private final List<@Nullable Object[]> joins = new ArrayList<>();

    void take(UnitEvent event, Known known) {
        switch (event) {
            case UnitRegistered u ->
                    name(u.unit(), known, true, u.name(), u.authorityName(), u.level(), u.parent());
            case UnitRenamed u ->
                    name(u.unit(), known, false, u.name(), u.authorityName(), null, null);
            case UnitTransferred u -> name(u.unit(), known, false, null, null, null, u.parent());
            case UnitMerged u -> end(u.unit(), known, false, List.of(u.into()));
            case UnitSplit u ->
                    end(
                            u.unit(),
                            known,
                            true,
                            u.parts().stream().map(UnitSplit.Part::successor).toList());
            case UnitAbolished u -> end(u.unit(), known, false, u.successors());
            case UnitRecoded _, CompetenceDetermined _ -> {}
        }
    }

    void take(RecipientEvent event, Known known) {
        switch (event) {
            case RecipientsJoined r -> join(r.recipient(), r.other(), true, known);
            case RecipientsSeparated r -> join(r.recipient(), r.other(), false, known);
            case RecipientEvent.RecipientRegistered _,
                    RecipientEvent.RecipientCorrected _,
                    RecipientEvent.ContactRecorded _ -> {}
        }
    }

    private void name(UnitId unit, Known known, boolean registered, @Nullable Object... columns) {
        names.add(
                new @Nullable Object[] {
                    unit,
                    known.position(),
                    known.knownAt(),
                    known.fact().effectiveOn(),
                    registered,
                    columns[0],
                    columns[1],
                    columns[2],
                    columns[3]
                });
    }

    private void end(UnitId unit, Known known, boolean divided, List<UnitId> successors) {
        List<UUID> ids = successors.stream().map(UnitId::value).toList();
        ends.add(
                new @Nullable Object[] {
                    unit,
                    known.position(),
                    known.knownAt(),
                    known.fact().effectiveOn(),
                    divided,
                    Sql.array("uuid", ids)
                });
    }

    private void join(RecipientId one, RecipientId other, boolean joined, Known known) {
        joins.add(new @Nullable Object[] {known.position(), known.knownAt(), one, other, joined});
    }

    void write(Writes writes) throws SQLException {
        for (var name : names) {
            writes.add(NAME, name);
        }
        for (var end : ends) {
            writes.add(END, end);
        }
        for (var join : joins) {
            writes.add(JOIN, join);
        }
    }
}
