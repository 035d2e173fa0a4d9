package vn.sovang.api.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
import vn.sovang.Ledger;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.recording.IdempotencyKey;
import vn.sovang.api.work.Works.Asked;
import vn.sovang.projection.Projections;
import vn.sovang.seal.CheckReport;

/// Derives the whole ledger again while people work, and names everything that is not as it was
/// written (*kiểm tra toàn vẹn*).
@RestController
@RequestMapping("/api/v1/checks")
@Tag(name = "work")
class CheckResource {
    private final Ledger ledger;
    private final Projections projections;
    private final Works works;

    CheckResource(Ledger ledger, Projections projections, Works works) {
        this.ledger = ledger;
        this.projections = projections;
        this.works = works;
    }

    /// What a check found.
    ///
    /// @param root base64 of the root over all events checked, as derived again
    /// @param checkpoints signed checkpoints compared on the way
    record Check(
            boolean intact,
            long size,
            String root,
            int checkpoints,
            List<Finding> findings,
            List<Finding> notes) {
        static Check of(CheckReport report) {
            return new Check(
                    report.intact(),
                    report.size(),
                    report.root().toBase64(),
                    report.checkpoints(),
                    report.findings().stream().map(Finding::of).toList(),
                    report.notes().stream().map(Finding::of).toList());
        }
    }

    /// Something that is not as it was written.
    record Finding(String what, long position, String explanation) {
        static Finding of(vn.sovang.seal.Finding found) {
            return new Finding(found.what().name(), found.position(), found.explanation());
        }
    }

    @Operation(
            summary = "Checks the whole ledger",
            description = "Accepted with 202; the Location tells how far it is and what it found.")
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Work> begin(HttpServletRequest request, SignedIn reader, Locale locale) {
        var by = reader.actor();
        var key = IdempotencyKey.of(request.getHeader(IdempotencyKey.HEADER));
        var asked = new Asked(key, "CHECK", by.user());
        var work =
                works.begin(
                        asked,
                        locale,
                        progress -> {
                            progress.total(ledger.feed().head());
                            return Check.of(ledger.check(progress, projections::positions));
                        });
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
