package vn.sovang.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.decider.RefusalCode;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.seal.Cosignatures.Outcome;
import vn.sovang.seal.Cosignatures.Why;
import vn.sovang.seal.Finding;
import vn.sovang.seal.Finding.What;
import vn.sovang.seal.KeyFiles;
import vn.sovang.seal.SealedCheckpoint;
import vn.sovang.seal.SealingRefused;
import vn.sovang.seal.SealingRefused.Reason;
import vn.sovang.testing.TestDatabase;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.Cosigner;
import vn.sovang.tlog.KeyType;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.VerifierKey;

/// The office and its witnesses, over real HTTP on a real database.
class WitnessesTest {
    private static final String ORIGIN = "test.example/ledger";

    private final DatabaseSettings settings = TestDatabase.freshSettings();
    private final TestClock clock = new TestClock();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @TempDir private Path folder;

    @AfterEach
    void close() throws Exception {
        for (var it : opened.reversed()) {
            it.close();
        }
    }

    private Path witnessFolder(String name) {
        return folder.resolve("witness-" + name);
    }

    /// A witness on a port of its own, which trusts the office's key.
    private String witness(String name, KeyType type) throws IOException {
        var own = witnessFolder(name);
        var key = Witness.make(own, name + ".example", type, new SecureRandom());
        Witness.trust(own, logKey());
        var server = serve(own);
        return "witness %s %s http://127.0.0.1:%d".formatted(name, key, server.port());
    }

    private WitnessServer serve(Path own) throws IOException {
        var server =
                WitnessServer.start(
                        Witness.open(own, clock),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        opened.add(server);
        return server;
    }

    private VerifierKey logKey() throws IOException {
        return new KeyFiles(folder.resolve("keys"), new SecureRandom())
                .logSigner(ORIGIN)
                .verifierKey();
    }

    /// Anything that answers HTTP.
    private String impostor(String name, HttpHandler handler) throws IOException {
        return impostor(name, 0, handler);
    }

    private String impostor(String name, int seed, HttpHandler handler) throws IOException {
        var key = Cosigner.ed25519(name + ".example", filled(seed)).verifierKey();
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", handler);
        server.start();
        opened.add(() -> server.stop(0));
        return "witness %s %s http://127.0.0.1:%d"
                .formatted(name, key, server.getAddress().getPort());
    }

    private static HttpHandler answering(int status, String type, byte[] body) {
        return exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                boolean asked = exchange.getRequestMethod().equals("POST");
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.sendResponseHeaders(asked ? status : 404, asked ? body.length : -1);
                if (asked) {
                    exchange.getResponseBody().write(body);
                }
            }
        };
    }

    private Office office() throws IOException {
        var office = new Office(settings, folder, clock);
        opened.add(office);
        return office;
    }

    private static void refused(ThrowingCallable attempt, Reason reason) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        SealingRefused.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }

    private static Quorum quorum(Office office) {
        var checkpoint = office.cosignatures.cosigned(office.sealer.published().orElseThrow());
        return Quorum.of(
                office.policy,
                SignedNote.parse(checkpoint.note().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Finding> findings(Office office) {
        return office.ledger().check(n -> {}).findings();
    }

    @Test
    void every_new_checkpoint_is_cosigned_by_all() throws Exception {
        Office.policy(
                folder,
                witness("a", KeyType.ED25519_COSIGNATURE),
                witness("b", KeyType.ML_DSA_44_COSIGNATURE),
                "group two all a b",
                "quorum two");
        var office = office();
        for (int i = 0; i < 3; i++) {
            assertThat(office.register("Trường " + i)).isInstanceOf(Receipt.class);
            long size = office.seal();
            assertThat(quorum(office).met()).as("nobody asked yet").isFalse();
            office.witnesses.round();
            assertThat(quorum(office).met()).isTrue();
            for (var witness : office.policy.witnesses()) {
                assertThat(office.cosignatures.last(witness.key()).orElseThrow().size())
                        .isEqualTo(size);
            }
        }
        assertThat(findings(office)).isEmpty();
    }

    @Test
    void in_the_background_it_happens_by_itself() throws Exception {
        Office.policy(folder, witness("a", KeyType.ED25519_COSIGNATURE), "quorum a");
        var office = office();
        office.witnesses.start();
        for (int i = 0; i < 3; i++) {
            office.register("Trường " + i);
            office.seal();
            await().until(() -> quorum(office).met());
        }
    }

    @Test
    void a_witness_that_knows_more_than_we_remember_is_asked_from_there() throws Exception {
        Office.policy(folder, witness("a", KeyType.ED25519_COSIGNATURE), "quorum a");
        var office = office();
        office.seal();
        office.witnesses.round();
        // Its answer was lost on the way.
        Office.attack(settings, "delete from ledger.cosignature");
        office.register("Trường A");
        office.seal();
        office.witnesses.round();
        assertThat(quorum(office).met()).isTrue();
    }

    @Test
    void while_the_log_stands_still_it_is_cosigned_again_daily() throws Exception {
        Office.policy(folder, witness("a", KeyType.ED25519_COSIGNATURE), "quorum a");
        var office = office();
        office.seal();
        office.witnesses.round();
        var key = office.policy.witnesses().getFirst().key();
        var first = office.cosignatures.last(key).orElseThrow();
        clock.advance(Duration.ofHours(23));
        office.witnesses.round();
        assertThat(office.cosignatures.last(key)).as("fresh enough").hasValue(first);
        clock.advance(Duration.ofHours(2));
        office.witnesses.round();
        var again = office.cosignatures.last(key).orElseThrow();
        assertThat(again.size()).isEqualTo(first.size());
        assertThat(Duration.between(first.at(), again.at()))
                .isBetween(Duration.ofHours(25), Duration.ofHours(26));
        assertThat(quorum(office).cosigned()).hasSize(1);
        assertThat(findings(office)).isEmpty();
    }

    @Test
    void a_database_rolled_back_with_its_anchor_is_noticed_only_by_the_witness() throws Exception {
        Office.policy(folder, witness("a", KeyType.ED25519_COSIGNATURE), "quorum a");
        var office = office();
        long kept = office.seal();
        office.register("Trường A");
        office.seal();
        office.witnesses.round();
        office.close();
        Office.rollBack(settings, folder, kept);

        var policy = Files.readString(folder.resolve("keys/policy"));
        Office.policy(folder, "quorum none");
        var blind = office();
        assertThatCode(blind::seal).as("undetected without a witness").doesNotThrowAnyException();
        assertThat(findings(blind)).isEmpty();
        blind.close();

        Office.policy(folder, policy.strip());
        var seeing = office();
        refused(seeing::seal, Reason.ROLLED_BACK);
        assertThat(seeing.register("Trường B"))
                .isInstanceOfSatisfying(
                        Declined.class,
                        d ->
                                assertThat(d.refused().code())
                                        .isEqualTo(RefusalCode.LEDGER_SUSPENDED));
        assertThat(findings(seeing))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.what()).isEqualTo(What.ANCHOR);
                    assertThat(f.explanation()).contains("witness a");
                });
    }

    /// What whoever holds database and keys can do: an older state, another history from there on,
    /// signed with the real key.
    ///
    /// @return the size of the checkpoint that the witness has seen
    private long fork(String witness) throws Exception {
        Office.policy(folder, witness, "quorum a");
        var office = office();
        long older = office.seal();
        office.register("Trường A");
        long size = office.seal();
        office.witnesses.round();
        office.close();
        Office.rollBack(settings, folder, older);
        Office.policy(folder, "quorum none");
        var forger = office();
        forger.register("Trường B");
        forger.register("Trường C");
        assertThat(forger.seal()).isGreaterThan(size);
        assertThat(findings(forger)).as("undetected without the witness").isEmpty();
        forger.close();
        Office.policy(folder, witness, "quorum a");
        return size;
    }

    @Test
    void a_fork_signed_with_the_real_key_is_noticed_at_the_start() throws Exception {
        long size = fork(witness("a", KeyType.ED25519_COSIGNATURE));
        var caught = office();
        refused(caught::seal, Reason.FORKED);
        assertThat(findings(caught))
                .anySatisfy(f -> {
                    assertThat(f.position()).isEqualTo(size);
                    assertThat(f.explanation()).contains("witness a");
                });
    }

    @Test
    void a_fork_is_noticed_when_the_witness_is_asked_later() throws Exception {
        long size = fork(witness("a", KeyType.ED25519_COSIGNATURE));
        var caught = office();
        caught.witnesses.round();
        assertThat(caught.sealer.refused())
                .hasValueSatisfying(r -> {
                    assertThat(r.reason()).isEqualTo(Reason.FORKED);
                    assertThat(r.getMessage()).contains("witness a", size + " events");
                });
        refused(caught::seal, Reason.FORKED);
    }

    @Test
    void a_witness_that_is_ahead_stops_sealing_also_when_it_shows_nothing() throws Exception {
        Office.policy(
                folder,
                impostor(
                        "a",
                        answering(
                                409,
                                "text/x.tlog.size",
                                "999999\n".getBytes(StandardCharsets.US_ASCII))),
                "quorum a");
        var office = office();
        office.seal();
        office.witnesses.round();
        assertThat(office.sealer.refused())
                .hasValueSatisfying(
                        r -> assertThat(r.describe()).contains("ROLLED_BACK", "a", "999999"));
    }

    @Test
    void a_witness_that_contradicts_itself_stops_nothing() throws Exception {
        var shown = new AtomicReference<>(new byte[0]);
        Office.policy(
                folder,
                impostor(
                        "a",
                        exchange -> {
                            try (exchange) {
                                exchange.getRequestBody().readAllBytes();
                                boolean asked = exchange.getRequestMethod().equals("POST");
                                var note = shown.get();
                                exchange.sendResponseHeaders(asked ? 422 : 200, 0);
                                exchange.getResponseBody().write(asked ? new byte[0] : note);
                            }
                        }),
                "quorum a");
        var office = office();
        shown.set(office.sealer.seal().note().getBytes(StandardCharsets.UTF_8));
        office.witnesses.round();
        assertThat(office.sealer.refused()).isEmpty();
        office.register("Trường A");
        assertThat(office.seal()).isPositive();
    }

    @Test
    void garbage_and_too_much_of_it_is_neither_stored_nor_fatal() throws Exception {
        var line = "— a.example " + "QUJD".repeat(40) + "\n";
        Office.policy(
                folder,
                impostor("a", answering(200, "text/plain", line.getBytes(StandardCharsets.UTF_8))),
                impostor("b", 1, answering(200, "text/plain", new byte[3_000_000])),
                impostor("c", 2, answering(409, "text/html", "4".getBytes(StandardCharsets.UTF_8))),
                impostor("d", 3, answering(500, "text/plain", new byte[0])),
                impostor("e", 4, answering(200, "text/plain", new byte[0])),
                "witness f "
                        + Cosigner.ed25519("f.example", filled(5)).verifierKey()
                        + " http://127.0.0.1:1",
                "group any any a b c d e f",
                "quorum any");
        var office = office();
        office.seal();
        office.witnesses.round();
        assertThat(office.sealer.refused()).isEmpty();
        for (var witness : office.policy.witnesses()) {
            assertThat(office.cosignatures.last(witness.key())).as(witness.name()).isEmpty();
        }
        assertThat(findings(office)).as("unreachable witnesses are no finding").isEmpty();
    }

    @Test
    void a_witness_that_never_answers_holds_nothing_up() throws Exception {
        var release = new CountDownLatch(1);
        var asked = new AtomicInteger();
        opened.add(release::countDown);
        Office.policy(
                folder,
                impostor(
                        "slow",
                        exchange -> {
                            if (exchange.getRequestMethod().equals("GET")) {
                                exchange.sendResponseHeaders(404, -1);
                                exchange.close();
                                return;
                            }
                            asked.incrementAndGet();
                            try (exchange) {
                                release.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }),
                witness("a", KeyType.ED25519_COSIGNATURE),
                "quorum a");
        var office = office();
        office.witnesses.start();
        for (int i = 0; i < 3; i++) {
            assertThat(office.register("Trường " + i)).isInstanceOf(Receipt.class);
            office.seal();
            await().until(() -> quorum(office).met());
        }
        assertThat(asked).as("one request under way").hasValue(1);
    }

    @Test
    void a_witness_that_is_down_is_left_alone_longer_and_longer() throws Exception {
        var asked = new AtomicInteger();
        Office.policy(
                folder,
                impostor(
                        "a",
                        exchange -> {
                            asked.incrementAndGet();
                            exchange.sendResponseHeaders(503, -1);
                            exchange.close();
                        }),
                "quorum a");
        var office = office();
        office.seal();
        asked.set(0);
        int rounds = 0;
        for (; rounds < 600; rounds++) {
            office.witnesses.round();
            clock.advance(Duration.ofSeconds(6));
        }
        assertThat(asked.get()).as("in an hour, trying every six seconds").isBetween(6, 20);
        var random = new Random(1);
        for (int failures = 1; failures < 100; failures++) {
            assertThat(Backoff.after(failures, random))
                    .isBetween(Backoff.FIRST.dividedBy(2), Backoff.LONGEST);
        }
    }

    @Test
    void only_what_a_witness_of_the_policy_signed_is_stored() throws Exception {
        var seed = filled(9);
        var cosigner = Cosigner.ed25519("a.example", seed);
        Office.policy(folder, "witness a " + cosigner.verifierKey(), "quorum a");
        var office = office();
        var one = office.sealer.seal();
        office.register("Trường A");
        var two = office.sealer.seal();
        long now = clock.instant().getEpochSecond();
        var good = cosigner.cosign(checkpoint(one), now);

        assertThat(office.cosignatures.accept(good, two.size()))
                .as("of another checkpoint")
                .isEqualTo(new Outcome.Worthless(Why.WRONG_SIGNATURE, "a"));
        assertThat(office.cosignatures.accept(good, 1))
                .isEqualTo(new Outcome.Worthless(Why.NO_SUCH_CHECKPOINT, "a"));
        assertThat(
                        office.cosignatures.accept(
                                cosigner.cosign(checkpoint(one), now + 3_600), one.size()))
                .isEqualTo(new Outcome.Worthless(Why.IMPLAUSIBLE_TIME, "a"));
        assertThat(office.cosignatures.accept(cosigner.cosign(checkpoint(one), 1), one.size()))
                .isEqualTo(new Outcome.Worthless(Why.IMPLAUSIBLE_TIME, "a"));
        var stranger = Cosigner.ed25519("a.example", filled(10));
        assertThat(office.cosignatures.accept(stranger.cosign(checkpoint(one), now)))
                .isEqualTo(new Outcome.Worthless(Why.UNKNOWN_WITNESS, "a.example"));
        assertThat(office.cosignatures.last(cosigner.verifierKey())).isEmpty();

        assertThat(office.cosignatures.accept(good))
                .as("found among older checkpoints")
                .isInstanceOfSatisfying(
                        Outcome.Kept.class, k -> assertThat(k.size()).isEqualTo(one.size()));
        assertThat(office.cosignatures.accept(good)).as("again").isInstanceOf(Outcome.Kept.class);
        assertThat(office.cosignatures.cosigned(two)).isEqualTo(two);
        assertThat(office.cosignatures.cosigned(one).note()).endsWith(good.line() + "\n");
    }

    @Test
    void a_cosignature_put_in_by_hand_is_found_and_not_shown() throws Exception {
        Office.policy(folder, witness("a", KeyType.ED25519_COSIGNATURE), "quorum a");
        var office = office();
        var sealed = office.sealer.seal();
        office.witnesses.round();
        var key = office.policy.witnesses().getFirst().key();
        var at = office.cosignatures.last(key).orElseThrow().at();
        Office.attack(
                settings,
                "insert into ledger.cosignature select size, witness, key_id, cosigned_at"
                        + " + interval '1 hour', line, stored_at from ledger.cosignature",
                "insert into ledger.cosignature select size, witness, key_id, cosigned_at"
                        + " + interval '2 hours', 'nonsense', stored_at from ledger.cosignature"
                        + " where cosigned_at = '"
                        + at
                        + "'");
        assertThat(findings(office))
                .hasSize(2)
                .allSatisfy(f -> {
                    assertThat(f.what()).isEqualTo(What.COSIGNATURE);
                    assertThat(f.position()).isEqualTo(sealed.size());
                    assertThat(f.explanation()).contains("a.example");
                });
        assertThat(office.cosignatures.cosigned(sealed).note()).doesNotContain("nonsense");
    }

    @Test
    void two_offices_on_one_database_share_what_they_know() throws Exception {
        Office.policy(folder, witness("a", KeyType.ED25519_COSIGNATURE), "quorum a");
        var one = office();
        var two = office();
        one.seal();
        one.witnesses.round();
        two.register("Trường A");
        two.seal();
        two.witnesses.round();
        one.witnesses.round();
        assertThat(quorum(one)).isEqualTo(quorum(two));
        assertThat(one.sealer.refused()).isEmpty();
        assertThat(findings(one)).isEmpty();
    }

    private static Checkpoint checkpoint(SealedCheckpoint sealed) {
        return Checkpoint.of(SignedNote.parse(sealed.note().getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] filled(int value) {
        var seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return seed;
    }
}
