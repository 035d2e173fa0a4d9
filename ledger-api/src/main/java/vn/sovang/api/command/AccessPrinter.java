package vn.sovang.api.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.access.AccessLine;
import vn.sovang.access.AccessQuestion.Page;
import vn.sovang.api.access.AccessFields;

/// Prints entries of the access log: one line each, for people, or all in one document.
final class AccessPrinter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Console console;
    private final boolean json;

    AccessPrinter(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /// @param reasons opened, by seal
    void print(Page page, Map<UUID, String> reasons) {
        if (json) {
            var entries =
                    page.lines().stream().map(line -> AccessFields.of(line, reasons)).toList();
            var answer = new LinkedHashMap<String, Object>();
            answer.put("entries", entries);
            if (page.next() != null) {
                answer.put("next", page.next());
            }
            console.print(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
            return;
        }
        page.lines().forEach(line -> console.print(sentence(line, reasons)));
        var messages = console.messages();
        console.print(
                page.next() == null
                        ? messages.text("cli.access.end", console.number(page.lines().size()))
                        : messages.text("cli.access.more", Long.toString(page.next())));
    }

    private String sentence(AccessLine line, Map<UUID, String> reasons) {
        var messages = console.messages();
        var parts = new ArrayList<String>();
        AccessFields.of(line, reasons)
                .forEach((name, value) -> {
                    if (!HEAD.contains(name)) {
                        parts.add(name + "=" + (value instanceof List<?> l ? join(l) : value));
                    }
                });
        return messages.text(
                "cli.access.line",
                Long.toString(line.position()),
                console.format().time(line.at()),
                line.who().user(),
                messages.text("value.Standing." + line.who().standing()),
                messages.text("value.Access." + AccessFields.kind(line.what())),
                String.join(" ", parts));
    }

    /// Told in words at the beginning of a line.
    private static final List<String> HEAD = List.of("position", "at", "kind", "user", "standing");

    private static String join(List<?> values) {
        return String.join(",", values.stream().map(String::valueOf).toList());
    }
}
