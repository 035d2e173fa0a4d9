package vn.sovang.api.command;

import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.evidence.BundleProblem;
import vn.sovang.evidence.BundleReport;
import vn.sovang.evidence.BundleReport.Standing;
import vn.sovang.tlog.VerifierKey;

/// Prints what verifying a bundle came to, and answers the exit code: 0 sound, 1 not.
final class BundlePrinter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A terminal is no place for a thousand problems; the number of all of them is printed.
    private static final int SHOWN = 50;

    private final Console console;
    private final boolean json;

    BundlePrinter(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    int print(BundleReport report) {
        if (json) {
            console.print(JSON.writeValueAsString(BundleJson.of(report)));
        } else {
            text(report);
        }
        return report.sound() ? 0 : 1;
    }

    private void text(BundleReport report) {
        if (report.subject() != null) {
            say("cli.bundle.subject", report.subject());
            say(
                    "cli.bundle.checkpoint",
                    String.valueOf(report.origin()),
                    console.number(report.size()));
            say("cli.bundle.leaves", console.number(report.leaves()));
            say(
                    "cli.bundle.opened",
                    console.number(report.opened()),
                    console.number(report.unopened()));
            say(
                    "cli.bundle.signed",
                    report.signers().isEmpty()
                            ? "-"
                            : report.signers().stream()
                                    .map(VerifierKey::toString)
                                    .collect(Collectors.joining(", ")));
            if (report.keyFromBundle()) {
                say("cli.bundle.key");
            }
            say("cli.bundle.inclusion." + report.inclusion());
            if (report.unaltered() != Standing.NOT_ASKED) {
                say(
                        "cli.bundle.unaltered." + report.unaltered(),
                        console.number(report.unalteredSince()));
            }
            say("cli.bundle.complete." + report.complete());
            say("cli.bundle.limit", console.number(report.size()));
        }
        if (report.sound()) {
            say("cli.bundle.sound");
            return;
        }
        say("cli.bundle.unsound", console.number(report.problems().size()));
        report.problems().stream().limit(SHOWN).forEach(this::problem);
    }

    private void problem(BundleProblem problem) {
        say(
                "cli.bundle.problem",
                problem.where(),
                console.messages().of(problem.what()),
                problem.detail());
    }

    private void say(String key, Object... arguments) {
        console.print(console.messages().text(key, arguments));
    }
}
