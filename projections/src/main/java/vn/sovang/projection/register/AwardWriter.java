package vn.sovang.projection.register;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AwardEvent;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent;
import vn.sovang.event.DecisionEvent.DecisionLinesAdded;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.NominationEvent;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationListSubmitted;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.NominationEvent.NominationWithdrawn;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.UnitId;

/// Nominations, decisions and the awards they confer.
final class AwardWriter {
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
                submitted_on = excluded.submitted_on, submitted_to = excluded.submitted_to
            """;

    private static final String WITHDRAW =
            """
            update nomination
            set status = 'WITHDRAWN'
            where nomination_id = ?
            """;

    private static final String ANSWER =
            """
            update nomination
            set status = 'DECIDED', answered_by = ?
            where nomination_id = ?
            """;

    private static final String RECORD_DECISION =
            """
            insert into decision (decision_id, authority, number, folded_number, signed_on, signer,
                lines, annulled_lines, as_found_rule, as_found_reason, as_found_second, source,
                confidence, note, position, known_at)
            values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (decision_id) do nothing
            """;

    private static final String ADD_LINES =
            """
            update decision
            set lines = lines + ?
            where decision_id = ?
            """;

    private static final String DECIDE =
            """
            insert into award (award_id, award, rank, recipient, recipient_kind, commendation_type,
                recipient_unit, status, mode, decision, decision_number, folded_number, decided_on,
                authority, line_number, proposing_unit, nomination, as_found_rule, as_found_reason,
                as_found_second, source, confidence, note, position, known_at, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, 'IN_FORCE', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?, ?)
            on conflict (award_id) do nothing
            """;

    private static final String ANNUL =
            """
            with annulled as (
                update award
                set status = 'ANNULLED', annulled_ground = ?, annulled_by = ?, annulled_on = ?,
                    annulled_number = ?, annulled_position = ?
                where award_id = ? and status <> 'ANNULLED'
                returning decision)
            update decision
            set annulled_lines = annulled_lines + 1
            from annulled
            where decision_id = annulled.decision
            """;

    private final Writes writes;

    AwardWriter(Writes writes) {
        this.writes = writes;
    }

    void apply(NominationEvent event, Known known) throws SQLException {
        switch (event) {
            case NominationFiled n -> file(n, known);
            case NominationWithdrawn n -> writes.add(WITHDRAW, n.nomination());
            case NominationListSubmitted _ -> {}
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

    void apply(DecisionEvent event, Known known) throws SQLException {
        switch (event) {
            case DecisionRecorded d -> record(d, known);
            case DecisionLinesAdded d -> writes.add(ADD_LINES, d.lineCount(), d.decision());
        }
    }

    private void record(DecisionRecorded d, Known known) throws SQLException {
        var fact = known.fact();
        var how = Circumstances.of(fact);
        String number = Circumstances.numberAsWritten(fact);
        writes.add(
                RECORD_DECISION,
                d.decision(),
                d.key().authority(),
                number == null ? d.key().number() : number,
                d.key().number(),
                fact.effectiveOn(),
                fact.document() instanceof Document.Paper paper ? paper.signer() : null,
                d.lineCount(),
                how.asFoundRule(),
                how.asFoundReason(),
                how.asFoundSecond(),
                how.source(),
                how.confidence(),
                how.note(),
                known.position(),
                known.knownAt());
    }

    void apply(AwardEvent event, Known known) throws SQLException {
        switch (event) {
            case AwardDecided a -> decide(a, known);
            case AwardAnnulled a ->
                    writes.add(
                            ANNUL,
                            a.ground(),
                            a.authority(),
                            known.fact().effectiveOn(),
                            Circumstances.numberAsWritten(known.fact()),
                            known.position(),
                            a.award());
        }
    }

    private void decide(AwardDecided a, Known known) throws SQLException {
        AwardLine line = a.line();
        var fact = known.fact();
        var how = Circumstances.of(fact);
        DocumentNumber number = Circumstances.number(fact);
        writes.add(
                DECIDE,
                a.award(),
                line.award(),
                line.rank(),
                line.recipient(),
                line.recipientKind(),
                line.commendationType(),
                line.recipientUnit(),
                a.mode(),
                a.decision(),
                number == null ? null : number.asWritten(),
                number == null ? null : number.folded(),
                fact.effectiveOn(),
                a.key().authority(),
                a.lineNumber(),
                a.proposingUnit(),
                a.nomination(),
                how.asFoundRule(),
                how.asFoundReason(),
                how.asFoundSecond(),
                how.source(),
                how.confidence(),
                how.note(),
                known.position(),
                known.knownAt(),
                known.event().recordedAt());
        if (a.nomination() != null) {
            writes.add(ANSWER, a.award(), a.nomination());
        }
    }
}
