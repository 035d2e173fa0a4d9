package vn.sovang.api.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/// `paper`: drafts of the papers an office sends, in Word, Excel, PDF or plain text.
@Command(name = "paper", sortOptions = false)
final class PaperCommand implements Runnable {
    private final Console console;

    @Mixin CommandLineInterface.HelpOption help = new CommandLineInterface.HelpOption();

    private PaperCommand(Console console) {
        this.console = console;
    }

    static CommandLine all(Console console) {
        return new CommandLine(new PaperCommand(console))
                .addSubcommand("submission", new PaperSubmissionCommand(console))
                .addSubcommand("reissue-list", new PaperReissueCommand(console))
                .addSubcommand("confirmation", new PaperConfirmationCommand(console))
                .addSubcommand("form", new PaperFormCommand(console))
                .addSubcommand("certificates", new PaperCertificatesCommand(console));
    }

    @Override
    public void run() {
        throw new ParameterException(
                new CommandLine(this), console.messages().text("cli.paper.missing"));
    }
}
