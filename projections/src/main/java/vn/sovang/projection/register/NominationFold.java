package vn.sovang.projection.register;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.NominationEvent;
import vn.sovang.event.NominationEvent.AppraisalConcluded;
import vn.sovang.event.NominationEvent.CouncilVoted;
import vn.sovang.event.NominationEvent.DossierCompleted;
import vn.sovang.event.NominationEvent.DossierReceived;
import vn.sovang.event.NominationEvent.DossierReturnedForCompletion;
import vn.sovang.event.NominationEvent.ListPublished;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationListSubmitted;
import vn.sovang.event.NominationEvent.NominationRejected;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.NominationEvent.NominationWithdrawn;
import vn.sovang.event.NominationEvent.ObjectionReceived;
import vn.sovang.event.NominationEvent.ObjectionResolved;
import vn.sovang.event.NominationEvent.OpinionReceived;
import vn.sovang.event.NominationEvent.OpinionRequested;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.Row;
import vn.sovang.projection.readmodel.Versions;
import vn.sovang.projection.register.RegisterTables.Nominations;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RuleResult;
import vn.sovang.vocabulary.UnitId;

/// Nominations and what becomes of their dossiers.
final class NominationFold {
    private final Versions versions;

    NominationFold(Versions versions) {
        this.versions = versions;
    }

    void apply(NominationEvent event, Known known) throws SQLException {
        LocalDate day = known.fact().effectiveOn();
        switch (event) {
            case NominationFiled n -> file(n, known);
            case NominationWithdrawn n -> move(n.nomination(), NominationStatus.WITHDRAWN, known);
            case NominationListSubmitted _,
                    OpinionRequested _,
                    OpinionReceived _,
                    ListPublished _ -> {}
            case DossierReceived n ->
                    change(
                            n.nomination(),
                            known,
                            row ->
                                    row.edit()
                                            .set(Nominations.STATUS, NominationStatus.IN_APPRAISAL)
                                            .set(Nominations.RECEIVED_ON, day)
                                            .set(Nominations.PROCEDURE, n.procedure())
                                            .row());
            case DossierReturnedForCompletion n ->
                    move(n.nomination(), NominationStatus.RETURNED, known);
            case DossierCompleted n -> move(n.nomination(), NominationStatus.SUBMITTED, known);
            case ObjectionReceived n -> change(n.nomination(), known, row -> objections(row, 1));
            case ObjectionResolved n -> change(n.nomination(), known, row -> objections(row, -1));
            case AppraisalConcluded n ->
                    change(
                            n.nomination(),
                            known,
                            row ->
                                    row.edit()
                                            .set(Nominations.STATUS, NominationStatus.APPRAISED)
                                            .set(Nominations.APPRAISAL, n.result())
                                            .set(Nominations.CHECKS_NOT_MET, notMet(n))
                                            .row());
            case CouncilVoted n ->
                    change(
                            n.nomination(),
                            known,
                            row ->
                                    row.edit()
                                            .set(Nominations.STATUS, NominationStatus.COUNCIL_VOTED)
                                            .set(Nominations.MEMBERS, n.ballot().total())
                                            .set(Nominations.IN_FAVOUR, n.ballot().inFavour())
                                            .row());
            case NominationRejected n -> move(n.nomination(), NominationStatus.REJECTED, known);
            case NominationSubmitted n ->
                    list(
                            n.nomination(),
                            first(n.nomination(), n.line(), n.from(), known),
                            new Step(NominationStatus.SUBMITTED, n.list(), n.to()),
                            known);
            case NominationForwardedUp n ->
                    list(
                            n.nomination(),
                            first(n.nomination(), n.line(), n.from(), known),
                            new Step(NominationStatus.FORWARDED, n.list(), n.to()),
                            known);
        }
    }

    private void file(NominationFiled n, Known known) throws SQLException {
        Row row =
                first(n.nomination(), n.line(), n.proposingUnit(), known)
                        .edit()
                        .set(Nominations.STATUS, NominationStatus.FILED)
                        .set(Nominations.FILED_ON, known.fact().effectiveOn())
                        .row();
        versions.add(Nominations.TABLE, row, known);
    }

    /// A nomination may be met first on a list: then its sender counts as its proposer.
    private void list(NominationId id, Row first, Step step, Known known) throws SQLException {
        Row before = versions.find(Nominations.TABLE, id.value());
        Row row =
                (before == null ? first : before)
                        .edit()
                        .set(Nominations.STATUS, step.status)
                        .set(Nominations.LIST, step.list)
                        .set(Nominations.LIST_NUMBER, Circumstances.numberAsWritten(known.fact()))
                        .set(Nominations.SUBMITTED_ON, known.fact().effectiveOn())
                        .set(Nominations.SUBMITTED_TO, step.to)
                        .set(Nominations.RECEIVED_ON, null)
                        .set(Nominations.PROCEDURE, null)
                        .set(Nominations.APPRAISAL, null)
                        .set(Nominations.CHECKS_NOT_MET, 0)
                        .set(Nominations.MEMBERS, null)
                        .set(Nominations.IN_FAVOUR, null)
                        .row();
        versions.put(Nominations.TABLE, row, known);
    }

    private static Row first(NominationId id, AwardLine line, UnitId proposer, Known known) {
        var draft =
                Nominations.TABLE
                        .draft()
                        .set(Nominations.ID, id)
                        .set(Nominations.PROPOSING_UNIT, proposer)
                        .set(Nominations.CHECKS_NOT_MET, 0)
                        .set(Nominations.OPEN_OBJECTIONS, 0)
                        .set(Nominations.POSITION, known.position());
        return Nominations.LINE.set(draft, line).row();
    }

    private static Row objections(Row row, int more) {
        return row.edit()
                .set(Nominations.OPEN_OBJECTIONS, row.need(Nominations.OPEN_OBJECTIONS) + more)
                .row();
    }

    private static int notMet(AppraisalConcluded appraisal) {
        return (int)
                appraisal.checks().stream().filter(c -> c.result() == RuleResult.KHONG_DAT).count();
    }

    private void move(NominationId id, NominationStatus status, Known known) throws SQLException {
        change(id, known, row -> row.edit().set(Nominations.STATUS, status).row());
    }

    private void change(NominationId id, Known known, UnaryOperator<Row> fold) throws SQLException {
        versions.change(Nominations.TABLE, id.value(), fold, known);
    }

    private record Step(NominationStatus status, ListId list, @Nullable UnitId to) {}
}
