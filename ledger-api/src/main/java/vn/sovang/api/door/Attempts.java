package vn.sovang.api.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/// Makes guessing slow without letting anybody lock somebody else out (ASVS 6.1.1, 6.3.1).
///
/// Failures are counted by account *and* address: after three, each further one doubles the wait,
/// so that a stranger's guesses cost the stranger. Failures of one address over all accounts make
/// it wait in the same way, later. Of one account over all addresses they only space the attempts a
/// second apart: its owner still gets in. Whether an account exists makes no difference to any of
/// it.
///
/// In the memory of one node, and bounded: the oldest are forgotten first.
final class Attempts {
    /// As many keys as a small office has in years, 1 MB.
    private static final int MAX_KEPT = 10_000;

    private static final int FREE_BY_PAIR = 3;
    private static final int FREE_BY_ADDRESS = 30;
    private static final int FREE_BY_ACCOUNT = 100;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SPACED = Duration.ofSeconds(1);

    /// After which a failure is forgotten.
    private static final Duration MEMORY = Duration.ofHours(1);

    private final InstantSource clock;

    /// Guarded by itself.
    private final Map<String, Failed> failed =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failed> eldest) {
                    return size() > MAX_KEPT;
                }
            };

    Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /// How often it failed, and when it may be tried again.
    private record Failed(int times, Instant last, Instant next) {}

    /// Not now; nothing was looked at.
    static final class TooOften extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        TooOften() {
            super("too often");
        }
    }

    /// @throws TooOften while it has to wait
    void require(String account, String address) {
        var now = clock.instant();
        synchronized (failed) {
            for (var key : new String[] {pair(account, address), from(address), of(account)}) {
                var before = failed.get(key);
                if (before != null && now.isBefore(before.next())) {
                    throw new TooOften();
                }
            }
        }
    }

    void failed(String account, String address) {
        synchronized (failed) {
            count(pair(account, address), FREE_BY_PAIR, LONGEST);
            count(from(address), FREE_BY_ADDRESS, LONGEST);
            count(of(account), FREE_BY_ACCOUNT, SPACED);
        }
    }

    void succeeded(String account, String address) {
        synchronized (failed) {
            failed.remove(pair(account, address));
        }
    }

    /// How much is remembered.
    int kept() {
        synchronized (failed) {
            return failed.size();
        }
    }

    private void count(String key, int free, Duration longest) {
        var now = clock.instant();
        @Nullable Failed before = failed.get(key);
        boolean fresh = before == null || before.last().plus(MEMORY).isBefore(now);
        int times = fresh || before == null ? 1 : before.times() + 1;
        failed.put(key, new Failed(times, now, now.plus(pause(times - free, longest))));
    }

    /// 1, 2, 4 … seconds from the first failure that is not free.
    private static Duration pause(int beyond, Duration longest) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        var doubled = Duration.ofSeconds(1L << Math.min(beyond, 20));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    /// Names are cut: nobody's is longer, and memory is bounded by keys.
    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 64));
    }

    private static String pair(String account, String address) {
        return "pair " + cut(account) + " " + cut(address);
    }

    private static String from(String address) {
        return "from " + cut(address);
    }

    private static String of(String account) {
        return "of " + cut(account);
    }
}
