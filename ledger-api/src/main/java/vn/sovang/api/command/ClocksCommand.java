package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.door.Scope;
import vn.sovang.api.worklist.Worklist;
import vn.sovang.api.worklist.Worklist.Step;

/// `clocks`: what waits, and until when.
@Command(name = "clocks", sortOptions = false)
final class ClocksCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Mixin private final WorklistOptions worklist = new WorklistOptions();

    @Option(names = "--step", paramLabel = "STEP", descriptionKey = "clock-step")
    private @Nullable String step;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ClocksCommand(Console console) {
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
            var list =
                    Worklist.steps(
                            installation.projections(),
                            worklist.question(step),
                            Scope.atTheMachine());
            if (json) {
                console.print(JSON.writeValueAsString(list));
            } else {
                print(list);
            }
        }
        return 0;
    }

    private void print(Worklist.Steps list) {
        var messages = console.messages();
        var day = console.format().date(list.day());
        if (list.steps().stream().anyMatch(Step::reconstructed)) {
            console.print(messages.text("banner.reconstruction"));
        }
        console.print(
                messages.text(list.steps().isEmpty() ? "clocks.none" : "clocks.caption", day));
        list.steps().forEach(step -> console.print("  " + line(step)));
        if (list.cut()) {
            console.print(messages.text("clocks.cut"));
        }
    }

    private String line(Step step) {
        var messages = console.messages();
        var unit = step.unit();
        var state = messages.text("value.ClockState." + step.state());
        var late =
                step.overdueDays() > 0
                        ? messages.text("clocks.late", state, console.number(step.overdueDays()))
                        : state;
        var due = step.dueOn() == null ? "–" : console.format().date(step.dueOn());
        var limit = step.limit();
        return String.join(
                "  ",
                due,
                messages.text("value.Step." + step.step()),
                messages.text("value.ClockSubject." + step.of()) + " " + step.subject(),
                unit == null ? "–" : String.valueOf(unit.name()),
                "(" + step.person() + ")",
                late,
                limit == null ? "" : limit.basis());
    }
}
