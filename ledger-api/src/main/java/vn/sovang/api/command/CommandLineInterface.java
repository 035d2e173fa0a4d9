package vn.sovang.api.command;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line as a whole.
public final class CommandLineInterface {
    /// What wrong usage answers.
    private static final int USAGE = 2;

    private CommandLineInterface() {}

    /// Runs one command and answers its exit code.
    public static int run(Console console, String... arguments) {
        var line =
                new CommandLine(new Root(console))
                        .addSubcommand("serve", new ServeCommand(console))
                        .addSubcommand("demo", new DemoCommand(console))
                        .addSubcommand("import", new ImportCommand(console))
                        .addSubcommand("statistics", new StatisticsCommand(console))
                        .addSubcommand("search", new SearchCommand(console))
                        .addSubcommand("report", ReportCommand.all(console))
                        .addSubcommand("paper", PaperCommand.all(console))
                        .addSubcommand("list", new ListCommand(console))
                        .addSubcommand("clocks", new ClocksCommand(console))
                        .addSubcommand("custody", new CustodyCommand(console))
                        .addSubcommand("anomalies", new AnomaliesCommand(console))
                        .addSubcommand("inspection", InspectionCommand.all(console))
                        .addSubcommand("numbers", new NumbersCommand(console))
                        .addSubcommand("show", new ShowCommand(console))
                        .addSubcommand("history", new HistoryCommand(console))
                        .addSubcommand("compare", new CompareCommand(console))
                        .addSubcommand("code", new CodeCommand(console))
                        .addSubcommand("check", new CheckCommand(console))
                        .addSubcommand("rebuild", new RebuildCommand(console))
                        .addSubcommand("export", new ExportCommand(console))
                        .addSubcommand("evidence", new EvidenceCommand(console))
                        .addSubcommand("access", new AccessCommand(console))
                        .addSubcommand("account", new AccountCommand(console))
                        .addSubcommand("mirror", new MirrorCommand(console))
                        .addSubcommand("verify", new VerifyCommand(console))
                        .addSubcommand("keygen", new KeygenCommand(console))
                        .addSubcommand("keys", new KeysCommand(console))
                        .addSubcommand("rotate-key", new RotateKeyCommand(console))
                        .addSubcommand("witness", WitnessCommand.all(console));
        line.setResourceBundle(help(console.messages().locale()))
                .setOut(console.out())
                .setErr(console.err())
                .setColorScheme(new ColorScheme.Builder(Ansi.OFF).build())
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((wrong, given) -> wrongUsage(console, wrong))
                .setExecutionExceptionHandler((failure, command, parsed) ->
                        new FailureReport(console).report(failure, command.getCommand()));
        return line.execute(arguments);
    }

    private static ResourceBundle help(Locale locale) {
        return ResourceBundle.getBundle(
                "cli", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    private static int wrongUsage(Console console, ParameterException wrong) {
        console.say("cli.error", sentence(console, wrong), "USAGE");
        var name = wrong.getCommandLine().getCommandSpec().qualifiedName(" ");
        console.say("cli.usage.hint", name.replaceFirst("^sovang ?", "").strip());
        return USAGE;
    }

    private static String sentence(Console console, ParameterException wrong) {
        var messages = console.messages();
        return switch (wrong) {
            case MissingParameterException missing ->
                    messages.text("cli.missing", names(missing.getMissing()));
            case UnmatchedArgumentException unknown ->
                    messages.text("cli.unknown", String.join(" ", unknown.getUnmatched()));
            default -> {
                var argument = wrong.getArgSpec();
                yield argument == null
                        ? messages.text("cli.bad", wrong.getMessage())
                        : messages.text(
                                "cli.value",
                                names(List.of(argument)),
                                wrong.getValue() == null ? "?" : wrong.getValue());
            }
        };
    }

    private static String names(List<ArgSpec> arguments) {
        return arguments.stream()
                .map(a -> a instanceof OptionSpec option ? option.longestName() : a.paramLabel())
                .collect(Collectors.joining(", "));
    }

    /// What runs where no command is named: the help, and the answer that this is wrong usage.
    @Command(name = "sovang", sortOptions = false)
    static final class Root implements Runnable {
        private final Console console;

        @Mixin HelpOption help = new HelpOption();

        Root(Console console) {
            this.console = console;
        }

        @Override
        public void run() {
            throw new ParameterException(
                    new CommandLine(this), console.messages().text("cli.command.missing"));
        }
    }

    /// `--help` alone.
    static final class HelpOption {
        @CommandLine.Option(
                names = {"-h", "--help"},
                usageHelp = true,
                descriptionKey = "help")
        boolean help;
    }
}
