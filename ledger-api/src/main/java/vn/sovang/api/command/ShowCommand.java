package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.api.register.RegisterDesk;

/// `show`: shows one thing of the register as it was known at a moment, as JSON.
@Command(name = "show", sortOptions = false)
final class ShowCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "thing")
    private String id = "";

    @Option(names = "--known-at", paramLabel = "POSITION|TIME", descriptionKey = "known-at")
    private @Nullable String knownAt;

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (var installation = data.open(console)) {
            installation.catchUp();
            var desk = new RegisterDesk(installation.ledger(), installation.projections());
            console.print(RegisterJson.write(desk.show(id, knownAt)));
        }
        return 0;
    }
}
