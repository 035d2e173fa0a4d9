package vn.sovang.api.command;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import vn.sovang.api.Installation;
import vn.sovang.api.Site;

/// How to serve, and serving until told to stop.
final class SiteOptions {
    @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
    int port = 8080;

    @Option(names = "--address", paramLabel = "ADDRESS", descriptionKey = "address")
    String address = "127.0.0.1";

    /// Serves until the process is told to end (Ctrl+C, SIGTERM), then closes the site and after it
    /// the installation, so that the database is the last to go.
    ///
    /// @param before told of the site's address, before people are
    void serve(Console console, Installation installation, Consumer<String> before) {
        var site = Site.start(installation, address, port);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    console.say("cli.serve.stopping");
                                    site.close();
                                    installation.close();
                                },
                                "stop"));
        before.accept(site.url());
        console.print(console.messages().text("cli.serve.listening", site.url()));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
