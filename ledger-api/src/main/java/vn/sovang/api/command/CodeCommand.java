package vn.sovang.api.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.sovang.api.PublicAddress;
import vn.sovang.api.paper.SquareCode;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.verification.PrintedCode;
import vn.sovang.api.verification.PrintedCodes;

/// `code`: the code to print on an item, or for an award of which nothing was issued yet.
@Command(name = "code", sortOptions = false)
final class CodeCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private final Console console;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "code-of")
    private String id = "";

    @Option(names = "--url", paramLabel = "URL", descriptionKey = "code-url")
    private @Nullable String url;

    @Option(names = "--qr", paramLabel = "FILE.svg|FILE.png", descriptionKey = "code-qr")
    private @Nullable Path square;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    CodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        var base = base();
        if (square != null) {
            requireDrawable(square, base);
        }
        try (var installation = data.open(console)) {
            installation.catchUp();
            var printed = new PrintedCodes(installation.projections()).named(id, base);
            if (square != null) {
                write(square, printed.address());
            }
            print(printed, base.isEmpty());
        }
        return 0;
    }

    /// Empty where nobody said.
    private String base() {
        var given = url == null ? PublicAddress.configured().orElse("") : url.strip();
        return given.replaceAll("/+$", "");
    }

    private void requireDrawable(Path file, String base) {
        if (base.isEmpty()) {
            throw Failure.of(FailureCode.PUBLIC_ADDRESS_MISSING);
        }
        if (!isSvg(file) && !name(file).endsWith(".png") && spec != null) {
            throw new ParameterException(
                    new CommandLine(spec), console.messages().text("cli.code.extension", file));
        }
    }

    private static String name(Path file) {
        return file.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isSvg(Path file) {
        return name(file).endsWith(".svg");
    }

    private void write(Path file, String address) throws IOException {
        Files.write(
                file,
                isSvg(file)
                        ? SquareCode.svg(address).getBytes(StandardCharsets.UTF_8)
                        : SquareCode.png(address));
        console.say("cli.code.written", file);
    }

    private void print(PrintedCode printed, boolean unaddressed) {
        if (json) {
            console.print(
                    RegisterJson.write(
                            Map.of("code", printed.code(), "address", printed.address())));
            return;
        }
        var messages = console.messages();
        console.print(messages.text("cli.code.line", printed.code()));
        console.print(
                messages.text(
                        unaddressed ? "cli.code.unaddressed" : "cli.code.address",
                        printed.address()));
    }
}
