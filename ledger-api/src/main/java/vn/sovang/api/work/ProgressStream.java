package vn.sovang.api.work;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells the progress of something as server-sent events: one event `progress` a change, ends with
/// the work.
///
/// @param running whether more is to come
/// @param awaitNews the next state, or the same when the time is up
/// @param form what is told
public record ProgressStream<T>(
        Predicate<T> running, BiFunction<T, Duration, T> awaitNews, Function<T, Object> form) {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressStream.class);

    /// Proxies close what says nothing for longer.
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    /// A browser that still wants to know connects again.
    private static final Duration LONGEST_STREAM = Duration.ofMinutes(30);

    public SseEmitter of(T first, String name) {
        var emitter = new SseEmitter(LONGEST_STREAM.toMillis());
        var gone = new AtomicBoolean();
        emitter.onCompletion(() -> gone.set(true));
        emitter.onTimeout(emitter::complete);
        Thread.ofVirtual()
                .name("progress of " + name)
                .start(() -> {
                    tell(emitter, first, gone);
                    emitter.complete();
                });
        return emitter;
    }

    private void tell(SseEmitter emitter, T first, AtomicBoolean gone) {
        try {
            T now = first;
            emitter.send(event(now));
            while (running.test(now) && !gone.get()) {
                now = awaitNews.apply(now, SIGN_OF_LIFE);
                emitter.send(event(now));
            }
        } catch (IOException | IllegalStateException left) {
            LOG.debug("nobody listens any more", left);
        } catch (RuntimeException failure) {
            LOG.warn("a progress ends early", failure);
        }
    }

    private SseEmitter.SseEventBuilder event(T now) {
        return SseEmitter.event()
                .name("progress")
                .data(form.apply(now), MediaType.APPLICATION_JSON);
    }
}
