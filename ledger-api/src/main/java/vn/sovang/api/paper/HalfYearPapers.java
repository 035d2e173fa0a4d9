package vn.sovang.api.paper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.api.paper.Paper.Annex;
import vn.sovang.api.paper.Paper.Block;
import vn.sovang.api.paper.Paper.Cell.Figure;
import vn.sovang.api.paper.Paper.Cell.Words;
import vn.sovang.api.paper.Paper.Proof;
import vn.sovang.api.paper.Paper.Table;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.statistics.PeriodName;
import vn.sovang.api.statistics.StatisticsQuestion;
import vn.sovang.api.statistics.StatisticsTable;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.decider.Origin;
import vn.sovang.projection.report.Counts;
import vn.sovang.projection.report.HalfYearReport;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

/// Writes what a report on a period tells of commendations (mục II.4) as a draft for the office:
/// both paragraphs, and the tables as its annex.
///
/// The narrative around it is written by people; number, date and signature come from the office.
public final class HalfYearPapers {
    private final Ledger ledger;
    private final Figures figures;
    private final VietnameseFormat format = new VietnameseFormat();

    public HalfYearPapers(Ledger ledger, Figures figures) {
        this.ledger = ledger;
        this.figures = figures;
    }

    /// @param proven with what proves the figures on a separate last page (R13)
    /// @throws Failure for whatever cannot be answered; `PARAMETER_MISSING` where several
    ///   authorities decided in the period and none is named; `NO_CHECKPOINT_YET` where a proof is
    ///   wanted and nothing that covers the figures is signed
    public Draft write(StatisticsQuestion question, boolean proven) {
        question.check();
        var authority =
                figures.mainAuthority(question)
                        .orElseThrow(
                                () -> Failure.at("authority", FailureCode.PARAMETER_MISSING, ""));
        var report = figures.report(question, authority);
        var answer = report.figures();
        var period = PeriodName.of(answer.period(), Messages.in(Messages.VIETNAMESE));
        var office = Office.of(report.authority());
        var paper =
                new Paper(
                        office.body(),
                        office.number("BC"),
                        office.placeAndOpenDate(answer.to().getYear()),
                        PaperTexts.text("report.kind"),
                        PaperTexts.text("report.subject", period),
                        notice(authority, answer),
                        List.of(
                                new Block.Heading(PaperTexts.text("report.section")),
                                new Block.Heading(PaperTexts.text("report.heading")),
                                new Block.Paragraph(report.emulation()),
                                new Block.Paragraph(report.resistance())),
                        office.signature(),
                        List.of(
                                PaperTexts.text("receivers.above"),
                                PaperTexts.text("receivers.council"),
                                PaperTexts.text("receivers.file")),
                        annex(report, period),
                        proven ? proof(question, answer) : null,
                        Paper.Look.DRAFT);
        return new Draft(paper, fileName(question, answer));
    }

    private @Nullable String notice(UnitId authority, Answered answer) {
        return figures.isReconstructed(authority, answer)
                ? PaperTexts.text("report.reconstructed")
                : null;
    }

    private Annex annex(HalfYearReport report, String period) {
        var answer = report.figures();
        var table = StatisticsTable.of(answer, report);
        var tables = new ArrayList<Table>();
        table.stages().forEach(stage -> tables.add(stage(stage)));
        if (table.reissueSum() > 0) {
            tables.add(reissues(table));
        }
        return new Annex(
                PaperTexts.text("annex.title"),
                PaperTexts.text("annex.subject", period),
                null,
                tables,
                PaperTexts.text(
                        "annex.source",
                        format.time(answer.recordedAt()),
                        format.date(answer.from()),
                        format.date(answer.to())),
                Paper.Lie.UPRIGHT);
    }

    private Table stage(StatisticsTable.Stage stage) {
        var rows = new ArrayList<List<Paper.Cell>>();
        for (var row : stage.rows()) {
            rows.add(row(Integer.toString(rows.size() + 1), row.award(), row.counts()));
        }
        rows.add(row("", PaperTexts.text("sum"), stage.sum()));
        return new Table(
                PaperTexts.text("annex." + stage.measure()),
                List.of(
                        PaperTexts.text("column.number"),
                        PaperTexts.text("column.award"),
                        PaperTexts.text("column.collectives"),
                        PaperTexts.text("column.individuals"),
                        PaperTexts.text("column.households"),
                        PaperTexts.text("column.sum")),
                rows,
                2,
                true);
    }

    private List<Paper.Cell> row(String number, String award, Counts counts) {
        return List.of(
                new Words(number),
                new Words(award),
                figure(counts.collectives()),
                figure(counts.individuals()),
                figure(counts.households()),
                figure(counts.total()));
    }

    private Table reissues(StatisticsTable table) {
        var rows = new ArrayList<List<Paper.Cell>>();
        for (var kind : ReissueKind.values()) {
            rows.add(
                    List.of(
                            new Words(PaperTexts.text("kind." + kind)),
                            figure(table.reissues().getOrDefault(kind, 0L))));
        }
        rows.add(List.of(new Words(PaperTexts.text("sum")), figure(table.reissueSum())));
        return new Table(
                PaperTexts.text("annex.reissue"),
                List.of(PaperTexts.text("column.kind"), PaperTexts.text("column.cases")),
                rows,
                1,
                true);
    }

    private Figure figure(long value) {
        return new Figure(value, value == 0 ? "–" : format.number(value, Messages.VIETNAMESE));
    }

    private Proof proof(StatisticsQuestion question, Answered answer) {
        return Proofs.of(
                ledger,
                answer.position(),
                PaperTexts.text(
                        "proof.verify", String.valueOf(question.period()), answer.position()));
    }

    /// `bao-cao-khen-thuong_2024-H1_so-ghi-den-2024-07-05`.
    private static String fileName(StatisticsQuestion question, Answered answer) {
        var known =
                answer.recordedAt() == null
                        ? "0"
                        : answer.recordedAt().atZone(Origin.VIETNAM).toLocalDate().toString();
        var period = String.valueOf(question.period()).strip().replaceAll("[^A-Za-z0-9.-]", "-");
        return "bao-cao-khen-thuong_" + period + "_so-ghi-den-" + known;
    }
}
