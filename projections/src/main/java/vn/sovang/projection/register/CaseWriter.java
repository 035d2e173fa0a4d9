package vn.sovang.projection.register;

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
import vn.sovang.event.ReissueEvent;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.EntitlementNotConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueCompleted;
import vn.sovang.event.ReissueEvent.ReissueCompletionRequested;
import vn.sovang.event.ReissueEvent.ReissueFileReturned;
import vn.sovang.event.ReissueEvent.ReissueForwardedUp;
import vn.sovang.event.ReissueEvent.ReissueHandedOver;
import vn.sovang.event.ReissueEvent.ReissueListReturned;
import vn.sovang.event.ReissueEvent.ReissueListSubmitted;
import vn.sovang.event.ReissueEvent.ReissueProposalReturned;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRefused;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.event.SurveyEvent;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.Sql;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.GoldenBookNumber;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.Keeper;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.UnitId;

/// Artifacts, and the cases under which they are exchanged and made anew.
final class CaseWriter {
    private static final String ISSUE =
            """
            insert into artifact (artifact_id, award, kind, serial, status, issued_on, status_since,
                replaces, reissue_case, design_as_of, golden_book, origin, position)
            values (?, ?, ?, ?, 'ISSUED', ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (artifact_id) do nothing
            """;

    /// What a new item replaced stays replaced, wherever it goes, until it is no more.
    private static final String CHANGE =
            """
            update artifact
            set status = case when replaced_by is not null
                        and ?::text not in ('WITHDRAWN', 'DESTROYED') then 'REPLACED'
                    else ? end,
                status_since = ?, held_by = ?
            where artifact_id = ?
            """;

    private static final String KEEP =
            """
            update artifact
            set keeper = ?, kept_since = ?
            where artifact_id = ?
            """;

    private static final String SURVEY =
            """
            update artifact
            set condition = ?, surveyed_on = ?,
                keeper = coalesce(?, keeper),
                kept_since = case when ?::text is null then kept_since else ? end
            where artifact_id = ?
            """;

    /// What a survey sees of items in people's hands is how they stand.
    private static final String SEEN =
            """
            update artifact
            set status_since =
                    case when artifact.status = seen.status then status_since else ? end,
                status = case when artifact.status = 'LOST' and seen.status = 'ISSUED' then 'FOUND'
                    else seen.status end
            from (select ?::text as status) seen
            where artifact_id = ?
                and artifact.status in ('ISSUED', 'DAMAGED', 'FOUND', 'RETURNED', 'LOST')
            """;

    private static final String REPLACE =
            """
            update artifact
            set status = 'REPLACED', status_since = ?, replaced_by = ?
            where artifact_id = ?
            """;

    private static final String CASE =
            """
            insert into reissue_case (case_id, kind, reading, award, award_code, commendation_type,
                recipient, recipient_kind, artifact_kind, artifact, recipient_unit, status, office,
                received_on, proposed_on, wanted, made, handed_over, priority, position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)
            on conflict (case_id) do update
            set status = case when reissue_case.status in ('RECEIVED', 'COMPLETION_REQUESTED',
                        'FORWARDED', 'INSUFFICIENT') then excluded.status
                    else reissue_case.status end,
                received_on = coalesce(reissue_case.received_on, excluded.received_on),
                proposed_on = coalesce(excluded.proposed_on, reissue_case.proposed_on)
            """;

    private static final String ASK =
            """
            update reissue_case
            set status = 'COMPLETION_REQUESTED', asked_on = ?, missing = ?
            where case_id = ?
            """;

    private static final String RECEIVE =
            """
            update reissue_case
            set status = 'RECEIVED'
            where case_id = ?
            """;

    private static final String FORWARD =
            """
            update reissue_case
            set status = 'FORWARDED', forwarded_on = ?, forwarded_to = ?
            where case_id = ?
            """;

    private static final String CONFIRM =
            """
            update reissue_case
            set award = ?, holder = ?, reply_number = ?, reply_date = ?, grade = ?,
                status = case when status = 'INSUFFICIENT' then 'RECEIVED' else status end
            where case_id = ?
            """;

    private static final String NOT_CONFIRMED =
            """
            update reissue_case
            set status = 'INSUFFICIENT', holder = ?, reply_number = ?, reply_date = ?, grade = ?
            where case_id = ?
            """;

    private static final String APPROVE =
            """
            update reissue_case
            set status = 'APPROVED', award = ?, approved_on = ?, approved_by = ?
            where case_id = ?
            """;

    private static final String MAKE =
            """
            update reissue_case
            set status = case when made + 1 >= wanted then 'REISSUED' else status end,
                made = made + 1, new_artifact = ?
            where case_id = ?
            """;

    private static final String HAND_OVER =
            """
            update reissue_case
            set status = case when handed_over + 1 >= wanted then 'HANDED_OVER' else status end,
                handed_over = handed_over + 1, closed_on = ?, closed_by = ?
            where case_id = ?
            """;

    private static final String CLOSE =
            """
            update reissue_case
            set status = ?, closed_on = ?, closed_by = ?, reasons = ?
            where case_id = ?
            """;

    private final Writes writes;

    CaseWriter(Writes writes) {
        this.writes = writes;
    }

    void apply(ArtifactEvent event, Known known) throws SQLException {
        switch (event) {
            case ArtifactIssued a -> issue(a, known);
            case ArtifactReissued a -> reissue(a, known);
            case ArtifactKeeperRecorded a -> keep(a.artifact(), a.keeper(), known);
            case ArtifactReportedDamaged a -> change(a, ArtifactStatus.DAMAGED, null, known);
            case ArtifactReportedLost a -> change(a, ArtifactStatus.LOST, null, known);
            case ArtifactReportedFound a -> change(a, ArtifactStatus.FOUND, null, known);
            case ArtifactHandedIn a -> change(a, ArtifactStatus.HANDED_IN, a.receivedBy(), known);
            case CustodyTransferred a -> change(a, ArtifactStatus.HANDED_IN, a.to(), known);
            case ArtifactReturnedUnchanged a -> {
                change(a, ArtifactStatus.RETURNED, null, known);
                keep(a.artifact(), a.keeper(), known);
            }
            case ArtifactWithdrawn a -> change(a, ArtifactStatus.WITHDRAWN, a.receivedBy(), known);
            case ArtifactDestroyed a -> change(a, ArtifactStatus.DESTROYED, null, known);
        }
    }

    private void issue(ArtifactIssued a, Known known) throws SQLException {
        insert(
                new Item(
                        a.artifact(),
                        a.award(),
                        a.kind(),
                        a.serial(),
                        null,
                        null,
                        null,
                        a.goldenBook(),
                        ItemOrigin.CAP_PHAT),
                known);
    }

    private void reissue(ArtifactReissued a, Known known) throws SQLException {
        insert(
                new Item(
                        a.artifact(),
                        a.award(),
                        a.kind(),
                        a.serial(),
                        a.replaces(),
                        a.reissueCase(),
                        a.designAsOf(),
                        a.goldenBook(),
                        ItemOrigin.CAP_PHAT),
                known);
        if (a.replaces() != null) {
            writes.add(REPLACE, known.fact().effectiveOn(), a.artifact(), a.replaces());
        }
        writes.add(MAKE, a.artifact(), a.reissueCase());
    }

    private void insert(Item item, Known known) throws SQLException {
        SerialNumber serial = item.serial;
        GoldenBookNumber book = item.goldenBook;
        LocalDate day = known.fact().effectiveOn();
        writes.add(
                ISSUE,
                item.artifact,
                item.award,
                item.kind,
                serial == null ? null : serial.value(),
                day,
                day,
                item.replaces,
                item.reissueCase,
                item.designAsOf,
                book == null ? null : book.value(),
                item.origin,
                known.position());
    }

    private void change(
            ArtifactEvent event, ArtifactStatus status, @Nullable UnitId heldBy, Known known)
            throws SQLException {
        LocalDate day = known.fact().effectiveOn();
        writes.add(CHANGE, status, status, day, heldBy, event.artifact());
    }

    private void keep(ArtifactId artifact, Keeper keeper, Known known) throws SQLException {
        writes.add(KEEP, keeper.relation(), known.fact().effectiveOn(), artifact);
    }

    /// Items of recipients for whom no decision was found stand under no award.
    void apply(SurveyEvent event, Known known) throws SQLException {
        if (!(event instanceof ItemSurveyed seen) || seen.artifact() == null) {
            return;
        }
        ArtifactId artifact = seen.artifact();
        LocalDate day = known.fact().effectiveOn();
        if (seen.origin() == ItemOrigin.KHAO_SAT && seen.award() != null) {
            insert(
                    new Item(
                            artifact,
                            seen.award(),
                            seen.kind(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            ItemOrigin.KHAO_SAT),
                    known);
        }
        Keeper keeper = seen.keeper();
        @Nullable KeeperRelation relation = keeper == null ? null : keeper.relation();
        writes.add(SURVEY, seen.condition(), day, relation, relation, day, artifact);
        switch (seen.condition()) {
            case TOT, CU -> writes.add(SEEN, day, ArtifactStatus.ISSUED, artifact);
            case HU_HONG -> writes.add(SEEN, day, ArtifactStatus.DAMAGED, artifact);
            case MAT -> writes.add(SEEN, day, ArtifactStatus.LOST, artifact);
            case CHUA_NHAN, KHONG_RO -> {}
        }
    }

    void apply(ReissueEvent event, Known known) throws SQLException {
        LocalDate day = known.fact().effectiveOn();
        switch (event) {
            case ReissueRequested r -> request(r, known);
            case ReissueProposed r -> {
                var stage = new Stage(CaseStatus.REVIEWED_PROPOSED, r.from(), null, day, 1, null);
                open(r.reissueCase(), r.subject(), stage, known);
            }
            case ReissueCompletionRequested r ->
                    writes.add(ASK, day, Sql.array("text", r.missing()), r.reissueCase());
            case ReissueCompleted r -> writes.add(RECEIVE, r.reissueCase());
            case ReissueProposalReturned r -> writes.add(RECEIVE, r.reissueCase());
            case ReissueForwardedUp r -> writes.add(FORWARD, day, r.to(), r.reissueCase());
            case EntitlementConfirmed r ->
                    writes.add(
                            CONFIRM,
                            r.award(),
                            r.holder(),
                            r.replyNumber(),
                            r.replyDate(),
                            r.grade(),
                            r.reissueCase());
            case EntitlementNotConfirmed r ->
                    writes.add(
                            NOT_CONFIRMED,
                            r.holder(),
                            r.replyNumber(),
                            r.replyDate(),
                            r.grade(),
                            r.reissueCase());
            case ReissueApproved r ->
                    writes.add(APPROVE, r.award(), day, r.authority(), r.reissueCase());
            case ReissueRefused r -> {
                var reasons = Sql.array("text", r.reasons());
                writes.add(CLOSE, CaseStatus.REFUSED, day, r.authority(), reasons, r.reissueCase());
            }
            case ReissueFileReturned r -> {
                var reasons = Sql.array("text", List.of(r.reason()));
                writes.add(CLOSE, CaseStatus.RETURNED, day, r.by(), reasons, r.reissueCase());
            }
            case ReissueHandedOver r -> {
                writes.add(HAND_OVER, day, r.by(), r.reissueCase());
                writes.add(KEEP, r.receiver().relation(), day, r.artifact());
            }
            case ReissueListSubmitted _, ReissueListReturned _ -> {}
        }
    }

    private void request(ReissueRequested r, Known known) throws SQLException {
        var application = r.application();
        int wanted = application == null ? 1 : 1 + application.further().size();
        var stage =
                new Stage(
                        CaseStatus.RECEIVED,
                        r.receivedBy(),
                        known.fact().effectiveOn(),
                        null,
                        wanted,
                        application == null ? null : application.priority());
        open(r.reissueCase(), r.subject(), stage, known);
    }

    private void open(CaseId reissueCase, Subject subject, Stage stage, Known known)
            throws SQLException {
        writes.add(
                CASE,
                reissueCase,
                subject.kind(),
                subject.reading(),
                subject.award(),
                subject.awardCode(),
                subject.commendationType(),
                subject.recipient(),
                subject.recipientKind(),
                subject.artifactKind(),
                subject.artifact(),
                subject.recipientUnit(),
                stage.status,
                stage.office,
                stage.receivedOn,
                stage.proposedOn,
                stage.wanted,
                stage.priority,
                known.position());
    }

    private record Item(
            ArtifactId artifact,
            AwardId award,
            ArtifactKind kind,
            @Nullable SerialNumber serial,
            @Nullable ArtifactId replaces,
            @Nullable CaseId reissueCase,
            @Nullable LocalDate designAsOf,
            @Nullable GoldenBookNumber goldenBook,
            ItemOrigin origin) {}

    private record Stage(
            CaseStatus status,
            UnitId office,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate proposedOn,
            int wanted,
            @Nullable String priority) {}
}
