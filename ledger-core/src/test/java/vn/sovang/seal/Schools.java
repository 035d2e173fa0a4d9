package vn.sovang.seal;

import static vn.sovang.testing.PhanRang.origin;

import java.util.UUID;
import java.util.concurrent.Executors;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.testing.TestLedger;
import vn.sovang.unit.RegisterUnit;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// Events that cost nothing to make: one school each.
final class Schools {
    private static final int THREADS = 8;

    private Schools() {}

    static RegisterUnit school(String name) {
        return new RegisterUnit(
                origin("an", "2024-01-02"),
                new UnitRegistered(
                        new UnitId(UUID.randomUUID()),
                        name,
                        name,
                        UnitLevel.CO_SO,
                        null,
                        null,
                        null,
                        false));
    }

    /// Registers schools until the log has so many events; many at once, so that they share
    /// commits.
    static void fillTo(TestLedger it, long events) {
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            for (long i = it.ledger().feed().head(); i < events; i++) {
                var command = school("Trường " + i);
                pool.execute(() -> it.ledger().submit(command));
            }
        }
    }
}
