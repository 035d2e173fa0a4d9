package vn.sovang.projection.register;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
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
import vn.sovang.projection.readmodel.Row;
import vn.sovang.projection.readmodel.Versions;
import vn.sovang.projection.register.RegisterTables.AwardTypes;
import vn.sovang.projection.register.RegisterTables.Competences;
import vn.sovang.projection.register.RegisterTables.Contacts;
import vn.sovang.projection.register.RegisterTables.Recipients;
import vn.sovang.projection.register.RegisterTables.SameRecipients;
import vn.sovang.projection.register.RegisterTables.Units;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;

/// Units, award types and recipients.
final class ReferenceFold {
    private final Versions versions;

    ReferenceFold(Versions versions) {
        this.versions = versions;
    }

    void apply(UnitEvent event, Known known) throws SQLException {
        switch (event) {
            case UnitRegistered u -> register(u, known);
            case UnitRenamed u ->
                    unit(
                            u.unit(),
                            known,
                            row ->
                                    row.edit()
                                            .set(Units.NAME, u.name())
                                            .set(Units.AUTHORITY_NAME, u.authorityName())
                                            .row());
            case UnitRecoded u ->
                    unit(
                            u.unit(),
                            known,
                            row ->
                                    row.edit()
                                            .set(Units.STATISTICAL_CODE, u.statisticalCode())
                                            .row());
            case UnitTransferred u ->
                    unit(u.unit(), known, row -> row.edit().set(Units.PARENT, u.parent()).row());
            case UnitSplit u ->
                    end(
                            u.unit(),
                            u.parts().stream().map(UnitSplit.Part::successor).toList(),
                            known);
            case CompetenceDetermined c -> determine(c, known);
            case UnitMerged u -> end(u.unit(), List.of(u.into()), known);
            case UnitAbolished u -> end(u.unit(), u.successors(), known);
        }
    }

    private void register(UnitRegistered u, Known known) throws SQLException {
        Row before = versions.find(Units.TABLE, u.unit().value());
        var draft =
                before != null
                        ? before.edit()
                        : Units.TABLE
                                .draft()
                                .set(Units.ID, u.unit())
                                .set(Units.SUCCESSORS, List.of())
                                .set(Units.POSITION, known.position());
        draft.set(Units.NAME, u.name())
                .set(Units.AUTHORITY_NAME, u.authorityName())
                .set(Units.LEVEL, u.level())
                .set(Units.PARENT, u.parent())
                .set(Units.STATISTICAL_CODE, u.statisticalCode())
                .set(Units.EXISTS_FROM, u.existsFrom())
                .set(Units.RECONCILED, u.reconciled());
        versions.put(Units.TABLE, draft.row(), known);
    }

    private void end(UnitId unit, List<UnitId> successors, Known known) throws SQLException {
        LocalDate day = known.fact().effectiveOn();
        unit(
                unit,
                known,
                row ->
                        row.edit()
                                .set(Units.ENDED_ON, day)
                                .set(Units.SUCCESSORS, List.copyOf(successors))
                                .row());
    }

    private void determine(CompetenceDetermined c, Known known) throws SQLException {
        var draft =
                Competences.TABLE
                        .draft()
                        .set(Competences.POSITION, known.position())
                        .set(Competences.UNIT, c.unit())
                        .set(Competences.ACTING, c.acting())
                        .set(Competences.SCOPE, c.scope())
                        .set(Competences.BASIS, c.basis())
                        .set(Competences.SINCE, known.fact().effectiveOn())
                        .set(Competences.UNTIL, c.until());
        versions.add(Competences.TABLE, draft.row(), known);
    }

    void apply(AwardTypeDefined type, Known known) throws SQLException {
        Row before = versions.find(AwardTypes.TABLE, type.code().value());
        var draft =
                before != null
                        ? before.edit()
                        : AwardTypes.TABLE
                                .draft()
                                .set(AwardTypes.CODE, type.code())
                                .set(AwardTypes.FIRST_POSITION, known.position());
        draft.set(AwardTypes.FAMILY, type.family())
                .set(AwardTypes.NAME_VI, type.nameVi())
                .set(AwardTypes.NAME_EN, type.nameEn())
                .set(AwardTypes.LEVEL, type.level())
                .set(AwardTypes.RECIPIENTS, names(type.recipients()))
                .set(AwardTypes.RANKS, names(type.ranks()))
                .set(AwardTypes.ARTIFACTS, names(type.artifacts()))
                .set(AwardTypes.STATE_LEVEL, type.stateLevel())
                .set(AwardTypes.VALID_FROM, type.validFrom())
                .set(AwardTypes.VALID_TO, type.validTo())
                .set(AwardTypes.BASIS, type.basis())
                .set(AwardTypes.UNVERIFIED, type.check())
                .set(AwardTypes.POSITION, known.position());
        versions.put(AwardTypes.TABLE, draft.row(), known);
    }

    private static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().<String>map(Enum::name).toList();
    }

    void apply(CatalogueEvent event, Known known) throws SQLException {
        switch (event) {
            case AwardTypeRetired t -> {
                LocalDate last = t.retiredOn().minusDays(1);
                versions.change(
                        AwardTypes.TABLE,
                        t.code().value(),
                        row -> retired(row, last, known),
                        known);
            }
            case LegalTextDefined _ -> {}
        }
    }

    private static Row retired(Row type, LocalDate last, Known known) {
        LocalDate until = type.get(AwardTypes.VALID_TO);
        return type.edit()
                .set(AwardTypes.VALID_TO, until == null || last.isBefore(until) ? last : until)
                .set(AwardTypes.POSITION, known.position())
                .row();
    }

    void apply(RecipientEvent event, Known known) throws SQLException {
        switch (event) {
            case RecipientRegistered r -> register(r, known);
            case RecipientCorrected r -> recipient(r.recipient(), known, row -> corrected(row, r));
            case ContactRecorded c -> {
                var draft =
                        Contacts.TABLE
                                .draft()
                                .set(Contacts.SUBJECT, c.subject())
                                .set(Contacts.RECIPIENT, c.recipient())
                                .set(Contacts.ROLE, c.role())
                                .set(Contacts.KEPT_UNTIL, c.keptUntil());
                versions.add(Contacts.TABLE, draft.row(), known);
            }
            case RecipientsJoined j -> {
                same(j.recipient(), j.other(), true, known);
                same(j.other(), j.recipient(), true, known);
            }
            case RecipientsSeparated s -> {
                same(s.recipient(), s.other(), false, known);
                same(s.other(), s.recipient(), false, known);
            }
        }
    }

    private void register(RecipientRegistered r, Known known) throws SQLException {
        Row before = versions.find(Recipients.TABLE, r.recipient().value());
        var draft =
                before != null
                        ? before.edit()
                        : Recipients.TABLE
                                .draft()
                                .set(Recipients.ID, r.recipient())
                                .set(Recipients.RESTRICTED, false)
                                .set(Recipients.POSITION, known.position());
        draft.set(Recipients.KIND, r.kind())
                .set(Recipients.NAME, r.name())
                .set(Recipients.BIRTH, r.birth())
                .set(Recipients.RESIDENCE, r.residence());
        versions.put(Recipients.TABLE, draft.row(), known);
    }

    private static Row corrected(Row recipient, RecipientCorrected r) {
        var draft = recipient.edit();
        if (r.name() != null) {
            draft.set(Recipients.NAME, r.name());
        }
        if (r.birth() != null) {
            draft.set(Recipients.BIRTH, r.birth());
        }
        if (r.residence() != null) {
            draft.set(Recipients.RESIDENCE, r.residence());
        }
        return draft.row();
    }

    private void same(RecipientId one, RecipientId other, boolean joined, Known known)
            throws SQLException {
        String pair = one + " " + other;
        if (joined || versions.find(SameRecipients.TABLE, pair) != null) {
            var draft =
                    SameRecipients.TABLE
                            .draft()
                            .set(SameRecipients.PAIR, pair)
                            .set(SameRecipients.ONE, one)
                            .set(SameRecipients.OTHER, other)
                            .set(SameRecipients.JOINED, joined);
            versions.put(SameRecipients.TABLE, draft.row(), known);
        }
    }

    void apply(PrivacyEvent event, Known known) throws SQLException {
        LocalDate day = known.fact().effectiveOn();
        switch (event) {
            case ProcessingRestricted r ->
                    recipient(
                            r.recipient(),
                            known,
                            row -> row.edit().set(Recipients.RESTRICTED, true).row());
            case RestrictionLifted r ->
                    recipient(
                            r.recipient(),
                            known,
                            row -> row.edit().set(Recipients.RESTRICTED, false).row());
            case IdentityErased e -> {
                if (e.subject().value().equals(e.recipient().value())) {
                    recipient(
                            e.recipient(),
                            known,
                            row -> row.edit().set(Recipients.ERASED_ON, day).row());
                } else {
                    versions.change(
                            Contacts.TABLE,
                            e.subject().value(),
                            row -> row.edit().set(Contacts.ERASED_ON, day).row(),
                            known);
                }
            }
            case ErasureRefused _ -> {}
        }
    }

    private void unit(UnitId id, Known known, UnaryOperator<Row> fold) throws SQLException {
        versions.change(Units.TABLE, id.value(), fold, known);
    }

    private void recipient(RecipientId id, Known known, UnaryOperator<Row> fold)
            throws SQLException {
        versions.change(Recipients.TABLE, id.value(), fold, known);
    }
}
