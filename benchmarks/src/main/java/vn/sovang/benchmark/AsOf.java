package vn.sovang.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.sovang.projection.Projections;

/// How questions are asked, and whether PostgreSQL is to explain them.
final class AsOf {
    @Option(names = "--questions", defaultValue = "500", description = "questions of each kind")
    private int questions;

    @Option(
            names = "--plans",
            paramLabel = "FILE",
            description = "write there what PostgreSQL did for one question of each kind")
    private @Nullable Path plans;

    /// Asks, as [Questions#COLUMNS].
    List<List<Object>> rows(FilledLedger filled, Projections projections) throws IOException {
        var things = new SampledThings(filled.ledger().feed(), filled.events());
        var asked = new Questions(projections, filled.ledger(), things, filled.events());
        var rows = asked.rows(questions);
        Path file = plans;
        if (file != null) {
            explain(filled, things, file);
        }
        return rows;
    }

    private static void explain(FilledLedger filled, SampledThings things, Path file)
            throws IOException {
        var explained = new ExplainedQueries(filled.database().read());
        var text = new StringBuilder();
        try (var projections = filled.projections(explained.source())) {
            var questions = new Questions(projections, filled.ledger(), things, filled.events());
            for (var question : questions.all()) {
                // The first reads what the second finds in memory.
                var _ = question.ask().get();
                explained.taken();
                var _ = question.ask().get();
                text.append("## ").append(question.name()).append("\n\n");
                explained.taken().forEach(plan -> text.append(plan).append('\n'));
            }
        }
        Files.writeString(file, text);
        Progress.say("plans written to " + file.toAbsolutePath());
    }
}
