package vn.sovang.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.KeyType;
import vn.sovang.tlog.NoteSignature;
import vn.sovang.tlog.SignedNote;

/// What goes over the wire, status by status.
class WitnessServerTest {
    private final SmallLog log = new SmallLog("log.example", "a", 20, 20);
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir private Path folder;

    private WitnessServer server;

    @BeforeEach
    void serve() throws IOException {
        Witness.make(folder, "w.example", KeyType.ED25519_COSIGNATURE, new SecureRandom());
        Witness.trust(folder, log.signer().verifierKey());
        server =
                WitnessServer.start(
                        Witness.open(folder, InstantSource.system()),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    private HttpResponse<String> send(String method, String path, byte[] body)
            throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(
                HttpRequest.newBuilder(address)
                        .method(method, BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> add(byte[] body) throws IOException, InterruptedException {
        return send("POST", "/add-checkpoint", body);
    }

    @Test
    void cosigns_and_shows_what_it_cosigned() throws IOException, InterruptedException {
        var path = "/" + Witness.nameOf("log.example") + "/checkpoint";
        assertThat(send("GET", path, new byte[0]).statusCode()).isEqualTo(404);
        var answer = add(log.request(0, 7));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(NoteSignature.parseLines(answer.body().getBytes(UTF_8))).hasSize(1);
        var shown = send("GET", path, new byte[0]);
        assertThat(shown.statusCode()).isEqualTo(200);
        var note = SignedNote.parse(shown.body().getBytes(UTF_8));
        assertThat(Checkpoint.of(note)).isEqualTo(Checkpoint.of(log.checkpoint(7)));
        assertThat(shown.body()).endsWith(answer.body());
        assertThat(send("HEAD", path, new byte[0]).body()).isEmpty();
    }

    @Test
    void another_size_is_409_with_the_size_and_its_own_type()
            throws IOException, InterruptedException {
        add(log.request(0, 7));
        var answer = add(log.request(0, 9));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/x.tlog.size");
        assertThat(answer.body()).isEqualTo("7\n");
    }

    @Test
    void the_other_refusals_have_their_statuses() throws IOException, InterruptedException {
        add(log.request(0, 7));
        var fork = new SmallLog("log.example", "b", 20, 3);
        assertThat(add(fork.request(7, 9)).statusCode()).isEqualTo(422);
        assertThat(add(fork.request(7, 7)).statusCode()).isEqualTo(422);
        assertThat(add(new SmallLog("x.example", "a", 1, 1).request(0, 1)).statusCode())
                .isEqualTo(404);
        assertThat(add("old 0\n".getBytes(UTF_8)).statusCode()).isEqualTo(400);
        assertThat(add(new byte[0]).statusCode()).isEqualTo(400);
        var unsigned = new String(log.request(7, 9), UTF_8).replace("\n9\n", "\n10\n");
        assertThat(add(unsigned.getBytes(UTF_8)).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /add-checkpoint, 405",
        "PUT, /add-checkpoint, 405",
        "POST, /add-checkpoint/, 404",
        "GET, /, 404",
        "GET, /..%2fwitness.key, 404",
        "GET, /witness.key, 404",
        "GET, /ABCDEF/checkpoint, 404",
    })
    void nothing_else_is_there(String method, String path, int status)
            throws IOException, InterruptedException {
        assertThat(send(method, path, new byte[0]).statusCode()).isEqualTo(status);
    }

    @Test
    void a_monitor_only_reads() throws IOException, InterruptedException {
        var path = "/" + Witness.nameOf("log.example") + "/checkpoint";
        var answer = send("DELETE", path, new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void a_body_too_large_is_refused() throws IOException, InterruptedException {
        assertThat(add(new byte[WitnessServer.MAX_BODY_BYTES + 1]).statusCode()).isEqualTo(413);
        assertThat(add(log.request(0, 7)).statusCode()).as("and it goes on").isEqualTo(200);
    }

    @Test
    void a_damaged_state_is_500_without_a_trace() throws IOException, InterruptedException {
        add(log.request(0, 7));
        Files.writeString(
                folder.resolve("state").resolve(Witness.nameOf("log.example")), "damaged");
        var answer = add(log.request(7, 9));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .doesNotContain("vn.sovang", "Exception", folder.toString(), "\tat ");
    }
}
