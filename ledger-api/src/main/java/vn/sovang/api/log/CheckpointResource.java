package vn.sovang.api.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.Ledger;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// The newest signed checkpoint, verbatim (C2SP tlog-checkpoint), with the cosignatures there are
/// of it. The newest, also while witnesses are still being asked: who needs a quorum takes the one
/// of a moment later, and nobody waits for a witness that is down.
@RestController
@Tag(name = "log")
class CheckpointResource {
    private static final MediaType NOTE = new MediaType("text", "plain", StandardCharsets.UTF_8);

    /// Checkpoints come at most once a second.
    private static final CacheControl A_MOMENT =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();

    private final Ledger ledger;

    CheckpointResource(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The note's bytes, not a text that something on the way might convert.
    @Operation(summary = "The newest signed checkpoint of the log, a C2SP signed note")
    @GetMapping(path = "/log/checkpoint", produces = "text/plain;charset=UTF-8")
    ResponseEntity<byte[]> checkpoint() {
        var checkpoint =
                ledger.checkpoint().orElseThrow(() -> Failure.of(FailureCode.NO_CHECKPOINT_YET));
        return ResponseEntity.ok()
                .contentType(NOTE)
                .cacheControl(A_MOMENT)
                .body(ledger.cosigned(checkpoint).note().getBytes(StandardCharsets.UTF_8));
    }

    /// A size and a root; its tiles and entries are not shown.
    @Operation(summary = "The newest signed checkpoint of the log of who read what")
    @GetMapping(path = "/log/access/checkpoint", produces = "text/plain;charset=UTF-8")
    ResponseEntity<byte[]> access() {
        var checkpoint =
                ledger.access()
                        .checkpoint()
                        .orElseThrow(() -> Failure.of(FailureCode.NO_CHECKPOINT_YET));
        return ResponseEntity.ok()
                .contentType(NOTE)
                .cacheControl(A_MOMENT)
                .body(checkpoint.note().getBytes(StandardCharsets.UTF_8));
    }
}
