package vn.sovang.api.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import vn.sovang.witness.Witness;
import vn.sovang.witness.WitnessServer;

/// `witness serve`: answers logs and monitors over HTTP until told to stop.
@Command(name = "serve", sortOptions = false)
final class WitnessServeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private final WitnessOptions options = new WitnessOptions();

    @Option(names = "--listen", paramLabel = "HOST:PORT", descriptionKey = "listen")
    private String listen = "127.0.0.1:8090";

    WitnessServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var address = address(listen);
        var witness = Witness.open(options.folder, InstantSource.system());
        Logs.to(options.folder);
        var server = WitnessServer.start(witness, address);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    console.say("cli.serve.stopping");
                                    server.close();
                                },
                                "stop"));
        console.print(
                console.messages()
                        .text(
                                "cli.witness.listening",
                                witness.verifierKey(),
                                "http://" + host(address) + ":" + server.port()));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static String host(InetSocketAddress address) {
        var host = address.getHostString();
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /// The last colon separates: an IPv6 address stands in brackets before it.
    private InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        var port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 0xffff) {
            throw new ParameterException(
                    new CommandLine(this),
                    console.messages().text("cli.value", "--listen", listen));
        }
        var host = text.substring(0, colon).replaceAll("^\\[(.*)]$", "$1");
        return new InetSocketAddress(host, Integer.parseInt(port));
    }
}
