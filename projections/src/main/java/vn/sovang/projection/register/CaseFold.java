package vn.sovang.projection.register;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
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
import vn.sovang.projection.readmodel.Row;
import vn.sovang.projection.readmodel.Versions;
import vn.sovang.projection.register.RegisterTables.Artifacts;
import vn.sovang.projection.register.RegisterTables.Cases;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.ItemOrigin;
import vn.sovang.vocabulary.Keeper;
import vn.sovang.vocabulary.UnitId;

/// Artifacts, and the cases under which they are exchanged and made anew.
final class CaseFold {
    private final Versions versions;

    CaseFold(Versions versions) {
        this.versions = versions;
    }

    void apply(ArtifactEvent event, Known known) throws SQLException {
        ArtifactId id = event.artifact();
        switch (event) {
            case ArtifactIssued a -> issue(a, known);
            case ArtifactReissued a -> reissue(a, known);
            case ArtifactKeeperRecorded a -> item(id, known, row -> kept(row, a.keeper(), known));
            case ArtifactReportedDamaged _ -> change(id, ArtifactStatus.DAMAGED, null, known);
            case ArtifactReportedLost _ -> change(id, ArtifactStatus.LOST, null, known);
            case ArtifactReportedFound _ -> change(id, ArtifactStatus.FOUND, null, known);
            case ArtifactHandedIn a -> change(id, ArtifactStatus.HANDED_IN, a.receivedBy(), known);
            case CustodyTransferred a -> change(id, ArtifactStatus.HANDED_IN, a.to(), known);
            case ArtifactReturnedUnchanged a ->
                    item(
                            id,
                            known,
                            row ->
                                    kept(
                                            moved(row, ArtifactStatus.RETURNED, null, known),
                                            a.keeper(),
                                            known));
            case ArtifactWithdrawn a -> change(id, ArtifactStatus.WITHDRAWN, a.receivedBy(), known);
            case ArtifactDestroyed _ -> change(id, ArtifactStatus.DESTROYED, null, known);
        }
    }

    private void issue(ArtifactIssued a, Known known) throws SQLException {
        var serial = a.serial();
        var book = a.goldenBook();
        Row row =
                made(a.artifact(), a.award(), ItemOrigin.CAP_PHAT, known)
                        .set(Artifacts.KIND, a.kind())
                        .set(Artifacts.SERIAL, serial == null ? null : serial.value())
                        .set(Artifacts.GOLDEN_BOOK, book == null ? null : book.value())
                        .row();
        versions.add(Artifacts.TABLE, row, known);
    }

    private void reissue(ArtifactReissued a, Known known) throws SQLException {
        var serial = a.serial();
        var book = a.goldenBook();
        LocalDate day = known.fact().effectiveOn();
        Row row =
                made(a.artifact(), a.award(), ItemOrigin.CAP_PHAT, known)
                        .set(Artifacts.KIND, a.kind())
                        .set(Artifacts.SERIAL, serial == null ? null : serial.value())
                        .set(Artifacts.GOLDEN_BOOK, book == null ? null : book.value())
                        .set(Artifacts.REPLACES, a.replaces())
                        .set(Artifacts.REISSUE_CASE, a.reissueCase())
                        .set(Artifacts.DESIGN_AS_OF, a.designAsOf())
                        .row();
        versions.add(Artifacts.TABLE, row, known);
        if (a.replaces() != null) {
            item(
                    a.replaces(),
                    known,
                    old ->
                            old.edit()
                                    .set(Artifacts.STATUS, ArtifactStatus.REPLACED)
                                    .set(Artifacts.STATUS_SINCE, day)
                                    .set(Artifacts.REPLACED_BY, a.artifact())
                                    .row());
        }
        reissueCase(a.reissueCase(), known, opened -> made(opened, a.artifact()));
    }

    private static Row.Draft made(ArtifactId id, AwardId award, ItemOrigin origin, Known known) {
        LocalDate day = known.fact().effectiveOn();
        return Artifacts.TABLE
                .draft()
                .set(Artifacts.ID, id)
                .set(Artifacts.AWARD, award)
                .set(Artifacts.STATUS, ArtifactStatus.ISSUED)
                .set(Artifacts.ISSUED_ON, day)
                .set(Artifacts.STATUS_SINCE, day)
                .set(Artifacts.ORIGIN, origin)
                .set(Artifacts.POSITION, known.position());
    }

    private void change(ArtifactId id, ArtifactStatus status, @Nullable UnitId heldBy, Known known)
            throws SQLException {
        item(id, known, row -> moved(row, status, heldBy, known));
    }

    /// What a new item replaced stays replaced, wherever it goes, until it is no more.
    private static Row moved(
            Row item, ArtifactStatus status, @Nullable UnitId heldBy, Known known) {
        boolean gone = status == ArtifactStatus.WITHDRAWN || status == ArtifactStatus.DESTROYED;
        boolean replaced = item.get(Artifacts.REPLACED_BY) != null && !gone;
        return item.edit()
                .set(Artifacts.STATUS, replaced ? ArtifactStatus.REPLACED : status)
                .set(Artifacts.STATUS_SINCE, known.fact().effectiveOn())
                .set(Artifacts.HELD_BY, heldBy)
                .row();
    }

    private static Row kept(Row item, Keeper keeper, Known known) {
        return item.edit()
                .set(Artifacts.KEEPER, keeper.relation())
                .set(Artifacts.KEPT_SINCE, known.fact().effectiveOn())
                .row();
    }

    /// Items of recipients for whom no decision was found stand under no award.
    void apply(SurveyEvent event, Known known) throws SQLException {
        if (!(event instanceof ItemSurveyed seen) || seen.artifact() == null) {
            return;
        }
        ArtifactId artifact = seen.artifact();
        Row before = versions.find(Artifacts.TABLE, artifact.value());
        if (before == null && seen.origin() == ItemOrigin.KHAO_SAT && seen.award() != null) {
            before =
                    made(artifact, seen.award(), ItemOrigin.KHAO_SAT, known)
                            .set(Artifacts.KIND, seen.kind())
                            .row();
        }
        if (before != null) {
            versions.put(Artifacts.TABLE, surveyed(before, seen, known), known);
        }
    }

    private static Row surveyed(Row item, ItemSurveyed seen, Known known) {
        LocalDate day = known.fact().effectiveOn();
        Keeper keeper = seen.keeper();
        Row row =
                (keeper == null ? item : kept(item, keeper, known))
                        .edit()
                        .set(Artifacts.CONDITION, seen.condition())
                        .set(Artifacts.SURVEYED_ON, day)
                        .row();
        return switch (seen.condition()) {
            case TOT, CU -> seen(row, ArtifactStatus.ISSUED, day);
            case HU_HONG -> seen(row, ArtifactStatus.DAMAGED, day);
            case MAT -> seen(row, ArtifactStatus.LOST, day);
            case CHUA_NHAN, KHONG_RO -> row;
        };
    }

    /// What a survey sees of items in people's hands is how they stand.
    private static Row seen(Row item, ArtifactStatus seen, LocalDate day) {
        var status = item.need(Artifacts.STATUS);
        return switch (status) {
            case ISSUED, DAMAGED, FOUND, RETURNED, LOST ->
                    status == seen
                            ? item
                            : item.edit()
                                    .set(
                                            Artifacts.STATUS,
                                            status == ArtifactStatus.LOST
                                                            && seen == ArtifactStatus.ISSUED
                                                    ? ArtifactStatus.FOUND
                                                    : seen)
                                    .set(Artifacts.STATUS_SINCE, day)
                                    .row();
            case HANDED_IN, REPLACED, WITHDRAWN, DESTROYED -> item;
        };
    }

    void apply(ReissueEvent event, Known known) throws SQLException {
        LocalDate day = known.fact().effectiveOn();
        switch (event) {
            case ReissueRequested r -> request(r, known);
            case ReissueProposed r ->
                    open(
                            first(r.reissueCase(), r.subject(), known)
                                    .set(Cases.STATUS, CaseStatus.REVIEWED_PROPOSED)
                                    .set(Cases.OFFICE, r.from())
                                    .set(Cases.PROPOSED_ON, day)
                                    .set(Cases.WANTED, 1)
                                    .row(),
                            known);
            case ReissueCompletionRequested r ->
                    reissueCase(r.reissueCase(), known, row -> asked(row, r, day));
            case ReissueCompleted r -> receive(r.reissueCase(), known);
            case ReissueProposalReturned r -> receive(r.reissueCase(), known);
            case ReissueForwardedUp r ->
                    reissueCase(r.reissueCase(), known, row -> forwarded(row, r, day));
            case EntitlementConfirmed r ->
                    reissueCase(r.reissueCase(), known, row -> confirmed(row, r));
            case EntitlementNotConfirmed r ->
                    reissueCase(r.reissueCase(), known, row -> notConfirmed(row, r));
            case ReissueApproved r ->
                    reissueCase(r.reissueCase(), known, row -> approved(row, r, day));
            case ReissueRefused r ->
                    reissueCase(
                            r.reissueCase(),
                            known,
                            row ->
                                    closed(row, CaseStatus.REFUSED, day, r.authority())
                                            .set(Cases.REASONS, reasons(r))
                                            .row());
            case ReissueFileReturned r ->
                    reissueCase(
                            r.reissueCase(),
                            known,
                            row ->
                                    closed(row, CaseStatus.RETURNED, day, r.by())
                                            .set(Cases.REASONS, List.of(r.reason()))
                                            .row());
            case ReissueHandedOver r -> handOver(r, known);
            case ReissueListSubmitted _, ReissueListReturned _ -> {}
        }
    }

    private void request(ReissueRequested r, Known known) throws SQLException {
        var application = r.application();
        open(
                first(r.reissueCase(), r.subject(), known)
                        .set(Cases.STATUS, CaseStatus.RECEIVED)
                        .set(Cases.OFFICE, r.receivedBy())
                        .set(Cases.RECEIVED_ON, known.fact().effectiveOn())
                        .set(
                                Cases.WANTED,
                                application == null ? 1 : 1 + application.further().size())
                        .set(Cases.PRIORITY, application == null ? null : application.priority())
                        .row(),
                known);
    }

    private static Row.Draft first(CaseId id, Subject subject, Known known) {
        return Cases.TABLE
                .draft()
                .set(Cases.ID, id)
                .set(Cases.KIND, subject.kind())
                .set(Cases.READING, subject.reading())
                .set(Cases.AWARD, subject.award())
                .set(Cases.AWARD_CODE, subject.awardCode())
                .set(Cases.COMMENDATION_TYPE, subject.commendationType())
                .set(Cases.RECIPIENT, subject.recipient())
                .set(Cases.RECIPIENT_KIND, subject.recipientKind())
                .set(Cases.ARTIFACT_KIND, subject.artifactKind())
                .set(Cases.ARTIFACT, subject.artifact())
                .set(Cases.RECIPIENT_UNIT, subject.recipientUnit())
                .set(Cases.MADE, 0)
                .set(Cases.HANDED_OVER, 0)
                .set(Cases.MISSING, List.of())
                .set(Cases.REASONS, List.of())
                .set(Cases.POSITION, known.position());
    }

    /// A case may be met first on a list and requested later, or the other way round.
    private void open(Row first, Known known) throws SQLException {
        Row before = versions.find(Cases.TABLE, first.need(Cases.ID).value());
        versions.put(Cases.TABLE, before == null ? first : again(before, first), known);
    }

    private static Row again(Row before, Row now) {
        var draft = before.edit();
        switch (before.need(Cases.STATUS)) {
            case RECEIVED, COMPLETION_REQUESTED, FORWARDED, INSUFFICIENT ->
                    draft.set(Cases.STATUS, now.get(Cases.STATUS));
            case REVIEWED_PROPOSED, APPROVED, REISSUED, HANDED_OVER, REFUSED, RETURNED -> {}
        }
        if (before.get(Cases.RECEIVED_ON) == null) {
            draft.set(Cases.RECEIVED_ON, now.get(Cases.RECEIVED_ON));
        }
        if (now.get(Cases.PROPOSED_ON) != null) {
            draft.set(Cases.PROPOSED_ON, now.get(Cases.PROPOSED_ON));
        }
        return draft.row();
    }

    private void receive(CaseId id, Known known) throws SQLException {
        reissueCase(id, known, row -> row.edit().set(Cases.STATUS, CaseStatus.RECEIVED).row());
    }

    private static List<String> reasons(ReissueRefused r) {
        return r.reasons().stream().map(Enum::name).toList();
    }

    private static Row asked(Row row, ReissueCompletionRequested r, LocalDate day) {
        return row.edit()
                .set(Cases.STATUS, CaseStatus.COMPLETION_REQUESTED)
                .set(Cases.ASKED_ON, day)
                .set(Cases.MISSING, List.copyOf(r.missing()))
                .row();
    }

    private static Row forwarded(Row row, ReissueForwardedUp r, LocalDate day) {
        return row.edit()
                .set(Cases.STATUS, CaseStatus.FORWARDED)
                .set(Cases.FORWARDED_ON, day)
                .set(Cases.FORWARDED_TO, r.to())
                .row();
    }

    private static Row approved(Row row, ReissueApproved r, LocalDate day) {
        return row.edit()
                .set(Cases.STATUS, CaseStatus.APPROVED)
                .set(Cases.AWARD, r.award())
                .set(Cases.APPROVED_ON, day)
                .set(Cases.APPROVED_BY, r.authority())
                .row();
    }

    private static Row notConfirmed(Row row, EntitlementNotConfirmed r) {
        return row.edit()
                .set(Cases.STATUS, CaseStatus.INSUFFICIENT)
                .set(Cases.HOLDER, r.holder())
                .set(Cases.REPLY_NUMBER, r.replyNumber())
                .set(Cases.REPLY_DATE, r.replyDate())
                .set(Cases.GRADE, r.grade())
                .row();
    }

    private static Row confirmed(Row row, EntitlementConfirmed r) {
        var status = row.need(Cases.STATUS);
        return row.edit()
                .set(Cases.STATUS, status == CaseStatus.INSUFFICIENT ? CaseStatus.RECEIVED : status)
                .set(Cases.AWARD, r.award())
                .set(Cases.HOLDER, r.holder())
                .set(Cases.REPLY_NUMBER, r.replyNumber())
                .set(Cases.REPLY_DATE, r.replyDate())
                .set(Cases.GRADE, r.grade())
                .row();
    }

    private static Row made(Row row, ArtifactId artifact) {
        int made = row.need(Cases.MADE) + 1;
        var draft = row.edit().set(Cases.MADE, made).set(Cases.NEW_ARTIFACT, artifact);
        if (made >= row.need(Cases.WANTED)) {
            draft.set(Cases.STATUS, CaseStatus.REISSUED);
        }
        return draft.row();
    }

    private void handOver(ReissueHandedOver r, Known known) throws SQLException {
        LocalDate day = known.fact().effectiveOn();
        reissueCase(
                r.reissueCase(),
                known,
                row -> {
                    int over = row.need(Cases.HANDED_OVER) + 1;
                    boolean all = over >= row.need(Cases.WANTED);
                    var status = all ? CaseStatus.HANDED_OVER : row.need(Cases.STATUS);
                    return closed(row, status, day, r.by()).set(Cases.HANDED_OVER, over).row();
                });
        item(
                r.artifact(),
                known,
                row ->
                        row.edit()
                                .set(Artifacts.KEEPER, r.receiver().relation())
                                .set(Artifacts.KEPT_SINCE, day)
                                .row());
    }

    private static Row.Draft closed(Row row, CaseStatus status, LocalDate day, UnitId by) {
        return row.edit()
                .set(Cases.STATUS, status)
                .set(Cases.CLOSED_ON, day)
                .set(Cases.CLOSED_BY, by);
    }

    private void item(ArtifactId id, Known known, UnaryOperator<Row> fold) throws SQLException {
        versions.change(Artifacts.TABLE, id.value(), fold, known);
    }

    private void reissueCase(CaseId id, Known known, UnaryOperator<Row> fold) throws SQLException {
        versions.change(Cases.TABLE, id.value(), fold, known);
    }
}
