package vn.sovang.projection.register;

import static vn.sovang.projection.readmodel.Sql.array;

import java.sql.SQLException;
import java.util.List;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.CatalogueEvent;
import vn.sovang.event.CatalogueEvent.AwardTypeRetired;
import vn.sovang.event.CatalogueEvent.LegalTextDefined;
import vn.sovang.event.PrivacyEvent;
import vn.sovang.event.PrivacyEvent.ErasureRefused;
import vn.sovang.event.PrivacyEvent.IdentityErased;
import vn.sovang.event.PrivacyEvent.ProcessingRestricted;
import vn.sovang.event.PrivacyEvent.RestrictionLifted;
import vn.sovang.event.RecipientEvent;
import vn.sovang.event.RecipientEvent.ContactRecorded;
import vn.sovang.event.RecipientEvent.RecipientCorrected;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
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
            insert into recipient (recipient_id, kind, name, birth, residence, restricted, position)
            values (?, ?, ?, ?, ?, false, ?)
            on conflict (recipient_id) do update
            set kind = excluded.kind, name = excluded.name, birth = excluded.birth,
                residence = excluded.residence
            """;

    private static final String RENAME_UNIT =
            "update unit set name = ?, authority_name = ? where unit_id = ?";

    private static final String RECODE_UNIT =
            "update unit set statistical_code = ? where unit_id = ?";

    private static final String TRANSFER_UNIT = "update unit set parent = ? where unit_id = ?";

    private static final String DETERMINE =
            """
            insert into competence (unit, acting, scope, basis, since, until, position)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String RETIRE_AWARD_TYPE =
            """
            update award_type
            set valid_to = least(valid_to, ?::date), position = ?
            where code = ?
            """;

    private static final String CORRECT_RECIPIENT =
            """
            update recipient
            set name = coalesce(?, name), birth = coalesce(?, birth),
                residence = coalesce(?, residence)
            where recipient_id = ?
            """;

    private static final String RECORD_CONTACT =
            """
            insert into contact (subject, recipient, role, kept_until)
            values (?, ?, ?, ?)
            on conflict (subject) do nothing
            """;

    private static final String JOIN =
            """
            insert into same_recipient (one, other)
            values (?, ?), (?, ?)
            on conflict (one, other) do nothing
            """;

    private static final String SEPARATE =
            """
            delete from same_recipient
            where (one, other) in ((?, ?), (?, ?))
            """;

    private static final String RESTRICT =
            "update recipient set restricted = ? where recipient_id = ?";

    private static final String ERASE_RECIPIENT =
            "update recipient set erased_on = ? where recipient_id = ?";

    private static final String ERASE_CONTACT =
            "update contact set erased_on = ? where subject = ?";

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
            case UnitRenamed u -> writes.add(RENAME_UNIT, u.name(), u.authorityName(), u.unit());
            case UnitRecoded u -> writes.add(RECODE_UNIT, u.statisticalCode(), u.unit());
            case UnitTransferred u -> writes.add(TRANSFER_UNIT, u.parent(), u.unit());
            case UnitSplit u ->
                    end(
                            u.unit(),
                            u.parts().stream().map(UnitSplit.Part::successor).toList(),
                            known);
            case CompetenceDetermined c ->
                    writes.add(
                            DETERMINE,
                            c.unit(),
                            c.acting(),
                            c.scope(),
                            c.basis(),
                            known.fact().effectiveOn(),
                            c.until(),
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
            case RecipientCorrected r ->
                    writes.add(
                            CORRECT_RECIPIENT, r.name(), r.birth(), r.residence(), r.recipient());
            case ContactRecorded c ->
                    writes.add(RECORD_CONTACT, c.subject(), c.recipient(), c.role(), c.keptUntil());
            case RecipientsJoined j ->
                    writes.add(JOIN, j.recipient(), j.other(), j.other(), j.recipient());
            case RecipientsSeparated s ->
                    writes.add(SEPARATE, s.recipient(), s.other(), s.other(), s.recipient());
        }
    }

    void apply(CatalogueEvent event, Known known) throws SQLException {
        switch (event) {
            case AwardTypeRetired t ->
                    writes.add(
                            RETIRE_AWARD_TYPE,
                            t.retiredOn().minusDays(1),
                            known.position(),
                            t.code());
            case LegalTextDefined _ -> {}
        }
    }

    void apply(PrivacyEvent event, Known known) throws SQLException {
        switch (event) {
            case ProcessingRestricted r -> writes.add(RESTRICT, true, r.recipient());
            case RestrictionLifted r -> writes.add(RESTRICT, false, r.recipient());
            case IdentityErased e -> {
                var day = known.fact().effectiveOn();
                boolean own = e.subject().value().equals(e.recipient().value());
                writes.add(own ? ERASE_RECIPIENT : ERASE_CONTACT, day, e.subject());
            }
            case ErasureRefused _ -> {}
        }
    }
}
