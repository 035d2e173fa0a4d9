package vn.sovang.projection.register;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.AwardEvent;
import vn.sovang.event.AwardEvent.AnnulmentRevoked;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.AwardEvent.AwardPresented;
import vn.sovang.event.AwardEvent.HonourRestored;
import vn.sovang.event.AwardEvent.HonourStripped;
import vn.sovang.event.AwardEvent.PrizePaid;
import vn.sovang.event.AwardEvent.PrizeRecovered;
import vn.sovang.event.DecisionEvent;
import vn.sovang.event.DecisionEvent.DecisionCorrected;
import vn.sovang.event.DecisionEvent.DecisionLinesAdded;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.Fact;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.Writes;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;

/// Decisions and the awards they confer.
final class AwardWriter {
    private static final String ANSWER =
            """
            update nomination
            set undecided = status, status = 'DECIDED', answered_by = ?
            where nomination_id = ? and status <> 'DECIDED'
            """;

    private static final String RECORD_DECISION =
            """
            insert into decision (decision_id, authority, number, folded_number, signed_on, signer,
                lines, annulled_lines, written_date, as_found_rule, as_found_reason,
                as_found_second, source, confidence, note, vouched_by, position, known_at)
            values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                as_found_second, source, confidence, note, vouched_by, position, known_at,
                recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, 'IN_FORCE', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?, ?, ?)
            on conflict (award_id) do nothing
            """;

    private static final String ANNUL =
            """
            with annulled as (
                update award
                set status = 'ANNULLED', annulled_ground = ?, annulled_by = ?, annulled_on = ?,
                    annulled_number = ?, annulled_position = ?
                where award_id = ? and status not in ('ANNULLED', 'STRUCK')
                returning decision)
            update decision
            set annulled_lines = annulled_lines + 1
            from annulled
            where decision_id = annulled.decision
            """;

    private static final String REVOKE =
            """
            with revoked as (
                update award
                set status = case when stripped_on is null then 'IN_FORCE' else 'STRIPPED' end,
                    annulled_ground = null, annulled_by = null, annulled_on = null,
                    annulled_number = null, annulled_position = null
                where award_id = ? and status = 'ANNULLED'
                returning decision)
            update decision
            set annulled_lines = annulled_lines - 1
            from revoked
            where decision_id = revoked.decision
            """;

    /// An annulled award stays annulled, whatever else is taken from it.
    private static final String STRIP =
            """
            update award
            set status = case when status = 'IN_FORCE' then 'STRIPPED' else status end,
                stripped_ground = ?, stripped_by = ?, stripped_on = ?, stripped_number = ?,
                stripped_position = ?
            where award_id = ?
            """;

    private static final String RESTORE =
            """
            update award
            set status = case when status = 'STRIPPED' then 'IN_FORCE' else status end,
                stripped_ground = null, stripped_by = null, stripped_on = null,
                stripped_number = null, stripped_position = null, presented_on = null
            where award_id = ?
            """;

    private static final String PRESENT =
            """
            update award
            set presented_on = ?
            where award_id = ?
            """;

    private static final String PAY =
            """
            update award
            set prize_paid = prize_paid + ?
            where award_id = ?
            """;

    private static final String RECOVER =
            """
            update award
            set prize_recovered = prize_recovered + ?
            where award_id = ?
            """;

    private static final String CORRECTED =
            """
            update decision
            set corrections = corrections + 1
            where decision_id = ?
            """;

    private static final String CORRECT_LINE =
            """
            update award
            set award = ?, rank = ?, recipient = ?, recipient_kind = ?, commendation_type = ?,
                recipient_unit = ?
            where award_id = ?
            """;

    private static final String STRIKE =
            """
            with struck as (
                update award
                set status = 'STRUCK'
                where award_id = ? and status <> 'STRUCK'
                returning decision)
            update decision
            set lines = lines - 1
            from struck
            where decision_id = struck.decision
            """;

    private static final String REOPEN =
            """
            update nomination
            set status = coalesce(undecided, status), answered_by = null, undecided = null
            where nomination_id = ? and status = 'DECIDED'
            """;

    private final Writes writes;

    AwardWriter(Writes writes) {
        this.writes = writes;
    }

    void apply(DecisionEvent event, Known known) throws SQLException {
        switch (event) {
            case DecisionRecorded d -> record(d, known);
            case DecisionLinesAdded d -> writes.add(ADD_LINES, d.lineCount(), d.decision());
            case DecisionCorrected c -> correct(c);
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
                writtenDate(fact),
                how.asFoundRule(),
                how.asFoundReason(),
                how.asFoundSecond(),
                how.source(),
                how.confidence(),
                how.note(),
                how.vouchedBy(),
                known.position(),
                known.knownAt());
    }

    private static @Nullable String writtenDate(Fact fact) {
        return fact.document() instanceof Document.Paper paper && paper.writtenDate() != null
                ? paper.writtenDate().asWritten()
                : null;
    }

    private void correct(DecisionCorrected c) throws SQLException {
        writes.add(CORRECTED, c.decision());
        if (c.award() == null) {
            return;
        }
        AwardLine line = c.line();
        if (c.strikes()) {
            writes.add(STRIKE, c.award());
            if (c.nomination() != null) {
                writes.add(REOPEN, c.nomination());
            }
        } else if (line != null) {
            writes.add(
                    CORRECT_LINE,
                    line.award(),
                    line.rank(),
                    line.recipient(),
                    line.recipientKind(),
                    line.commendationType(),
                    line.recipientUnit(),
                    c.award());
        }
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
            case AnnulmentRevoked a -> writes.add(REVOKE, a.award());
            case HonourStripped a ->
                    writes.add(
                            STRIP,
                            a.ground(),
                            a.authority(),
                            known.fact().effectiveOn(),
                            Circumstances.numberAsWritten(known.fact()),
                            known.position(),
                            a.award());
            case HonourRestored a -> writes.add(RESTORE, a.award());
            case AwardPresented a -> writes.add(PRESENT, known.fact().effectiveOn(), a.award());
            case PrizePaid a -> writes.add(PAY, a.dong(), a.award());
            case PrizeRecovered a -> writes.add(RECOVER, a.dong(), a.award());
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
                how.vouchedBy(),
                known.position(),
                known.knownAt(),
                known.event().recordedAt());
        if (a.nomination() != null) {
            writes.add(ANSWER, a.award(), a.nomination());
        }
    }
}
