package vn.sovang.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PROVINCE;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.common.configuration.Configuration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.Ledger;
import vn.sovang.decider.Origin;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decider.Request;
import vn.sovang.event.EventCodec;
import vn.sovang.event.Fact;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationListSubmitted;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.nomination.NominationCommand.FileNomination;
import vn.sovang.nomination.NominationCommand.SubmitNominationList;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientKind;

/// The pure deciders behind Axon's command bus and event store: names, tags, boundary and refusals
/// arrive as they left.
class DecidersOnAxonTest {
    private final AxonTestFixture axon =
            AxonTestFixture.with(
                    DeciderModule.register(
                            EventSourcingConfigurer.create(),
                            new FactMessages(new EventCodec()),
                            Ledger.deciders(),
                            UUID::randomUUID));

    private final RecipientRegistered person = PhanRang.recipient(RecipientKind.INDIVIDUAL);
    private final NominationId nomination = new NominationId(UUID.randomUUID());
    private final AwardLine line = line("BK_TTG", person);
    private final NominationFiled filed = new NominationFiled(nomination, CITY, line);

    private static EventMessage[] stored(List<Fact> facts) {
        return facts.stream()
                .map(f -> FactMessages.message(UUID.randomUUID(), f, Request.of(f.request(), "")))
                .toArray(EventMessage[]::new);
    }

    @AfterEach
    void stop() {
        axon.stop();
    }

    @Test
    void a_command_becomes_the_facts_its_decider_accepts() {
        Origin origin = origin("an", "2024-02-20");
        axon.given()
                .events(stored(PhanRang.reference()))
                .events(stored(List.of(fact("an", "2024-01-02", person))))
                .when()
                .command(new FileNomination(origin, nomination, CITY, line))
                .then()
                .success()
                .expect(c -> assertThat(about(c, nomination)).containsExactly(origin.fact(filed)));
    }

    @Test
    void several_facts_are_appended_in_order() {
        Origin origin = origin("an", "2024-02-20", paper("01/TTr-UBND", "2024-02-20"));
        var list = new ListId(UUID.randomUUID());
        axon.given()
                .events(stored(PhanRang.reference()))
                .events(stored(List.of(fact("an", "2024-02-01", filed))))
                .when()
                .command(
                        new SubmitNominationList(origin, list, CITY, PROVINCE, List.of(nomination)))
                .then()
                .success()
                .expect(c ->
                        assertThat(about(c, list))
                                .containsExactly(
                                        origin.fact(
                                                new NominationListSubmitted(
                                                        list, CITY, PROVINCE, 1)),
                                        origin.fact(
                                                new NominationSubmitted(
                                                        nomination,
                                                        list,
                                                        1,
                                                        CITY,
                                                        PROVINCE,
                                                        line))));
    }

    /// What the event store holds under an identity. The fixture itself records only what is
    /// published past the transaction that the deciders append to.
    private static List<Fact> about(Configuration axon, Id id) {
        return axon.getComponent(EventStorageEngine.class)
                .source(
                        SourcingCondition.conditionFor(
                                EventCriteria.havingTags(FactMessages.tag(id.tag()))),
                        null)
                .reduce(
                        new ArrayList<Fact>(),
                        (all, entry) -> {
                            if (entry.message().payload() instanceof Fact fact) {
                                all.add(fact);
                            }
                            return all;
                        })
                .join();
    }

    @Test
    void a_refusal_appends_nothing_and_keeps_its_code() {
        axon.given()
                .events(stored(PhanRang.reference()))
                .when()
                .command(new FileNomination(origin("an", "2024-02-20"), nomination, CITY, line))
                .then()
                .exception(CommandRefused.class, RefusalCode.RECIPIENT_UNKNOWN.name())
                .expect(c -> assertThat(about(c, nomination)).isEmpty());
    }
}
