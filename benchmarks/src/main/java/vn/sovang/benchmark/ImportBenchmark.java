package vn.sovang.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sovang.Ledger;
import vn.sovang.Submission.Receipt;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Provenance;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.founding.ReferenceData;
import vn.sovang.imports.FileHead;
import vn.sovang.imports.RecordImport.Entry;
import vn.sovang.imports.RecordImport.Source;
import vn.sovang.postgres.Database;
import vn.sovang.projection.Projections;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.UnitId;

/// A large file from its rows to the read models, and how long others wait to write meanwhile.
@Command(
        name = "import",
        sortOptions = false,
        description =
                "Takes in a file of many rows while others write: time of each step, the others'"
                        + " waits, the largest heap. The rows are made up; reading Excel is not"
                        + " part of it.")
final class ImportBenchmark extends Benchmark {
    private static final LocalDate DAY = LocalDate.of(2024, 4, 26);
    private static final Duration PATIENCE = Duration.ofHours(1);

    /// Lines of one decision.
    private static final int LINES = 200;

    @Option(names = "--rows", defaultValue = "100000", description = "lines of decisions")
    private int rows;

    @Option(names = "--writers", defaultValue = "4", description = "others who write meanwhile")
    private int writers;

    private final List<List<Object>> steps = new ArrayList<>();

    @Override
    List<Table> measure(Server server) {
        try (var database = Database.open(server.settings("imported"));
                var ledger = FilledLedger.open(database, server.directory().resolve("imported"));
                var projections =
                        Projections.open(
                                database.read(),
                                ledger.feed(),
                                "benchmark",
                                ledger.identities().blindIndex())) {
            projections.start();
            ledger.keepSealing();
            projections.awaitPosition(ledger.feed().head(), PATIENCE);
            HeapPeak.reset();
            var others = new Others(ledger, writers);
            var waits = others.during(() -> take(ledger, projections));
            var facts = new LinkedHashMap<String, String>();
            facts.put("heap", HeapPeak.allowed());
            facts.put("largest heap", "%,.0f MB".formatted(HeapPeak.megabytes()));
            facts.put("rows", "%,d".formatted(rows));
            return List.of(
                    new Table(
                            "a large import, step by step",
                            facts,
                            List.of("step", "s", "facts/s"),
                            steps),
                    new Table(
                            "others who write meanwhile",
                            Map.of("writers", Integer.toString(writers)),
                            List.of("writes", "p50 ms", "p99 ms", "longest ms"),
                            List.of(
                                    List.of(
                                            (long) waits.count(),
                                            waits.percentile(50),
                                            waits.percentile(99),
                                            waits.percentile(100)))));
        }
    }

    private void take(Ledger ledger, Projections projections) {
        var head = head();
        int facts = 2 * rows + (rows + LINES - 1) / LINES;
        var bulk = ledger.bulkImports();
        step(
                "staged",
                facts,
                () -> {
                    var staged = bulk.begin(head);
                    entries(ledger, staged::add);
                    staged.whole(head, "{}");
                });
        step(
                "decided, appended, decided again, completed",
                facts,
                () -> {
                    var done = bulk.commit(head.imported(), n -> {});
                    if (!(done instanceof Receipt)) {
                        throw new IllegalStateException(done.toString());
                    }
                });
        long end = ledger.feed().head();
        step(
                "known in every read model",
                facts,
                () -> {
                    if (!projections.awaitPosition(end, PATIENCE)) {
                        throw new IllegalStateException(projections.statuses().toString());
                    }
                });
    }

    private void step(String name, int facts, Runnable work) {
        Progress.say(name);
        long began = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - began) / 1e9;
        steps.add(List.of(name, seconds, facts / seconds));
    }

    private FileHead head() {
        var request = Request.of(UUID.randomUUID(), "benchmark");
        return new FileHead(
                origin(request),
                new ImportId(UUID.randomUUID()),
                "danh-sach.xlsx",
                request.bodySha256(),
                rows,
                "u-2",
                false);
    }

    private static Origin origin(Request request) {
        return new Origin(
                request,
                new Actor("u-1", "CLERK", null),
                null,
                Instant.now(),
                new Document.None("đo"),
                DAY,
                null);
    }

    private void entries(Ledger ledger, Consumer<Entry> taker) {
        var sealing = ledger.identities().newBatch();
        var people = new ArrayList<RecipientId>();
        for (int row = 0; row < rows; row++) {
            people.add(new RecipientId(UUID.randomUUID()));
        }
        sealing.expect(people.stream().map(RecipientId::value).toList());
        for (int row = 0; row < rows; row++) {
            var id = people.get(row);
            var name = sealing.seal(id.value(), "name", "Cá nhân " + row);
            taker.accept(entry(registered(id, name), 0, row));
        }
        var unit = city();
        for (int first = 0; first < rows; first += LINES) {
            decision(unit, first, people.subList(first, Math.min(first + LINES, rows)), taker);
        }
        sealing.commit();
    }

    private static RecipientRegistered registered(RecipientId id, Sealed name) {
        return new RecipientRegistered(id, RecipientKind.INDIVIDUAL, name, null, null);
    }

    private static void decision(
            UnitId unit, int first, List<RecipientId> people, Consumer<Entry> taker) {
        var number = first / LINES + 1;
        var key = DecisionKey.of(unit, DAY.getYear(), new DocumentNumber(number + "/QĐ-ĐO"));
        var decision = new DecisionId(UUID.randomUUID());
        taker.accept(entry(new DecisionRecorded(decision, key, people.size()), number, first));
        for (int line = 1; line <= people.size(); line++) {
            var award =
                    new AwardLine(
                            new AwardCode("GK_HUYEN"),
                            Rank.NONE,
                            people.get(line - 1),
                            RecipientKind.INDIVIDUAL,
                            CommendationType.CONG_TRANG,
                            null);
            taker.accept(
                    entry(
                            new AwardDecided(
                                    new AwardId(UUID.randomUUID()),
                                    decision,
                                    key,
                                    line,
                                    ConferralMode.TANG,
                                    null,
                                    null,
                                    award),
                            number,
                            first + line));
        }
    }

    private static Entry entry(LedgerEvent event, int number, int row) {
        return new Entry(
                event,
                DAY,
                new Document.Paper(
                        new DocumentNumber(number + "/QĐ-ĐO"), DAY, "UBND thành phố", null, null),
                new Provenance(
                        Provenance.Source.OFFICE_LIST,
                        Provenance.Confidence.MEDIUM,
                        "Danh sách, dòng " + row),
                null,
                new Source("Danh sách", row + 2, null));
    }

    private static UnitId city() {
        return ReferenceData.units().stream()
                .filter(u -> u.authorityName().equals("UBND thành phố Phan Rang - Tháp Chàm"))
                .findFirst()
                .orElseThrow()
                .unit();
    }

    /// People who register somebody again and again, one after the other, twenty times a second at
    /// most.
    private record Others(Ledger ledger, int writers) {
        private static final Duration BETWEEN = Duration.ofMillis(50);

        Latencies during(Runnable work) {
            var ended = new AtomicBoolean();
            var all = new ArrayList<CompletableFuture<Latencies>>();
            for (int i = 0; i < writers; i++) {
                all.add(CompletableFuture.supplyAsync(() -> write(ended)));
            }
            try {
                work.run();
            } finally {
                ended.set(true);
            }
            return Latencies.merged(all.stream().map(CompletableFuture::join).toList());
        }

        private Latencies write(AtomicBoolean ended) {
            var waits = new Latencies();
            while (!ended.get()) {
                var id = new RecipientId(UUID.randomUUID());
                var sealing = ledger.identities().newBatch();
                var name = sealing.seal(id.value(), "name", "Cá nhân khác");
                sealing.commit();
                var command =
                        new RegisterRecipient(
                                origin(Request.of(UUID.randomUUID(), "x")), registered(id, name));
                long began = System.nanoTime();
                if (!(ledger.submit(command) instanceof Receipt)) {
                    throw new IllegalStateException("not recorded");
                }
                waits.add(System.nanoTime() - began);
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
            return waits;
        }
    }
}
