package vn.sovang.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import vn.sovang.Ledger;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.api.imports.Problem;
import vn.sovang.api.imports.Reading;
import vn.sovang.api.imports.Reading.Ready;
import vn.sovang.api.imports.Reading.Unreadable;
import vn.sovang.api.imports.Submission;
import vn.sovang.api.imports.WorkbookImport;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.Recorded;
import vn.sovang.rule.Units;

/// Takes a workbook into the ledger (*nhập tệp*): read, rehearse, store the keys of new people,
/// record. All of the file or nothing (R17).
public final class Intake {
    private final Ledger ledger;

    public Intake(Ledger ledger) {
        this.ledger = ledger;
    }

    /// What came of a file.
    public sealed interface Result {
        /// The file has to be put right first.
        record Wrong(List<Problem> problems) implements Result {
            public Wrong {
                problems = List.copyOf(problems);
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

        /// Recorded, now or, where the receipt says so, before.
        record Done(Receipt receipt, Reading.Summary summary, List<Problem> notices)
                implements Result {
            public Done {
                notices = List.copyOf(notices);
            }
        }
    }

    /// Reads the file and tells what the ledger would say, without changing anything.
    public Result rehearse(Path file, Submission submission) {
        return take(new Source(file, name(file)), submission, true, ready -> {});
    }

    /// The same for a file that was sent over the network.
    public Result rehearse(Source source, Submission submission) {
        return take(source, submission, true, ready -> {});
    }

    /// A file and what its sender calls it.
    public record Source(Path file, String name) {}

    /// Takes the file in.
    ///
    /// @param progress told once, when everything is checked and recording begins
    public Result record(Path file, Submission submission, Consumer<Reading.Summary> progress) {
        return take(new Source(file, name(file)), submission, false, progress);
    }

    /// The same for a file that was sent over the network.
    public Result record(Source source, Submission submission, Consumer<Reading.Summary> progress) {
        return take(source, submission, false, progress);
    }

    private static String name(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    private Result take(
            Source source, Submission by, boolean dry, Consumer<Reading.Summary> progress) {
        var sealing = ledger.identities().newBatch();
        var importer =
                new WorkbookImport(
                        catalogue(), units(), new LedgerAwards(ledger), sealing, UUID::randomUUID);
        return switch (importer.read(source.file(), source.name(), by)) {
            case Unreadable unreadable -> new Result.Wrong(unreadable.problems());
            case Ready ready -> {
                var before = recordedBefore(ready);
                if (before.isPresent()) {
                    yield new Result.Done(before.get(), ready.summary(), ready.notices());
                }
                if (ledger.rehearse(ready.command()) instanceof Refused refused) {
                    yield new Result.Refusal(refused, ready.notices());
                }
                if (dry) {
                    yield new Result.Rehearsed(ready.summary(), ready.notices());
                }
                progress.accept(ready.summary());
                // Names in the log that no key opens would be lost for ever; the other way round
                // a crash leaves a key that opens nothing.
                sealing.commit();
                yield submit(ready);
            }
        };
    }

    private Result submit(Ready ready) {
        return switch (ledger.submit(ready.command())) {
            case Receipt receipt -> new Result.Done(receipt, ready.summary(), ready.notices());
            case Declined declined -> new Result.Refusal(declined.refused(), ready.notices());
        };
    }

    /// The receipt of the same file, where it was taken in before: its facts end with the
    /// completion that names the file's hash.
    private Optional<Receipt> recordedBefore(Ready ready) {
        var completions =
                new TagQuery(Set.of(), Set.of(EventCatalogue.nameOf(ImportCompleted.class)));
        for (var recorded : ledger.read(Set.of(completions))) {
            if (recorded.fact().event() instanceof ImportCompleted completed
                    && completed.fileSha256().equals(ready.command().fileSha256())) {
                return Optional.of(receipt(recorded, completed));
            }
        }
        return Optional.empty();
    }

    private static Receipt receipt(Recorded recorded, ImportCompleted completed) {
        return new Receipt(
                recorded.position() - completed.facts(),
                recorded.position(),
                recorded.recordedAt(),
                true);
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
