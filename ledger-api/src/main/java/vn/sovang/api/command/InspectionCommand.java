package vn.sovang.api.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import vn.sovang.inspection.InspectionCommand.AcceptExplanation;
import vn.sovang.inspection.InspectionCommand.ReopenFinding;

/// `inspection`: opened under a decision; sample, findings, explanations, end, annex.
@Command(name = "inspection", sortOptions = false)
final class InspectionCommand implements Runnable {
    private final Console console;

    @Mixin CommandLineInterface.HelpOption help = new CommandLineInterface.HelpOption();

    private InspectionCommand(Console console) {
        this.console = console;
    }

    static CommandLine all(Console console) {
        return new CommandLine(new InspectionCommand(console))
                .addSubcommand("open", new InspectionOpenCommand(console))
                .addSubcommand("list", new InspectionListCommand(console))
                .addSubcommand("show", new InspectionShowCommand(console))
                .addSubcommand("sample", new InspectionSampleCommand(console))
                .addSubcommand("find", new InspectionFindCommand(console))
                .addSubcommand("explain", new InspectionExplainCommand(console))
                .addSubcommand(
                        "accept", new InspectionVerdictCommand(console, AcceptExplanation::new))
                .addSubcommand("reopen", new InspectionVerdictCommand(console, ReopenFinding::new))
                .addSubcommand("close", new InspectionCloseCommand(console))
                .addSubcommand("annex", new InspectionAnnexCommand(console));
    }

    @Override
    public void run() {
        throw new ParameterException(
                new CommandLine(this), console.messages().text("cli.inspection.missing"));
    }
}
