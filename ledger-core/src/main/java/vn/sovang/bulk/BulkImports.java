package vn.sovang.bulk;

import static vn.sovang.decider.RefusalCode.IMPORT_CANCELLED;
import static vn.sovang.decider.RefusalCode.IMPORT_OVERTAKEN;
import static vn.sovang.decider.RefusalCode.IMPORT_UNDERWAY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sovang.Submission;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.axon.ImportEnds;
import vn.sovang.axon.KnownEvents;
import vn.sovang.bulk.StagedImport.State;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.EventCodec;
import vn.sovang.event.ImportAborted;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.Recorded;
import vn.sovang.eventstore.EventLog;
import vn.sovang.imports.FileHead;
import vn.sovang.imports.RecordImport;
import vn.sovang.imports.RecordImport.Entry;
import vn.sovang.vocabulary.ImportId;

/// Takes in files of any size: staged, decided as a whole, appended in chunks, known at once or
/// never (R17). Safe for any number of threads and nodes; one of them works on an import at a time.
public final class BulkImports implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BulkImports.class);

    /// Half of what R17 allows; how many of them a chunk really has, [Pace] says.
    private static final int CHUNK = 1_000;

    private static final Duration LOOK_AFTER = Duration.ofSeconds(15);

    private final Tools tools;
    private final int chunk;
    private final HeadingChoices headings;
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread resuming;

    /// @param ledger pool of the role that may write what is staged
    /// @param suspended why nothing may be recorded now; empty if it may
    public static BulkImports open(
            EventLog log,
            DataSource ledger,
            Supplier<UUID> eventIds,
            Supplier<Optional<Submission>> suspended) {
        var codec = new EventCodec();
        var staging = new Staging(ledger, codec);
        var tools = new Tools(log, codec, staging, eventIds, suspended);
        return new BulkImports(tools, CHUNK, new HeadingChoices(ledger));
    }

    private BulkImports(Tools tools, int chunk, HeadingChoices headings) {
        this.tools = tools;
        this.chunk = chunk;
        this.headings = headings;
    }

    /// What offices said that headings of their own mean.
    public HeadingChoices headings() {
        return headings;
    }

    /// The same with chunks of so many facts at most; for tests.
    public BulkImports withChunksOf(int facts) {
        return new BulkImports(tools, facts, headings);
    }

    /// What a run works with.
    record Tools(
            EventLog log,
            EventCodec codec,
            Staging staging,
            Supplier<UUID> ids,
            Supplier<Optional<Submission>> suspended,
            ImportEnds ends,
            FactLeaves leaves,
            Decision.Bench bench) {
        Tools(
                EventLog log,
                EventCodec codec,
                Staging staging,
                Supplier<UUID> ids,
                Supplier<Optional<Submission>> suspended) {
            this(log, codec, staging, ids, suspended, new ImportEnds(log));
        }

        private Tools(
                EventLog log,
                EventCodec codec,
                Staging staging,
                Supplier<UUID> ids,
                Supplier<Optional<Submission>> suspended,
                ImportEnds ends) {
            this(
                    log,
                    codec,
                    staging,
                    ids,
                    suspended,
                    ends,
                    new FactLeaves(codec),
                    new Decision.Bench(log, codec, ends, staging));
        }

        /// @throws Suspended if nothing may be recorded now
        void requireWritable() {
            suspended
                    .get()
                    .ifPresent(submission -> {
                        throw new Suspended(submission);
                    });
        }

        /// What became of an import that is staged no more.
        Submission ended(ImportId imported) {
            var tag = Set.of(imported.tag());
            var names = TagQuery.of(imported.tag(), ImportCompleted.class, ImportAborted.class);
            var ends = KnownEvents.facts(log, this.ends, codec, Set.of(names));
            if (!ends.hasNext()) {
                return new Declined(Outcome.refuse(IMPORT_CANCELLED));
            }
            Recorded end = ends.next();
            if (end.fact().event() instanceof ImportAborted) {
                return new Declined(Outcome.refuse(IMPORT_OVERTAKEN));
            }
            var query = List.of(KnownEvents.criterion(new TagQuery(tag, Set.of())));
            long first = log.read(query, 0, end.position(), 1).getFirst().position();
            return new Receipt(first, end.position(), end.recordedAt(), true);
        }
    }

    /// The log takes nothing more; the import goes on once it does.
    static final class Suspended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Submission submission;

        Suspended(Submission submission) {
            super("the ledger is suspended");
            this.submission = submission;
        }
    }

    /// Takes rows in, one by one; nothing can be done with them before [#whole]. Owned by one
    /// thread.
    public final class Rows {
        private final FileHead head;
        private final List<Entry> page = new ArrayList<>();
        private int kept;

        private Rows(FileHead head) {
            this.head = head;
        }

        /// Keeps the next row.
        public void add(Entry entry) {
            page.add(entry);
            if (page.size() == Staging.PAGE) {
                flush();
            }
        }

        private void flush() {
            tools.staging.addEntries(head, kept, page);
            kept += page.size();
            page.clear();
        }

        /// All rows are there. Personal fields must be readable by now: their keys are durable.
        ///
        /// @param complete the head with what was only known at the end
        /// @param summary JSON to show before somebody confirms; no names
        public void whole(FileHead complete, String summary) {
            flush();
            tools.staging.staged(head.imported(), complete, summary);
        }

        /// Lets the rows go.
        public void drop() {
            tools.staging.cancel(head.imported());
        }
    }

    /// Begins to take a file in.
    public Rows begin(FileHead head) {
        tools.staging.forgetOld();
        tools.staging.begin(head, chunk);
        return new Rows(head);
    }

    /// What the rules say of a staged file now, without recording anything.
    ///
    /// @return the refusal that names the rows; empty if the ledger would take it, or there is none
    public Optional<Refused> rehearse(ImportId imported) {
        return tools.staging
                .find(imported)
                .flatMap(staged -> tools.bench.decide(staged, fact -> {}).refused());
    }

    /// Takes a staged file into the log and makes it known. Goes on where an earlier attempt broke
    /// off. A refusal before the first chunk leaves the file staged.
    ///
    /// @param progress told how many facts are in the log, and one more when they are known
    public Submission commit(ImportId imported, LongConsumer progress) {
        var claim = tools.staging.claim(imported).orElse(null);
        if (claim == null) {
            return new Declined(Outcome.refuse(IMPORT_UNDERWAY));
        }
        try (claim) {
            var staged = tools.staging.find(imported).orElse(null);
            if (staged == null || staged.state() == State.READING) {
                return tools.ended(imported);
            }
            return new Run(tools, staged, progress).go();
        } catch (Suspended why) {
            return why.submission;
        }
    }

    /// A file on its way; empty when it ended, was cancelled or never came.
    public Optional<StagedImport> find(ImportId imported) {
        return tools.staging.find(imported).filter(staged -> staged.state() != State.READING);
    }

    /// Every file on its way, the oldest first.
    public List<StagedImport> all() {
        return tools.staging.all();
    }

    /// The rows of a staged file that fits one append.
    public RecordImport asCommand(StagedImport staged) {
        var entries = new ArrayList<Entry>();
        tools.staging.entries(staged.head().imported(), entries::add);
        return staged.head().with(entries);
    }

    /// What became of an import that is no more on its way.
    public Submission ended(ImportId imported) {
        return tools.ended(imported);
    }

    /// Notes that a second person stands for the file; false if it is too late.
    public boolean confirm(ImportId imported, String by) {
        return find(imported)
                .map(staged -> tools.staging.confirm(staged.head().confirmed(by)))
                .orElse(false);
    }

    /// Lets a file go of which nothing is in the log; false if something is: then it goes on.
    public boolean cancel(ImportId imported) {
        return tools.staging.cancel(imported);
    }

    /// Takes to their ends all imports whose process died, unless somebody does.
    ///
    /// @return how many
    public int resume() {
        int resumed = 0;
        for (var staged : tools.staging.appendingNow()) {
            var imported = staged.head().imported();
            LOG.info("import {} goes on", imported);
            var came = commit(imported, done -> {});
            if (came instanceof Declined(var no) && no.code() == IMPORT_UNDERWAY) {
                continue;
            }
            LOG.info("import {}: {}", imported, came);
            resumed++;
        }
        return resumed;
    }

    /// Does so now and every few seconds, until closed. For a running service.
    public synchronized void keepResuming() {
        if (resuming == null) {
            resuming = Thread.ofVirtual().name("sovang-imports").start(this::lookAfter);
        }
    }

    private void lookAfter() {
        try {
            do {
                try {
                    resume();
                } catch (RuntimeException failure) {
                    LOG.warn("imports wait: {}", failure.getMessage());
                }
            } while (!closing.await(LOOK_AFTER.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        closing.countDown();
        var thread = resuming;
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
