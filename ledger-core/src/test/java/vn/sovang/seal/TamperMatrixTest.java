package vn.sovang.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.evidence.ExportedLog;
import vn.sovang.postgres.DatabaseSettings;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.tlog.AddCheckpointRequest;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.Hash;
import vn.sovang.tlog.KeyType;
import vn.sovang.tlog.SignedNote;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.witness.PolicyFile;
import vn.sovang.witness.Quorum;
import vn.sovang.witness.Witness;
import vn.sovang.witness.WitnessServer;

/// Every attack × what survived it out of the attacker's reach × who notices. What is expected
/// stands in `docs/trust.md`, for everybody; a cell there that is not so fails here.
class TamperMatrixTest {
    private static final Path PAGE = Path.of("../docs/trust.md");
    private static final String NAME = "witness.example/w";
    private static final Instant FAR_FUTURE = Instant.parse("9999-12-31T00:00:00Z");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /// What the attacker could not reach.
    private enum Survives {
        NOTHING,
        ANCHOR,
        KEPT_CHECKPOINT,
        WITNESS
    }

    /// Who looks.
    private enum Notices {
        CHECK,
        VERIFY,
        START
    }

    @TempDir private static Path folder;

    private static DatabaseSettings newest;
    private static DatabaseSettings yesterday;
    private static VerifierKey key;
    private static String kept;
    private static WitnessServer witness;
    private static String policy;

    @BeforeAll
    static void tell() throws IOException {
        var office = folder.resolve("office");
        newest = TestDatabase.freshSettings();
        try (var it = TestLedger.open(newest, office)) {
            Schools.fillTo(it, Attack.YESTERDAY);
            key = it.ledger().verifierKey();
            witness = witness();
            policy = policy(witness.port());
            Files.writeString(office.resolve("keys/policy"), policy);
        }
        try (var it = TestLedger.open(newest, office)) {
            cosign(it, it.ledger().seal());
        }
        yesterday = TestDatabase.copyOf(newest);
        try (var it = TestLedger.open(newest, office)) {
            Schools.fillTo(it, Attack.NEWEST);
            var sealed = it.ledger().seal();
            cosign(it, sealed);
            kept = sealed.note();
        }
    }

    private static WitnessServer witness() throws IOException {
        var home = folder.resolve("witness");
        Witness.make(home, NAME, KeyType.ED25519_COSIGNATURE, new SecureRandom());
        Witness.trust(home, key);
        return WitnessServer.start(
                Witness.open(home, InstantSource.system()),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static String policy(int port) throws IOException {
        var own = Witness.open(folder.resolve("witness"), InstantSource.system()).verifierKey();
        return """
        log %s
        witness w %s http://127.0.0.1:%d/
        quorum w
        """
                .formatted(key, own, port);
    }

    /// By hand, as with a stick: what the witness remembers does not depend on a background thread.
    private static void cosign(TestLedger it, SealedCheckpoint sealed) throws IOException {
        var home = Witness.open(folder.resolve("witness"), InstantSource.system());
        long old = sealed.size() == Attack.YESTERDAY ? 0 : Attack.YESTERDAY;
        var path =
                old == 0
                        ? List.<Hash>of()
                        : it.ledger().published().consistency(old, sealed.size()).path();
        var note = SignedNote.parse(sealed.note().getBytes(UTF_8));
        var answer = home.addCheckpoint(new AddCheckpointRequest(old, path, note).bytes());
        var cosigned = (Witness.Answer.Cosigned) answer;
        for (var line : cosigned.lines()) {
            assertThat(it.ledger().cosignatures().accept(line, sealed.size()))
                    .isInstanceOf(Cosignatures.Outcome.Kept.class);
        }
    }

    @AfterAll
    static void close() {
        witness.close();
    }

    @ParameterizedTest
    @EnumSource
    void is_noticed_as_the_page_says(Attack attack) throws Exception {
        var expected = expected().get(attack.words);
        assertThat(expected).as("row of docs/trust.md: " + attack.words).isNotNull();
        var seen = new EnumMap<Survives, Set<Notices>>(Survives.class);
        var reports = new ArrayList<String>();
        for (var survives : Survives.values()) {
            var damaged = damaged(attack, survives);
            var place = place(attack, survives);
            seen.put(survives, look(attack, survives, damaged, place, reports));
        }
        assertThat(seen).as(String.join("\n", reports)).isEqualTo(expected);
    }

    @Test
    void the_page_has_a_row_for_every_attack_and_no_other() throws IOException {
        assertThat(expected().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Attack.values()).map(a -> a.words).toList());
    }

    private static DatabaseSettings damaged(Attack attack, Survives survives)
            throws SQLException, IOException {
        boolean older = attack == Attack.ROLLBACK || attack == Attack.FORK;
        var copy = TestDatabase.copyOf(older ? yesterday : newest);
        if (attack == Attack.FORK) {
            var forger = keys("forger-" + System.nanoTime());
            try (var it = TestLedger.open(copy, forger)) {
                Schools.fillTo(it, Attack.NEWEST + 5);
                it.ledger().seal();
            }
        }
        attack.on(copy);
        if (survives != Survives.WITNESS) {
            Attack.withoutWitness(copy);
        }
        return copy;
    }

    private static Path keys(String name) throws IOException {
        var place = folder.resolve(name);
        copy(folder.resolve("office/keys"), place.resolve("keys"));
        Files.delete(place.resolve("keys/policy"));
        return place;
    }

    private static Path place(Attack attack, Survives survives) throws IOException {
        var place = keys(attack + "-" + survives);
        if (survives == Survives.ANCHOR) {
            copy(folder.resolve("office/anchor"), place.resolve("anchor"));
        }
        if (survives == Survives.WITNESS) {
            Files.writeString(place.resolve("keys/policy"), policy);
        }
        return place;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /// Check and export read only, so one database does for all three.
    private static Set<Notices> look(
            Attack attack,
            Survives survives,
            DatabaseSettings damaged,
            Path place,
            List<String> reports)
            throws IOException {
        var noticed = EnumSet.noneOf(Notices.class);
        try (var it = TestLedger.open(damaged, place)) {
            var found = new EnumMap<Notices, String>(Notices.class);
            found.put(Notices.CHECK, check(it));
            found.put(Notices.VERIFY, verify(it, survives, place));
            found.put(Notices.START, start(it));
            found.forEach((who, report) -> {
                if (!report.isEmpty()) {
                    noticed.add(who);
                    reports.add(survives + " " + who + ": " + report);
                    assertThat(names(report, attack.position) || namesCheckpoint(who, report))
                            .as("%s must name event %d: %s", who, attack.position, report)
                            .isTrue();
                }
            });
        }
        return noticed;
    }

    /// Whether a number in a report is the event, or the two numbers of a range lie around it, or a
    /// checkpoint or tile that covers it is named.
    private static boolean names(String report, long position) {
        var numbers = NUMBER.matcher(report).results().map(m -> Long.parseLong(m.group())).toList();
        return numbers.contains(position)
                || (numbers.stream().anyMatch(n -> n <= position)
                        && numbers.stream().anyMatch(n -> n >= position));
    }

    /// An inspector's copy or a missing cosignature tells that the log is another, not from where
    /// on.
    private static boolean namesCheckpoint(Notices who, String report) {
        return who == Notices.VERIFY && report.contains("the checkpoint");
    }

    private static String check(TestLedger it) {
        return it.ledger().check(n -> {}).findings().stream()
                .map(f -> f.what() + " " + f.position() + " " + f.explanation())
                .collect(Collectors.joining("; "));
    }

    private static String start(TestLedger it) {
        return switch (it.ledger().submit(Schools.school("Trường mới"))) {
            case Declined declined -> declined.refused().toString();
            case Receipt _ -> {
                try {
                    it.ledger().seal();
                    yield "";
                } catch (SealingRefused refused) {
                    yield refused.describe();
                }
            }
        };
    }

    /// Exports what the database says is its newest checkpoint, and verifies it as an inspector
    /// does with what survived: the key, perhaps a checkpoint kept, perhaps the policy. An export
    /// that cannot be written is noticed too; where no checkpoint is left there is nothing to
    /// verify.
    private static String verify(TestLedger it, Survives survives, Path place) throws IOException {
        var published = it.ledger().published();
        var newest = published.checkpointSignedBy(FAR_FUTURE);
        if (newest.isEmpty()) {
            return "";
        }
        var sealed = it.ledger().cosigned(newest.get().checkpoint());
        var directory = place.resolve("export");
        try {
            new LogExport(published).write(sealed, key, directory, n -> {});
        } catch (RuntimeException broken) {
            return "no export of %d events: %s".formatted(sealed.size(), broken);
        }
        var log = ExportedLog.open(directory, key);
        if (!log.report().intact()) {
            return log.report().findings().toString();
        }
        return switch (survives) {
            case NOTHING, ANCHOR -> "";
            case KEPT_CHECKPOINT -> since(log);
            case WITNESS -> quorum(directory, sealed.size());
        };
    }

    private static String since(ExportedLog log) {
        var before = Checkpoint.of(SignedNote.parse(kept.getBytes(UTF_8)));
        var root = log.roots(Set.of(before.size())).get(before.size());
        return root != null && before.root().equals(root)
                ? ""
                : "%d events that do not begin with the %d events of the checkpoint that was kept"
                        .formatted(log.report().size(), before.size());
    }

    private static String quorum(Path directory, long size) throws IOException {
        var believed = folder.resolve("policy");
        Files.writeString(believed, policy);
        var note = SignedNote.parse(Files.readAllBytes(directory.resolve("checkpoint")));
        var quorum = Quorum.of(PolicyFile.read(believed), note);
        return quorum.met()
                ? ""
                : "the checkpoint of %d events is not cosigned by %s"
                        .formatted(size, quorum.missing());
    }

    /// The matrix between its two marks: a row for each attack, a column for what survives.
    private static Map<String, Map<Survives, Set<Notices>>> expected() throws IOException {
        var page = Files.readString(PAGE);
        var table =
                page.substring(
                        page.indexOf("<!-- tamper matrix -->"),
                        page.indexOf("<!-- end of tamper matrix -->"));
        var rows = new TreeMap<String, Map<Survives, Set<Notices>>>();
        for (var line : table.lines().filter(l -> l.startsWith("| ")).skip(1).toList()) {
            var cells = line.substring(1, line.length() - 1).split("\\|");
            var row = new EnumMap<Survives, Set<Notices>>(Survives.class);
            var cell = Arrays.stream(cells).skip(1).iterator();
            for (var survives : Survives.values()) {
                row.put(survives, notices(cell.next().strip()));
            }
            rows.put(cells[0].strip(), row);
        }
        return rows;
    }

    private static Set<Notices> notices(String cell) {
        return cell.equals("nobody")
                ? EnumSet.noneOf(Notices.class)
                : Arrays.stream(cell.split(", "))
                        .map(word -> Notices.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Notices.class)));
    }
}
