package vn.sovang.projection.register;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
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
import vn.sovang.projection.readmodel.Column;
import vn.sovang.projection.readmodel.Known;
import vn.sovang.projection.readmodel.Row;
import vn.sovang.projection.readmodel.Versions;
import vn.sovang.projection.register.RegisterTables.Awards;
import vn.sovang.projection.register.RegisterTables.Decisions;
import vn.sovang.projection.register.RegisterTables.Nominations;
import vn.sovang.projection.register.RegisterTables.Spans;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.NominationId;

/// Decisions and the awards they confer.
final class AwardFold {
    private final Versions versions;

    AwardFold(Versions versions) {
        this.versions = versions;
    }

    void apply(DecisionEvent event, Known known) throws SQLException {
        switch (event) {
            case DecisionRecorded d -> record(d, known);
            case DecisionLinesAdded d ->
                    decision(d.decision(), known, row -> plus(row, Decisions.LINES, d.lineCount()));
            case DecisionCorrected c -> correct(c, known);
        }
    }

    private void record(DecisionRecorded d, Known known) throws SQLException {
        var fact = known.fact();
        String number = Circumstances.numberAsWritten(fact);
        var draft =
                Decisions.TABLE
                        .draft()
                        .set(Decisions.ID, d.decision())
                        .set(Decisions.AUTHORITY, d.key().authority())
                        .set(Decisions.NUMBER, number == null ? d.key().number() : number)
                        .set(Decisions.FOLDED_NUMBER, d.key().number())
                        .set(Decisions.SIGNED_ON, fact.effectiveOn())
                        .set(Decisions.SIGNER, signer(fact))
                        .set(Decisions.LINES, d.lineCount())
                        .set(Decisions.ANNULLED_LINES, 0)
                        .set(Decisions.CORRECTIONS, 0)
                        .set(Decisions.WRITTEN_DATE, writtenDate(fact))
                        .set(Decisions.POSITION, known.position())
                        .set(Decisions.KNOWN_AT, known.knownAt());
        versions.add(Decisions.TABLE, Decisions.FOUND.set(draft, fact).row(), known);
        reach(Decisions.TABLE.name(), fact.effectiveOn(), known);
    }

    /// A list never reaches back: what was its newest day stays so.
    private void reach(String list, LocalDate day, Known known) throws SQLException {
        Row span = versions.find(Spans.TABLE, list);
        if (span == null || day.isAfter(span.need(Spans.NEWEST))) {
            var draft = Spans.TABLE.draft().set(Spans.LIST, list).set(Spans.NEWEST, day);
            versions.put(Spans.TABLE, draft.row(), known);
        }
    }

    private static @Nullable String signer(Fact fact) {
        return fact.document() instanceof Document.Paper paper ? paper.signer() : null;
    }

    private static @Nullable String writtenDate(Fact fact) {
        return fact.document() instanceof Document.Paper paper && paper.writtenDate() != null
                ? paper.writtenDate().asWritten()
                : null;
    }

    private void correct(DecisionCorrected c, Known known) throws SQLException {
        decision(c.decision(), known, row -> plus(row, Decisions.CORRECTIONS, 1));
        AwardId award = c.award();
        if (award == null) {
            return;
        }
        AwardLine line = c.line();
        if (c.strikes()) {
            strike(award, known);
            if (c.nomination() != null) {
                nomination(c.nomination(), known, AwardFold::reopened);
            }
        } else if (line != null) {
            award(award, known, row -> Awards.LINE.set(row.edit(), line).row());
        }
    }

    private void strike(AwardId id, Known known) throws SQLException {
        Row award = versions.find(Awards.TABLE, id.value());
        if (award != null && award.need(Awards.STATUS) != AwardStatus.STRUCK) {
            award(id, known, row -> row.edit().set(Awards.STATUS, AwardStatus.STRUCK).row());
            decision(award.need(Awards.DECISION), known, row -> plus(row, Decisions.LINES, -1));
        }
    }

    private static Row reopened(Row nomination) {
        if (nomination.need(Nominations.STATUS) != NominationStatus.DECIDED) {
            return nomination;
        }
        var before = nomination.get(Nominations.UNDECIDED);
        return nomination
                .edit()
                .set(Nominations.STATUS, before == null ? NominationStatus.DECIDED : before)
                .set(Nominations.ANSWERED_BY, null)
                .set(Nominations.UNDECIDED, null)
                .row();
    }

    void apply(AwardEvent event, Known known) throws SQLException {
        LocalDate day = known.fact().effectiveOn();
        switch (event) {
            case AwardDecided a -> decide(a, known);
            case AwardAnnulled a -> annul(a, known);
            case AnnulmentRevoked a -> revoke(a.award(), known);
            case HonourStripped a -> award(a.award(), known, row -> stripped(row, a, known));
            case HonourRestored a -> award(a.award(), known, AwardFold::restored);
            case AwardPresented a ->
                    award(a.award(), known, row -> row.edit().set(Awards.PRESENTED_ON, day).row());
            case PrizePaid a ->
                    award(a.award(), known, row -> more(row, Awards.PRIZE_PAID, a.dong()));
            case PrizeRecovered a ->
                    award(a.award(), known, row -> more(row, Awards.PRIZE_RECOVERED, a.dong()));
        }
    }

    private void decide(AwardDecided a, Known known) throws SQLException {
        var fact = known.fact();
        DocumentNumber number = Circumstances.number(fact);
        var draft =
                Awards.TABLE
                        .draft()
                        .set(Awards.ID, a.award())
                        .set(Awards.STATUS, AwardStatus.IN_FORCE)
                        .set(Awards.MODE, a.mode())
                        .set(Awards.DECISION, a.decision())
                        .set(Awards.DECISION_NUMBER, number == null ? null : number.asWritten())
                        .set(Awards.FOLDED_NUMBER, number == null ? null : number.folded())
                        .set(Awards.DECIDED_ON, fact.effectiveOn())
                        .set(Awards.AUTHORITY, a.key().authority())
                        .set(Awards.LINE_NUMBER, a.lineNumber())
                        .set(Awards.PROPOSING_UNIT, a.proposingUnit())
                        .set(Awards.NOMINATION, a.nomination())
                        .set(Awards.PRIZE_PAID, 0L)
                        .set(Awards.PRIZE_RECOVERED, 0L)
                        .set(Awards.POSITION, known.position())
                        .set(Awards.KNOWN_AT, known.knownAt())
                        .set(Awards.RECORDED_AT, known.event().recordedAt());
        Awards.LINE.set(draft, a.line());
        versions.add(Awards.TABLE, Awards.FOUND.set(draft, fact).row(), known);
        reach(Awards.TABLE.name(), fact.effectiveOn(), known);
        if (a.nomination() != null) {
            nomination(a.nomination(), known, row -> answered(row, a.award()));
        }
    }

    private static Row answered(Row nomination, AwardId award) {
        var status = nomination.need(Nominations.STATUS);
        return status == NominationStatus.DECIDED
                ? nomination
                : nomination
                        .edit()
                        .set(Nominations.UNDECIDED, status)
                        .set(Nominations.STATUS, NominationStatus.DECIDED)
                        .set(Nominations.ANSWERED_BY, award)
                        .row();
    }

    private void annul(AwardAnnulled a, Known known) throws SQLException {
        Row award = versions.find(Awards.TABLE, a.award().value());
        if (award == null
                || award.need(Awards.STATUS) == AwardStatus.ANNULLED
                || award.need(Awards.STATUS) == AwardStatus.STRUCK) {
            return;
        }
        award(
                a.award(),
                known,
                row ->
                        row.edit()
                                .set(Awards.STATUS, AwardStatus.ANNULLED)
                                .set(Awards.ANNULLED_GROUND, a.ground())
                                .set(Awards.ANNULLED_BY, a.authority())
                                .set(Awards.ANNULLED_ON, known.fact().effectiveOn())
                                .set(
                                        Awards.ANNULLED_NUMBER,
                                        Circumstances.numberAsWritten(known.fact()))
                                .set(Awards.ANNULLED_POSITION, known.position())
                                .row());
        decision(award.need(Awards.DECISION), known, row -> plus(row, Decisions.ANNULLED_LINES, 1));
    }

    private void revoke(AwardId id, Known known) throws SQLException {
        Row award = versions.find(Awards.TABLE, id.value());
        if (award == null || award.need(Awards.STATUS) != AwardStatus.ANNULLED) {
            return;
        }
        boolean stripped = award.get(Awards.STRIPPED_ON) != null;
        award(
                id,
                known,
                row ->
                        row.edit()
                                .set(
                                        Awards.STATUS,
                                        stripped ? AwardStatus.STRIPPED : AwardStatus.IN_FORCE)
                                .set(Awards.ANNULLED_GROUND, null)
                                .set(Awards.ANNULLED_BY, null)
                                .set(Awards.ANNULLED_ON, null)
                                .set(Awards.ANNULLED_NUMBER, null)
                                .set(Awards.ANNULLED_POSITION, null)
                                .row());
        decision(
                award.need(Awards.DECISION), known, row -> plus(row, Decisions.ANNULLED_LINES, -1));
    }

    /// An annulled award stays annulled, whatever else is taken from it.
    private static Row stripped(Row award, HonourStripped a, Known known) {
        var status = award.need(Awards.STATUS);
        return award.edit()
                .set(Awards.STATUS, status == AwardStatus.IN_FORCE ? AwardStatus.STRIPPED : status)
                .set(Awards.STRIPPED_GROUND, a.ground())
                .set(Awards.STRIPPED_BY, a.authority())
                .set(Awards.STRIPPED_ON, known.fact().effectiveOn())
                .set(Awards.STRIPPED_NUMBER, Circumstances.numberAsWritten(known.fact()))
                .set(Awards.STRIPPED_POSITION, known.position())
                .row();
    }

    private static Row restored(Row award) {
        var status = award.need(Awards.STATUS);
        return award.edit()
                .set(Awards.STATUS, status == AwardStatus.STRIPPED ? AwardStatus.IN_FORCE : status)
                .set(Awards.STRIPPED_GROUND, null)
                .set(Awards.STRIPPED_BY, null)
                .set(Awards.STRIPPED_ON, null)
                .set(Awards.STRIPPED_NUMBER, null)
                .set(Awards.STRIPPED_POSITION, null)
                .set(Awards.PRESENTED_ON, null)
                .row();
    }

    private static Row plus(Row row, Column<Integer> count, int more) {
        return row.edit().set(count, row.need(count) + more).row();
    }

    private static Row more(Row row, Column<Long> sum, long more) {
        return row.edit().set(sum, row.need(sum) + more).row();
    }

    private void award(AwardId id, Known known, UnaryOperator<Row> fold) throws SQLException {
        versions.change(Awards.TABLE, id.value(), fold, known);
    }

    private void decision(DecisionId id, Known known, UnaryOperator<Row> fold) throws SQLException {
        versions.change(Decisions.TABLE, id.value(), fold, known);
    }

    private void nomination(NominationId id, Known known, UnaryOperator<Row> fold)
            throws SQLException {
        versions.change(Nominations.TABLE, id.value(), fold, known);
    }
}
