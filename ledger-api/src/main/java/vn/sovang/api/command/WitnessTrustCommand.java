package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.witness.Witness;

/// `witness trust VKEY`: from now on the witness cosigns for this log; for a log that changes its
/// key, under both.
@Command(name = "trust", sortOptions = false)
final class WitnessTrustCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final WitnessOptions options = new WitnessOptions();

    @Parameters(paramLabel = "VKEY", descriptionKey = "witness-log")
    private String vkey = "";

    WitnessTrustCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try {
            var key = VerifierKey.parse(vkey.strip());
            var said =
                    Witness.trust(options.folder, key)
                            ? "cli.witness.trusted"
                            : "cli.witness.trusted.before";
            console.print(console.messages().text(said, key.name(), key.keyIdHex()));
        } catch (MalformedLogDataException e) {
            throw WitnessOptions.malformed(e);
        }
        return 0;
    }
}
