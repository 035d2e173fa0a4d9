package vn.sovang.api.paper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.paper.Paper.Block;
import vn.sovang.api.paper.Paper.Cell;
import vn.sovang.api.statistics.FigureDesk;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.PeriodName;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.projection.Projections;
import vn.sovang.projection.statistics.OfficialForm;
import vn.sovang.vocabulary.UnitId;

/// The ministry's statistical forms (*biểu 0601 – 0603*, TT 02/2023/TT-BNV) as papers. Where the
/// ledger cannot know a figure there are dots, and the row says why; a dash is a counted nothing.
public final class FormPapers {
    private static final int WORDS_SHARE = 18;
    private static final int NOTE_SHARE = 11;
    private static final int NUMBER_SHARE = 4;

    /// Where few columns leave room the reason stands on a line or two.
    private static final int FEW = 6;

    private static final int WIDE_NOTE_SHARE = 22;

    private final Projections projections;
    private final Figures figures;
    private final FigureDesk desk;
    private final VietnameseFormat format = new VietnameseFormat();
    private final Messages words = Messages.in(Messages.VIETNAMESE);

    public FormPapers(Projections projections, Figures figures, FigureDesk desk) {
        this.projections = projections;
        this.figures = figures;
        this.desk = desk;
    }

    /// @throws Failure for whatever cannot be answered; `VALUE_UNKNOWN` for a form there is not
    public Draft of(StatisticsQuestion question, String number) {
        question.check();
        var authority = figures.mainAuthority(question).orElse(null);
        var found = desk.form(question, number);
        var answer = found.answer();
        var period = PeriodName.of(answer.period(), words);
        var office = office(authority);
        var content = new ArrayList<Block>();
        content.add(
                new Block.Paragraph(
                        PaperTexts.text(
                                "form.days",
                                format.date(answer.from()),
                                format.date(answer.to()))));
        content.add(new Block.Tabular(table(found.form())));
        content.add(new Block.Paragraph(PaperTexts.text("form.signs")));
        content.add(
                new Block.Paragraph(PaperTexts.text("source", format.time(answer.recordedAt()))));
        var notice =
                authority != null && figures.isReconstructed(authority, answer)
                        ? PaperTexts.text("report.reconstructed")
                        : null;
        var paper =
                new Paper(
                        office == null ? List.of(PaperTexts.text("form.everybody")) : office.body(),
                        PaperTexts.text("form.number", found.form().code().number()),
                        office == null
                                ? PaperTexts.text("place.date", "…", answer.to().getYear())
                                : office.placeAndOpenDate(answer.to().getYear()),
                        PaperTexts.text("form.kind." + found.form().code().number()),
                        PaperTexts.text("form.subject", period),
                        notice,
                        content,
                        office == null
                                ? List.of(PaperTexts.text("signature.head"))
                                : office.signature(),
                        List.of(
                                PaperTexts.text("receivers.above.office"),
                                PaperTexts.text("receivers.file")),
                        null,
                        null,
                        Paper.Look.DRAFT_ACROSS);
        return new Draft(
                paper,
                "bieu-"
                        + number.strip()
                        + "_"
                        + String.valueOf(question.period())
                                .strip()
                                .replaceAll("[^A-Za-z0-9.-]", "-"));
    }

    private @Nullable Office office(@Nullable UnitId authority) {
        return authority == null
                ? null
                : projections.statistics().unit(authority).map(Office::of).orElse(null);
    }

    private Paper.Table table(OfficialForm form) {
        var head = new ArrayList<String>();
        head.add(PaperTexts.text("column.number"));
        head.add(PaperTexts.text("column.target"));
        form.columns().forEach(column -> head.add(words.of(column)));
        head.add(PaperTexts.text("column.note"));
        var rows = new ArrayList<List<Cell>>();
        for (var row : form.rows()) {
            rows.add(row(rows.size() + 1, row, form.columns().size()));
        }
        return new Paper.Table("", head, rows, 2, false, shares(form.columns().size()));
    }

    private List<Cell> row(int number, OfficialForm.Row row, int columns) {
        var cells = new ArrayList<Cell>();
        cells.add(PaperBook.words("%02d".formatted(number)));
        cells.add(PaperBook.words(words.of(row.row())));
        var gap = row.gap();
        for (int c = 0; c < columns; c++) {
            cells.add(gap == null ? figure(row.counts().get(c)) : new Cell.Unknown());
        }
        cells.add(PaperBook.words(gap == null ? "" : words.of(gap)));
        return cells;
    }

    private Cell figure(long value) {
        return new Cell.Figure(value, value == 0 ? "–" : format.number(value, Messages.VIETNAMESE));
    }

    /// What rounding leaves goes to the words.
    private static List<Integer> shares(int columns) {
        int note = columns > FEW ? NOTE_SHARE : WIDE_NOTE_SHARE;
        int each = (100 - NUMBER_SHARE - WORDS_SHARE - note) / columns;
        var shares = new ArrayList<Integer>();
        shares.add(NUMBER_SHARE);
        shares.add(100 - NUMBER_SHARE - note - each * columns);
        for (int c = 0; c < columns; c++) {
            shares.add(each);
        }
        shares.add(note);
        return shares;
    }
}
