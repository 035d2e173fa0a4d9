package vn.sovang.benchmark;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sovang.EventFeed;
import vn.sovang.axon.FactMessages;
import vn.sovang.axon.PostgresEventStorageEngine;
import vn.sovang.benchmark.Passes.Way;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Fact;
import vn.sovang.event.Recorded;
import vn.sovang.eventstore.EventLog;

/// The whole log read again, every event parsed, in order.
@Command(
        name = "replay",
        sortOptions = false,
        description = "Events a second, parsed and in order: the feed, and Axon's JPA engine.")
final class ReplayBenchmark extends Benchmark {
    private static final int PAGE = 2_000;

    @Option(names = "--events", defaultValue = "100000", description = "length of the log")
    private long events;

    @Option(names = "--rounds", defaultValue = "3", description = "passes of each")
    private int rounds;

    @Override
    List<Table> measure(Server server) throws Exception {
        var converter = new DelegatingEventConverter(new FactConverter());
        try (var filled = FilledLedger.of(server, events);
                var jpa = new Stores(server).jpaStore("replay", 2, converter);
                var log = EventLog.open(filled.database().ledger(), InstantSource.system())) {
            EventFeed feed = filled.ledger().feed();
            copy(feed, jpa.engine());
            server.checkpoint();
            long size = filled.events();
            var ours = new PostgresEventStorageEngine(log, new FactMessages(new EventCodec()));
            var ways =
                    List.of(
                            new Way("Sổ Vàng, feed, streamed", size, () -> stream(feed, size)),
                            new Way("Sổ Vàng, feed, by page", size, () -> pages(feed)),
                            new Way(
                                    "Sổ Vàng, Axon engine",
                                    size,
                                    () -> follow(ours, converter, size)),
                            new Way(
                                    "Axon 5.0.1 JPA",
                                    size,
                                    () -> follow(jpa.engine(), converter, size)));
            return List.of(
                    new Table(
                            "replay",
                            Map.of("log", "%,d events".formatted(size)),
                            Passes.COLUMNS,
                            new Passes(server).rows(ways, rounds)));
        }
    }

    /// The same facts in the other store.
    private static void copy(EventFeed feed, EventStorageEngine engine) {
        Progress.say("copying the log into Axon's JPA engine");
        for (var page = feed.after(0, PAGE); !page.isEmpty(); ) {
            var messages = new ArrayList<TaggedEventMessage<?>>();
            page.forEach(event -> messages.add(message(event)));
            engine.appendEvents(AppendCondition.none(), null, messages)
                    .thenCompose(Stores::completed)
                    .join();
            page = feed.after(page.getLast().position(), PAGE);
        }
    }

    private static TaggedEventMessage<?> message(Recorded event) {
        String name = EventCatalogue.nameOf(event.fact().event().getClass());
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(
                        event.id().toString(),
                        new MessageType(name, "1"),
                        event.fact(),
                        Map.of(),
                        event.recordedAt()),
                Set.of());
    }

    private static long stream(EventFeed feed, long size) {
        var seen = new AtomicLong();
        feed.stream(0, size, event -> seen.addAndGet(parsed(event.fact())));
        return seen.get();
    }

    private static long pages(EventFeed feed) {
        long seen = 0;
        for (var page = feed.after(0, PAGE); !page.isEmpty(); ) {
            for (Recorded event : page) {
                seen += parsed(event.fact());
            }
            page = feed.after(page.getLast().position(), PAGE);
        }
        return seen;
    }

    private static long follow(
            EventStorageEngine engine, DelegatingEventConverter converter, long size) {
        var first = engine.firstToken(null).join();
        var stream = engine.stream(StreamingCondition.startingFrom(first), null);
        try {
            long seen = 0;
            while (seen < size) {
                var next = stream.next();
                if (next.isPresent()) {
                    seen += parsed(next.get().message().payloadAs(Fact.class, converter));
                } else if (stream.error().isPresent()) {
                    throw new IllegalStateException(stream.error().get());
                } else {
                    LockSupport.parkNanos(20_000);
                }
            }
            return seen;
        } finally {
            stream.close();
        }
    }

    /// 1 for a fact that is there, so that nobody saves himself the work of parsing it.
    private static int parsed(@Nullable Fact fact) {
        return fact == null || fact.tags().isEmpty() ? 0 : 1;
    }
}
