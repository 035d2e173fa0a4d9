package vn.sovang.projection.register;

import static vn.sovang.projection.readmodel.Sql.day;
import static vn.sovang.projection.readmodel.Sql.optional;
import static vn.sovang.projection.readmodel.Sql.texts;
import static vn.sovang.projection.readmodel.Sql.uuid;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.register.AwardRow.Annulment;
import vn.sovang.projection.register.AwardRow.Stripping;
import vn.sovang.projection.register.NominationRow.Dossier;
import vn.sovang.projection.register.ReissueCaseRow.Confirmation;
import vn.sovang.projection.register.ReissueCaseRow.Steps;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.AppraisalResult;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.FirstIssueReading;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.StrippingGround;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// Columns → records.
final class RegisterRows {
    private RegisterRows() {}

    static UnitRow unit(ResultSet row) throws SQLException {
        return new UnitRow(
                new UnitId(uuid(row, "unit_id")),
                row.getString("name"),
                row.getString("authority_name"),
                UnitLevel.valueOf(row.getString("level")),
                unitId(row, "parent"),
                row.getString("statistical_code"),
                day(row, "exists_from"),
                day(row, "ended_on"),
                units(row),
                row.getBoolean("reconciled"),
                row.getLong("position"));
    }

    private static List<UnitId> units(ResultSet row) throws SQLException {
        Array array = row.getArray("successors");
        return Arrays.stream((UUID[]) array.getArray()).map(UnitId::new).toList();
    }

    static AwardTypeRow awardType(ResultSet row) throws SQLException {
        return new AwardTypeRow(
                new AwardCode(row.getString("code")),
                row.getString("family"),
                row.getString("name_vi"),
                row.getString("name_en"),
                AwardLevel.valueOf(row.getString("level")),
                texts(row, "recipients").stream().map(RecipientKind::valueOf).toList(),
                texts(row, "ranks").stream().map(Rank::valueOf).toList(),
                texts(row, "artifacts").stream().map(ArtifactKind::valueOf).toList(),
                row.getString("state_level"),
                day(row, "valid_from"),
                day(row, "valid_to"),
                row.getString("basis"),
                row.getString("unverified"),
                row.getLong("position"));
    }

    static RecipientRow recipient(ResultSet row) throws SQLException {
        return new RecipientRow(
                new RecipientId(uuid(row, "recipient_id")),
                RecipientKind.valueOf(row.getString("kind")),
                Sql.sealed(row.getString("name")),
                optional(row.getString("birth"), Sql::sealed),
                optional(row.getString("residence"), Sql::sealed),
                row.getBoolean("restricted"),
                row.getObject("erased_on", LocalDate.class),
                row.getLong("position"));
    }

    static AwardRow award(ResultSet row) throws SQLException {
        return new AwardRow(
                new AwardId(uuid(row, "award_id")),
                line(row),
                row.getString("award_name"),
                optional(row.getString("recipient_name"), Sql::sealed),
                AwardStatus.valueOf(row.getString("status")),
                ConferralMode.valueOf(row.getString("mode")),
                new DecisionId(uuid(row, "decision")),
                row.getString("decision_number"),
                day(row, "decided_on"),
                new UnitId(uuid(row, "authority")),
                row.getString("authority_name"),
                row.getInt("line_number"),
                unitId(row, "proposing_unit"),
                row.getString("proposing_unit_name"),
                row.getString("recipient_unit_name"),
                optional(uuid(row, "nomination"), NominationId::new),
                annulment(row),
                stripping(row),
                day(row, "presented_on"),
                row.getLong("prize_paid"),
                row.getLong("prize_recovered"),
                Circumstances.asFound(row),
                Circumstances.provenance(row),
                row.getLong("position"),
                row.getLong("known_at"),
                Sql.instant(row, "recorded_at"));
    }

    private static @Nullable Annulment annulment(ResultSet row) throws SQLException {
        String ground = row.getString("annulled_ground");
        return ground == null
                ? null
                : new Annulment(
                        AnnulmentGround.valueOf(ground),
                        new UnitId(uuid(row, "annulled_by")),
                        day(row, "annulled_on"),
                        row.getString("annulled_number"),
                        row.getLong("annulled_position"));
    }

    private static @Nullable Stripping stripping(ResultSet row) throws SQLException {
        String ground = row.getString("stripped_ground");
        return ground == null
                ? null
                : new Stripping(
                        StrippingGround.valueOf(ground),
                        new UnitId(uuid(row, "stripped_by")),
                        day(row, "stripped_on"),
                        row.getString("stripped_number"),
                        row.getLong("stripped_position"));
    }

    static RecoveryRow recovery(ResultSet row) throws SQLException {
        return RecoveryRow.of(award(row), row.getInt("items"));
    }

    private static AwardLine line(ResultSet row) throws SQLException {
        return new AwardLine(
                new AwardCode(row.getString("award")),
                Rank.valueOf(row.getString("rank")),
                new RecipientId(uuid(row, "recipient")),
                RecipientKind.valueOf(row.getString("recipient_kind")),
                CommendationType.valueOf(row.getString("commendation_type")),
                unitId(row, "recipient_unit"));
    }

    static ArtifactRow artifact(ResultSet row) throws SQLException {
        return new ArtifactRow(
                new ArtifactId(uuid(row, "artifact_id")),
                new AwardId(uuid(row, "award")),
                ArtifactKind.valueOf(row.getString("kind")),
                row.getString("serial"),
                ArtifactStatus.valueOf(row.getString("status")),
                day(row, "issued_on"),
                day(row, "status_since"),
                optional(uuid(row, "replaces"), ArtifactId::new),
                optional(uuid(row, "replaced_by"), ArtifactId::new),
                optional(uuid(row, "reissue_case"), CaseId::new),
                day(row, "design_as_of"),
                row.getString("golden_book"),
                ItemOrigin.valueOf(row.getString("origin")),
                unitId(row, "held_by"),
                optional(row.getString("keeper"), KeeperRelation::valueOf),
                day(row, "kept_since"),
                optional(row.getString("condition"), ArtifactCondition::valueOf),
                day(row, "surveyed_on"),
                row.getLong("position"));
    }

    static ReissueCaseRow reissueCase(ResultSet row) throws SQLException {
        return new ReissueCaseRow(
                new CaseId(uuid(row, "case_id")),
                subject(row),
                CaseStatus.valueOf(row.getString("status")),
                unitId(row, "office"),
                day(row, "received_on"),
                day(row, "proposed_on"),
                confirmation(row),
                day(row, "approved_on"),
                unitId(row, "approved_by"),
                optional(uuid(row, "new_artifact"), ArtifactId::new),
                steps(row),
                row.getLong("position"));
    }

    private static Steps steps(ResultSet row) throws SQLException {
        return new Steps(
                row.getString("priority"),
                day(row, "asked_on"),
                texts(row, "missing"),
                day(row, "forwarded_on"),
                unitId(row, "forwarded_to"),
                day(row, "closed_on"),
                unitId(row, "closed_by"),
                texts(row, "reasons"));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(
                ReissueKind.valueOf(row.getString("kind")),
                optional(row.getString("reading"), FirstIssueReading::valueOf),
                optional(uuid(row, "award"), AwardId::new),
                new AwardCode(row.getString("award_code")),
                CommendationType.valueOf(row.getString("commendation_type")),
                new RecipientId(uuid(row, "recipient")),
                RecipientKind.valueOf(row.getString("recipient_kind")),
                ArtifactKind.valueOf(row.getString("artifact_kind")),
                optional(uuid(row, "artifact"), ArtifactId::new),
                unitId(row, "recipient_unit"));
    }

    private static @Nullable Confirmation confirmation(ResultSet row) throws SQLException {
        String holder = row.getString("holder");
        return holder == null
                ? null
                : new Confirmation(
                        holder,
                        row.getString("reply_number"),
                        day(row, "reply_date"),
                        EvidenceGrade.valueOf(row.getString("grade")));
    }

    static DecisionRow decision(ResultSet row) throws SQLException {
        return new DecisionRow(
                new DecisionId(uuid(row, "decision_id")),
                new UnitId(uuid(row, "authority")),
                row.getString("authority_name"),
                row.getString("number"),
                day(row, "signed_on"),
                row.getString("signer"),
                row.getInt("lines"),
                row.getInt("annulled_lines"),
                row.getInt("corrections"),
                row.getString("written_date"),
                Circumstances.asFound(row),
                Circumstances.provenance(row),
                row.getLong("position"),
                row.getLong("known_at"));
    }

    static NominationRow nomination(ResultSet row) throws SQLException {
        return new NominationRow(
                new NominationId(uuid(row, "nomination_id")),
                line(row),
                row.getString("award_name"),
                NominationStatus.valueOf(row.getString("status")),
                new UnitId(uuid(row, "proposing_unit")),
                row.getString("proposing_unit_name"),
                day(row, "filed_on"),
                optional(uuid(row, "list"), ListId::new),
                row.getString("list_number"),
                day(row, "submitted_on"),
                unitId(row, "submitted_to"),
                optional(uuid(row, "answered_by"), AwardId::new),
                new Dossier(
                        day(row, "received_on"),
                        optional(row.getString("procedure"), Procedure::valueOf),
                        optional(row.getString("appraisal"), AppraisalResult::valueOf),
                        row.getInt("checks_not_met"),
                        row.getObject("members", Integer.class),
                        row.getObject("in_favour", Integer.class),
                        row.getInt("open_objections")),
                row.getLong("position"));
    }

    private static @Nullable UnitId unitId(ResultSet row, String column) throws SQLException {
        return optional(uuid(row, column), UnitId::new);
    }
}
