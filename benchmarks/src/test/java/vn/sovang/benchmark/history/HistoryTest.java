package vn.sovang.benchmark.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission.Receipt;
import vn.sovang.decider.Command;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.Fact;
import vn.sovang.founding.OpenLedger;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;

final class HistoryTest {
    private static final int EVENTS = 900;

    @Test
    void a_real_ledger_accepts_every_command_with_as_many_events(@TempDir Path folder) {
        try (var opened = TestLedger.open(TestDatabase.freshSettings(), folder)) {
            History.tell(
                    1,
                    EVENTS,
                    (at, command, facts) -> {
                        // The ledger has opened itself.
                        if (!(command instanceof OpenLedger)) {
                            var receipt = (Receipt) opened.ledger().submit(command);
                            assertThat(receipt.last() - receipt.first() + 1)
                                    .as(command.toString())
                                    .isEqualTo(facts.size());
                        }
                    });
            assertThat(opened.ledger().feed().head()).isGreaterThanOrEqualTo(EVENTS);
        }
    }

    @Test
    void is_as_long_as_asked_varied_and_never_goes_back_in_time() {
        var types = new HashSet<String>();
        var times = new ArrayList<Instant>();
        long told =
                History.tell(
                        2,
                        20_000,
                        (at, command, facts) -> {
                            times.add(at);
                            facts.forEach(f -> types.add(EventCatalogue.nameOf(type(f))));
                        });

        assertThat(told).isBetween(20_000L, 20_100L);
        assertThat(times).isSorted();
        assertThat(times.getLast()).isAfter(Instant.parse("2024-01-01T00:00:00Z"));
        assertThat(types)
                .contains(
                        "nomination.NominationForwardedUp",
                        "nomination.NominationWithdrawn",
                        "award.AwardAnnulled",
                        "artifact.ArtifactWithdrawn",
                        "artifact.ArtifactReissued",
                        "reissue.ReissueApproved")
                .hasSizeGreaterThan(18);
    }

    @Test
    void the_same_seed_tells_the_same_history() {
        assertThat(commands(3)).isEqualTo(commands(3)).isNotEqualTo(commands(4));
    }

    private static List<Command> commands(long seed) {
        var all = new ArrayList<Command>();
        History.tell(seed, 1_000, (at, command, facts) -> all.add(command));
        return all;
    }

    private static Class<?> type(Fact fact) {
        return fact.event().getClass();
    }
}
