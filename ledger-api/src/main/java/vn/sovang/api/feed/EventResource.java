package vn.sovang.api.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.EventFeed;
import vn.sovang.Ledger;
import vn.sovang.api.door.Scopes;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// The log for programs of other systems, from any position on.
@RestController
@RequestMapping("/api/v1/events")
@Tag(name = "events")
class EventResource {
    private static final Logger LOG = LoggerFactory.getLogger(EventResource.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BATCH = "application/cloudevents-batch+json";

    private static final int USUAL_PAGE = 100;
    private static final int MAX_PAGE = 500;

    /// Each reader of a stream holds a connection and at most one page of events.
    private static final int MAX_READERS = 64;

    private static final int PAGE_OF_STREAM = 100;

    /// Proxies close what says nothing for longer.
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    /// A reader that still wants to know connects again where it was.
    private static final Duration LONGEST_STREAM = Duration.ofMinutes(30);

    private final EventFeed feed;
    private final Scopes scopes;
    private final String origin;
    private final Semaphore readers = new Semaphore(MAX_READERS);

    EventResource(Ledger ledger, Scopes scopes) {
        this.scopes = scopes;
        this.feed = ledger.feed();
        this.origin = ledger.opened().origin();
    }

    @Operation(
            summary = "Events after a position, as a batch of CloudEvents 1.0, or as they happen",
            description =
                    "For those who read every unit. Personal fields are sealed as they are"
                            + " stored. With `Accept: text/event-stream` one server-sent `event`"
                            + " each, its id the"
                            + " position; `Last-Event-ID` goes on after it, and a reader that does"
                            + " not read is dropped. While a large file is taken in, events that"
                            + " were recorded after its first fact wait until it has ended; of an"
                            + " aborted import only its end is told, and positions have a gap.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = BATCH,
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = CloudEvent.class))))
    @GetMapping(produces = {BATCH, MediaType.TEXT_EVENT_STREAM_VALUE})
    Object events(
            @Parameter(description = "position after which to begin; 0 without it")
                    @RequestParam(required = false)
                    @Nullable String after,
            @Parameter(description = "most events of a batch, 1 to 500; 100 without it")
                    @RequestParam(required = false)
                    @Nullable String limit,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @Parameter(hidden = true) @RequestHeader(name = "Accept", required = false)
                    @Nullable String accept,
            SignedIn reader) {
        scopes.requireEverything(reader);
        if (accept == null || !accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            return page(position("after", after), limit(limit));
        }
        return stream(last == null ? position("after", after) : position("Last-Event-ID", last));
    }

    private ResponseEntity<byte[]> page(long from, int most) {
        var known = feed.knownLeavesAfter(from, most);
        var events = events(known);
        var answer =
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(BATCH))
                        .eTag("\"" + from + "-" + known.upTo() + "\"");
        if (known.more()) {
            var next = "/api/v1/events?after=" + known.upTo() + "&limit=" + most;
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(JSON.writeValueAsBytes(events));
    }

    private List<CloudEvent> events(EventFeed.KnownLeaves known) {
        return known.leaves().stream().map(leaf -> CloudEvent.of(origin, leaf)).toList();
    }

    private SseEmitter stream(long from) {
        if (!readers.tryAcquire()) {
            throw Failure.of(FailureCode.TOO_MANY_READERS);
        }
        var emitter = new SseEmitter(LONGEST_STREAM.toMillis());
        var gone = new AtomicBoolean();
        emitter.onCompletion(() -> gone.set(true));
        emitter.onTimeout(emitter::complete);
        Thread.ofVirtual().name("events after " + from).start(() -> tell(emitter, from, gone));
        return emitter;
    }

    /// The server's own write time-out ends a connection that takes nothing; until then one page
    /// waits, not more.
    private void tell(SseEmitter emitter, long from, AtomicBoolean gone) {
        long position = from;
        try {
            emitter.send(SseEmitter.event().comment("after " + from));
            while (!gone.get()) {
                long head = feed.head();
                var known = feed.knownLeavesAfter(position, PAGE_OF_STREAM);
                for (var leaf : known.leaves()) {
                    emitter.send(
                            SseEmitter.event()
                                    .id(Long.toString(leaf.position()))
                                    .name("event")
                                    .data(JSON.writeValueAsString(CloudEvent.of(origin, leaf))));
                }
                position = known.upTo();
                // Behind the head only an import holds it up, whose end is news too.
                if (!known.more() && !feed.awaitBeyond(Math.max(position, head), SIGN_OF_LIFE)) {
                    emitter.send(SseEmitter.event().comment("at " + position));
                }
            }
        } catch (IOException | IllegalStateException left) {
            LOG.debug("nobody listens any more", left);
        } catch (RuntimeException failure) {
            LOG.warn("the events after {} end early", position, failure);
        } finally {
            readers.release();
        }
        emitter.complete();
    }

    private static long position(String parameter, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        if (!text.strip().matches("[0-9]{1,18}")) {
            throw Failure.at(parameter, FailureCode.CURSOR_MALFORMED, text);
        }
        return Long.parseLong(text.strip());
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return USUAL_PAGE;
        }
        int limit = text.strip().matches("[0-9]{1,4}") ? Integer.parseInt(text.strip()) : 0;
        if (limit < 1 || limit > MAX_PAGE) {
            throw Failure.at("limit", FailureCode.LIMIT_OUT_OF_RANGE, text);
        }
        return limit;
    }
}
