package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.sovang.tlog.WitnessPolicy;
import vn.sovang.witness.PolicyFile;

/// Which witnesses are believed, where a command depends on it.
final class PolicyOption {
    @Option(names = "--policy", paramLabel = "FILE", descriptionKey = "witness-policy")
    @Nullable Path file;

    /// The policy that was named; one that is not there was named by mistake.
    ///
    /// @return null if none was named
    @Nullable WitnessPolicy require() throws IOException {
        return file == null ? null : PolicyFile.read(file);
    }
}
