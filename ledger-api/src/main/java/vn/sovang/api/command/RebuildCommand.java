package vn.sovang.api.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.readmodel.ReadModelForms;
import vn.sovang.api.readmodel.RebuildRequests;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.Projections;
import vn.sovang.projection.ReadModelStatus;
import vn.sovang.projection.RebuildProgress;
import vn.sovang.projection.Rebuilds;
import vn.sovang.projection.Rebuilds.Asked;

/// `rebuild`: builds read models anew beside the live ones, and steers rebuilds that any process
/// works on. One that this command began and that was cut off is gone on with by a running service,
/// or by the same command once more.
@Command(name = "rebuild", sortOptions = false)
final class RebuildCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int NOT_DONE = 1;
    private static final long BETWEEN_LINES_SECONDS = 2;

    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", descriptionKey = "rebuild-name")
    private @Nullable String name;

    @Option(names = "--all", descriptionKey = "rebuild-all")
    private boolean all;

    @ArgGroup private @Nullable Instead instead;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /// What to do other than rebuild: one at a time.
    private static final class Instead {
        @Option(names = "--pause", required = true, descriptionKey = "rebuild-pause")
        private boolean pause;

        @Option(names = "--resume", required = true, descriptionKey = "rebuild-resume")
        private boolean resume;

        @Option(names = "--cancel", required = true, descriptionKey = "rebuild-cancel")
        private boolean cancel;

        @Option(names = "--drop-old", required = true, descriptionKey = "rebuild-drop-old")
        private boolean dropOld;

        @Option(names = "--status", required = true, descriptionKey = "rebuild-status")
        private boolean status;
    }

    RebuildCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        boolean status = instead != null && instead.status;
        if (name == null && !all && !status) {
            throw Failure.at("NAME, --all", FailureCode.PARAMETER_MISSING, "");
        }
        try (var installation = data.open(console)) {
            var projections = installation.projections();
            if (name != null) {
                RebuildRequests.requireKnown(projections.rebuilds(), name);
            }
            return status ? status(projections) : act(projections.rebuilds());
        }
    }

    private int act(Rebuilds rebuilds) {
        List<String> names = name == null ? rebuilds.names() : List.of(name);
        if (instead == null) {
            return rebuild(rebuilds, names, rebuilds::begin);
        }
        if (instead.resume) {
            return rebuild(rebuilds, whereGranted(names, rebuilds::resume), _ -> Asked.GRANTED);
        }
        if (instead.dropOld) {
            whereGranted(names, rebuilds::dropOld)
                    .forEach(one -> print("cli.rebuild.dropped", one));
            return 0;
        }
        var asked = new ArrayList<String>();
        if (instead.pause) {
            asked.addAll(whereGranted(names, rebuilds::pause));
        }
        if (instead.cancel) {
            asked.addAll(whereGranted(names, rebuilds::cancel));
        }
        asked.forEach(one -> tell(RebuildRequests.progress(rebuilds, one)));
        return 0;
    }

    /// With `--all` those where there is nothing of the kind are passed over.
    private List<String> whereGranted(List<String> names, Function<String, Asked> ask) {
        if (!all) {
            names.forEach(one -> RebuildRequests.require(ask.apply(one), one));
            return names;
        }
        return names.stream().filter(one -> ask.apply(one) == Asked.GRANTED).toList();
    }

    private int rebuild(Rebuilds rebuilds, List<String> names, Function<String, Asked> ask) {
        int worst = 0;
        for (String one : names) {
            RebuildRequests.require(ask.apply(one), one);
            RebuildProgress ended = follow(rebuilds, one);
            tell(ended);
            var report = ended.report();
            worst = report != null && report.identical() ? worst : NOT_DONE;
        }
        return worst;
    }

    /// Works on it here, or watches whoever works on it.
    private RebuildProgress follow(Rebuilds rebuilds, String one) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<RebuildProgress> end = threads.submit(() -> rebuilds.await(one));
            while (true) {
                try {
                    return end.get(BETWEEN_LINES_SECONDS, TimeUnit.SECONDS);
                } catch (TimeoutException stillWorking) {
                    rebuilds.progress(one).ifPresent(this::sayProgress);
                }
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return RebuildRequests.progress(rebuilds, one);
        }
    }

    private void sayProgress(RebuildProgress now) {
        var left = now.left();
        console.say(
                "cli.rebuild.progress",
                now.name(),
                now.percent(),
                console.number(now.position()),
                console.number(now.target()),
                console.number(Math.round(now.eventsPerSecond())),
                left == null ? "?" : left.toSeconds() + " s");
    }

    private void tell(RebuildProgress now) {
        if (json) {
            console.print(JSON.writeValueAsString(ReadModelForms.Rebuild.of(now)));
            return;
        }
        var stop = now.stopped();
        switch (now.state()) {
            case DONE -> tellDone(now);
            case STOPPED ->
                    print(
                            "cli.rebuild.STOPPED",
                            now.name(),
                            stop == null ? "?" : console.number(stop.position()),
                            stop == null ? "?" : stop.reason());
            case RUNNING, PAUSED, CANCELLED ->
                    print(
                            "cli.rebuild." + now.state(),
                            now.name(),
                            console.number(now.position()),
                            console.number(now.target()));
        }
    }

    private void tellDone(RebuildProgress now) {
        var report = now.report();
        if (report == null) {
            return;
        }
        if (!report.identical()) {
            print(
                    "cli.rebuild.different",
                    report.name(),
                    console.number(report.position()),
                    report.liveChecksum(),
                    report.rebuiltChecksum());
            return;
        }
        print(
                report.liveChecksum().isEmpty() ? "cli.rebuild.first" : "cli.rebuild.identical",
                report.name(),
                console.number(report.position()),
                report.took().toMillis() / 1_000.0 + " s",
                console.number(Math.round(now.eventsPerSecond())));
    }

    private int status(Projections projections) {
        var statuses =
                projections.statuses().stream()
                        .filter(one -> name == null || one.name().equals(name))
                        .toList();
        if (json) {
            var forms = statuses.stream().map(ReadModelForms.ReadModel::of).toList();
            console.print(JSON.writeValueAsString(forms));
        } else {
            statuses.forEach(this::tell);
        }
        boolean stopped = statuses.stream().anyMatch(one -> one.stopped() != null);
        return stopped ? NOT_DONE : 0;
    }

    private void tell(ReadModelStatus status) {
        print(
                status.position() < 0 ? "cli.rebuild.status.building" : "cli.rebuild.status",
                status.name(),
                status.version(),
                console.number(status.position()),
                console.number(status.head()));
        var stop = status.stopped();
        if (stop != null) {
            print(
                    "cli.rebuild.status.stopped",
                    console.number(stop.position()),
                    stop.reason(),
                    console.format().time(stop.since()),
                    stop.attempts());
        }
        var newest = status.rebuild();
        if (newest != null && newest.state().isOpen()) {
            tell(newest);
        }
        var kept = status.kept();
        if (kept != null) {
            print("cli.rebuild.status.kept", kept.version(), console.number(kept.position()));
        }
    }

    private void print(String key, Object... arguments) {
        console.print(console.messages().text(key, arguments));
    }
}
