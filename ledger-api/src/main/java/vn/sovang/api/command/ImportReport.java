package vn.sovang.api.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.Submission.Receipt;
import vn.sovang.api.Intake;
import vn.sovang.api.Intake.Result;
import vn.sovang.api.imports.Problem;
import vn.sovang.api.imports.Reading;
import vn.sovang.api.imports.Submission;
import vn.sovang.api.text.Messages;
import vn.sovang.decider.Outcome.Refused;

/// Tells what came of a file, to a person or to a program.
final class ImportReport implements Intake.Progress {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private final Console console;
    private final Messages messages;
    private final boolean json;
    private ProgressLine progress;

    ImportReport(Console console, boolean json) {
        this.console = console;
        this.messages = console.messages();
        this.json = json;
        this.progress = new ProgressLine(console, 0);
    }

    @Override
    public void read(Reading.Summary summary) {
        progress = new ProgressLine(console, summary.appended());
        console.say("cli.import.read", console.number(summary.rows()));
        console.say("cli.import.recording", console.number(summary.appended()));
    }

    @Override
    public void recorded(long facts, long of) {
        progress.at(facts);
    }

    /// Prints the result and answers the exit code.
    int print(Result result, Submission submission) {
        if (json) {
            console.print(JSON.writeValueAsString(form(result)));
        }
        return switch (result) {
            case Result.Wrong wrong -> {
                say(wrong.problems());
                console.say("cli.import.problems", console.number(wrong.problems().size()));
                yield REFUSED;
            }
            case Result.Refusal refusal -> {
                say(refusal.notices());
                say(refusal.refused());
                yield REFUSED;
            }
            case Result.Rehearsed rehearsed -> {
                say(rehearsed.notices());
                tell(rehearsed.summary());
                yield DONE;
            }
            case Result.Staged _ -> throw new IllegalStateException("only pages stage files");
            case Result.Done done -> {
                say(done.notices());
                tell(done.receipt(), submission);
                yield DONE;
            }
        };
    }

    /// Each problem in the reader's language, and then in the other one: files travel between
    /// offices and their suppliers.
    private void say(List<Problem> problems) {
        var other = Messages.in(english() ? Messages.VIETNAMESE : Locale.ENGLISH);
        for (var problem : problems) {
            console.err().println("  " + problem.text(messages.locale()));
            console.err().println("    " + problem.text(other.locale()));
        }
        console.err().flush();
    }

    private boolean english() {
        return messages.locale().getLanguage().equals("en");
    }

    private void say(Refused refused) {
        var other = Messages.in(english() ? Messages.VIETNAMESE : Locale.ENGLISH);
        for (var detail : refused.details()) {
            console.err().println("  " + sentence(messages, detail));
            console.err().println("    " + sentence(other, detail));
        }
        console.say("cli.error", messages.refusal(refused), refused.code());
        console.err().println(other.refusal(refused));
        console.err().flush();
    }

    private static String sentence(Messages in, Refused detail) {
        var at = detail.arguments();
        var key = at.containsKey("column") ? "cli.import.place.column" : "cli.import.place";
        return in.text(
                        key,
                        at.getOrDefault("sheet", "?"),
                        at.getOrDefault("row", "?"),
                        at.getOrDefault("column", ""))
                + ": "
                + in.refusal(detail)
                + " ["
                + detail.code()
                + "]";
    }

    private void tell(Reading.Summary summary) {
        if (json) {
            return;
        }
        console.print(messages.text("cli.import.read", console.number(summary.rows())));
        summary.events()
                .forEach((event, count) ->
                        console.print(
                                "  "
                                        + messages.text(
                                                "cli.import.event",
                                                console.number(count),
                                                messages.event(event))));
        console.print(messages.text("cli.import.would", console.number(summary.appended())));
    }

    private void tell(Receipt receipt, Submission submission) {
        if (json) {
            return;
        }
        if (receipt.repeated()) {
            console.print(messages.text("cli.import.repeated", receipt.first(), receipt.last()));
            return;
        }
        console.print(
                messages.text(
                        "cli.import.recorded",
                        receipt.first(),
                        receipt.last(),
                        console.format().time(receipt.recordedAt())));
        console.print(
                submission.selfConfirmed()
                        ? messages.text("cli.import.self", submission.by().user())
                        : messages.text("cli.import.confirmed", submission.confirmedBy()));
    }

    private Map<String, Object> form(Result result) {
        var form = new LinkedHashMap<String, Object>();
        switch (result) {
            case Result.Wrong wrong -> {
                form.put("outcome", "WRONG");
                form.put("errors", problems(wrong.problems()));
            }
            case Result.Refusal refusal -> {
                form.put("outcome", "REFUSED");
                form.put("code", refusal.refused().code().name());
                form.put("errors", refusals(refusal.refused()));
            }
            case Result.Rehearsed rehearsed -> {
                form.put("outcome", "REHEARSED");
                form.put("rows", rehearsed.summary().rows());
                form.put("events", rehearsed.summary().events());
            }
            case Result.Staged _ -> form.put("outcome", "STAGED");
            case Result.Done done -> {
                form.put("outcome", done.receipt().repeated() ? "REPEATED" : "RECORDED");
                form.put("first", done.receipt().first());
                form.put("last", done.receipt().last());
                form.put("recordedAt", done.receipt().recordedAt().toString());
            }
        }
        return form;
    }

    private List<Map<String, Object>> problems(List<Problem> problems) {
        return problems.stream()
                .map(p -> {
                    var item = new LinkedHashMap<String, Object>();
                    item.put("sheet", p.sheet());
                    item.put("row", p.row());
                    item.put("column", p.column());
                    item.put("code", p.code().name());
                    item.put("message", p.text(messages.locale()));
                    return (Map<String, Object>) item;
                })
                .toList();
    }

    private List<Map<String, Object>> refusals(Refused refused) {
        var all = refused.details().isEmpty() ? List.of(refused) : refused.details();
        return all.stream()
                .map(detail -> {
                    var item = new LinkedHashMap<String, Object>(detail.arguments());
                    item.put("code", detail.code().name());
                    item.put("message", messages.refusal(detail));
                    return (Map<String, Object>) item;
                })
                .toList();
    }
}
