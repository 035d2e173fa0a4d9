package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.api.register.RegisterDesk;

/// `compare`: tells what differs in one thing between two moments.
@Command(name = "compare", sortOptions = false)
final class CompareCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "thing")
    private String id = "";

    @Option(
            names = "--from",
            paramLabel = "POSITION|TIME",
            required = true,
            descriptionKey = "compare-from")
    private String from = "";

    @Option(names = "--to", paramLabel = "POSITION|TIME", descriptionKey = "compare-to")
    private @Nullable String to;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        try (var installation = data.open(console)) {
            installation.catchUp();
            var desk = new RegisterDesk(installation.ledger(), installation.projections());
            if (json) {
                console.print(RegisterJson.write(desk.compare(id, from, to)));
            } else {
                new RegisterPrinter(console)
                        .print(desk.differences(id, from, to, console.messages()));
            }
        }
        return 0;
    }
}
