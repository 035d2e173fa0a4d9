package vn.sovang.api.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.seal.LogDirectory;
import vn.sovang.tlog.AddCheckpointRequest;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.EntryBundle;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.Tile;
import vn.sovang.tlog.TilePath;
import vn.sovang.tlog.TlogProof;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.tlog.WitnessPolicy;

/// The log as a stranger meets it: over HTTP, with nothing but the public key.
class PublishedLogTest {
    private static VerifierKey key() {
        return RunningSite.installation().ledger().verifierKey();
    }

    private static byte[] get(String path) {
        var answer = RunningSite.bytes(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static Checkpoint checkpoint() {
        return Checkpoint.of(SignedNote.parse(get("/log/checkpoint")));
    }

    @Test
    void a_client_that_knows_only_the_format_mirrors_and_verifies_it(@TempDir Path mirror)
            throws IOException {
        var size = checkpoint().size();
        var paths = new ArrayList<TilePath>();
        for (var tile : Tile.all(size)) {
            paths.add(tile);
            if (tile.level() == 0) {
                paths.add(new EntryBundle(tile.index(), tile.width()));
            }
        }
        assertThat(paths).hasSizeGreaterThan(20);
        for (var path : paths) {
            var file = mirror.resolve(path.path());
            Files.createDirectories(file.getParent());
            Files.write(file, get("/log/" + path.path()));
        }
        Files.write(mirror.resolve("checkpoint"), get("/log/checkpoint"));
        var report = LogDirectory.verify(mirror, key(), n -> {});
        assertThat(report.findings()).isEmpty();
        assertThat(report.size()).isEqualTo(size);
    }

    @Test
    void tiles_are_bytes_that_never_change() {
        var answer = RunningSite.bytes("/log/tile/0/000");
        assertThat(answer.body()).hasSize(8_192);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/octet-stream");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(c -> assertThat(c).contains("immutable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log/tile/0/999",
                "/log/tile/0/x001/000",
                "/log/tile/0/0",
                "/log/tile/00/000",
                "/log/tile/0/000.p/256",
                "/log/tile/0/000.p/0",
                "/log/tile/64/000",
                "/log/tile/entries/x999/999",
                "/log/tile/",
                "/log/tile/entries",
                "/log/tile/0/000/",
                "/log/tile/-1/000"
            })
    void what_the_tree_does_not_have_is_not_found(String path) {
        assertThat(RunningSite.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void an_inclusion_proof_convinces_who_has_the_entry_and_the_key() {
        var entries = new EntryBundle(1, TilePath.FULL_WIDTH);
        var entry = entries.parse(get("/log/" + entries.path())).get(44);
        var proof = TlogProof.parse(get("/api/v1/log/events/301/proof.tlog-proof"));
        var policy = WitnessPolicy.ofLogOnly(key());
        assertThat(proof.verify(entry, policy)).isEqualTo(TlogProof.Verdict.PROVEN);
        entry[20] ^= 1;
        assertThat(proof.verify(entry, policy)).isEqualTo(TlogProof.Verdict.NOT_INCLUDED);
        var json = RunningSite.json("/api/v1/log/events/301/proof");
        assertThat(json.get("index").asLong()).isEqualTo(300);
        assertThat(json.get("path").size()).isEqualTo(proof.inclusion().path().size());
    }

    @Test
    void checkpoint_and_proof_carry_the_cosignatures_there_are() {
        var policy =
                WitnessPolicy.parse(
                        ("log "
                                        + key()
                                        + "\nwitness w "
                                        + RunningSite.witness().verifierKey()
                                        + "\nquorum w\n")
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(policy.check(SignedNote.parse(get("/log/checkpoint"))))
                .isEqualTo(WitnessPolicy.Verdict.ACCEPTED);
        var proof = TlogProof.parse(get("/api/v1/log/events/301/proof.tlog-proof"));
        assertThat(policy.check(proof.note())).isEqualTo(WitnessPolicy.Verdict.ACCEPTED);
    }

    @Test
    void a_consistency_proof_is_what_a_witness_asks_for() {
        long size = checkpoint().size();
        var body =
                AddCheckpointRequest.parse(
                        get("/api/v1/log/consistency.add-checkpoint?from=" + size));
        assertThat(body.oldSize()).isEqualTo(size);
        assertThat(body.path()).isEmpty();
        assertThat(RunningSite.json("/api/v1/log/consistency?from=" + size).get("toSize").asLong())
                .isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/log/events/0/proof",
                "/api/v1/log/events/999999999/proof",
                "/api/v1/log/events/1/proof?size=3",
                "/api/v1/log/consistency?from=3"
            })
    void what_no_checkpoint_covers_is_not_found(String path) {
        assertThat(RunningSite.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/log/events/-1/proof",
                "/api/v1/log/events/%D9%A1/proof",
                "/api/v1/log/events/1e3/proof",
                "/api/v1/log/events/1/proof?size=abc",
                "/api/v1/log/consistency",
                "/api/v1/log/consistency?from=99999999999999999999"
            })
    void what_is_no_number_is_a_bad_request(String path) {
        assertThat(RunningSite.get(path).statusCode()).isEqualTo(400);
    }
}
