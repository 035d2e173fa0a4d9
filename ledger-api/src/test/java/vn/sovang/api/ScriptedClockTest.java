package vn.sovang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.event.EventCatalogue;
import vn.sovang.event.EventCodec;
import vn.sovang.event.LedgerOpened;
import vn.sovang.eventstore.AppendOutcome.Appended;
import vn.sovang.eventstore.AppendRequest;
import vn.sovang.eventstore.EventLog;
import vn.sovang.eventstore.UnstampedEvent;
import vn.sovang.postgres.Database;
import vn.sovang.testing.PhanRang;
import vn.sovang.testing.TestDatabase;

class ScriptedClockTest {
    @Test
    void a_log_with_a_scripted_clock_is_not_served(@TempDir Path folder) {
        var settings = TestDatabase.freshSettings();
        var opened = new LedgerOpened("test.example/scripted", LedgerOpened.Clock.SCRIPTED);
        var fact = PhanRang.fact("test", "2024-01-01", opened);
        var leaf = new EventCodec().encode(UUID.randomUUID(), fact);
        try (var database = Database.open(settings);
                var log = EventLog.open(database.ledger(), InstantSource.system())) {
            var event =
                    new UnstampedEvent(
                            EventCatalogue.nameOf(LedgerOpened.class),
                            fact.tags(),
                            leaf,
                            EventCodec.stampOffset(leaf));
            assertThat(log.append(new AppendRequest(List.of(event), null, null)).join())
                    .isInstanceOf(Appended.class);
        }
        try (var installation = Installation.open(folder, null, settings)) {
            assertThatThrownBy(() -> Site.start(installation, "127.0.0.1", 0))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            f -> assertThat(f.code()).isEqualTo(FailureCode.SCRIPTED_CLOCK));
        }
    }
}
