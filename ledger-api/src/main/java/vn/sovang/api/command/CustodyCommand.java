package vn.sovang.api.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.door.Scope;
import vn.sovang.api.worklist.Worklist;
import vn.sovang.api.worklist.Worklist.Item;

/// `custody`: which originals are in whose hands, since when, and over which limit.
@Command(name = "custody", sortOptions = false)
final class CustodyCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Mixin private final WorklistOptions worklist = new WorklistOptions();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    CustodyCommand(Console console) {
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
                    Worklist.items(
                            installation.projections(),
                            worklist.question(null),
                            Scope.atTheMachine());
            if (json) {
                console.print(JSON.writeValueAsString(list));
            } else {
                var day = console.format().date(list.day());
                print(list.held(), list.held().isEmpty() ? "custody.none" : "custody.caption", day);
                if (!list.toRecover().isEmpty()) {
                    print(list.toRecover(), "custody.recover", day);
                }
                if (list.cut()) {
                    console.print(console.messages().text("clocks.cut"));
                }
            }
        }
        return 0;
    }

    private void print(List<Item> items, String title, String day) {
        console.print(console.messages().text(title, day));
        items.forEach(item -> console.print("  " + line(item)));
    }

    private String line(Item item) {
        var messages = console.messages();
        var holder = item.holder();
        var serial = item.serial();
        var late =
                item.overdueDays() > 0
                        ? messages.text("custody.late", console.number(item.overdueDays()))
                        : "";
        return String.join(
                        "  ",
                        messages.text("value.ArtifactKind." + item.kind())
                                + " "
                                + (serial == null ? item.id() : serial),
                        holder == null ? "–" : String.valueOf(holder.name()),
                        console.format().date(item.since()),
                        item.receipt() == null ? "" : item.receipt(),
                        console.format().date(item.dueOn()),
                        late)
                .stripTrailing();
    }
}
