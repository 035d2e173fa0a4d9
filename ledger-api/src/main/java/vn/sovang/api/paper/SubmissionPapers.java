package vn.sovang.api.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.api.paper.Paper.Block;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationListSubmitted;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.NominationRow;
import vn.sovang.projection.register.NominationStatus;
import vn.sovang.projection.register.RegisterLists.NominationFilter;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.VietnameseOrder;

/// The letter by which an office submits nominations (*tờ trình*) with its list (*danh sách*): a
/// draft from nominations that are to go up, or again from a list that went up.
public final class SubmissionPapers {
    private final Ledger ledger;
    private final Projections projections;

    public SubmissionPapers(Ledger ledger, Projections projections) {
        this.ledger = ledger;
        this.projections = projections;
    }

    /// Which nominations are to go up.
    ///
    /// @param nominations the chosen; none for all that the unit has drawn up and not yet sent
    /// @param unit whose letter it is; the one that drew all of them up where it is not said
    /// @param to whom it goes to; dots where it is not said
    public record Wanted(
            List<NominationId> nominations, @Nullable UnitId unit, @Nullable UnitId to) {
        public Wanted {
            nominations = List.copyOf(nominations);
        }
    }

    private record Line(AwardLine line, @Nullable NominationRow row) {}

    private record Letter(
            UnitId from, @Nullable UnitId to, List<Line> lines, Document.@Nullable Paper signed) {}

    /// A draft of the letter for nominations.
    ///
    /// @throws Failure `NOMINATION_NOT_FOUND`, `PAPER_EMPTY`, `LIST_TOO_LONG`, `UNIT_OUT_OF_SCOPE`,
    ///   `PARAMETER_MISSING` where several units drew them up and none is named
    public Draft of(Wanted wanted, PaperReader reader) {
        var book = new PaperBook(projections);
        var rows = rows(wanted, reader, book);
        var from = wanted.unit();
        if (from == null) {
            var units = rows.stream().map(NominationRow::proposingUnit).distinct().toList();
            if (units.size() > 1) {
                throw Failure.at("unit", FailureCode.PARAMETER_MISSING, "");
            }
            from = units.getFirst();
        }
        reader.scope().require(from);
        var lines = rows.stream().map(row -> new Line(row.line(), row)).toList();
        return draft(new Letter(from, wanted.to(), lines, null), reader, book);
    }

    private static List<NominationRow> rows(Wanted wanted, PaperReader reader, PaperBook book) {
        var rows = new ArrayList<NominationRow>();
        for (var id : wanted.nominations().stream().distinct().toList()) {
            rows.add(
                    book.register()
                            .nomination(id)
                            .orElseThrow(() ->
                                    Failure.of(
                                            FailureCode.NOMINATION_NOT_FOUND,
                                            "id",
                                            id.toString())));
        }
        if (wanted.nominations().isEmpty()) {
            var filed =
                    new NominationFilter(
                            wanted.unit(), null, null, null, NominationStatus.FILED, null, null);
            var register = book.register();
            var seen = reader.scope().limit().map(register::within).orElse(register);
            var page = seen.lists().nominations(filed, null, PaperBook.MOST);
            rows.addAll(page.rows());
            if (page.next() != null) {
                throw tooLong();
            }
        }
        if (rows.isEmpty()) {
            throw Failure.of(FailureCode.PAPER_EMPTY);
        }
        if (rows.size() > PaperBook.MOST) {
            throw tooLong();
        }
        return rows;
    }

    private static Failure tooLong() {
        return Failure.of(FailureCode.LIST_TOO_LONG, "most", Integer.toString(PaperBook.MOST));
    }

    /// The letter of a list that went up, with the number and day it was recorded with.
    ///
    /// @throws Failure `LIST_NOT_FOUND`, `UNIT_OUT_OF_SCOPE`
    public Draft of(ListId list, PaperReader reader) {
        var book = new PaperBook(projections);
        var submitted = read(list, NominationListSubmitted.class).stream().findFirst();
        if (submitted.isEmpty()) {
            throw Failure.of(FailureCode.LIST_NOT_FOUND, "id", list.toString());
        }
        var head = (NominationListSubmitted) submitted.get().fact().event();
        if (!reader.scope().sees(head.from(), head.to())) {
            throw Failure.of(FailureCode.UNIT_OUT_OF_SCOPE);
        }
        record Numbered(int number, NominationId nomination, AwardLine line) {}
        var numbered = new ArrayList<Numbered>();
        for (var recorded : read(list, NominationSubmitted.class)) {
            var line = (NominationSubmitted) recorded.fact().event();
            numbered.add(new Numbered(line.lineNumber(), line.nomination(), line.line()));
        }
        for (var recorded : read(list, NominationForwardedUp.class)) {
            var line = (NominationForwardedUp) recorded.fact().event();
            numbered.add(new Numbered(line.lineNumber(), line.nomination(), line.line()));
        }
        numbered.sort(Comparator.comparingInt(Numbered::number));
        var lines =
                numbered.stream()
                        .limit(PaperBook.MOST + 1L)
                        .map(n ->
                                new Line(
                                        n.line(),
                                        book.register().nomination(n.nomination()).orElse(null)))
                        .toList();
        if (lines.size() > PaperBook.MOST) {
            throw tooLong();
        }
        var paper = PaperBook.signed(submitted.get().fact().document());
        return draft(new Letter(head.from(), head.to(), lines, paper), reader, book);
    }

    private List<vn.sovang.event.Recorded> read(ListId list, Class<? extends LedgerEvent> type) {
        return ledger.read(Set.of(TagQuery.of(list.tag(), type)));
    }

    private Draft draft(Letter letter, PaperReader reader, PaperBook book) {
        var people = letter.lines().stream().map(l -> l.line().recipient()).toList();
        var names =
                OpenedNames.of(
                        ledger.identities(),
                        OpenedNames.rows(book.register(), people),
                        List.of(),
                        reader.unmasking(PaperTexts.text("purpose.submission")));
        var lines = letter.signed() == null ? sorted(letter.lines(), names, book) : letter.lines();
        var office = book.office(letter.from());
        var head = SignedHead.of(office, letter.signed(), "TTr", book.today());
        var paper =
                new Paper(
                        office.body(),
                        head.number(),
                        head.placeAndDate(),
                        PaperTexts.text("submission.kind"),
                        PaperTexts.text("submission.subject"),
                        book.notice(head.notice()),
                        content(letter, lines, office, book),
                        office.signature(),
                        List.of(
                                PaperTexts.text("receivers.as.above"),
                                PaperTexts.text("receivers.file")),
                        annex(lines, names, head, book),
                        null,
                        head.look());
        return new Draft(paper, "to-trinh-khen-thuong_" + head.fileDay());
    }

    /// As the catalogue orders awards; collectives first, people by their given names.
    private static List<Line> sorted(List<Line> lines, OpenedNames names, PaperBook book) {
        var order = book.register().awardTypes().stream().map(type -> type.code()).toList();
        return lines.stream()
                .sorted(
                        Comparator.<Line>comparingInt(l -> order.indexOf(l.line().award()))
                                .thenComparing(l -> l.line().rank())
                                .thenComparing(l -> l.line().recipientKind())
                                .thenComparing(
                                        l ->
                                                names.name(l.line().recipient()).isEmpty()
                                                        ? "-"
                                                        : names.name(l.line().recipient()),
                                        VietnameseOrder.PEOPLE))
                .toList();
    }

    private static List<Block> content(
            Letter letter, List<Line> lines, Office office, PaperBook book) {
        var day = letter.signed() == null ? book.today() : signedOn(letter.signed());
        var content = new ArrayList<Block>();
        content.add(new Block.Addressees(List.of(book.body(letter.to()))));
        content.addAll(Grounds.on(day));
        content.add(
                new Block.Paragraph(
                        PaperTexts.text(
                                "submission.opening",
                                office.deciding(),
                                book.body(letter.to()),
                                total(lines, book))));
        var byAward = new LinkedHashMap<String, List<Line>>();
        lines.forEach(line ->
                byAward.computeIfAbsent(book.award(line.line()), _ -> new ArrayList<>()).add(line));
        int left = byAward.size();
        for (var award : byAward.entrySet()) {
            var end = --left == 0 ? "." : ";";
            content.add(
                    new Block.Paragraph(
                            PaperTexts.text(
                                    "submission.award",
                                    award.getKey(),
                                    total(award.getValue(), book) + end)));
        }
        content.add(new Block.Paragraph(PaperTexts.text("submission.attached")));
        content.add(
                new Block.Paragraph(PaperTexts.text("submission.closing", book.body(letter.to()))));
        return content;
    }

    private static LocalDate signedOn(Document.Paper signed) {
        return Objects.requireNonNull(signed.date());
    }

    /// `02 tập thể, 05 cá nhân`.
    private static String total(List<Line> lines, PaperBook book) {
        var parts = new ArrayList<String>();
        for (var kind : RecipientKind.values()) {
            long count = lines.stream().filter(l -> l.line().recipientKind() == kind).count();
            if (count > 0) {
                parts.add(PaperTexts.text("counted." + kind, book.count(count)));
            }
        }
        return String.join(", ", parts);
    }

    private static Paper.Annex annex(
            List<Line> lines, OpenedNames names, SignedHead head, PaperBook book) {
        var rows = new ArrayList<List<Paper.Cell>>();
        for (var line : lines) {
            var given = line.line();
            rows.add(
                    List.of(
                            PaperBook.words(Integer.toString(rows.size() + 1)),
                            PaperBook.words(names.name(given.recipient())),
                            PaperBook.words(book.unit(given.recipientUnit())),
                            PaperBook.words(book.award(given)),
                            PaperBook.words(type(given, book)),
                            PaperBook.words(note(line.row(), book))));
        }
        var table =
                new Paper.Table(
                        "",
                        PaperTexts.columns("stt", "recipient", "post", "proposed", "merit", "note"),
                        rows,
                        6,
                        false,
                        List.of(6, 24, 24, 20, 14, 12));
        return new Paper.Annex(
                PaperTexts.text("submission.list"),
                PaperTexts.text("submission.list.subject"),
                PaperTexts.text("with.submission", head.reference()),
                List.of(table),
                book.source(),
                Paper.Lie.ACROSS);
    }

    private static String type(AwardLine line, PaperBook book) {
        return PaperTexts.text("merit", book.word(line.commendationType()));
    }

    /// What the ledger knows of the file, and nothing else.
    private static String note(@Nullable NominationRow row, PaperBook book) {
        if (row == null) {
            return "";
        }
        var notes = new ArrayList<String>();
        var dossier = row.dossier();
        if (dossier.appraisal() != null) {
            notes.add(PaperTexts.text("note.appraised", book.word(dossier.appraisal())));
        }
        if (dossier.members() != null && dossier.inFavour() != null) {
            notes.add(PaperTexts.text("note.votes", dossier.inFavour(), dossier.members()));
        }
        if (row.status() == NominationStatus.WITHDRAWN
                || row.status() == NominationStatus.REJECTED) {
            notes.add(book.word(row.status()));
        }
        return String.join("; ", notes);
    }
}
