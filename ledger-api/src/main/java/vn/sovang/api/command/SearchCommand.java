package vn.sovang.api.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.search.SearchAnswer;
import vn.sovang.api.search.SearchAnswer.Thing;
import vn.sovang.api.search.SearchQuestion;
import vn.sovang.projection.search.SearchKind;

/// `search`: finds things by what people type.
@Command(name = "search", sortOptions = false)
final class SearchCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(index = "0", paramLabel = "TEXT", descriptionKey = "search-text")
    private String text = "";

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "search-kind")
    private @Nullable String kind;

    @Option(names = "--after", paramLabel = "CURSOR", descriptionKey = "search-after")
    private @Nullable String after;

    @Option(names = "--known-at", paramLabel = "POSITION|TIME", descriptionKey = "known-at")
    private @Nullable String knownAt;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    SearchCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        var question = new SearchQuestion(text, kind, after, knownAt);
        var words = question.words();
        try (var installation = data.open(console)) {
            installation.catchUp();
            var answer = SearchAnswer.of(installation.projections(), question);
            if (json) {
                console.print(JSON.writeValueAsString(answer));
            } else {
                print(answer, words.text());
            }
        }
        return 0;
    }

    private void print(SearchAnswer answer, String sought) {
        var messages = console.messages();
        if (answer.reconstructed()) {
            console.print(messages.text("banner.reconstruction"));
        }
        if (answer.groups().isEmpty()) {
            console.print(messages.text("search.none", sought));
            console.print(messages.text("search.hint"));
        }
        for (var group : answer.groups()) {
            console.print("");
            console.print(
                    messages.text(
                            "search.group",
                            messages.of(group.kind()),
                            console.number(group.total())));
            group.hits().forEach(hit -> console.print("  " + line(group.kind(), hit)));
            if (group.next() != null) {
                console.print("  " + messages.text("cli.search.more", group.kind(), group.next()));
            }
        }
    }

    private String line(SearchKind kind, Thing hit) {
        var messages = console.messages();
        var rank = hit.rank() == null ? "" : ", " + messages.text("value.Rank." + hit.rank());
        var on = hit.on() == null ? "" : ", " + console.format().date(hit.on());
        var line =
                switch (kind) {
                    case RECIPIENT -> {
                        var who = messages.text("value.RecipientKind." + hit.detail());
                        var awards =
                                hit.awards().stream()
                                        .map(a -> "; " + a.awardName())
                                        .collect(Collectors.joining());
                        yield who + " " + hit.id() + awards;
                    }
                    case ITEM ->
                            messages.text("value.ArtifactKind." + hit.detail()) + " " + hit.label();
                    case PAPER, DECISION ->
                            hit.label() + (hit.detail() == null ? "" : ", " + hit.detail());
                    case AWARD_TYPE, UNIT -> String.valueOf(hit.label());
                };
        return line + rank + on + (hit.exact() ? "" : " " + messages.text("search.like"));
    }
}
