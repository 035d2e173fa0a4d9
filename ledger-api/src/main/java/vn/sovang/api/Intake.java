package vn.sovang.api;

import static vn.sovang.decider.Outcome.refuse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.Ledger;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.api.imports.OwnHeadings;
import vn.sovang.api.imports.Problem;
import vn.sovang.api.imports.Reading;
import vn.sovang.api.imports.Reading.Ready;
import vn.sovang.api.imports.Reading.Unreadable;
import vn.sovang.api.imports.Submission;
import vn.sovang.api.imports.UnclearSheet;
import vn.sovang.api.imports.WorkbookImport;
import vn.sovang.bulk.HeadingChoices;
import vn.sovang.bulk.StagedImport;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.Actor;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.ImportCompleted;
import vn.sovang.imports.FileHead;
import vn.sovang.imports.RecordImport;
import vn.sovang.privacy.IdentityVault;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.ImportId;

/// Takes a workbook into the ledger (*nhập tệp*): read, rehearse, store the keys of new people,
/// record. All of the file or nothing (R17).
public final class Intake {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Ledger ledger;

    public Intake(Ledger ledger) {
        this.ledger = ledger;
    }

    /// What came of a file.
    public sealed interface Result {
        /// The file has to be put right first.
        ///
        /// @param unclear sheets whose headings the sender may explain
        record Wrong(List<Problem> problems, List<UnclearSheet> unclear) implements Result {
            public Wrong {
                problems = List.copyOf(problems);
                unclear = List.copyOf(unclear);
            }
        }

        /// The ledger's rules say no to rows of the file.
        record Refusal(Refused refused, List<Problem> notices) implements Result {
            public Refusal {
                notices = List.copyOf(notices);
            }
        }

        /// The ledger would take it; nothing was recorded.
        record Rehearsed(Reading.Summary summary, List<Problem> notices) implements Result {
            public Rehearsed {
                notices = List.copyOf(notices);
            }
        }

        /// Kept until somebody else confirms it; nothing was recorded.
        record Staged(ImportId imported, Reading.Summary summary, List<Problem> notices)
                implements Result {
            public Staged {
                notices = List.copyOf(notices);
            }
        }

        /// Recorded, now or, where the receipt says so, before.
        record Done(Receipt receipt, Reading.Summary summary, List<Problem> notices)
                implements Result {
            public Done {
                notices = List.copyOf(notices);
            }
        }
    }

    /// Told how far a file is. All of it from the thread that takes the file in.
    @FunctionalInterface
    public interface Progress {
        /// Everything is read and checked; recording begins.
        void read(Reading.Summary summary);

        /// @param facts that are in the log; not known to anybody before the last
        /// @param of how many
        default void recorded(long facts, long of) {}
    }

    /// A file and what its sender calls it.
    ///
    /// @param headings what the sender says that its headings mean
    public record Source(Path file, String name, OwnHeadings headings) {
        public Source(Path file, String name) {
            this(file, name, OwnHeadings.NONE);
        }

        /// A file under its own name.
        public static Source of(Path file) {
            var name = file.getFileName();
            return new Source(file, name == null ? file.toString() : name.toString());
        }
    }

    /// Reads the file and tells what the ledger would say, without changing anything.
    public Result rehearse(Path file, Submission submission) {
        return rehearse(Source.of(file), submission);
    }

    /// The same for a file that was sent over the network.
    public Result rehearse(Source source, Submission submission) {
        return take(source, submission, (ready, sealing) -> rehearse(ready));
    }

    /// Takes the file in.
    public Result record(Path file, Submission submission, Progress progress) {
        return record(Source.of(file), submission, progress);
    }

    /// The same for a file that was sent over the network.
    public Result record(Source source, Submission submission, Progress progress) {
        return take(source, submission, (ready, sealing) -> record(ready, sealing, progress));
    }

    /// Reads the file, keeps it until somebody else confirms it, and tells what it would bring.
    public Result stage(Source source, Submission submission) {
        return take(source, submission, this::stage);
    }

    /// What is done with a file that could be read.
    private interface Step {
        Result take(Ready ready, IdentityVault.Batch sealing);
    }

    private Result take(Source source, Submission by, Step step) {
        var sealing = ledger.identities().newBatch();
        var importer =
                new WorkbookImport(
                                catalogue(),
                                units(),
                                new LedgerAwards(ledger),
                                sealing,
                                UUID::randomUUID)
                        .knowing(source.headings().or(remembered(by.by())));
        return switch (importer.read(source.file(), source.name(), by)) {
            case Unreadable(var problems, var unclear) -> new Result.Wrong(problems, unclear);
            case Ready ready -> {
                var before = recordedBefore(ready.head());
                yield before.isPresent()
                        ? new Result.Done(before.get(), ready.summary(), ready.notices())
                        : step.take(ready, sealing);
            }
        };
    }

    /// What an office said of its headings before.
    public OwnHeadings remembered(Actor by) {
        var office = office(by);
        var choices = ledger.bulkImports().headings();
        return signature -> choices.find(new HeadingChoices.Sheet(office, signature));
    }

    /// Notes for next time what a column of an office's sheet means.
    ///
    /// @param chosen name of a heading of ours by column; an empty one for a column to leave out
    public void remember(Actor by, String signature, Map<String, String> chosen) {
        var sheet = new HeadingChoices.Sheet(office(by), signature);
        ledger.bulkImports().headings().remember(sheet, chosen, by.user());
    }

    private static String office(Actor by) {
        var unit = by.unit();
        return unit == null ? "" : unit.value().toString();
    }

    /// Whether the file fits one append; else it comes in by chunks.
    private static boolean isSmall(int events) {
        return events <= RecordImport.MAX_EVENTS;
    }

    private Result rehearse(Ready ready) {
        Optional<Refused> refused;
        if (isSmall(ready.summary().appended())) {
            refused =
                    ledger.rehearse(ready.command()) instanceof Refused no
                            ? Optional.of(no)
                            : Optional.empty();
        } else {
            var imported = staged(ready);
            refused = ledger.bulkImports().rehearse(imported);
            ledger.bulkImports().cancel(imported);
        }
        return refused.<Result>map(no -> new Result.Refusal(no, ready.notices()))
                .orElseGet(() -> new Result.Rehearsed(ready.summary(), ready.notices()));
    }

    /// Names in the log that no key opens would be lost for ever; the other way round a crash
    /// leaves a key that opens nothing. So keys are durable first.
    private Result record(Ready ready, IdentityVault.Batch sealing, Progress progress) {
        if (!isSmall(ready.summary().appended())) {
            var imported = staged(ready);
            sealing.commit();
            progress.read(ready.summary());
            var done = commit(imported, ready.summary().appended(), progress);
            ledger.bulkImports().cancel(imported);
            return result(done, ready.summary(), ready.notices());
        }
        var command = ready.command();
        if (ledger.rehearse(command) instanceof Refused refused) {
            return new Result.Refusal(refused, ready.notices());
        }
        progress.read(ready.summary());
        sealing.commit();
        return result(ledger.submit(command), ready.summary(), ready.notices());
    }

    private Result stage(Ready ready, IdentityVault.Batch sealing) {
        var imported = staged(ready);
        var refused = ledger.bulkImports().rehearse(imported);
        if (refused.isPresent()) {
            ledger.bulkImports().cancel(imported);
            return new Result.Refusal(refused.get(), ready.notices());
        }
        sealing.commit();
        return new Result.Staged(imported, ready.summary(), ready.notices());
    }

    private ImportId staged(Ready ready) {
        var rows = ledger.bulkImports().begin(ready.head());
        ready.rows().hand(rows::add);
        rows.whole(ready.head(), JSON.writeValueAsString(ready.summary()));
        return ready.head().imported();
    }

    private vn.sovang.Submission commit(ImportId imported, long events, Progress progress) {
        return ledger.bulkImports().commit(imported, facts -> progress.recorded(facts, events));
    }

    /// Files that wait for somebody to confirm them, or are on their way; the oldest first.
    public List<StagedImport> staged() {
        return ledger.bulkImports().all();
    }

    /// One of them.
    public Optional<StagedImport> staged(ImportId imported) {
        return ledger.bulkImports().find(imported);
    }

    /// What a staged file would bring.
    public static Reading.Summary summary(StagedImport staged) {
        return JSON.readValue(staged.summary(), Reading.Summary.class);
    }

    /// Takes a staged file in, because somebody else than who brought it stands for it (R10).
    ///
    /// @param by user id of the second person
    public Result confirm(ImportId imported, String by, Progress progress) {
        var bulk = ledger.bulkImports();
        var staged = bulk.find(imported).orElse(null);
        if (staged == null) {
            return new Result.Refusal(refuse(RefusalCode.IMPORT_CANCELLED), List.of());
        }
        if (staged.head().origin().by().user().equals(by)) {
            return new Result.Refusal(refuse(RefusalCode.SECOND_PERSON_MISSING), List.of());
        }
        bulk.confirm(imported, by);
        var summary = summary(staged);
        progress.read(summary);
        vn.sovang.Submission done;
        if (isSmall(summary.appended())) {
            done = ledger.submit(bulk.asCommand(bulk.find(imported).orElse(staged)));
        } else {
            done = commit(imported, summary.appended(), progress);
        }
        if (done instanceof Receipt) {
            bulk.cancel(imported);
        }
        return result(done, summary, List.of());
    }

    /// Lets a staged file go; false if it is too late.
    public boolean cancel(ImportId imported) {
        return ledger.bulkImports().cancel(imported);
    }

    private static Result result(
            vn.sovang.Submission done, Reading.Summary summary, List<Problem> notices) {
        return switch (done) {
            case Receipt receipt -> new Result.Done(receipt, summary, notices);
            case Declined declined -> new Result.Refusal(declined.refused(), notices);
        };
    }

    /// The receipt of the same file, where it was taken in before: its facts end with the
    /// completion that names the file's hash.
    private Optional<Receipt> recordedBefore(FileHead head) {
        var completions =
                new TagQuery(Set.of(), Set.of(EventCatalogue.nameOf(ImportCompleted.class)));
        for (var recorded : ledger.read(Set.of(completions))) {
            if (recorded.fact().event() instanceof ImportCompleted completed
                    && completed.fileSha256().equals(head.fileSha256())) {
                return Optional.of(receipt(completed));
            }
        }
        return Optional.empty();
    }

    private Receipt receipt(ImportCompleted completed) {
        return (Receipt) ledger.bulkImports().ended(completed.imported());
    }

    private List<AwardTypeDefined> catalogue() {
        var query = TagQuery.of(AwardTypeDefined.CATALOGUE_TAG, AwardTypeDefined.class);
        return ledger.read(Set.of(query)).stream()
                .map(r -> r.fact().event())
                .filter(AwardTypeDefined.class::isInstance)
                .map(AwardTypeDefined.class::cast)
                .toList();
    }

    private List<Units.Life> units() {
        var units = Units.NONE;
        for (var recorded : ledger.read(Set.of(Units.all()))) {
            units = units.evolve(recorded.fact());
        }
        return List.copyOf(units.byId().values());
    }
}
