package vn.sovang.projection.register;

import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.ArtifactEvent.ArtifactWithdrawn;
import vn.sovang.event.ReissueEvent;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueListSubmitted;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.UnitId;

/// Artifacts, and the cases under which they are exchanged and made anew.
final class CaseWriter {
    private static final String ISSUE =
            """
            insert into artifact (artifact_id, award, kind, serial, status, issued_on, status_since,
                replaces, reissue_case, design_as_of, position)
            values (?, ?, ?, ?, 'ISSUED', ?, ?, ?, ?, ?, ?)
            on conflict (artifact_id) do nothing
            """;

    private static final String CHANGE =
            """
            update artifact
            set status = ?, status_since = ?
            where artifact_id = ?
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
                received_on, proposed_on, position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id) do update
            set status = case when reissue_case.status = 'RECEIVED' then excluded.status
                    else reissue_case.status end,
                received_on = coalesce(reissue_case.received_on, excluded.received_on),
                proposed_on = coalesce(excluded.proposed_on, reissue_case.proposed_on)
            """;

    private static final String CONFIRM =
            """
            update reissue_case
            set award = ?, holder = ?, reply_number = ?, reply_date = ?, grade = ?
            where case_id = ?
            """;

    private static final String APPROVE =
            """
            update reissue_case
            set status = 'APPROVED', award = ?, approved_on = ?, approved_by = ?
            where case_id = ?
            """;

    private static final String CLOSE =
            """
            update reissue_case
            set status = 'REISSUED', new_artifact = ?
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
            case ArtifactReportedLost a -> change(a.artifact(), ArtifactStatus.LOST, known);
            case ArtifactHandedIn a -> change(a.artifact(), ArtifactStatus.HANDED_IN, known);
            case ArtifactWithdrawn a -> change(a.artifact(), ArtifactStatus.WITHDRAWN, known);
        }
    }

    private void issue(ArtifactIssued a, Known known) throws SQLException {
        insert(new Item(a.artifact(), a.award(), a.kind(), a.serial(), null, null, null), known);
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
                        a.designAsOf()),
                known);
        if (a.replaces() != null) {
            writes.add(REPLACE, known.fact().effectiveOn(), a.artifact(), a.replaces());
        }
        writes.add(CLOSE, a.artifact(), a.reissueCase());
    }

    private void insert(Item item, Known known) throws SQLException {
        SerialNumber serial = item.serial;
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
                known.position());
    }

    private void change(ArtifactId artifact, ArtifactStatus status, Known known)
            throws SQLException {
        writes.add(CHANGE, status, known.fact().effectiveOn(), artifact);
    }

    void apply(ReissueEvent event, Known known) throws SQLException {
        LocalDate day = known.fact().effectiveOn();
        switch (event) {
            case ReissueRequested r -> {
                var stage = new Stage(CaseStatus.RECEIVED, r.receivedBy(), day, null);
                open(r.reissueCase(), r.subject(), stage, known);
            }
            case ReissueProposed r -> {
                var stage = new Stage(CaseStatus.REVIEWED_PROPOSED, r.from(), null, day);
                open(r.reissueCase(), r.subject(), stage, known);
            }
            case EntitlementConfirmed r ->
                    writes.add(
                            CONFIRM,
                            r.award(),
                            r.holder(),
                            r.replyNumber(),
                            r.replyDate(),
                            r.grade(),
                            r.reissueCase());
            case ReissueApproved r ->
                    writes.add(APPROVE, r.award(), day, r.authority(), r.reissueCase());
            case ReissueListSubmitted _ -> {}
        }
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
                known.position());
    }

    private record Item(
            ArtifactId artifact,
            AwardId award,
            ArtifactKind kind,
            @Nullable SerialNumber serial,
            @Nullable ArtifactId replaces,
            @Nullable CaseId reissueCase,
            @Nullable LocalDate designAsOf) {}

    private record Stage(
            CaseStatus status,
            UnitId office,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate proposedOn) {}
}
