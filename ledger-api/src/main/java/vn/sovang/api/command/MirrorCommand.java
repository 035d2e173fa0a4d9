package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.api.log.MirrorTokens;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// `mirror grant|revoke|list`: who may read the entries of the log over the network. Works on a
/// file; opens no database.
@Command(name = "mirror", sortOptions = false)
final class MirrorCommand implements Callable<Integer> {
    private final Console console;

    @Mixin CommandLineInterface.HelpOption help = new CommandLineInterface.HelpOption();

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    private Path data = Path.of("data");

    @Parameters(index = "0", paramLabel = "grant|revoke|list", descriptionKey = "mirror-action")
    private String action = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", descriptionKey = "mirror-name")
    private @Nullable String name;

    MirrorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var tokens = new MirrorTokens(data);
        var messages = console.messages();
        switch (action) {
            case "grant" -> {
                var token = grant(tokens, name());
                console.say("cli.mirror.granted", name());
                console.print(token);
            }
            case "revoke" -> {
                if (!tokens.revoke(name())) {
                    console.say("cli.mirror.unknown", name());
                    return 1;
                }
                console.print(messages.text("cli.mirror.revoked", name()));
            }
            case "list" -> tokens.names().forEach(console::print);
            default -> throw Failure.at("grant|revoke|list", FailureCode.VALUE_UNKNOWN, action);
        }
        return 0;
    }

    private String name() {
        if (name == null) {
            throw Failure.at("NAME", FailureCode.PARAMETER_MISSING, "");
        }
        return name;
    }

    private static String grant(MirrorTokens tokens, String name) throws IOException {
        try {
            return tokens.grant(name, new SecureRandom());
        } catch (IllegalArgumentException e) {
            throw Failure.at("NAME", FailureCode.PARAMETER_MALFORMED, name).because(e);
        }
    }
}
