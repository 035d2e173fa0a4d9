package vn.sovang.api.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.tlog.MalformedLogDataException;

/// What every command of a witness's own side has. None of them opens a ledger.
final class WitnessOptions {
    @Option(names = "--dir", paramLabel = "DIR", descriptionKey = "witness-dir")
    Path folder = Path.of("witness");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help")
    boolean help;

    /// What a text that strangers wrote is answered with.
    static Failure malformed(MalformedLogDataException wrong) {
        return Failure.of(
                        FailureCode.WITNESS_TEXT_MALFORMED,
                        "reason",
                        String.valueOf(wrong.getMessage()))
                .because(wrong);
    }
}
