package vn.sovang.projection.register;

import java.sql.SQLException;
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
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RuleResult;
import vn.sovang.vocabulary.UnitId;

/// Nominations and what becomes of their dossiers.
final class NominationWriter {
    private static final String FILE =
            """
            insert into nomination (nomination_id, award, rank, recipient, recipient_kind,
                commendation_type, recipient_unit, status, proposing_unit, filed_on, position)
            values (?, ?, ?, ?, ?, ?, ?, 'FILED', ?, ?, ?)
            on conflict (nomination_id) do nothing
            """;

    /// A nomination may be met first on a list: then its sender counts as its proposer.
    private static final String LIST =
            """
            insert into nomination (nomination_id, award, rank, recipient, recipient_kind,
                commendation_type, recipient_unit, status, proposing_unit, list, list_number,
                submitted_on, submitted_to, position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (nomination_id) do update
            set status = excluded.status, list = excluded.list, list_number = excluded.list_number,
                submitted_on = excluded.submitted_on, submitted_to = excluded.submitted_to,
                received_on = null, procedure = null, appraisal = null, checks_not_met = 0,
                members = null, in_favour = null
            """;

    private static final String WITHDRAW =
            """
            update nomination
            set status = 'WITHDRAWN'
            where nomination_id = ?
            """;

    private static final String MOVE =
            """
            update nomination
            set status = ?
            where nomination_id = ?
            """;

    private static final String RECEIVE =
            """
            update nomination
            set status = 'IN_APPRAISAL', received_on = ?, procedure = ?
            where nomination_id = ?
            """;

    private static final String APPRAISE =
            """
            update nomination
            set status = 'APPRAISED', appraisal = ?, checks_not_met = ?
            where nomination_id = ?
            """;

    private static final String VOTE =
            """
            update nomination
            set status = 'COUNCIL_VOTED', members = ?, in_favour = ?
            where nomination_id = ?
            """;

    private static final String OBJECT =
            """
            update nomination
            set open_objections = open_objections + ?
            where nomination_id = ?
            """;

    private final Writes writes;

    NominationWriter(Writes writes) {
        this.writes = writes;
    }

    void apply(NominationEvent event, Known known) throws SQLException {
        switch (event) {
            case NominationFiled n -> file(n, known);
            case NominationWithdrawn n -> writes.add(WITHDRAW, n.nomination());
            case NominationListSubmitted _,
                    OpinionRequested _,
                    OpinionReceived _,
                    ListPublished _ -> {}
            case DossierReceived n ->
                    writes.add(RECEIVE, known.fact().effectiveOn(), n.procedure(), n.nomination());
            case DossierReturnedForCompletion n ->
                    writes.add(MOVE, NominationStatus.RETURNED, n.nomination());
            case DossierCompleted n -> writes.add(MOVE, NominationStatus.SUBMITTED, n.nomination());
            case ObjectionReceived n -> writes.add(OBJECT, 1, n.nomination());
            case ObjectionResolved n -> writes.add(OBJECT, -1, n.nomination());
            case AppraisalConcluded n ->
                    writes.add(APPRAISE, n.result(), notMet(n), n.nomination());
            case CouncilVoted n ->
                    writes.add(VOTE, n.ballot().total(), n.ballot().inFavour(), n.nomination());
            case NominationRejected n ->
                    writes.add(MOVE, NominationStatus.REJECTED, n.nomination());
            case NominationSubmitted n -> {
                var status = NominationStatus.SUBMITTED;
                list(n.nomination(), n.line(), status, n.from(), n.list(), n.to(), known);
            }
            case NominationForwardedUp n -> {
                var status = NominationStatus.FORWARDED;
                list(n.nomination(), n.line(), status, n.from(), n.list(), n.to(), known);
            }
        }
    }

    private void file(NominationFiled n, Known known) throws SQLException {
        AwardLine line = n.line();
        writes.add(
                FILE,
                n.nomination(),
                line.award(),
                line.rank(),
                line.recipient(),
                line.recipientKind(),
                line.commendationType(),
                line.recipientUnit(),
                n.proposingUnit(),
                known.fact().effectiveOn(),
                known.position());
    }

    private void list(
            NominationId nomination,
            AwardLine line,
            NominationStatus status,
            UnitId from,
            ListId list,
            @Nullable UnitId to,
            Known known)
            throws SQLException {
        writes.add(
                LIST,
                nomination,
                line.award(),
                line.rank(),
                line.recipient(),
                line.recipientKind(),
                line.commendationType(),
                line.recipientUnit(),
                status,
                from,
                list,
                Circumstances.numberAsWritten(known.fact()),
                known.fact().effectiveOn(),
                to,
                known.position());
    }

    private static int notMet(AppraisalConcluded appraisal) {
        return (int)
                appraisal.checks().stream().filter(c -> c.result() == RuleResult.KHONG_DAT).count();
    }
}
