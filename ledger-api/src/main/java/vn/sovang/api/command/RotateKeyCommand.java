package vn.sovang.api.command;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.Ledger;
import vn.sovang.Submission;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.founding.ChangeSigningKey;

/// `rotate-key begin` and `rotate-key finish`: a new signing key takes over, with a time between in
/// which both sign. Works beside a running service, which signs with the new key from its next
/// checkpoint on.
@Command(name = "rotate-key", sortOptions = false)
final class RotateKeyCommand implements Callable<Integer> {
    private static final String ROLE = "OPERATOR";
    private static final int REFUSED = 1;

    private final Console console;

    /// Lower case, as they are typed.
    private enum Step {
        begin,
        finish
    }

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "begin|finish", descriptionKey = "rotate-step")
    private Step step = Step.begin;

    @Option(names = "--by", paramLabel = "USER", descriptionKey = "rotate-by")
    private String by = "cli";

    RotateKeyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (var installation = data.open(console)) {
            var ledger = installation.ledger();
            return print(ledger, change(ledger));
        }
    }

    private Submission change(Ledger ledger) {
        return switch (step) {
            case begin -> ledger.introduceSigningKey(origin());
            case finish -> ledger.retireSigningKey(origin());
        };
    }

    private Origin origin() {
        return ChangeSigningKey.origin(
                Request.of(UUID.randomUUID(), "rotate-key " + step),
                new Actor(by, ROLE, null),
                Instant.now());
    }

    private int print(Ledger ledger, Submission submission) {
        var messages = console.messages();
        return switch (submission) {
            case Receipt receipt -> {
                ledger.seal();
                var key = ledger.signingKeys().inUse().getLast();
                var text = "cli.rotate." + step;
                console.print(messages.text(text, key, console.number(receipt.last())));
                yield 0;
            }
            case Declined declined -> {
                var refused = declined.refused();
                console.say("cli.error", messages.refusal(refused), refused.code());
                yield REFUSED;
            }
        };
    }
}
