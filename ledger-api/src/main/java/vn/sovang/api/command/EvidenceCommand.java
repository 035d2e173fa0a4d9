package vn.sovang.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sovang.api.evidence.EvidenceDesk;
import vn.sovang.api.evidence.EvidenceQuestion;
import vn.sovang.api.statistics.Figures;
import vn.sovang.event.Actor;
import vn.sovang.vocabulary.EvidenceVariant;

/// `evidence`: hands out a bundle that anybody can check, and records that it did.
@Command(name = "evidence", sortOptions = false)
final class EvidenceCommand implements Callable<Integer> {
    private static final String ROLE = "INSPECTOR";

    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Option(names = "--award", paramLabel = "ID", descriptionKey = "evidence-award")
    private @Nullable String award;

    @Option(names = "--recipient", paramLabel = "ID", descriptionKey = "evidence-recipient")
    private @Nullable String recipient;

    @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "period")
    private @Nullable String period;

    @Option(names = "--policy", paramLabel = "POLICY", descriptionKey = "policy")
    private @Nullable String policy;

    @Option(names = "--authority", paramLabel = "NAME|ID", descriptionKey = "authority")
    private @Nullable String authority;

    @Option(names = "--redacted", descriptionKey = "redacted")
    private boolean redacted;

    @Option(names = "--since", paramLabel = "SIZE|DATE", descriptionKey = "since")
    private @Nullable String since;

    @Option(names = "--by", paramLabel = "USER", descriptionKey = "evidence-by")
    private String by = "cli";

    @Option(
            names = "--out",
            paramLabel = "FILE.zip",
            required = true,
            descriptionKey = "evidence-out")
    private Path out = Path.of("");

    EvidenceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var question = new EvidenceQuestion(award, recipient, period, policy, authority);
        question.check();
        try (var installation = data.open(console)) {
            if (authority != null) {
                installation.catchUp();
            }
            var desk =
                    new EvidenceDesk(
                            installation.ledger(), new Figures(installation.projections()));
            var issued =
                    desk.issue(
                            question,
                            redacted ? EvidenceVariant.REDACTED : EvidenceVariant.ENTITLED,
                            since,
                            new EvidenceDesk.Asker(
                                    new Actor(by, ROLE, null), UUID.randomUUID(), Instant.now()));
            write(issued.bundle().bytes());
            console.print(
                    console.messages()
                            .text(
                                    "cli.evidence.done",
                                    out,
                                    console.number(issued.bundle().leaves()),
                                    console.number(issued.event().checkpointSize()),
                                    issued.event().sha256()));
        }
        return 0;
    }

    /// Whole or not at all.
    private void write(byte[] bundle) throws IOException {
        var target = out.toAbsolutePath();
        var draft = Files.createTempFile(target.getParent(), ".evidence", ".draft");
        try {
            Files.write(draft, bundle);
            Files.move(
                    draft,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
