package vn.sovang.api.evidence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.Ledger;
import vn.sovang.api.access.TakesAway;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.statistics.Figures;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.event.EvidenceEvent.EvidenceBundleIssued;
import vn.sovang.event.Recorded;
import vn.sovang.vocabulary.EvidenceId;
import vn.sovang.vocabulary.EvidenceVariant;

/// Evidence over the network, without personal data only: the command line hands out the other
/// variant, to whoever says why.
@RestController
@RequestMapping("/api/v1/evidence")
@Tag(name = "evidence")
class EvidenceResource {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final EvidenceDesk desk;
    private final Figures figures;

    EvidenceResource(Ledger ledger, Figures figures) {
        this.desk = new EvidenceDesk(ledger, figures);
        this.figures = figures;
    }

    /// That a bundle was issued.
    record Issue(
            String id,
            String subject,
            String variant,
            long checkpointSize,
            String sha256,
            @Nullable Long position,
            @Nullable Instant recordedAt) {
        static Issue of(EvidenceBundleIssued issued) {
            return new Issue(
                    issued.bundle().toString(),
                    issued.subject().toString(),
                    issued.variant().name(),
                    issued.checkpointSize(),
                    issued.sha256(),
                    null,
                    null);
        }

        static Issue of(Recorded recorded) {
            var issued = of((EvidenceBundleIssued) recorded.fact().event());
            return new Issue(
                    issued.id,
                    issued.subject,
                    issued.variant,
                    issued.checkpointSize,
                    issued.sha256,
                    recorded.position(),
                    recorded.recordedAt());
        }
    }

    @Operation(
            summary = "Issues an evidence bundle and answers it, a zip file",
            description = "Issuing is recorded in the ledger. Over the network REDACTED only.")
    @TakesAway
    @PostMapping
    ResponseEntity<byte[]> issue(
            @Parameter(description = "id of an award line") @RequestParam(required = false)
                    @Nullable String award,
            @Parameter(description = "id of a recipient") @RequestParam(required = false)
                    @Nullable String recipient,
            @Parameter(description = "such as 2024-H1") @RequestParam(required = false)
                    @Nullable String period,
            @RequestParam(required = false) @Nullable String policy,
            @Parameter(description = "with a period: name or id of a unit")
                    @RequestParam(required = false)
                    @Nullable String authority,
            @Parameter(description = "REDACTED") @RequestParam(defaultValue = "REDACTED")
                    String variant,
            @Parameter(
                            description =
                                    "size, day or instant of an older checkpoint to prove"
                                            + " consistency from")
                    @RequestParam(required = false)
                    @Nullable String since,
            @Parameter(description = "UUID; the same key gives the same bundle again")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable String key,
            SignedIn reader) {
        requireRedacted(variant);
        var id =
                key == null || key.isBlank()
                        ? UUID.randomUUID()
                        : EvidenceQuestion.id("Idempotency-Key", key);
        var issued =
                desk.issue(
                        new EvidenceQuestion(award, recipient, period, policy, authority),
                        EvidenceVariant.REDACTED,
                        since,
                        new EvidenceDesk.Asker(reader.actor(), id, Instant.now()));
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("bang-chung-" + id + ".zip")
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_LOCATION, "/api/v1/evidence/" + id)
                .body(issued.bundle().bytes());
    }

    private static void requireRedacted(String variant) {
        switch (variant.strip()) {
            case "REDACTED", "" -> {}
            case "ENTITLED" -> throw Failure.of(FailureCode.EVIDENCE_NEEDS_SIGN_IN);
            default -> throw Failure.at("variant", FailureCode.VALUE_UNKNOWN, variant);
        }
    }

    @Operation(summary = "That a bundle was issued: about what, at which checkpoint, its hash")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Issue one(@PathVariable String id) {
        return desk.find(new EvidenceId(EvidenceQuestion.id("id", id)))
                .map(Issue::of)
                .orElseThrow(() -> Failure.of(FailureCode.EVIDENCE_NOT_FOUND, "id", id));
    }

    @Operation(summary = "Bundles issued about an award line or a recipient, oldest first")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    List<Issue> about(
            @RequestParam(required = false) @Nullable String award,
            @RequestParam(required = false) @Nullable String recipient) {
        var subject = new EvidenceQuestion(award, recipient, null, null, null).subject(figures);
        return desk.about(subject).stream().map(Issue::of).toList();
    }
}
