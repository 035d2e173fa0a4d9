package vn.sovang.api.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.sovang.api.worklist.WorklistQuestion;

/// Which part of a worklist, and as of when.
final class WorklistOptions {
    @Option(names = "--unit", paramLabel = "ID", descriptionKey = "worklist-unit")
    private @Nullable String unit;

    @Option(names = "--day", paramLabel = "DAY", descriptionKey = "worklist-day")
    private @Nullable String day;

    @Option(names = "--overdue", descriptionKey = "worklist-overdue")
    private boolean overdue;

    @Option(names = "--known-at", paramLabel = "POSITION|TIME", descriptionKey = "known-at")
    private @Nullable String knownAt;

    WorklistQuestion question(@Nullable String step) {
        return new WorklistQuestion(unit, day, step, Boolean.toString(overdue), knownAt);
    }
}
