package vn.sovang.api.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.api.Intake;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.bulk.StagedImport;
import vn.sovang.vocabulary.ImportId;

/// `import --waiting` and `--cancel`: files that wait for a second person (R10).
///
/// @param json whether a program reads it
record WaitingFiles(Console console, boolean json) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int WORDS = 5;

    /// Which of them is to go.
    ///
    /// @throws Failure `ID_MALFORMED`
    static @Nullable ImportId named(@Nullable String text) {
        try {
            return text == null ? null : new ImportId(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException e) {
            throw Failure.at("--cancel", FailureCode.ID_MALFORMED, String.valueOf(text)).because(e);
        }
    }

    /// Lets one go, then tells what waits.
    ///
    /// @throws Failure `IMPORT_NOT_WAITING`
    void print(Intake intake, @Nullable ImportId cancelled) {
        if (cancelled != null) {
            if (!intake.cancel(cancelled)) {
                throw Failure.of(FailureCode.IMPORT_NOT_WAITING);
            }
            console.say("cli.import.cancelled", cancelled);
        }
        var staged = intake.staged();
        if (json) {
            console.print(JSON.writeValueAsString(staged.stream().map(this::form).toList()));
        } else if (staged.isEmpty()) {
            console.print(console.messages().text("imports.waiting.none"));
        } else {
            Columns.of(lines(staged), WORDS).forEach(console::print);
        }
    }

    private List<List<String>> lines(List<StagedImport> staged) {
        var texts = console.messages();
        var lines = new ArrayList<List<String>>();
        lines.add(
                List.of(
                        texts.text("cli.import.id"),
                        texts.text("imports.name"),
                        texts.text("imports.by"),
                        texts.text("imports.since"),
                        texts.text("imports.state"),
                        texts.text("imports.rows")));
        for (var file : staged) {
            var head = file.head();
            lines.add(
                    List.of(
                            head.imported().toString(),
                            head.fileName(),
                            head.origin().by().user(),
                            console.format().time(file.createdAt()),
                            texts.text("imports.state." + state(file)),
                            console.number(head.rows())));
        }
        return lines;
    }

    private Map<String, Object> form(StagedImport file) {
        var head = file.head();
        var form = new LinkedHashMap<String, Object>();
        form.put("id", head.imported().toString());
        form.put("file", head.fileName());
        form.put("by", head.origin().by().user());
        form.put("since", file.createdAt().toString());
        form.put("state", state(file));
        form.put("rows", head.rows());
        return form;
    }

    /// What goes into the log already is not let go.
    private static String state(StagedImport file) {
        return file.state() == StagedImport.State.APPENDING ? "going" : "waiting";
    }
}
