package vn.sovang.api.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.sovang.access.Accessor;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.vocabulary.IllegalValue;

/// Who sits at the command line, for the access log: who says so, else the account at the machine.
/// Either is a claim.
final class ByOption {
    private static final String ROLE = "OPERATOR";

    @Option(names = "--by", paramLabel = "USER", descriptionKey = "access-by")
    private @Nullable String by;

    Accessor accessor() {
        if (by == null) {
            return account();
        }
        try {
            return Accessor.claimed(by, ROLE);
        } catch (IllegalValue unusable) {
            throw Failure.at("--by", FailureCode.PARAMETER_MALFORMED, by).because(unusable);
        }
    }

    static Accessor account() {
        try {
            return Accessor.claimed(System.getProperty("user.name", "-"), ROLE);
        } catch (IllegalValue unusable) {
            return Accessor.NOBODY;
        }
    }
}
