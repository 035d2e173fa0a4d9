package vn.sovang.projection.register;

import static vn.sovang.projection.readmodel.Sql.array;

import java.sql.SQLException;
import java.util.List;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.RecipientEvent;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.UnitEvent;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.UnitId;

/// Units, award types and recipients.
final class ReferenceWriter {
    private static final String REGISTER_UNIT =
            """
            insert into unit (unit_id, name, authority_name, level, parent, statistical_code,
                exists_from, successors, reconciled, position)
            values (?, ?, ?, ?, ?, ?, ?, '{}', ?, ?)
            on conflict (unit_id) do update
            set name = excluded.name, authority_name = excluded.authority_name,
                level = excluded.level, parent = excluded.parent,
                statistical_code = excluded.statistical_code,
                exists_from = excluded.exists_from, reconciled = excluded.reconciled
            """;

    private static final String END_UNIT =
            """
            update unit
            set ended_on = ?, successors = ?
            where unit_id = ?
            """;

    private static final String DEFINE_AWARD_TYPE =
            """
            insert into award_type (code, family, name_vi, name_en, level, recipients, ranks,
                artifacts, state_level, valid_from, valid_to, basis, unverified, position,
                first_position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (code) do update
            set family = excluded.family, name_vi = excluded.name_vi, name_en = excluded.name_en,
                level = excluded.level, recipients = excluded.recipients, ranks = excluded.ranks,
                artifacts = excluded.artifacts, state_level = excluded.state_level,
                valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                basis = excluded.basis, unverified = excluded.unverified,
                position = excluded.position
            """;

    private static final String REGISTER_RECIPIENT =
            """
            insert into recipient (recipient_id, kind, name, birth, residence, position)
            values (?, ?, ?, ?, ?, ?)
            on conflict (recipient_id) do update
            set kind = excluded.kind, name = excluded.name, birth = excluded.birth,
                residence = excluded.residence
            """;

    private final Writes writes;

    ReferenceWriter(Writes writes) {
        this.writes = writes;
    }

    void apply(UnitEvent event, Known known) throws SQLException {
        switch (event) {
            case UnitRegistered u ->
                    writes.add(
                            REGISTER_UNIT,
                            u.unit(),
                            u.name(),
                            u.authorityName(),
                            u.level(),
                            u.parent(),
                            u.statisticalCode(),
                            u.existsFrom(),
                            u.reconciled(),
                            known.position());
            case UnitMerged u -> end(u.unit(), List.of(u.into()), known);
            case UnitAbolished u -> end(u.unit(), u.successors(), known);
        }
    }

    private void end(UnitId unit, List<UnitId> successors, Known known) throws SQLException {
        writes.add(END_UNIT, known.fact().effectiveOn(), array("uuid", successors), unit);
    }

    void apply(AwardTypeDefined type, Known known) throws SQLException {
        writes.add(
                DEFINE_AWARD_TYPE,
                type.code(),
                type.family(),
                type.nameVi(),
                type.nameEn(),
                type.level(),
                array("text", type.recipients()),
                array("text", type.ranks()),
                array("text", type.artifacts()),
                type.stateLevel(),
                type.validFrom(),
                type.validTo(),
                type.basis(),
                type.check(),
                known.position(),
                known.position());
    }

    void apply(RecipientEvent event, Known known) throws SQLException {
        switch (event) {
            case RecipientRegistered r ->
                    writes.add(
                            REGISTER_RECIPIENT,
                            r.recipient(),
                            r.kind(),
                            r.name(),
                            r.birth(),
                            r.residence(),
                            known.position());
        }
    }
}
