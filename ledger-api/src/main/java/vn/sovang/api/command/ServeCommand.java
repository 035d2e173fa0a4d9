package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.sovang.api.Installation;

/// `serve`: the pages and the programming interface, until told to stop.
@Command(name = "serve", sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();
    @Mixin private final PolicyOption policy = new PolicyOption();
    @Mixin private final SiteOptions site = new SiteOptions();

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (var installation = data.open(console, policy)) {
            site.serve(console, installation, _ -> printFirst(installation));
        }
        return 0;
    }

    private void printFirst(Installation installation) {
        installation
                .accounts()
                .first()
                .ifPresent(issued ->
                        console.print(
                                console.messages()
                                        .text(
                                                "cli.serve.first",
                                                issued.account().id(),
                                                issued.password())));
    }
}
