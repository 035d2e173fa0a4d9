package vn.sovang.api.command;

import vn.sovang.seal.CheckReport;

/// Prints what a check found, and answers the exit code: 0 intact, 1 tampered.
final class CheckPrinter {
    /// A terminal is no place for a thousand findings; the number of all of them is printed.
    private static final int SHOWN = 50;

    private final Console console;

    CheckPrinter(Console console) {
        this.console = console;
    }

    /// @param head key of the first line: which log it was
    int print(CheckReport report, String head) {
        var messages = console.messages();
        console.print(
                messages.text(
                        head,
                        console.number(report.size()),
                        report.root(),
                        console.number(report.checkpoints())));
        report.notes()
                .forEach(n -> console.print(messages.text("cli.check.note", n.explanation())));
        if (report.intact()) {
            console.print(messages.text("cli.check.intact"));
            return 0;
        }
        console.print(messages.text("cli.check.damaged", console.number(report.findings().size())));
        report.findings().stream()
                .limit(SHOWN)
                .forEach(f ->
                        console.print(
                                messages.text(
                                        "cli.check.finding",
                                        messages.text("value.What." + f.what()),
                                        console.number(f.position()),
                                        f.explanation())));
        return 1;
    }
}
