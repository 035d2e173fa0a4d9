package vn.sovang.bulk;

import static vn.sovang.decider.RefusalCode.CONTENDED;
import static vn.sovang.decider.RefusalCode.IMPORT_CANCELLED;
import static vn.sovang.decider.RefusalCode.IMPORT_OVERTAKEN;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import vn.sovang.Submission;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.bulk.StagedImport.State;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportAborted;
import vn.sovang.eventstore.AppendOutcome;
import vn.sovang.eventstore.AppendOutcome.AlreadyDone;
import vn.sovang.eventstore.AppendOutcome.Appended;
import vn.sovang.eventstore.AppendOutcome.Conflict;
import vn.sovang.eventstore.AppendOutcome.RequestReused;
import vn.sovang.eventstore.AppendRequest;
import vn.sovang.eventstore.DcbCondition;
import vn.sovang.eventstore.RequestKey;
import vn.sovang.eventstore.UnstampedEvent;
import vn.sovang.imports.FileHead;
import vn.sovang.vocabulary.ImportId;

/// The course of one import, by whoever has claimed it. Every step may be the last of its process:
/// what is done is found done by the next.
///
/// The file is decided before its first chunk, and again before its end: chunks carry no condition,
/// so others may have recorded meanwhile what the file depends on. Only if the rules would record
/// exactly the same facts now does the import complete; else it is aborted (decision 0053).
final class Run {
    /// After so many lost races at the very end the caller is told; the import goes on later.
    private static final int MAX_ATTEMPTS = 16;

    private final BulkImports.Tools tools;
    private final StagedImport staged;
    private final FileHead head;
    private final ImportId imported;
    private final LongConsumer progress;

    /// @param progress told the facts that are in the log; one more at the end
    Run(BulkImports.Tools tools, StagedImport staged, LongConsumer progress) {
        this.tools = tools;
        this.staged = staged;
        this.head = staged.head();
        this.imported = head.imported();
        this.progress = progress;
    }

    Submission go() {
        var settled = staged;
        if (staged.state() != State.APPENDING) {
            var before = tools.log().request(head.origin().request().id());
            if (before.isPresent()) {
                tools.staging().cancel(imported);
                return repeated(before.get().outcome());
            }
            var decision = settle();
            if (decision.refused().isPresent()) {
                return new Declined(decision.refused().get());
            }
            if (!tools.staging().appending(imported)) {
                return declined(IMPORT_CANCELLED);
            }
            settled = tools.staging().find(imported).orElseThrow();
        }
        progress.accept(0);
        appendChunks(settled);
        return finish(settled);
    }

    private static Declined declined(vn.sovang.decider.RefusalCode code) {
        return new Declined(Outcome.refuse(code));
    }

    private static Receipt repeated(AlreadyDone done) {
        return new Receipt(done.first(), done.last(), done.recordedAt(), true);
    }

    /// Decides, and keeps what is decided.
    private Decision settle() {
        tools.staging().dropFacts(imported);
        var kept = new Keeper();
        var decision = tools.bench().decide(staged, kept::add);
        kept.flush();
        if (decision.refused().isEmpty()) {
            tools.staging().decided(imported, decision.facts(), decision.digest());
        }
        return decision;
    }

    /// Writes facts down page by page.
    private final class Keeper {
        private final List<byte[]> page = new ArrayList<>();
        private int kept;

        void add(Fact fact) {
            page.add(tools.leaves().kept(tools.ids().get(), fact));
            if (page.size() == Staging.PAGE) {
                flush();
            }
        }

        void flush() {
            tools.staging().addFacts(imported, kept, page);
            kept += page.size();
            page.clear();
        }
    }

    /// A chunk is known by the number of facts before it, so that whoever takes an import up finds
    /// those that are there, whatever their size was.
    private void appendChunks(StagedImport settled) {
        var pace = new Pace(settled.chunk());
        int done = 0;
        while (done < settled.facts()) {
            tools.requireWritable();
            done += appendChunk(done, pace);
            progress.accept(done);
            pace.rest();
        }
    }

    /// @return how many facts the chunk has
    private int appendChunk(int done, Pace pace) {
        var key = key("chunk " + done);
        var before = tools.log().request(key.id());
        if (before.isPresent()) {
            return size(before.get().outcome());
        }
        var events =
                tools.staging().facts(imported, done, pace.facts()).stream()
                        .map(tools.leaves()::event)
                        .toList();
        long began = System.nanoTime();
        int size = size(append(events, null, key));
        pace.took(size, System.nanoTime() - began);
        return size;
    }

    private static int size(AppendOutcome outcome) {
        return switch (outcome) {
            case Appended(long first, long last, _) -> Math.toIntExact(last - first + 1);
            case AlreadyDone(long first, long last, _) -> Math.toIntExact(last - first + 1);
            case Conflict _, RequestReused _ ->
                    throw new IllegalStateException("a chunk has no condition: " + outcome);
        };
    }

    /// The key under which a step is done once, whoever repeats it.
    private RequestKey key(String step) {
        var name = imported.tag() + " " + step;
        return new RequestKey(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                Decision.sha256(name));
    }

    private AppendOutcome append(
            List<UnstampedEvent> events, @Nullable DcbCondition condition, RequestKey key) {
        try {
            return tools.log().append(new AppendRequest(events, condition, key)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Submission finish(StagedImport settled) {
        var end = tools.ends().of(imported);
        if (end.isPresent()) {
            tools.staging().ended(imported);
            return tools.ended(imported);
        }
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            tools.requireWritable();
            var decision = tools.bench().decide(settled, fact -> {});
            var refused = decision.refused();
            if (refused.isPresent()) {
                return abort(settled, refused.get());
            }
            if (!MessageDigest.isEqual(decision.digest(), settled.digest())) {
                return abort(settled, Outcome.refuse(IMPORT_OVERTAKEN));
            }
            switch (complete(decision)) {
                case Appended done -> {
                    progress.accept(settled.facts() + 1L);
                    tools.staging().ended(imported);
                    return new Receipt(first(done), done.last(), done.recordedAt(), false);
                }
                case AlreadyDone before -> {
                    // The same file came in under another import.
                    abort(settled, Outcome.refuse(IMPORT_OVERTAKEN));
                    return repeated(before);
                }
                case RequestReused _ -> {
                    return abort(settled, Outcome.refuse(IMPORT_OVERTAKEN));
                }
                case Conflict _ -> {}
            }
        }
        return declined(CONTENDED);
    }

    private AppendOutcome complete(Decision decision) {
        var request = head.origin().request();
        var event = tools.leaves().event(tools.ids().get(), decision.completion());
        return append(
                List.of(event),
                decision.condition(),
                new RequestKey(request.id(), HexFormat.of().parseHex(request.bodySha256())));
    }

    /// Position of the import's first fact.
    private long first(Appended completion) {
        return tools.log()
                .request(key("chunk 0").id())
                .map(done -> done.outcome().first())
                .orElse(completion.first());
    }

    private Submission abort(StagedImport settled, Refused because) {
        var row = because.details().isEmpty() ? because : because.details().getFirst();
        var at = row.arguments();
        var aborted =
                new ImportAborted(
                        imported,
                        head.fileName(),
                        head.fileSha256(),
                        settled.facts(),
                        row.code().name(),
                        at.get("sheet"),
                        Integer.parseInt(at.getOrDefault("row", "0")));
        append(
                List.of(tools.leaves().event(tools.ids().get(), head.fact(aborted))),
                null,
                key("abort"));
        tools.staging().ended(imported);
        return new Declined(new Refused(IMPORT_OVERTAKEN, because.arguments(), because.details()));
    }
}
