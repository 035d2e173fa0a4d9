package vn.sovang.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.tlog.WitnessPolicy;

/// The office's choice of witnesses, in a file (*chính sách chứng kiến*; C2SP tlog-policy).
public final class PolicyFile {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private PolicyFile() {}

    /// A policy file that cannot be used.
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(Path file, Exception cause) {
            super(file + ": " + cause.getMessage(), cause);
        }
    }

    /// Reads a policy.
    ///
    /// @throws Unusable naming the line that is wrong
    /// @throws IOException if there is no such file, or it cannot be read
    public static WitnessPolicy read(Path file) throws IOException {
        var content = Files.readAllBytes(file);
        return parse(file, content);
    }

    /// Reads a policy; where there is no file, only the log's own signature is asked for.
    ///
    /// @throws Unusable naming the line that is wrong
    public static WitnessPolicy readOrNone(Path file, VerifierKey log) {
        try {
            return DurableFile.read(file)
                    .map(content -> parse(file, content))
                    .orElseGet(() -> WitnessPolicy.ofLogOnly(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WitnessPolicy parse(Path file, byte[] content) {
        try {
            var policy = WitnessPolicy.parse(content);
            for (var witness : policy.witnesses()) {
                requireAddress(witness.url());
            }
            return policy;
        } catch (MalformedLogDataException | URISyntaxException wrong) {
            throw new Unusable(file, wrong);
        }
    }

    private static void requireAddress(@Nullable String url) throws URISyntaxException {
        if (url == null) {
            return;
        }
        var address = new URI(url);
        var scheme = address.getScheme();
        if (scheme == null || !SCHEMES.contains(scheme) || address.getHost() == null) {
            throw new URISyntaxException(url, "not an address of http or https");
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new URISyntaxException(url, "an address to which paths are added ends in a path");
        }
    }
}
