package vn.sovang.api.command;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.Submission;
import vn.sovang.anomaly.ExplanationCommand;
import vn.sovang.anomaly.ExplanationCommand.ExplainAnomaly;
import vn.sovang.anomaly.ExplanationCommand.WithdrawExplanation;
import vn.sovang.api.Installation;
import vn.sovang.api.anomaly.AnomalyForms;
import vn.sovang.api.anomaly.AnomalyQuestion;
import vn.sovang.api.anomaly.AnomalyTexts;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.event.AnomalyEvent.AnomalyExplained;
import vn.sovang.event.AnomalyEvent.ExplanationWithdrawn;
import vn.sovang.projection.anomaly.AnomalyRow;
import vn.sovang.vocabulary.Document;

/// `anomalies`: lists findings as known at a moment; `anomalies explain KEY` records why one is in
/// order, `anomalies withdraw KEY` takes that back.
@Command(name = "anomalies", sortOptions = false)
final class AnomaliesCommand implements Callable<Integer>, FailureReport.JsonOutput {
    private static final String ROLE = "CLERK";
    private static final int PAGE = 200;

    /// What can be done with a finding.
    enum Action {
        explain,
        withdraw
    }

    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "explain|withdraw",
            descriptionKey = "anomaly-action")
    private @Nullable Action action;

    @Parameters(index = "1", arity = "0..1", paramLabel = "KEY", descriptionKey = "anomaly-key")
    private @Nullable String key;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "anomaly-reason")
    private @Nullable String reason;

    @Option(names = "--by", paramLabel = "USER", descriptionKey = "anomaly-by")
    private @Nullable String by;

    @Option(names = "--rule", paramLabel = "RULE", descriptionKey = "anomaly-rule")
    private @Nullable String rule;

    @Option(names = "--severity", paramLabel = "SEVERITY", descriptionKey = "anomaly-severity")
    private @Nullable String severity;

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "anomaly-state")
    private @Nullable String state;

    @Option(names = "--known-at", paramLabel = "POSITION|TIME", descriptionKey = "known-at")
    private @Nullable String knownAt;

    @Option(names = "--after", paramLabel = "KEY", descriptionKey = "anomaly-after")
    private @Nullable String after;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    AnomaliesCommand(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public Integer call() throws IOException {
        if (action != null) {
            require("KEY", key);
            require("--reason", reason);
            require("--by", by);
        }
        try (var installation = data.open(console)) {
            installation.catchUp();
            return action == null ? list(installation) : answer(installation, action);
        }
    }

    private static void require(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Failure.at(name, FailureCode.PARAMETER_MISSING, "");
        }
    }

    private int list(Installation installation) {
        var question = new AnomalyQuestion(rule, severity, state, null, knownAt, null);
        var page =
                AnomalyQuestion.page(
                        installation.projections().anomalies(),
                        question.filter(installation.projections().anomalies()),
                        after,
                        PAGE);
        if (json) {
            var form = AnomalyForms.Anomalies.of(page, console.messages());
            console.print(JsonMapper.builder().build().writeValueAsString(form));
            return 0;
        }
        page.rows().forEach(this::print);
        if (page.rows().isEmpty()) {
            console.print(console.messages().text("cli.anomalies.none"));
        }
        if (page.next() != null) {
            console.print(console.messages().text("cli.anomalies.more", page.next()));
        }
        return 0;
    }

    private void print(AnomalyRow row) {
        var messages = console.messages();
        console.print(
                messages.text(
                        "cli.anomalies.head",
                        messages.of(row.rule().severity()),
                        messages.of(row.state()),
                        row.key()));
        console.print(
                "  "
                        + messages.text(
                                "cli.anomalies.line",
                                AnomalyTexts.title(row.rule(), messages),
                                AnomalyTexts.text(row, messages)));
        console.print(messages.text("cli.anomalies.evidence", row.evidence(), row.rule().basis()));
    }

    private int answer(Installation installation, Action what) {
        var finding = String.valueOf(key);
        var row =
                AnomalyQuestion.find(
                        installation.projections().anomalies(),
                        finding,
                        AnomalyQuestion.ALL.filter(installation.projections().anomalies()));
        var submitted = installation.ledger().submit(command(row, what));
        return switch (submitted) {
            case Submission.Declined(var refused) -> {
                console.say("cli.error", console.messages().refusal(refused), refused.code());
                yield 1;
            }
            case Submission.Receipt receipt -> {
                console.print(console.messages().text("cli.anomalies.done", receipt.last()));
                yield 0;
            }
        };
    }

    private ExplanationCommand command(AnomalyRow row, Action what) {
        var why = String.valueOf(reason);
        return switch (what) {
            case explain ->
                    new ExplainAnomaly(
                            origin(), new AnomalyExplained(row.key(), row.evidence(), why, null));
            case withdraw ->
                    new WithdrawExplanation(origin(), new ExplanationWithdrawn(row.key(), why));
        };
    }

    private Origin origin() {
        var now = Instant.now();
        var user = String.valueOf(by);
        return new Origin(
                Request.of(UUID.randomUUID(), action + " " + key + " " + reason),
                new Actor(user, ROLE, null),
                null,
                now,
                new Document.None(console.messages().text("cli.anomalies.no.paper")),
                now.atZone(Origin.VIETNAM).toLocalDate(),
                null);
    }
}
