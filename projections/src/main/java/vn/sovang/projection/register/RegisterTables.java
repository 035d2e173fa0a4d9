package vn.sovang.projection.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.sovang.event.Fact;
import vn.sovang.event.Provenance.Confidence;
import vn.sovang.event.Provenance.Source;
import vn.sovang.projection.readmodel.Column;
import vn.sovang.projection.readmodel.Columns;
import vn.sovang.projection.readmodel.Row;
import vn.sovang.projection.readmodel.VersionedTable;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.AppraisalResult;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.CompetenceScope;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.ContactRole;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.FirstIssueReading;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.Procedure;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.StrippingGround;
import vn.sovang.vocabulary.SubjectId;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// The tables of the register, every state of every row. A row keeps what its events say; names of
/// units and awards are joined when read, as they were known at the same position.
final class RegisterTables {
    /// Rows are found by their identities while events are applied; the rest is for readers.
    static final String INDEXES =
            """
            create index unit_authority on unit (authority_name);
            create index competence_unit on competence (unit);
            create index same_one on same_recipient (one);
            create index contact_kept on contact (kept_until) where erased_on is null;
            create index contact_recipient on contact (recipient);

            create index decision_newest on decision (signed_on, position);
            create index decision_authority on decision (authority, signed_on, position);
            create index decision_known on decision (known_from);

            create index award_newest on award (decided_on, position);
            create index award_authority on award (authority, decided_on, position);
            create index award_code on award (award, decided_on, position);
            create index award_decision on award (decision, decided_on, position);
            create index award_recipient on award (recipient, decided_on, position);
            create index award_taken on award (decided_on, position)
                where status in ('ANNULLED', 'STRIPPED');
            create index award_rebuilt on award (authority, decided_on)
                where source = 'RECONSTRUCTED_FROM_REPORT';
            create index award_known on award (known_from);

            create index recipient_newest on recipient (position, recipient_id);
            create index artifact_award on artifact (award);
            create index artifact_newest on artifact (position, artifact_id);
            create index reissue_case_award on reissue_case (award);
            create index reissue_case_newest on reissue_case (position, case_id);
            create index nomination_newest on nomination (position, nomination_id);
            create index survey_sheet_campaign on survey_sheet (campaign, position);
            -- few are in any state but the last
            create index nomination_status on nomination (status, known_until);
            create index reissue_case_status on reissue_case (status, known_until);
            """;

    private RegisterTables() {}

    static String ddl() {
        return List.of(
                        Units.TABLE,
                        AwardTypes.TABLE,
                        Competences.TABLE,
                        Recipients.TABLE,
                        SameRecipients.TABLE,
                        Contacts.TABLE,
                        Decisions.TABLE,
                        Awards.TABLE,
                        Artifacts.TABLE,
                        Cases.TABLE,
                        Nominations.TABLE,
                        Campaigns.TABLE,
                        SurveySheets.TABLE,
                        Spans.TABLE)
                .stream()
                .map(VersionedTable::ddl)
                .collect(Collectors.joining());
    }

    /// Units.
    static final class Units {
        private static final Columns C = new Columns();
        static final Column<UnitId> ID = C.id("unit_id", UnitId::new);
        static final Column<String> NAME = C.text("name");
        static final Column<String> AUTHORITY_NAME = C.text("authority_name");
        static final Column<UnitLevel> LEVEL = C.constant("level", UnitLevel.class);
        static final Column<UnitId> PARENT = C.id("parent", UnitId::new);
        static final Column<String> STATISTICAL_CODE = C.text("statistical_code");
        static final Column<LocalDate> EXISTS_FROM = C.day("exists_from");
        static final Column<LocalDate> ENDED_ON = C.day("ended_on");
        static final Column<List<UnitId>> SUCCESSORS = C.ids("successors", UnitId::new);
        static final Column<Boolean> RECONCILED = C.flag("reconciled");
        static final Column<Long> POSITION = C.number("position");
        static final VersionedTable TABLE = C.table("unit", ID);

        private Units() {}
    }

    /// The catalogue.
    static final class AwardTypes {
        private static final Columns C = new Columns();
        static final Column<AwardCode> CODE = C.code("code");
        static final Column<String> FAMILY = C.text("family");
        static final Column<String> NAME_VI = C.text("name_vi");
        static final Column<String> NAME_EN = C.text("name_en");
        static final Column<AwardLevel> LEVEL = C.constant("level", AwardLevel.class);
        static final Column<List<String>> RECIPIENTS = C.texts("recipients");
        static final Column<List<String>> RANKS = C.texts("ranks");
        static final Column<List<String>> ARTIFACTS = C.texts("artifacts");
        static final Column<String> STATE_LEVEL = C.text("state_level");
        static final Column<LocalDate> VALID_FROM = C.day("valid_from");
        static final Column<LocalDate> VALID_TO = C.day("valid_to");
        static final Column<String> BASIS = C.text("basis");
        static final Column<String> UNVERIFIED = C.text("unverified");
        static final Column<Long> POSITION = C.number("position");
        static final Column<Long> FIRST_POSITION = C.number("first_position");
        static final VersionedTable TABLE = C.table("award_type", CODE);

        private AwardTypes() {}
    }

    /// Who acts for units that are no more; a determination never changes.
    static final class Competences {
        private static final Columns C = new Columns();
        static final Column<Long> POSITION = C.number("position");
        static final Column<UnitId> UNIT = C.id("unit", UnitId::new);
        static final Column<UnitId> ACTING = C.id("acting", UnitId::new);
        static final Column<CompetenceScope> SCOPE = C.constant("scope", CompetenceScope.class);
        static final Column<String> BASIS = C.text("basis");
        static final Column<LocalDate> SINCE = C.day("since");
        static final Column<LocalDate> UNTIL = C.day("until");
        static final VersionedTable TABLE = C.table("competence", POSITION);

        private Competences() {}
    }

    /// Those who are honoured.
    static final class Recipients {
        private static final Columns C = new Columns();
        static final Column<RecipientId> ID = C.id("recipient_id", RecipientId::new);
        static final Column<RecipientKind> KIND = C.constant("kind", RecipientKind.class);
        static final Column<Sealed> NAME = C.sealed("name");
        static final Column<Sealed> BIRTH = C.sealed("birth");
        static final Column<Sealed> RESIDENCE = C.sealed("residence");
        static final Column<Boolean> RESTRICTED = C.flag("restricted");
        static final Column<LocalDate> ERASED_ON = C.day("erased_on");
        static final Column<Long> POSITION = C.number("position");
        static final VersionedTable TABLE = C.table("recipient", ID);

        private Recipients() {}
    }

    /// Both directions of every join; `joined` says whether it stands.
    static final class SameRecipients {
        private static final Columns C = new Columns();
        static final Column<String> PAIR = C.text("pair");
        static final Column<RecipientId> ONE = C.id("one", RecipientId::new);
        static final Column<RecipientId> OTHER = C.id("other", RecipientId::new);
        static final Column<Boolean> JOINED = C.flag("joined");
        static final VersionedTable TABLE = C.table("same_recipient", PAIR);

        private SameRecipients() {}
    }

    /// Relatives and others whom an office may write to.
    static final class Contacts {
        private static final Columns C = new Columns();
        static final Column<SubjectId> SUBJECT = C.id("subject", SubjectId::new);
        static final Column<RecipientId> RECIPIENT = C.id("recipient", RecipientId::new);
        static final Column<ContactRole> ROLE = C.constant("role", ContactRole.class);
        static final Column<LocalDate> KEPT_UNTIL = C.day("kept_until");
        static final Column<LocalDate> ERASED_ON = C.day("erased_on");
        static final VersionedTable TABLE = C.table("contact", SUBJECT);

        private Contacts() {}
    }

    /// Decisions.
    static final class Decisions {
        private static final Columns C = new Columns();
        static final Column<DecisionId> ID = C.id("decision_id", DecisionId::new);
        static final Column<UnitId> AUTHORITY = C.id("authority", UnitId::new);
        static final Column<String> NUMBER = C.text("number");
        static final Column<String> FOLDED_NUMBER = C.text("folded_number");
        static final Column<LocalDate> SIGNED_ON = C.day("signed_on");
        static final Column<String> SIGNER = C.text("signer");
        static final Column<Integer> LINES = C.count("lines");
        static final Column<Integer> ANNULLED_LINES = C.count("annulled_lines");
        static final Column<Integer> CORRECTIONS = C.count("corrections");
        static final Column<String> WRITTEN_DATE = C.text("written_date");
        static final Found FOUND = new Found(C);
        static final Column<Long> POSITION = C.number("position");
        static final Column<Long> KNOWN_AT = C.number("known_at");
        static final VersionedTable TABLE = C.table("decision", ID);

        private Decisions() {}
    }

    /// Award lines.
    static final class Awards {
        private static final Columns C = new Columns();
        static final Column<AwardId> ID = C.id("award_id", AwardId::new);
        static final Line LINE = new Line(C);
        static final Column<AwardStatus> STATUS = C.constant("status", AwardStatus.class);
        static final Column<ConferralMode> MODE = C.constant("mode", ConferralMode.class);
        static final Column<DecisionId> DECISION = C.id("decision", DecisionId::new);
        static final Column<String> DECISION_NUMBER = C.text("decision_number");
        static final Column<String> FOLDED_NUMBER = C.text("folded_number");
        static final Column<LocalDate> DECIDED_ON = C.day("decided_on");
        static final Column<UnitId> AUTHORITY = C.id("authority", UnitId::new);
        static final Column<Integer> LINE_NUMBER = C.count("line_number");
        static final Column<UnitId> PROPOSING_UNIT = C.id("proposing_unit", UnitId::new);
        static final Column<NominationId> NOMINATION = C.id("nomination", NominationId::new);
        static final Column<AnnulmentGround> ANNULLED_GROUND =
                C.constant("annulled_ground", AnnulmentGround.class);
        static final Column<UnitId> ANNULLED_BY = C.id("annulled_by", UnitId::new);
        static final Column<LocalDate> ANNULLED_ON = C.day("annulled_on");
        static final Column<String> ANNULLED_NUMBER = C.text("annulled_number");
        static final Column<Long> ANNULLED_POSITION = C.number("annulled_position");
        static final Column<StrippingGround> STRIPPED_GROUND =
                C.constant("stripped_ground", StrippingGround.class);
        static final Column<UnitId> STRIPPED_BY = C.id("stripped_by", UnitId::new);
        static final Column<LocalDate> STRIPPED_ON = C.day("stripped_on");
        static final Column<String> STRIPPED_NUMBER = C.text("stripped_number");
        static final Column<Long> STRIPPED_POSITION = C.number("stripped_position");
        static final Column<LocalDate> PRESENTED_ON = C.day("presented_on");
        static final Column<Long> PRIZE_PAID = C.number("prize_paid");
        static final Column<Long> PRIZE_RECOVERED = C.number("prize_recovered");
        static final Found FOUND = new Found(C);
        static final Column<Long> POSITION = C.number("position");
        static final Column<Long> KNOWN_AT = C.number("known_at");
        static final Column<Instant> RECORDED_AT = C.instant("recorded_at");
        static final VersionedTable TABLE = C.table("award", ID);

        private Awards() {}
    }

    /// Physical items.
    static final class Artifacts {
        private static final Columns C = new Columns();
        static final Column<ArtifactId> ID = C.id("artifact_id", ArtifactId::new);
        static final Column<AwardId> AWARD = C.id("award", AwardId::new);
        static final Column<ArtifactKind> KIND = C.constant("kind", ArtifactKind.class);
        static final Column<String> SERIAL = C.text("serial");
        static final Column<ArtifactStatus> STATUS = C.constant("status", ArtifactStatus.class);
        static final Column<LocalDate> ISSUED_ON = C.day("issued_on");
        static final Column<LocalDate> STATUS_SINCE = C.day("status_since");
        static final Column<ArtifactId> REPLACES = C.id("replaces", ArtifactId::new);
        static final Column<ArtifactId> REPLACED_BY = C.id("replaced_by", ArtifactId::new);
        static final Column<CaseId> REISSUE_CASE = C.id("reissue_case", CaseId::new);
        static final Column<LocalDate> DESIGN_AS_OF = C.day("design_as_of");
        static final Column<String> GOLDEN_BOOK = C.text("golden_book");
        static final Column<ItemOrigin> ORIGIN = C.constant("origin", ItemOrigin.class);
        static final Column<UnitId> HELD_BY = C.id("held_by", UnitId::new);
        static final Column<KeeperRelation> KEEPER = C.constant("keeper", KeeperRelation.class);
        static final Column<LocalDate> KEPT_SINCE = C.day("kept_since");
        static final Column<ArtifactCondition> CONDITION =
                C.constant("condition", ArtifactCondition.class);
        static final Column<LocalDate> SURVEYED_ON = C.day("surveyed_on");
        static final Column<Long> POSITION = C.number("position");
        static final VersionedTable TABLE = C.table("artifact", ID);

        private Artifacts() {}
    }

    /// Re-issue cases.
    static final class Cases {
        private static final Columns C = new Columns();
        static final Column<CaseId> ID = C.id("case_id", CaseId::new);
        static final Column<ReissueKind> KIND = C.constant("kind", ReissueKind.class);
        static final Column<FirstIssueReading> READING =
                C.constant("reading", FirstIssueReading.class);
        static final Column<AwardId> AWARD = C.id("award", AwardId::new);
        static final Column<AwardCode> AWARD_CODE = C.code("award_code");
        static final Column<CommendationType> COMMENDATION_TYPE =
                C.constant("commendation_type", CommendationType.class);
        static final Column<RecipientId> RECIPIENT = C.id("recipient", RecipientId::new);
        static final Column<RecipientKind> RECIPIENT_KIND =
                C.constant("recipient_kind", RecipientKind.class);
        static final Column<ArtifactKind> ARTIFACT_KIND =
                C.constant("artifact_kind", ArtifactKind.class);
        static final Column<ArtifactId> ARTIFACT = C.id("artifact", ArtifactId::new);
        static final Column<UnitId> RECIPIENT_UNIT = C.id("recipient_unit", UnitId::new);
        static final Column<CaseStatus> STATUS = C.constant("status", CaseStatus.class);
        static final Column<UnitId> OFFICE = C.id("office", UnitId::new);
        static final Column<LocalDate> RECEIVED_ON = C.day("received_on");
        static final Column<LocalDate> PROPOSED_ON = C.day("proposed_on");
        static final Column<String> HOLDER = C.text("holder");
        static final Column<String> REPLY_NUMBER = C.text("reply_number");
        static final Column<LocalDate> REPLY_DATE = C.day("reply_date");
        static final Column<EvidenceGrade> GRADE = C.constant("grade", EvidenceGrade.class);
        static final Column<LocalDate> APPROVED_ON = C.day("approved_on");
        static final Column<UnitId> APPROVED_BY = C.id("approved_by", UnitId::new);
        static final Column<ArtifactId> NEW_ARTIFACT = C.id("new_artifact", ArtifactId::new);
        static final Column<Integer> WANTED = C.count("wanted");
        static final Column<Integer> MADE = C.count("made");
        static final Column<Integer> HANDED_OVER = C.count("handed_over");
        static final Column<String> PRIORITY = C.text("priority");
        static final Column<LocalDate> ASKED_ON = C.day("asked_on");
        static final Column<List<String>> MISSING = C.texts("missing");
        static final Column<LocalDate> FORWARDED_ON = C.day("forwarded_on");
        static final Column<UnitId> FORWARDED_TO = C.id("forwarded_to", UnitId::new);
        static final Column<LocalDate> CLOSED_ON = C.day("closed_on");
        static final Column<UnitId> CLOSED_BY = C.id("closed_by", UnitId::new);
        static final Column<List<String>> REASONS = C.texts("reasons");
        static final Column<Long> POSITION = C.number("position");
        static final VersionedTable TABLE = C.table("reissue_case", ID);

        private Cases() {}
    }

    /// Nominations.
    static final class Nominations {
        private static final Columns C = new Columns();
        static final Column<NominationId> ID = C.id("nomination_id", NominationId::new);
        static final Line LINE = new Line(C);
        static final Column<NominationStatus> STATUS = C.constant("status", NominationStatus.class);
        static final Column<UnitId> PROPOSING_UNIT = C.id("proposing_unit", UnitId::new);
        static final Column<LocalDate> FILED_ON = C.day("filed_on");
        static final Column<ListId> LIST = C.id("list", ListId::new);
        static final Column<String> LIST_NUMBER = C.text("list_number");
        static final Column<LocalDate> SUBMITTED_ON = C.day("submitted_on");
        static final Column<UnitId> SUBMITTED_TO = C.id("submitted_to", UnitId::new);
        static final Column<AwardId> ANSWERED_BY = C.id("answered_by", AwardId::new);
        static final Column<NominationStatus> UNDECIDED =
                C.constant("undecided", NominationStatus.class);
        static final Column<LocalDate> RECEIVED_ON = C.day("received_on");
        static final Column<Procedure> PROCEDURE = C.constant("procedure", Procedure.class);
        static final Column<AppraisalResult> APPRAISAL =
                C.constant("appraisal", AppraisalResult.class);
        static final Column<Integer> CHECKS_NOT_MET = C.count("checks_not_met");
        static final Column<Integer> MEMBERS = C.count("members");
        static final Column<Integer> IN_FAVOUR = C.count("in_favour");
        static final Column<Integer> OPEN_OBJECTIONS = C.count("open_objections");
        static final Column<Long> POSITION = C.number("position");
        static final VersionedTable TABLE = C.table("nomination", ID);

        private Nominations() {}
    }

    /// Surveys of items in people's hands.
    static final class Campaigns {
        private static final Columns C = new Columns();
        static final Column<CampaignId> ID = C.id("campaign_id", CampaignId::new);
        static final Column<UnitId> UNIT = C.id("unit", UnitId::new);
        static final Column<AwardCode> AWARD = C.code("award");
        static final Column<String> SUBJECT = C.text("subject");
        static final Column<LocalDate> OPENED_ON = C.day("opened_on");
        static final Column<LocalDate> CLOSED_ON = C.day("closed_on");
        static final Column<Long> POSITION = C.number("position");
        static final VersionedTable TABLE = C.table("campaign", ID);

        private Campaigns() {}
    }

    /// What a survey found; a sheet never changes.
    static final class SurveySheets {
        private static final Columns C = new Columns();
        static final Column<Long> POSITION = C.number("position");
        static final Column<CampaignId> CAMPAIGN = C.id("campaign", CampaignId::new);
        static final Column<RecipientId> RECIPIENT = C.id("recipient", RecipientId::new);
        static final Column<ArtifactKind> KIND = C.constant("kind", ArtifactKind.class);
        static final Column<AwardId> AWARD = C.id("award", AwardId::new);
        static final Column<ArtifactId> ARTIFACT = C.id("artifact", ArtifactId::new);
        static final Column<ArtifactCondition> CONDITION =
                C.constant("condition", ArtifactCondition.class);
        static final Column<LifeStatus> LIFE = C.constant("life", LifeStatus.class);
        static final Column<KeeperRelation> KEEPER = C.constant("keeper", KeeperRelation.class);
        static final Column<UnitId> WARD = C.id("ward", UnitId::new);
        static final Column<ReissueKind> PROPOSED = C.constant("proposed", ReissueKind.class);
        static final Column<LocalDate> SEEN_ON = C.day("seen_on");
        static final VersionedTable TABLE = C.table("survey_sheet", POSITION);

        private SurveySheets() {}
    }

    /// The newest day of signature in a list, so that a list as of an early moment does not begin
    /// among the rows of later years.
    static final class Spans {
        private static final Columns C = new Columns();
        static final Column<String> LIST = C.text("list");
        static final Column<LocalDate> NEWEST = C.day("newest");
        static final VersionedTable TABLE = C.table("span", LIST);

        private Spans() {}
    }

    /// Who is honoured with what.
    static final class Line {
        private final Column<AwardCode> award;
        private final Column<Rank> rank;
        private final Column<RecipientId> recipient;
        private final Column<RecipientKind> recipientKind;
        private final Column<CommendationType> commendationType;
        private final Column<UnitId> recipientUnit;

        private Line(Columns c) {
            award = c.code("award");
            rank = c.constant("rank", Rank.class);
            recipient = c.id("recipient", RecipientId::new);
            recipientKind = c.constant("recipient_kind", RecipientKind.class);
            commendationType = c.constant("commendation_type", CommendationType.class);
            recipientUnit = c.id("recipient_unit", UnitId::new);
        }

        Row.Draft set(Row.Draft draft, AwardLine line) {
            return draft.set(award, line.award())
                    .set(rank, line.rank())
                    .set(recipient, line.recipient())
                    .set(recipientKind, line.recipientKind())
                    .set(commendationType, line.commendationType())
                    .set(recipientUnit, line.recipientUnit());
        }
    }

    /// What a paper was found to break, and where an old record comes from.
    static final class Found {
        private final Column<String> rule;
        private final Column<String> reason;
        private final Column<String> second;
        private final Column<Source> source;
        private final Column<Confidence> confidence;
        private final Column<String> note;
        private final Column<String> vouchedBy;

        private Found(Columns c) {
            rule = c.text("as_found_rule");
            reason = c.text("as_found_reason");
            second = c.text("as_found_second");
            source = c.constant("source", Source.class);
            confidence = c.constant("confidence", Confidence.class);
            note = c.text("note");
            vouchedBy = c.text("vouched_by");
        }

        Row.Draft set(Row.Draft draft, Fact fact) {
            var asFound = fact.asFound();
            var provenance = fact.provenance();
            if (asFound != null) {
                draft.set(rule, asFound.rule())
                        .set(reason, asFound.reason())
                        .set(second, asFound.secondPerson());
            }
            if (provenance != null) {
                draft.set(source, provenance.source())
                        .set(confidence, provenance.confidence())
                        .set(note, provenance.note())
                        .set(vouchedBy, provenance.vouchedBy());
            }
            return draft;
        }
    }
}
