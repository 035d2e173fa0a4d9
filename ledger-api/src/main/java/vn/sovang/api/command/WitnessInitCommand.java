package vn.sovang.api.command;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.tlog.KeyType;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.witness.Witness;

/// `witness init NAME`: makes the folder of a witness and prints its public key; the same key again
/// if it has one.
@Command(name = "init", sortOptions = false)
final class WitnessInitCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final WitnessOptions options = new WitnessOptions();

    @Parameters(paramLabel = "NAME", descriptionKey = "witness-name")
    private String name = "";

    @Option(names = "--post-quantum", descriptionKey = "post-quantum")
    private boolean postQuantum;

    WitnessInitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var type = postQuantum ? KeyType.ML_DSA_44_COSIGNATURE : KeyType.ED25519_COSIGNATURE;
        try {
            console.print(Witness.make(options.folder, name, type, new SecureRandom()).toString());
        } catch (MalformedLogDataException e) {
            throw WitnessOptions.malformed(e);
        }
        return 0;
    }
}
