package vn.sovang.api.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/// `witness`: both sides of having checkpoints cosigned. `init`, `trust`, `serve` and `cosign` are
/// the witness's, `request` and `accept` the office's.
@Command(name = "witness", sortOptions = false)
final class WitnessCommand implements Runnable {
    private final Console console;

    @Mixin CommandLineInterface.HelpOption help = new CommandLineInterface.HelpOption();

    private WitnessCommand(Console console) {
        this.console = console;
    }

    static CommandLine all(Console console) {
        return new CommandLine(new WitnessCommand(console))
                .addSubcommand("init", new WitnessInitCommand(console))
                .addSubcommand("trust", new WitnessTrustCommand(console))
                .addSubcommand("serve", new WitnessServeCommand(console))
                .addSubcommand("cosign", new WitnessCosignCommand(console))
                .addSubcommand("request", new WitnessRequestCommand(console))
                .addSubcommand("accept", new WitnessAcceptCommand(console));
    }

    @Override
    public void run() {
        throw new ParameterException(
                new CommandLine(this), console.messages().text("cli.witness.missing"));
    }
}
