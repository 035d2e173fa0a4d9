package vn.sovang.api.verification;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// How fast strangers may ask: by address, and all of them together.
///
/// Addresses of one mobile operator are shared by many people, so an address has room for a
/// ceremony; of IPv6 the network of a household counts as one. Names are asked more slowly, by
/// address and by certificate, so that nobody finds one out by trying. In the memory of one node,
/// and bounded: who was not seen for longest is forgotten first, and then the limit on all of them
/// together still holds.
final class Pace {
    /// What is remembered of one address is below 300 bytes.
    static final int MAX_KEPT = 10_000;

    private static final Rate OF_ADDRESS = new Rate(60, Duration.ofSeconds(1));
    private static final Rate OF_ALL = new Rate(600, Duration.ofMillis(20));
    private static final Rate NAMES_OF_ADDRESS = new Rate(10, Duration.ofMinutes(1));
    private static final Rate NAMES_OF_CERTIFICATE = new Rate(20, Duration.ofMinutes(6));

    private static final int HOUSEHOLD_BYTES = 8;
    private static final int MAX_ADDRESS = 64;

    private final TimeMeter clock;
    private final Bucket all;
    private final Kept addresses = new Kept(OF_ADDRESS);
    private final Kept namesByAddress = new Kept(NAMES_OF_ADDRESS);
    private final Kept namesByCertificate = new Kept(NAMES_OF_CERTIFICATE);

    Pace(InstantSource clock) {
        this.clock = new Meter(clock);
        this.all = OF_ALL.bucket(this.clock);
    }

    /// So many at once, and one more each time so long has passed.
    private record Rate(int atOnce, Duration each) {
        Bucket bucket(TimeMeter clock) {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(atOnce).refillGreedy(1, each))
                    .withCustomTimePrecision(clock)
                    .build();
        }
    }

    private record Meter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /// One bucket a key.
    private final class Kept {
        private final Rate rate;

        /// Guarded by itself.
        private final Map<String, Bucket> buckets =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                        return size() > MAX_KEPT;
                    }
                };

        Kept(Rate rate) {
            this.rate = rate;
        }

        Bucket of(String key) {
            synchronized (buckets) {
                return buckets.computeIfAbsent(key, _ -> rate.bucket(clock));
            }
        }

        int size() {
            synchronized (buckets) {
                return buckets.size();
            }
        }
    }

    /// A question about a code.
    ///
    /// @return zero if it may be answered; else how long to wait, in whole seconds
    Duration ask(String address) {
        var wait = take(addresses.of(network(address)));
        return wait.isZero() ? take(all) : wait;
    }

    /// A question whether a name agrees, beside [#ask].
    ///
    /// @param certificate what the code stands on
    Duration askName(String address, String certificate) {
        var wait = take(namesByAddress.of(network(address)));
        return wait.isZero() ? take(namesByCertificate.of(certificate)) : wait;
    }

    private static Duration take(Bucket bucket) {
        var taken = bucket.tryConsumeAndReturnRemaining(1);
        return taken.isConsumed()
                ? Duration.ZERO
                : Duration.ofNanos(taken.getNanosToWaitForRefill())
                        .plusNanos(999_999_999)
                        .truncatedTo(ChronoUnit.SECONDS);
    }

    /// The address, or of IPv6 its first 64 bits. What is no address was said by a proxy that the
    /// operator trusts; it is never looked up.
    static String network(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), HOUSEHOLD_BYTES))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException none) {
            return address.substring(0, Math.min(address.length(), MAX_ADDRESS));
        }
    }

    /// How many addresses and certificates are remembered.
    int kept() {
        return addresses.size() + namesByAddress.size() + namesByCertificate.size();
    }
}
