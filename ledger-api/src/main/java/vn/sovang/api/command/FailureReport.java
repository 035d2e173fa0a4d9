package vn.sovang.api.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Problem;

/// Tells the person at the terminal what went wrong, and the log why.
final class FailureReport {
    private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

    private final Console console;

    FailureReport(Console console) {
        this.console = console;
    }

    /// Reports a failure of a command and answers the exit code.
    int report(Exception thrown, Object command) {
        if (unwrapped(thrown) instanceof IOException io) {
            LOG.error("input or output", thrown);
            var what = io.getMessage() == null ? io.toString() : io.getMessage();
            console.say("cli.error", console.messages().text("cli.io", what), "IO");
            return FailureCode.UNAVAILABLE.exitCode();
        }
        var failure = Failure.from(thrown);
        var problem = Problem.of(failure, console.messages());
        if (failure.code().httpStatus() >= 500) {
            LOG.error("{} {}", problem.code(), problem.traceId(), thrown);
        }
        if (command instanceof JsonOutput json && json.wantsJson()) {
            console.print(ProblemJson.write(problem));
        }
        console.say("cli.error", problem.detail(), problem.code());
        if (failure.code() == FailureCode.INTERNAL) {
            console.say("cli.log", "logs/sovang.log");
        }
        return failure.code().exitCode();
    }

    private static Throwable unwrapped(Throwable thrown) {
        return thrown instanceof UncheckedIOException && thrown.getCause() instanceof IOException io
                ? io
                : thrown;
    }

    /// A command that can answer in JSON.
    interface JsonOutput {
        boolean wantsJson();
    }
}
