package vn.sovang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.UnitEvent;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.testing.TestDatabase;

/// The core's one door on a real database.
class LedgerTest {
    @Test
    void a_new_log_opens_with_the_catalogue_and_the_units_and_is_sealed(@TempDir Path folder) {
        try (var database = TestDatabase.fresh();
                var ledger =
                        Ledger.open(
                                new LedgerSettings(
                                        database,
                                        folder.resolve("keys"),
                                        folder.resolve("anchor"),
                                        "test.example/ledger",
                                        InstantSource.system()))) {
            var types =
                    ledger.read(
                            Set.of(
                                    TagQuery.of(
                                            AwardTypeDefined.CATALOGUE_TAG,
                                            AwardTypeDefined.class)));
            assertThat(types).as("the catalogue has 71 codes").hasSize(71);
            var units = ledger.read(Set.of(TagQuery.of(UnitEvent.UNITS_TAG, UnitRegistered.class)));
            assertThat(units).hasSize(28);
            var checkpoint = ledger.seal();
            assertThat(checkpoint.size()).isEqualTo(ledger.feed().head());
            assertThat(ledger.seal()).as("idle: nothing new is signed").isEqualTo(checkpoint);
        }
    }
}
