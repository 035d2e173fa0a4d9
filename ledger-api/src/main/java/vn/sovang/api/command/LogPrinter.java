package vn.sovang.api.command;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.evidence.BundleReport.Standing;
import vn.sovang.seal.CheckReport;
import vn.sovang.seal.Finding;

/// Prints what verifying an exported log came to, and answers the exit code.
final class LogPrinter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Console console;
    private final boolean json;
    private final boolean keyBesideLog;

    LogPrinter(Console console, boolean json, boolean keyBesideLog) {
        this.console = console;
        this.json = json;
        this.keyBesideLog = keyBesideLog;
    }

    /// The form for programs.
    private record Log(
            String kind,
            boolean sound,
            long size,
            String root,
            boolean keyBesideLog,
            Standing unaltered,
            long unalteredSince,
            List<Finding> findings) {}

    int print(CheckReport report, Standing unaltered, long since) {
        boolean sound = report.intact() && unaltered != Standing.NOT_PROVED;
        if (json) {
            console.print(
                    JSON.writeValueAsString(
                            new Log(
                                    "LOG",
                                    sound,
                                    report.size(),
                                    report.root().toBase64(),
                                    keyBesideLog,
                                    unaltered,
                                    since,
                                    report.findings())));
        } else {
            new CheckPrinter(console).print(report, "cli.check.size");
            if (unaltered != Standing.NOT_ASKED) {
                console.print(
                        console.messages()
                                .text("cli.bundle.unaltered." + unaltered, console.number(since)));
            }
        }
        return sound ? 0 : 1;
    }
}
