package vn.sovang.api.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.api.paper.Paper.Block;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.ReissueEvent.Application;
import vn.sovang.event.ReissueEvent.ReissueListSubmitted;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.ArtifactRow;
import vn.sovang.projection.register.AwardRow;
import vn.sovang.projection.register.CaseStatus;
import vn.sovang.projection.register.RegisterLists.CaseFilter;
import vn.sovang.projection.register.ReissueCaseRow;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.UnitId;

/// Lists of cases that an office sends up (*danh sách đề nghị cấp đổi, cấp lại, cấp mới hiện vật
/// khen thưởng*), one for each kind of request, in the columns of mẫu 4.3 and 4.4. The ministry's
/// own print of these forms has not been seen: the paper says that it is a sample.
///
/// A case that lacks what the archive must have before anything is made again (number and day of
/// the decision, name) stands on the list and is marked.
public final class ReissuePapers {
    private static final int QUERIES = 100;

    private final Ledger ledger;
    private final Projections projections;

    public ReissuePapers(Ledger ledger, Projections projections) {
        this.ledger = ledger;
        this.projections = projections;
    }

    /// Which cases.
    ///
    /// @param list only those of one list that was sent; null for cases of the register
    /// @param unit office that received them, and whose list it is
    /// @param from first day of receipt, of the list for what was never received
    /// @param to last day, included
    public record Wanted(
            ReissueKind kind,
            @Nullable ListId list,
            @Nullable UnitId unit,
            @Nullable CaseStatus status,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private record Case(ReissueCaseRow row, @Nullable AwardRow award, @Nullable ArtifactRow item) {}

    private record Listed(
            UnitId office, List<ReissueCaseRow> rows, Document.@Nullable Paper signed) {}

    /// @throws Failure `PAPER_EMPTY`, `LIST_NOT_FOUND`, `LIST_TOO_LONG`, `UNIT_OUT_OF_SCOPE`,
    ///   `PARAMETER_MISSING` where the cases lie with several offices and none is named
    public Draft of(Wanted wanted, PaperReader reader) {
        var book = new PaperBook(projections);
        var list = wanted.list();
        var listed = list == null ? open(wanted, reader, book) : sent(list, wanted, reader, book);
        if (listed.rows().isEmpty()) {
            throw Failure.of(FailureCode.PAPER_EMPTY);
        }
        return draft(wanted, listed, reader, book);
    }

    private static Listed open(Wanted wanted, PaperReader reader, PaperBook book) {
        var register = book.register();
        var seen = reader.scope().limit().map(register::within).orElse(register);
        var filter =
                new CaseFilter(
                        wanted.unit(),
                        null,
                        wanted.kind(),
                        null,
                        wanted.status(),
                        wanted.from(),
                        wanted.to());
        var page = seen.lists().reissueCases(filter, null, PaperBook.MOST);
        if (page.next() != null) {
            throw Failure.of(FailureCode.LIST_TOO_LONG, "most", Integer.toString(PaperBook.MOST));
        }
        var rows =
                page.rows().stream()
                        .sorted(Comparator.comparingLong(ReissueCaseRow::position))
                        .toList();
        if (rows.isEmpty()) {
            throw Failure.of(FailureCode.PAPER_EMPTY);
        }
        var unit = wanted.unit();
        if (unit == null) {
            var offices = rows.stream().map(ReissueCaseRow::office).distinct().toList();
            unit = offices.size() == 1 ? offices.getFirst() : null;
        }
        if (unit == null) {
            throw Failure.at("unit", FailureCode.PARAMETER_MISSING, "");
        }
        reader.scope().require(unit);
        return new Listed(unit, rows, null);
    }

    private Listed sent(ListId list, Wanted wanted, PaperReader reader, PaperBook book) {
        var submitted =
                ledger.read(Set.of(TagQuery.of(list.tag(), ReissueListSubmitted.class))).stream()
                        .findFirst()
                        .orElseThrow(() ->
                                Failure.of(FailureCode.LIST_NOT_FOUND, "id", list.toString()));
        var head = (ReissueListSubmitted) submitted.fact().event();
        if (!reader.scope().sees(head.from(), head.to())) {
            throw Failure.of(FailureCode.UNIT_OUT_OF_SCOPE);
        }
        var rows =
                ledger.read(Set.of(TagQuery.of(list.tag(), ReissueProposed.class))).stream()
                        .map(recorded -> (ReissueProposed) recorded.fact().event())
                        .filter(line -> line.subject().kind() == wanted.kind())
                        .sorted(Comparator.comparingInt(ReissueProposed::lineNumber))
                        .limit(PaperBook.MOST)
                        .map(line -> book.register().reissueCase(line.reissueCase()))
                        .flatMap(Optional::stream)
                        .toList();
        return new Listed(head.from(), rows, PaperBook.signed(submitted.fact().document()));
    }

    private Draft draft(Wanted wanted, Listed listed, PaperReader reader, PaperBook book) {
        var applications = applications(listed.rows());
        var names = names(listed.rows(), applications, reader, book);
        var office = book.office(listed.office());
        var head = SignedHead.of(office, listed.signed(), "DS", book.today());
        var kind = wanted.kind();
        var content = new ArrayList<Block>();
        content.add(new Block.Paragraph(PaperTexts.text("reissue.form." + kind)));
        var rows = new ArrayList<List<Paper.Cell>>();
        int incomplete = 0;
        for (var row : listed.rows()) {
            var award = row.subject().award();
            var item = row.subject().artifact();
            var one =
                    new Case(
                            row,
                            award == null ? null : book.register().award(award).orElse(null),
                            item == null ? null : book.register().artifact(item).orElse(null));
            var missing = missing(one, names);
            incomplete += missing.isEmpty() ? 0 : 1;
            var application = applications.get(row.id());
            rows.add(cells(rows.size() + 1, one, new Told(names, application, missing), book));
        }
        content.add(new Block.Tabular(table(rows)));
        content.add(new Block.Paragraph(sum(rows.size(), incomplete, book)));
        content.add(new Block.Paragraph(book.source()));
        var paper =
                new Paper(
                        office.body(),
                        head.number(),
                        head.placeAndDate(),
                        PaperTexts.text("reissue.kind"),
                        PaperTexts.text("reissue.subject." + kind),
                        book.notice(head.notice()),
                        content,
                        office.signature(),
                        List.of(
                                PaperTexts.text("receivers.above.office"),
                                PaperTexts.text("receivers.file")),
                        null,
                        null,
                        head.across());
        return new Draft(paper, PaperTexts.text("reissue.file." + kind) + "_" + head.fileDay());
    }

    private static String sum(int all, int incomplete, PaperBook book) {
        return incomplete == 0
                ? PaperTexts.text("reissue.sum", book.count(all))
                : PaperTexts.text("reissue.sum.marked", book.count(all), book.count(incomplete));
    }

    private Map<CaseId, Application> applications(List<ReissueCaseRow> rows) {
        var found = new HashMap<CaseId, Application>();
        for (int i = 0; i < rows.size(); i += QUERIES) {
            var queries =
                    rows.subList(i, Math.min(rows.size(), i + QUERIES)).stream()
                            .map(row -> TagQuery.of(row.id().tag(), ReissueRequested.class))
                            .collect(Collectors.toSet());
            for (var recorded : ledger.read(queries)) {
                var requested = (ReissueRequested) recorded.fact().event();
                var application = requested.application();
                if (application != null) {
                    found.put(requested.reissueCase(), application);
                }
            }
        }
        return found;
    }

    private OpenedNames names(
            List<ReissueCaseRow> rows,
            Map<CaseId, Application> applications,
            PaperReader reader,
            PaperBook book) {
        List<Sealed> grounds =
                applications.values().stream()
                        .map(Application::ground)
                        .filter(Objects::nonNull)
                        .toList();
        return OpenedNames.of(
                ledger.identities(),
                OpenedNames.rows(
                        book.register(),
                        rows.stream().map(row -> row.subject().recipient()).toList()),
                grounds,
                reader.unmasking(PaperTexts.text("purpose.reissue")));
    }

    private record Told(
            OpenedNames names, @Nullable Application application, List<String> missing) {}

    private static List<Paper.Cell> cells(int number, Case one, Told told, PaperBook book) {
        var subject = one.row().subject();
        var award = one.award();
        var item = one.item();
        var names = told.names();
        var person = subject.recipient();
        var application = told.application();
        var awardName = award == null ? book.award(subject.awardCode()) : book.award(award.line());
        return List.of(
                PaperBook.words(Integer.toString(number)),
                PaperBook.words(names.name(person)),
                PaperBook.words(names.birth(person)),
                PaperBook.words(names.residence(person)),
                PaperBook.words(awardName),
                PaperBook.words(award == null ? "" : text(award.decisionNumber())),
                PaperBook.words(award == null ? "" : book.day(award.decidedOn())),
                PaperBook.words(item == null ? "" : text(item.goldenBook())),
                PaperBook.words(application == null ? "" : names.text(application.ground())),
                PaperBook.words(items(one.row(), application, book)),
                PaperBook.words(notes(one.row(), told, book)));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String items(
            ReissueCaseRow row, @Nullable Application application, PaperBook book) {
        var items = new ArrayList<String>();
        items.add(book.word(row.subject().artifactKind()));
        if (application != null) {
            application.further().forEach(item -> items.add(book.word(item.kind())));
        }
        return String.join(", ", items);
    }

    /// What the archive must have, whole, before a state-level item is made again (R4).
    private static List<String> missing(Case one, OpenedNames names) {
        var missing = new ArrayList<String>();
        var award = one.award();
        if (!names.shows(one.row().subject().recipient())) {
            missing.add(PaperTexts.text("missing.name"));
        }
        if (award == null || award.decisionNumber() == null) {
            missing.add(PaperTexts.text("missing.number"));
        }
        if (award == null) {
            missing.add(PaperTexts.text("missing.day"));
        }
        return missing;
    }

    private static String notes(ReissueCaseRow row, Told told, PaperBook book) {
        var notes = new ArrayList<String>();
        if (!told.missing().isEmpty()) {
            notes.add(PaperTexts.text("note.incomplete", String.join(", ", told.missing())));
        }
        var reading = row.subject().reading();
        if (reading != null) {
            notes.add(book.word(reading));
        }
        var reply = row.confirmation();
        if (reply != null) {
            notes.add(
                    PaperTexts.text(
                            "note.confirmed",
                            reply.replyNumber(),
                            book.day(reply.replyDate()),
                            reply.holder()));
        }
        if (row.status() == CaseStatus.REFUSED
                || row.status() == CaseStatus.RETURNED
                || row.status() == CaseStatus.INSUFFICIENT) {
            notes.add(book.word(row.status()));
        }
        return String.join("; ", notes);
    }

    private static Paper.Table table(List<List<Paper.Cell>> rows) {
        return new Paper.Table(
                "",
                PaperTexts.columns(
                        "stt",
                        "name",
                        "birth",
                        "residence",
                        "award.rank",
                        "decision.number",
                        "decision.day",
                        "golden",
                        "reason",
                        "item",
                        "note"),
                rows,
                11,
                false,
                List.of(4, 13, 6, 12, 13, 8, 8, 6, 9, 7, 14));
    }
}
