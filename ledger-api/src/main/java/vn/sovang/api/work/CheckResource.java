package vn.sovang.api.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.recording.IdempotencyKey;

/// Derives the whole ledger again while people work, and names everything that is not as it was
/// written (*kiểm tra toàn vẹn*).
@RestController
@RequestMapping("/api/v1/checks")
@Tag(name = "work")
class CheckResource {
    private final Checks checks;
    private final Works works;

    CheckResource(Checks checks, Works works) {
        this.checks = checks;
        this.works = works;
    }

    @Operation(
            summary = "Checks the whole ledger",
            description = "Accepted with 202; the Location tells how far it is and what it found.")
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Work> begin(HttpServletRequest request, SignedIn reader, Locale locale) {
        var key = IdempotencyKey.of(request.getHeader(IdempotencyKey.HEADER));
        var work = checks.begin(key, reader, locale);
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, "/api/v1/checks/" + work.id())
                .body(work);
    }

    @Operation(summary = "How far a check is, or what it found")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Work one(@PathVariable String id) {
        return works.find(ImportResource.id(id));
    }

    @Operation(summary = "The same as server-sent events, one `progress` a change")
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String id) {
        return works.stream(ImportResource.id(id));
    }
}
