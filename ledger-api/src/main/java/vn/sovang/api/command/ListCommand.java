package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.access.AccessEntry;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.access.AccessEntry.Searched;
import vn.sovang.api.list.ListDesk;
import vn.sovang.api.list.ListFormat;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// `list KIND`: a page of a list, or with `--out` the whole of it as a file. Either is on record; a
/// file is written only after that.
@Command(name = "list", sortOptions = false)
final class ListCommand implements Callable<Integer>, FailureReport.JsonOutput {
    /// Which list.
    enum Kind {
        AWARDS,
        ARTIFACTS,
        DECISIONS,
        RECIPIENTS,
        UNITS,
        NOMINATIONS,
        REISSUE_CASES,
        CLOCKS,
        CUSTODY,
        APPLICANTS,
        REPORTS,
        PAPER_REPORTS,
        INSPECTIONS,
        ANOMALIES,
        ACCESS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(index = "0", paramLabel = "KIND", descriptionKey = "list-kind")
    private Kind kind = Kind.AWARDS;

    @Option(names = "--where", paramLabel = "NAME=VALUE", descriptionKey = "list-where")
    private List<String> where = new ArrayList<>();

    @Option(names = "--known-at", paramLabel = "POSITION|TIME", descriptionKey = "known-at")
    private @Nullable String knownAt;

    @Option(names = "--after", paramLabel = "CURSOR", descriptionKey = "list-after")
    private @Nullable String after;

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "list-limit")
    private @Nullable String limit;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "list-out")
    private @Nullable Path out;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin private final ByOption by = new ByOption();

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        var asked = asked();
        var who = by.accessor();
        var target = out;
        var format = target == null ? null : format(target);
        try (var installation = data.open(console)) {
            installation.catchUp();
            var ledger = installation.ledger();
            var desk = new ListDesk(ledger, installation.projections(), console.messages());
            var names = List.copyOf(asked.keySet());
            if (target != null && format != null) {
                var range = names.isEmpty() ? "-" : String.join(" ", names);
                ledger.access().enter(who, List.of(new Exported("sovang list " + kind, range)));
                var file = desk.file(kind.toString(), asked, format).orElseThrow();
                Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
                console.say("cli.witness.written", target);
                return 0;
            }
            var table = desk.table(kind.toString(), asked).orElseThrow();
            var values = asked.values().stream().flatMap(Arrays::stream).toList();
            ledger.access()
                    .note(
                            who,
                            List.of(
                                    new Searched(
                                            "sovang list " + kind,
                                            names,
                                            AccessEntry.idsIn(values))));
            print(table);
        }
        return 0;
    }

    private Map<String, String[]> asked() {
        var asked = new TreeMap<String, String[]>();
        for (var one : where) {
            int equals = one.indexOf('=');
            if (equals < 1) {
                throw Failure.at("where", FailureCode.PARAMETER_MALFORMED, one);
            }
            put(asked, one.substring(0, equals), one.substring(equals + 1));
        }
        put(asked, "knownAt", knownAt);
        put(asked, "after", after);
        put(asked, "limit", limit);
        return asked;
    }

    private static void put(Map<String, String[]> asked, String name, @Nullable String value) {
        if (value != null) {
            var before = asked.getOrDefault(name, new String[0]);
            var all = Arrays.copyOf(before, before.length + 1);
            all[before.length] = value;
            asked.put(name, all);
        }
    }

    /// By the end of the file's name.
    private static ListFormat format(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (var format : Set.of(ListFormat.values())) {
            if (name.endsWith("." + format.suffix())) {
                return format;
            }
        }
        throw Failure.at("out", FailureCode.LIST_FORMAT_UNKNOWN, file.toString());
    }

    private void print(ListDesk.Table table) {
        var messages = console.messages();
        if (json) {
            console.print(RegisterJson.write(table.answer()));
            return;
        }
        if (table.rebuilt()) {
            console.print(messages.text("banner.reconstruction"));
        }
        if (table.rows().isEmpty()) {
            console.print(messages.text("list.none"));
            return;
        }
        var lines = new ArrayList<List<String>>();
        lines.add(table.headings());
        lines.addAll(table.rows());
        Columns.of(lines, table.headings().size()).forEach(console::print);
        var next = table.answer().next();
        if (next != null) {
            console.print(messages.text("list.shown", console.number(table.rows().size()), next));
        }
    }
}
