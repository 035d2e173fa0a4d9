package vn.sovang.api.command;

import java.time.Instant;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.WitnessPolicy;
import vn.sovang.witness.Quorum;

/// Prints which witnesses of a policy cosigned a checkpoint, and answers the exit code: 0 if enough
/// of them did, 1 if not.
final class QuorumPrinter {
    private final Console console;
    private final boolean json;

    /// @param json the result is for a program: what is said here goes beside it
    QuorumPrinter(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    int print(WitnessPolicy believed, SignedNote checkpoint) {
        var quorum = Quorum.of(believed, checkpoint);
        for (var it : quorum.cosigned()) {
            say("cli.verify.cosigned", it.witness(), Instant.ofEpochSecond(it.posixSeconds()));
        }
        for (var name : quorum.forged()) {
            say("cli.verify.forged", name);
        }
        if (quorum.met()) {
            say("cli.verify.quorum");
            return 0;
        }
        say("cli.verify.noquorum", String.join(", ", quorum.missing()));
        return 1;
    }

    private void say(String key, Object... arguments) {
        if (json) {
            console.say(key, arguments);
        } else {
            console.print(console.messages().text(key, arguments));
        }
    }
}
