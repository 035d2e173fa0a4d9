package vn.sovang.api.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.imports.Rows.DecisionRow;
import vn.sovang.api.imports.Rows.Honour;
import vn.sovang.api.imports.Rows.LineRow;
import vn.sovang.api.imports.Rows.ListRow;
import vn.sovang.api.imports.Rows.Party;
import vn.sovang.api.imports.Rows.ReissueRow;
import vn.sovang.api.imports.Rows.SheetRow;
import vn.sovang.api.imports.Rows.SurveyRow;
import vn.sovang.event.Provenance;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.FirstIssueReading;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitLevel;

/// Turns the cells of a row into a value, or notes why it cannot. Every cell of a row is looked at,
/// so that one reading names all that is wrong with it.
final class RowParser {
    /// A number, a symbol or a day; anything longer is a sentence and could name a person.
    private static final Pattern NUMBER_OR_DAY = Pattern.compile("(?=.*\\d)\\S+( \\S+){0,3}");

    private static final int MAX_NUMBER_LENGTH = 60;

    private final AwardNames awards;
    private final UnitDirectory units;
    private final Rows rows;

    RowParser(AwardNames awards, UnitDirectory units, Rows rows) {
        this.awards = awards;
        this.units = units;
        this.rows = rows;
    }

    /// Reads one row into [Rows]. Decisions come before their lines.
    void take(SheetKind kind, Fields at) {
        switch (kind) {
            case LISTS -> keep(kind, list(at), rows.lists::add);
            case DECISIONS -> keep(kind, decision(at), rows::add);
            case LINES -> keep(kind, line(at), rows.lines::add);
            case REISSUES -> keep(kind, reissue(at), rows.reissues::add);
            case SURVEYS -> keep(kind, survey(at), rows.surveys::add);
            case SHEETS -> keep(kind, sheet(at), rows.sheets::add);
            case ORIGIN -> origin(at);
        }
        for (var dropped : kind.headings()) {
            if (isFreeText(dropped, kind) && at.has(dropped)) {
                at.notice(dropped, ProblemCode.TEXT_NOT_KEPT);
            }
        }
        at.forgetCells();
    }

    private <R> void keep(SheetKind kind, Optional<R> row, Consumer<R> kept) {
        row.ifPresentOrElse(kept, () -> rows.unread.add(kind));
    }

    /// Text that could be about people, and that no event has a sealed place for.
    private static boolean isFreeText(Heading heading, SheetKind kind) {
        return heading == Heading.NOTE
                || heading == Heading.REASON
                || (heading == Heading.SUBJECT && kind == SheetKind.DECISIONS);
    }

    private Optional<ListRow> list(Fields at) {
        var number = at.text(Heading.LIST_NUMBER);
        var day = at.requiredDay(Heading.DATE);
        var from = at.required(Heading.FROM);
        var to = at.text(Heading.TO);
        var party = party(at, null);
        var honour = honour(at, day == null ? null : units.level(to, day));
        var nomination = at.text(Heading.NOMINATION_KEY);
        var asFound = at.text(Heading.AS_FOUND);
        if (day == null || from == null || party.isEmpty() || honour.isEmpty()) {
            return Optional.empty();
        }
        var withdrawnOn = withdrawnOn(at, day);
        if (withdrawnOn != null && number != null) {
            at.error(Heading.WITHDRAWN, number, ProblemCode.NOMINATION_SENT_AND_WITHDRAWN);
        }
        return Optional.of(
                new ListRow(
                        at,
                        number == null ? null : new DocumentNumber(number),
                        day,
                        from,
                        to,
                        party.get(),
                        honour.get(),
                        nomination,
                        withdrawnOn,
                        asFound));
    }

    /// A day, or a mark that stands for the row's own day.
    private static @Nullable LocalDate withdrawnOn(Fields at, LocalDate day) {
        var written = at.written(Heading.WITHDRAWN);
        if (written == null) {
            return null;
        }
        return Lexicon.isWord("YES", written) ? day : at.day(Heading.WITHDRAWN);
    }

    private Optional<DecisionRow> decision(Fields at) {
        var number = at.required(Heading.DECISION_NUMBER);
        var day = at.requiredDay(Heading.DATE);
        var authority = at.required(Heading.AUTHORITY);
        var signer = at.text(Heading.SIGNER);
        var asFound = at.text(Heading.AS_FOUND);
        if (number == null || day == null || authority == null) {
            return Optional.empty();
        }
        return Optional.of(
                new DecisionRow(at, new DocumentNumber(number), day, authority, signer, asFound));
    }

    private Optional<LineRow> line(Fields at) {
        var number = at.required(Heading.DECISION_NUMBER);
        var day = at.requiredDay(Heading.DATE);
        var authority = at.text(Heading.AUTHORITY);
        var party = party(at, null);
        var honour = honour(at, levelOf(number, day, authority));
        var mode = at.value(Heading.MODE, ConferralMode.class, ConferralMode.TANG);
        var proposer = at.text(Heading.PROPOSER);
        var nomination = at.text(Heading.NOMINATION_KEY);
        var asFound = at.text(Heading.AS_FOUND);
        if (number == null || day == null || party.isEmpty() || honour.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new LineRow(
                        at,
                        at.at(null).sheet(),
                        new DocumentNumber(number),
                        day,
                        authority,
                        party.get(),
                        honour.get(),
                        mode,
                        proposer,
                        nomination,
                        asFound));
    }

    private @Nullable UnitLevel levelOf(
            @Nullable String number, @Nullable LocalDate day, @Nullable String authority) {
        if (number == null || day == null) {
            return null;
        }
        return rows.decisionsOf(new DocumentNumber(number), day).stream()
                .filter(d ->
                        authority == null
                                || UnitDirectory.key(authority)
                                        .equals(UnitDirectory.key(d.authority())))
                .findFirst()
                .map(d -> units.level(d.authority(), day))
                .orElse(null);
    }

    private Optional<ReissueRow> reissue(Fields at) {
        var number = at.text(Heading.LIST_NUMBER);
        var day = at.requiredDay(Heading.DATE);
        var from = at.required(Heading.FROM);
        var to = at.text(Heading.TO);
        var party = party(at, RecipientKind.KHONG_RO);
        var honour = at.has(Heading.AWARD) ? honour(at, null) : unknownHonour(at);
        var artifact = at.value(Heading.ARTIFACT, ArtifactKind.class, ArtifactKind.KHONG_RO);
        at.required(Heading.REQUEST);
        var kind = at.value(Heading.REQUEST, ReissueKind.class);
        var reading = at.value(Heading.READING, FirstIssueReading.class);
        var asFound = at.text(Heading.AS_FOUND);
        if (day == null || from == null || party.isEmpty() || honour.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        boolean first = kind.get() == ReissueKind.FIRST_ISSUE;
        if (!first && reading.isPresent()) {
            at.error(Heading.READING, null, ProblemCode.READING_NOT_APPLICABLE);
        }
        return Optional.of(
                new ReissueRow(
                        at,
                        number == null ? null : new DocumentNumber(number),
                        day,
                        from,
                        to,
                        party.get(),
                        honour.get(),
                        artifact,
                        kind.get(),
                        first ? reading.orElse(FirstIssueReading.KHONG_RO) : null,
                        remark(at, honour.get().rank()),
                        asFound));
    }

    /// What a request says of the award and of its own meaning, and no field of the event has a
    /// place for (R4: a reading that nobody decided stays unknown, with the hint beside it).
    private static @Nullable String remark(Fields at, Rank rank) {
        var parts = new ArrayList<String>();
        if (rank != Rank.NONE && rank != Rank.KHONG_RO) {
            parts.add(Texts.stored("stored.rank", Lexicon.spelling(rank)));
        }
        var number = numberOrDay(at, Heading.AWARD_DECISION_NUMBER);
        if (number != null) {
            parts.add(Texts.stored("stored.awardDecision", number));
        }
        var day = numberOrDay(at, Heading.AWARD_DECISION_DATE);
        if (day != null) {
            parts.add(Texts.stored("stored.awardDecisionDay", day));
        }
        var suggested = at.value(Heading.SUGGESTED_READING, FirstIssueReading.class);
        var by = numberOrDay(at, Heading.SUGGESTED_BY);
        if (suggested.isPresent() && by != null) {
            var reading = Lexicon.spelling(suggested.get());
            parts.add(Texts.stored("stored.suggestedReading", reading, by));
        }
        return parts.isEmpty() ? null : String.join("; ", parts);
    }

    private static @Nullable String numberOrDay(Fields at, Heading heading) {
        var written = at.written(heading);
        if (written == null || Lexicon.isWord("UNKNOWN", written)) {
            return null;
        }
        if (written.length() > MAX_NUMBER_LENGTH || !NUMBER_OR_DAY.matcher(written).matches()) {
            at.notice(heading, ProblemCode.TEXT_NOT_KEPT);
            return null;
        }
        return written;
    }

    private static Optional<SheetRow> sheet(Fields at) {
        return SheetRows.read(at, party(at, RecipientKind.INDIVIDUAL).orElse(null));
    }

    private Optional<SurveyRow> survey(Fields at) {
        var letter = at.required(Heading.LETTER_NUMBER);
        var day = at.requiredDay(Heading.DATE);
        var unit = at.required(Heading.UNIT);
        var award = award(at, null);
        var subject = at.required(Heading.SUBJECT);
        var asFound = at.text(Heading.AS_FOUND);
        if (letter == null || day == null || unit == null || award.isEmpty() || subject == null) {
            return Optional.empty();
        }
        return Optional.of(
                new SurveyRow(
                        at,
                        new DocumentNumber(letter),
                        day,
                        unit,
                        award.get().code(),
                        subject,
                        asFound));
    }

    private void origin(Fields at) {
        at.value(Heading.SOURCE, Provenance.Source.class).ifPresent(s -> rows.source = s);
        at.value(Heading.CONFIDENCE, Provenance.Confidence.class)
                .ifPresent(c -> rows.confidence = c);
    }

    /// @param blank kind where the column is blank; null if it may not be
    private static Optional<Party> party(Fields at, @Nullable RecipientKind blank) {
        var key = at.text(Heading.RECIPIENT_KEY);
        var name = at.required(Heading.NAME);
        var birth = at.written(Heading.BIRTH);
        var residence = at.text(Heading.RESIDENCE);
        if (blank == null) {
            at.required(Heading.KIND);
        }
        var kind = at.value(Heading.KIND, RecipientKind.class).orElse(blank);
        if (blank == null && kind == RecipientKind.KHONG_RO) {
            // A line of a list or decision honours somebody: a paper that does not say whom cannot
            // be.
            var kinds =
                    Stream.of(RecipientKind.values())
                            .filter(k -> k != RecipientKind.KHONG_RO)
                            .map(Lexicon::spelling)
                            .collect(Collectors.joining("; "));
            at.error(Heading.KIND, at.text(Heading.KIND), ProblemCode.VALUE_UNKNOWN, kinds);
            return Optional.empty();
        }
        return name == null || kind == null
                ? Optional.empty()
                : Optional.of(new Party(key, name, birth, residence, kind));
    }

    private Optional<Honour> honour(Fields at, @Nullable UnitLevel level) {
        var award = award(at, level);
        var written = at.value(Heading.RANK, Rank.class).orElse(null);
        var type = type(at);
        var unit = at.text(Heading.WORK_UNIT);
        if (award.isEmpty()) {
            return Optional.empty();
        }
        var within = award.get().rank();
        if (within != null && written != null && within != written) {
            at.error(Heading.RANK, Lexicon.spelling(written), ProblemCode.RANK_DIFFERS);
        }
        var rank = within != null ? within : written;
        var code = award.get().code();
        return Optional.of(
                new Honour(code, rank == null ? awards.blankRank(code) : rank, type, unit));
    }

    private static Optional<Honour> unknownHonour(Fields at) {
        var rank = at.value(Heading.RANK, Rank.class, Rank.KHONG_RO);
        return Optional.of(
                new Honour(AwardCode.UNKNOWN, rank, type(at), at.text(Heading.WORK_UNIT)));
    }

    private static CommendationType type(Fields at) {
        return at.value(Heading.COMMENDATION, CommendationType.class, CommendationType.KHONG_RO);
    }

    private Optional<AwardNames.Named> award(Fields at, @Nullable UnitLevel level) {
        var text = at.required(Heading.AWARD);
        if (text == null) {
            return Optional.empty();
        }
        var named = awards.find(text, level).or(() -> foundCode(at, text));
        if (named.isEmpty()) {
            at.unknown(Heading.AWARD, text, ProblemCode.AWARD_UNKNOWN, awards.names());
        }
        return named;
    }

    /// A code that the catalogue does not have can still stand in a signed paper (R1).
    private static Optional<AwardNames.Named> foundCode(Fields at, String text) {
        if (!at.has(Heading.AS_FOUND)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AwardNames.Named(new AwardCode(text), null));
        } catch (IllegalValue e) {
            return Optional.empty();
        }
    }
}
