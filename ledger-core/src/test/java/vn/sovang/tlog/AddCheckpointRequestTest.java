package vn.sovang.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.tlog.NoteVectors.LOG_KEY;
import static vn.sovang.tlog.NoteVectors.ROTATED_KEY;
import static vn.sovang.tlog.NoteVectors.checkpoint;
import static vn.sovang.tlog.NoteVectors.note;
import static vn.sovang.tlog.NoteVectors.utf8;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.tlog.AddCheckpointRequest.Verdict;

class AddCheckpointRequestTest {
    private static final String BODY = Vectors.text("small/proofs/consistency-3-5.txt");
    private static final List<VerifierKey> KEYS = List.of(LOG_KEY);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void the_request_from_each_old_size_is_reproduced_and_accepted(int old) {
        byte[] file = Vectors.bytes("small/proofs/consistency-%d-5.txt".formatted(old));
        var nodes = StoredNodes.of(Vectors.smallEntries());
        var proof = ConsistencyProof.prove(old, 5, nodes);
        var made = new AddCheckpointRequest(old, proof.path(), note("small/log/checkpoint"));
        assertThat(made.bytes()).isEqualTo(file);
        assertThat(AddCheckpointRequest.parse(file)).isEqualTo(made);
        assertThat(made.check(KEYS, old, old(old).root())).isEqualTo(Verdict.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"256, 109", "300, 128"})
    void requests_of_the_larger_logs_are_reproduced_and_accepted(int size, int old) {
        String log = "n" + size + "/";
        HashReader tiles = Tile.reader(size, tile -> Vectors.bytes(log + "log/" + tile.path()));
        var proof = ConsistencyProof.prove(old, size, tiles);
        var made = new AddCheckpointRequest(old, proof.path(), note(log + "log/checkpoint"));
        assertThat(made.bytes()).isEqualTo(Vectors.bytes(log + "proofs/consistency.txt"));
        Hash oldRoot = checkpoint(log + "checkpoints/checkpoint.old").root();
        assertThat(made.check(KEYS, old, oldRoot)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void a_checkpoint_nobody_trusted_signed_is_403() {
        var request = AddCheckpointRequest.parse(utf8(BODY));
        answers(
                request.check(List.of(ROTATED_KEY), 3, old(3).root()),
                Verdict.NOT_SIGNED_BY_LOG,
                403);
        var forged = AddCheckpointRequest.parse(utf8(BODY.replace("tdkt\n5\n", "tdkt\n6\n")));
        answers(forged.check(KEYS, 3, old(3).root()), Verdict.NOT_SIGNED_BY_LOG, 403);
    }

    @Test
    void an_old_size_beyond_the_new_one_is_400() {
        var request = AddCheckpointRequest.parse(utf8(BODY.replace("old 3", "old 6")));
        answers(request.check(KEYS, 6, old(3).root()), Verdict.OLD_SIZE_BEYOND_NEW, 400);
    }

    @Test
    void another_last_size_is_409() {
        var request = AddCheckpointRequest.parse(utf8(BODY));
        answers(request.check(KEYS, 4, old(4).root()), Verdict.OTHER_SIZE_SEEN_LAST, 409);
        var asking = new AddCheckpointRequest(0, List.of(), note("small/log/checkpoint"));
        answers(asking.check(KEYS, 3, old(3).root()), Verdict.OTHER_SIZE_SEEN_LAST, 409);
    }

    @Test
    void a_proof_that_does_not_hold_is_422() {
        var request = AddCheckpointRequest.parse(utf8(BODY));
        answers(request.check(KEYS, 3, old(4).root()), Verdict.NOT_CONSISTENT, 422);
        var unproven = new AddCheckpointRequest(3, List.of(), request.note());
        answers(unproven.check(KEYS, 3, old(3).root()), Verdict.NOT_CONSISTENT, 422);
    }

    @Test
    void a_proof_from_size_0_is_422() {
        var request = AddCheckpointRequest.parse(utf8(BODY.replace("old 3", "old 0")));
        answers(request.check(KEYS, 0, Hash.EMPTY_ROOT), Verdict.NOT_CONSISTENT, 422);
    }

    @Test
    void the_same_size_with_another_root_is_422() {
        var fork = new AddCheckpointRequest(5, List.of(), note("forked/log/checkpoint"));
        answers(fork.check(KEYS, 5, old(5).root()), Verdict.NOT_CONSISTENT, 422);
    }

    @Test
    void an_empty_tree_with_a_root_is_422() {
        byte[] text = new Checkpoint(NoteVectors.ORIGIN, 0, old(1).root()).textBytes();
        var note = SignedNote.of(text, List.of(NoteVectors.logSigner().sign(text)));
        var request = new AddCheckpointRequest(0, List.of(), note);
        answers(request.check(KEYS, 0, old(1).root()), Verdict.NOT_CONSISTENT, 422);
        var empty = new AddCheckpointRequest(0, List.of(), note("small/checkpoints/checkpoint.0"));
        answers(empty.check(KEYS, 0, Hash.EMPTY_ROOT), Verdict.ACCEPTED, 200);
    }

    @Test
    void refuses_other_shapes() {
        refused("", "no blank line");
        refused(BODY.replace("old 3", "old 03"), "add-checkpoint old size");
        refused(BODY.replace("old 3", "old +3"), "add-checkpoint old size");
        refused(BODY.replace("old 3", "old"), "line 1 is not 'old …'");
        refused(BODY.replace("old 3", "size 3"), "line 1 is not 'old …'");
        refused(BODY.replace("kfde8L", "kfde8"), "add-checkpoint line 2");
        refused(BODY.replace("old 3\n", "old 3\n\n"), "checkpoint size (line 2)");
        refused(BODY + "\n", "signature lines");
        String line = Hash.EMPTY_ROOT.toBase64() + "\n";
        refused(BODY.replace("old 3\n", "old 3\n" + line.repeat(60)), "64 hashes");
        assertThatThrownBy(() ->
                        new AddCheckpointRequest(
                                0,
                                Collections.nCopies(64, Hash.EMPTY_ROOT),
                                note("small/log/checkpoint")))
                .isInstanceOf(MalformedLogDataException.class);
        assertThatThrownBy(
                        () -> new AddCheckpointRequest(-1, List.of(), note("small/log/checkpoint")))
                .isInstanceOf(MalformedLogDataException.class);
    }

    private static void answers(Verdict verdict, Verdict expected, int status) {
        assertThat(verdict).isEqualTo(expected);
        assertThat(verdict.httpStatus()).isEqualTo(status);
    }

    private static Checkpoint old(int size) {
        return checkpoint("small/checkpoints/checkpoint." + size);
    }

    private static void refused(String body, String why) {
        assertThatThrownBy(() -> AddCheckpointRequest.parse(utf8(body)))
                .isInstanceOf(MalformedLogDataException.class)
                .hasMessageContaining(why);
    }
}
