package vn.sovang.api.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import vn.sovang.Ledger;
import vn.sovang.seal.Cosignatures;
import vn.sovang.tlog.AddCheckpointRequest;
import vn.sovang.tlog.SignedNote;

/// `witness request`: what the office brings to a witness that is not on the network (C2SP
/// tlog-witness, body of `add-checkpoint`).
@Command(name = "request", sortOptions = false)
final class WitnessRequestCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final PolicyOption policy = new PolicyOption();
    @Mixin private final OutOption out = new OutOption();

    @Option(names = "--old", paramLabel = "N", descriptionKey = "old")
    private @Nullable Long old;

    @Option(names = "--witness", paramLabel = "NAME", descriptionKey = "witness-which")
    private @Nullable String name;

    WitnessRequestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (old != null && old < 0) {
            throw wrong("--old", old.toString());
        }
        try (var installation = data.open(console, policy)) {
            var ledger = installation.ledger();
            var checkpoint = ledger.seal();
            long from = old == null ? last(ledger) : old;
            if (from > checkpoint.size()) {
                throw wrong("--old", Long.toString(from));
            }
            var path = ledger.published().consistency(from, checkpoint.size()).path();
            var note = SignedNote.parse(checkpoint.note().getBytes(UTF_8));
            var request = new AddCheckpointRequest(from, path, note);
            out.write(console, new String(request.bytes(), UTF_8));
        }
        return 0;
    }

    /// What the witness cosigned last, as far as this ledger knows; 0 where the policy names none.
    private long last(Ledger ledger) {
        var meant =
                ledger.policy().witnesses().stream()
                        .filter(witness -> name == null || name.equals(witness.name()))
                        .toList();
        if (meant.size() > 1 || (meant.isEmpty() && name != null)) {
            throw wrong("--witness", name == null ? "?" : name);
        }
        return meant.stream()
                .flatMap(witness -> ledger.cosignatures().last(witness.key()).stream())
                .mapToLong(Cosignatures.Last::size)
                .findFirst()
                .orElse(0);
    }

    private ParameterException wrong(String option, String value) {
        return new ParameterException(
                new CommandLine(this), console.messages().text("cli.value", option, value));
    }
}
