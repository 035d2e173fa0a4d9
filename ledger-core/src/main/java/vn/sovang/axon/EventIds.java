package vn.sovang.axon;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/// UUIDv7 (RFC 9562 §5.7): milliseconds first, so that ids made together lie together.
public final class EventIds implements Supplier<UUID> {
    private final InstantSource clock;
    private final SecureRandom random;

    public EventIds(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID get() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextInt() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
