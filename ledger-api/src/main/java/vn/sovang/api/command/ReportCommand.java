package vn.sovang.api.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/// `report`: reports issued from the ledger, restated, and compared with what it knows now.
@Command(name = "report", sortOptions = false)
final class ReportCommand implements Runnable {
    private final Console console;

    @Mixin CommandLineInterface.HelpOption help = new CommandLineInterface.HelpOption();

    private ReportCommand(Console console) {
        this.console = console;
    }

    static CommandLine all(Console console) {
        return new CommandLine(new ReportCommand(console))
                .addSubcommand("issue", new ReportIssueCommand(console))
                .addSubcommand("restate", new ReportRestateCommand(console))
                .addSubcommand("list", new ReportListCommand(console))
                .addSubcommand("show", new ReportShowCommand(console))
                .addSubcommand("reconcile", new ReportReconcileCommand(console));
    }

    @Override
    public void run() {
        throw new ParameterException(
                new CommandLine(this), console.messages().text("cli.report.missing"));
    }
}
