package vn.sovang.api.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.Ledger;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.seal.SealedCheckpoint;
import vn.sovang.tlog.AddCheckpointRequest;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.InclusionProof;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.TlogProof;

/// Proofs against published checkpoints: that an event is in the log, and that a later log begins
/// with an earlier one. For programs as JSON, for verifiers in the formats of C2SP.
@RestController
@RequestMapping("/api/v1/log")
@Tag(name = "log")
class ProofResource {
    private static final MediaType TEXT = new MediaType("text", "plain", UTF_8);

    private final Ledger ledger;

    ProofResource(Ledger ledger) {
        this.ledger = ledger;
    }

    /// That an event is in the log.
    ///
    /// @param index number of the leaf, from 0
    /// @param path base64 hashes, the leaf's sibling first
    record Inclusion(
            long position,
            long index,
            long size,
            String root,
            List<String> path,
            String checkpoint) {}

    /// That the log of `toSize` events begins with that of `fromSize`.
    record Consistency(
            long fromSize,
            String fromRoot,
            long toSize,
            String toRoot,
            List<String> path,
            String checkpoint) {}

    @Operation(summary = "Proof that the event at a position is in the log")
    @GetMapping(path = "/events/{position}/proof", produces = MediaType.APPLICATION_JSON_VALUE)
    Inclusion inclusion(
            @PathVariable String position,
            @Parameter(description = "size of a published checkpoint; the newest without it")
                    @RequestParam(required = false)
                    @Nullable String size) {
        var checkpoint = checkpoint("size", size);
        var proof = prove(position, checkpoint);
        return new Inclusion(
                proof.index() + 1,
                proof.index(),
                checkpoint.size(),
                checkpoint.root().toBase64(),
                texts(proof.path()),
                checkpoint.note());
    }

    @Operation(summary = "The same proof as a .tlog-proof file, C2SP tlog-proof")
    @GetMapping(path = "/events/{position}/proof.tlog-proof", produces = "text/plain;charset=UTF-8")
    ResponseEntity<byte[]> inclusionFile(
            @PathVariable String position, @RequestParam(required = false) @Nullable String size) {
        var checkpoint = checkpoint("size", size);
        var file = TlogProof.of(prove(position, checkpoint), note(checkpoint));
        return ResponseEntity.ok().contentType(TEXT).body(file.bytes());
    }

    @Operation(summary = "Proof that a later log begins with an earlier one")
    @GetMapping(path = "/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
    Consistency consistency(
            @Parameter(description = "size of a published checkpoint") @RequestParam String from,
            @Parameter(description = "size of a later one; the newest without it")
                    @RequestParam(required = false)
                    @Nullable String to) {
        var earlier = checkpoint("from", from);
        var later = checkpoint("to", to);
        return new Consistency(
                earlier.size(),
                earlier.root().toBase64(),
                later.size(),
                later.root().toBase64(),
                texts(path(earlier, later)),
                later.note());
    }

    @Operation(
            summary = "The same proof as the body of an add-checkpoint request, C2SP tlog-witness")
    @GetMapping(path = "/consistency.add-checkpoint", produces = "text/plain;charset=UTF-8")
    ResponseEntity<byte[]> consistencyFile(
            @RequestParam String from, @RequestParam(required = false) @Nullable String to) {
        var earlier = checkpoint("from", from);
        var later = checkpoint("to", to);
        var file = new AddCheckpointRequest(earlier.size(), path(earlier, later), note(later));
        return ResponseEntity.ok().contentType(TEXT).body(file.bytes());
    }

    private List<Hash> path(SealedCheckpoint earlier, SealedCheckpoint later) {
        if (earlier.size() > later.size()) {
            throw Failure.at(
                    "from", FailureCode.PARAMETER_MALFORMED, Long.toString(earlier.size()));
        }
        return ledger.published().consistency(earlier.size(), later.size()).path();
    }

    private InclusionProof prove(String position, SealedCheckpoint checkpoint) {
        long at = number("position", position);
        if (at < 1 || at > checkpoint.size()) {
            throw Failure.at("position", FailureCode.EVENT_NOT_SEALED, position);
        }
        return ledger.published().inclusion(at, checkpoint.size());
    }

    /// With its cosignatures.
    private SealedCheckpoint checkpoint(String parameter, @Nullable String size) {
        if (size == null || size.isBlank()) {
            return ledger.checkpoint()
                    .map(ledger::cosigned)
                    .orElseThrow(() -> Failure.of(FailureCode.NO_CHECKPOINT_YET));
        }
        return ledger.published()
                .checkpoint(number(parameter, size))
                .map(ledger::cosigned)
                .orElseThrow(() -> Failure.at(parameter, FailureCode.CHECKPOINT_NOT_FOUND, size));
    }

    private static long number(String parameter, String text) {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw Failure.at(parameter, FailureCode.PARAMETER_MALFORMED, text);
        }
        return Long.parseLong(text);
    }

    private static SignedNote note(SealedCheckpoint checkpoint) {
        return SignedNote.parse(checkpoint.note().getBytes(UTF_8));
    }

    private static List<String> texts(List<Hash> hashes) {
        return hashes.stream().map(Hash::toBase64).toList();
    }
}
