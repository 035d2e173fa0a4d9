package vn.sovang.api.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.Ledger;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.seal.DatedCheckpoint;
import vn.sovang.tlog.AddCheckpointRequest;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.SignedNote;

/// Proof that nothing was altered between two days, instants or sizes (RFC 9162 section 2.1.4).
@RestController
@Tag(name = "log")
class ConsistencyResource {
    private static final MediaType TEXT = new MediaType("text", "plain", UTF_8);

    private final Ledger ledger;
    private final CheckpointChoice choice;

    ConsistencyResource(Ledger ledger, CheckpointChoice choice) {
        this.ledger = ledger;
        this.choice = choice;
    }

    /// The checkpoint that a day, instant or size came to.
    ///
    /// @param asked as it stood in the address
    /// @param signedAt when the service says it signed; a claim, there is no time in a checkpoint
    record Chosen(@Nullable String asked, long size, String root, Instant signedAt) {
        static Chosen of(@Nullable String asked, DatedCheckpoint dated) {
            var checkpoint = dated.checkpoint();
            return new Chosen(
                    asked, checkpoint.size(), checkpoint.root().toBase64(), dated.signedAt());
        }
    }

    /// That the log of the later checkpoint begins with that of the earlier.
    ///
    /// @param timesAre `CLAIMED`: proved is the order of the two trees, not when they were signed
    record BetweenTwo(
            Chosen from, Chosen to, String timesAre, List<String> path, String checkpoint) {}

    @Operation(
            summary = "Proof that nothing was altered between two days, instants or sizes",
            description =
                    "As JSON, or with Accept: text/plain as the body of an add-checkpoint request"
                            + " (C2SP tlog-witness)")
    @GetMapping(path = "/log/proof/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
    BetweenTwo json(
            @Parameter(description = "size of a published checkpoint, day in Vietnam, or instant")
                    @RequestParam
                    String from,
            @Parameter(description = "the same; the newest checkpoint without it")
                    @RequestParam(required = false)
                    @Nullable String to) {
        var earlier = choice.of("from", from);
        var later = choice.of("to", to);
        return new BetweenTwo(
                Chosen.of(from, earlier),
                Chosen.of(to, later),
                "CLAIMED",
                path(earlier, later).stream().map(Hash::toBase64).toList(),
                later.checkpoint().note());
    }

    @Operation(hidden = true)
    @GetMapping(path = "/log/proof/consistency", produces = "text/plain;charset=UTF-8")
    ResponseEntity<byte[]> text(
            @RequestParam String from, @RequestParam(required = false) @Nullable String to) {
        var earlier = choice.of("from", from);
        var later = choice.of("to", to);
        var note = SignedNote.parse(later.checkpoint().note().getBytes(UTF_8));
        var body =
                new AddCheckpointRequest(earlier.checkpoint().size(), path(earlier, later), note);
        return ResponseEntity.ok().contentType(TEXT).body(body.bytes());
    }

    private List<Hash> path(DatedCheckpoint earlier, DatedCheckpoint later) {
        long from = earlier.checkpoint().size();
        long to = later.checkpoint().size();
        if (from > to) {
            throw Failure.at("from", FailureCode.PARAMETER_MALFORMED, Long.toString(from));
        }
        return ledger.published().consistency(from, to).path();
    }
}
