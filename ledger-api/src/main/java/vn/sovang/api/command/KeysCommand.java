package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.sovang.Ledger;
import vn.sovang.seal.KeyHistory;
import vn.sovang.seal.KeyHistory.Span;

/// `keys`: the log's signing keys, since when, and what each is good for.
@Command(name = "keys", sortOptions = false)
final class KeysCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    KeysCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (var installation = data.open(console)) {
            print(installation.ledger());
        }
        return 0;
    }

    private void print(Ledger ledger) {
        var messages = console.messages();
        console.print(messages.text("cli.keys.origin", ledger.verifierKey().name()));
        var history = ledger.signingKeys();
        for (var span : history.keys()) {
            long since = Math.max(1, span.introducedAt());
            var recorded = ledger.feed().after(since - 1, 1).getFirst();
            console.print(
                    messages.text(
                            "cli.keys.key",
                            span.key().keyIdHex(),
                            console.format().time(recorded.recordedAt()),
                            console.number(since),
                            messages.text("cli.keys." + state(span, history))));
            console.print("  " + span.key());
        }
    }

    private static String state(Span span, KeyHistory history) {
        if (!span.inUse()) {
            return "retired";
        }
        if (history.inUse().size() == 1) {
            return "only";
        }
        return span.key().equals(history.current()) ? "older" : "newer";
    }
}
