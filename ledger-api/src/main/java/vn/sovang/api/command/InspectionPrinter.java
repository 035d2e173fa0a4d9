package vn.sovang.api.command;

import java.util.function.Function;
import java.util.function.LongFunction;
import vn.sovang.Submission;
import vn.sovang.api.Installation;
import vn.sovang.api.inspection.Annex;
import vn.sovang.api.inspection.InspectionDesk;
import vn.sovang.api.inspection.InspectionFile;
import vn.sovang.api.inspection.InspectionForms.SampleForm;
import vn.sovang.api.report.ReportNames;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.decider.Command;
import vn.sovang.projection.inspection.InspectionAct;
import vn.sovang.projection.inspection.InspectionRow;

/// Prints inspections, and what came of an act in one.
final class InspectionPrinter {
    private final Console console;
    private final Messages texts;
    private final VietnameseFormat format = new VietnameseFormat();

    InspectionPrinter(Console console) {
        this.console = console;
        this.texts = console.messages();
    }

    /// Records a command and says what came of it.
    ///
    /// @param done sentence for the position it was recorded at
    int record(Installation installation, Command command, LongFunction<String> done) {
        return switch (installation.ledger().submit(command)) {
            case Submission.Declined(var refused) -> {
                console.say("cli.error", texts.refusal(refused), refused.code());
                yield 1;
            }
            case Submission.Receipt receipt -> {
                console.print(done.apply(receipt.last()));
                yield 0;
            }
        };
    }

    int record(Installation installation, Command command) {
        return record(installation, command, p -> texts.text("cli.inspection.done", p));
    }

    /// One line of the list.
    void head(InspectionRow row) {
        console.print(
                texts.text(
                        "cli.inspection.head",
                        row.id(),
                        texts.text(
                                "inspections.order",
                                row.number(),
                                format.date(row.opened().on()),
                                row.body()),
                        state(row)));
    }

    private String state(InspectionRow row) {
        var closed = row.closed();
        return closed == null
                ? texts.text("inspections.state.open")
                : texts.text(
                        "inspections.state.closed", ReportNames.document(closed.document(), texts));
    }

    /// One inspection with its findings, and what was known at its cut-off.
    ///
    /// @param sealed what an act's sealed part says; empty where it has none or stays closed
    void show(
            InspectionFile file,
            InspectionDesk.DrawnSample sample,
            Function<InspectionAct, String> sealed) {
        head(file.inspection());
        for (var finding : file.inspection().findings()) {
            console.print(
                    texts.text(
                            "cli.inspection.finding",
                            finding.number(),
                            texts.of(finding.severity()),
                            finding.about(),
                            finding.found().words(),
                            texts.of(finding.state())));
            finding.acts().forEach(act -> act(act, sealed.apply(act)));
        }
        var annex = Annex.of(file, sample);
        annex.head().forEach(l -> console.print("  " + l.name() + ": " + l.value()));
        table(annex.tables().get(2));
        table(annex.tables().get(3));
    }

    private void act(InspectionAct act, String sealed) {
        console.print(
                texts.text(
                        "cli.inspection.act",
                        texts.of(act.kind()),
                        act.words(),
                        act.by(),
                        format.date(act.on()),
                        act.position()));
        if (!sealed.isEmpty()) {
            console.print("       " + sealed);
        }
    }

    private void table(Annex.Table table) {
        console.print("  " + (table.rows().isEmpty() ? table.none() : table.caption()));
        table.rows().forEach(cells -> console.print("    " + String.join(" · ", cells)));
    }

    /// The sample, a line an event.
    void sample(SampleForm sample) {
        for (var drawn : sample.drawn()) {
            console.print(
                    texts.text(
                            "cli.inspection.drawn",
                            drawn.place(),
                            drawn.position(),
                            format.date(drawn.effectiveOn()),
                            String.valueOf(drawn.document()),
                            drawn.leafHash()));
        }
    }
}
