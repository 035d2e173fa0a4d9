package vn.sovang.benchmark;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sovang.Ledger;
import vn.sovang.Submission.Receipt;
import vn.sovang.axon.AppendReceipt;
import vn.sovang.axon.DeciderModule;
import vn.sovang.axon.EventIds;
import vn.sovang.axon.FactMessages;
import vn.sovang.decider.Origin;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.event.EventCodec;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.founding.ReferenceData;
import vn.sovang.nomination.NominationCommand.FileNomination;
import vn.sovang.postgres.Database;
import vn.sovang.recipient.RecipientRegistration;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.UnitId;

/// Commands decided and durable a second.
@Command(
        name = "commands",
        sortOptions = false,
        description =
                "Commands a second through the ledger's door, and the same decider on Axon's JPA"
                        + " engine.")
final class CommandsBenchmark extends Benchmark {
    private static final String NOISE = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kA==";

    @Option(names = "--seconds", defaultValue = "5", description = "length of one measurement")
    private int seconds;

    @Option(
            names = "--clients",
            split = ",",
            defaultValue = "64",
            description = "numbers of clients, such as 1,16,64")
    private List<Integer> clients = List.of();

    @Option(names = "--only", defaultValue = "", description = "contenders with this in their name")
    private String only = "";

    @Option(names = "--rounds", defaultValue = "3", description = "measurements of each cell")
    private int rounds;

    @Override
    List<Table> measure(Server server) {
        var contenders =
                List.of(
                        new Contender("Sổ Vàng, register", n -> ledger(server, this::registering)),
                        new Contender("Axon 5.0.1 JPA, register", n -> jpa(server, n)),
                        new Contender("Sổ Vàng, nominate", n -> ledger(server, this::nominating)));
        var cells =
                new Rounds(server, Duration.ofSeconds(seconds))
                        .run(Rounds.named(contenders, only), clients, rounds);
        var facts =
                Map.of(
                        "register",
                        "a recipient, boundary of one tag, the widest that Axon's JPA engine knows",
                        "nominate",
                        "a nomination, boundary of four: recipient, award type, unit, nomination");
        return List.of(new Table("commands", facts, Rounds.COLUMNS, Rounds.rows(cells)));
    }

    /// Makes a client's work on a ledger.
    @FunctionalInterface
    private interface OnLedger {
        Work of(Ledger ledger);
    }

    private static Session ledger(Server server, OnLedger work) {
        Database database = Database.open(server.settings("sovang"));
        Ledger ledger = FilledLedger.open(database, server.directory().resolve("sovang"));
        ledger.submit(new RegisterRecipient(origin(), recipient()));
        return new Session() {
            @Override
            public Work client() {
                return work.of(ledger);
            }

            @Override
            public void close() {
                ledger.close();
                database.close();
            }
        };
    }

    private Work registering(Ledger ledger) {
        return () -> stored(ledger.submit(new RegisterRecipient(origin(), recipient())));
    }

    private Work nominating(Ledger ledger) {
        var recipient = recipient();
        stored(ledger.submit(new RegisterRecipient(origin(), recipient)));
        UnitId unit =
                ReferenceData.units().stream()
                        .filter(u -> u.authorityName().equals("UBND phường Phước Mỹ"))
                        .findFirst()
                        .orElseThrow()
                        .unit();
        var line =
                new AwardLine(
                        new AwardCode("LDTT"),
                        Rank.NONE,
                        recipient.recipient(),
                        RecipientKind.INDIVIDUAL,
                        CommendationType.CONG_TRANG,
                        unit);
        return () ->
                stored(
                        ledger.submit(
                                new FileNomination(
                                        origin(),
                                        new NominationId(UUID.randomUUID()),
                                        unit,
                                        line)));
    }

    private static int stored(Object submission) {
        if (submission instanceof Receipt) {
            return 1;
        }
        throw new IllegalStateException("refused: " + submission);
    }

    /// The very decider of the ledger, on the other engine.
    private static Session jpa(Server server, int clients) {
        var store =
                new Stores(server)
                        .jpaStore(
                                "axon", clients, new DelegatingEventConverter(new FactConverter()));
        var axon =
                DeciderModule.register(
                                EventSourcingConfigurer.create(),
                                new FactMessages(new EventCodec()),
                                List.of(new RecipientRegistration()),
                                new EventIds(InstantSource.system(), new SecureRandom()))
                        .registerEventStorageEngine(c -> store.engine())
                        .build();
        axon.start();
        var gateway = axon.getComponent(CommandGateway.class);
        return new Session() {
            @Override
            public Work client() {
                return () -> {
                    gateway.send(new RegisterRecipient(origin(), recipient()))
                            .resultAs(AppendReceipt.class)
                            .join();
                    return 1;
                };
            }

            @Override
            public void close() {
                axon.shutdown();
                store.close();
            }
        };
    }

    private static Origin origin() {
        return new Origin(
                Request.of(UUID.randomUUID(), "benchmark"),
                new Actor("van-thu-" + ThreadLocalRandom.current().nextInt(40), "CLERK", null),
                null,
                Instant.now(),
                new Document.None("nhập từ hồ sơ"),
                LocalDate.of(2024, 6, 28),
                null);
    }

    private static RecipientRegistered recipient() {
        var id = new RecipientId(UUID.randomUUID());
        return new RecipientRegistered(
                id, RecipientKind.INDIVIDUAL, sealed(id, "name"), sealed(id, "birth"), null);
    }

    private static Sealed sealed(RecipientId subject, String field) {
        return new Sealed(UUID.randomUUID(), subject.value(), field, NOISE, NOISE);
    }
}
