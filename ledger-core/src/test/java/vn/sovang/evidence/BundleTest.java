package vn.sovang.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PROVINCE;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactLost;
import vn.sovang.decider.Command;
import vn.sovang.decision.RecordDecision;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.evidence.BundleProblem.What;
import vn.sovang.evidence.BundleReport.Standing;
import vn.sovang.evidence.EvidenceAssembly.Result.Assembled;
import vn.sovang.postgres.Tx;
import vn.sovang.privacy.Unmasking;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.seal.LogExport;
import vn.sovang.seal.SealedCheckpoint;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.tlog.VerifierKey;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.EvidenceId;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.EvidenceVariant;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;

/// Bundles of a real ledger, verified from their bytes; and everything an attacker may do to them.
@TestInstance(Lifecycle.PER_CLASS)
class BundleTest {
    private static final String NAME = "Người nhận 01";
    private static final AwardCode CODE = new AwardCode("BK_TINH");

    private static final Unmasking READER = new Unmasking("u-1", "INSPECTOR", "kiểm tra");

    /// Names what it shows, so that a page that is not looked at would be noticed.
    private static final PageRenderer PAGE =
            new PageRenderer() {
                @Override
                public int version() {
                    return 7;
                }

                @Override
                public byte[] render(BundleContent content) {
                    var page = new StringBuilder(content.subject().toString()).append('\n');
                    content.opened().values().stream()
                            .sorted()
                            .forEach(t -> page.append(t).append('\n'));
                    content.leaves().forEach(l -> page.append(l.type()).append('\n'));
                    return page.toString().getBytes(UTF_8);
                }
            };

    private final AwardId award = new AwardId(UUID.randomUUID());
    private final RecipientId person = new RecipientId(UUID.randomUUID());
    private final RecipientId other = new RecipientId(UUID.randomUUID());

    private TestLedger it;
    private Path export;
    private SealedCheckpoint before;
    private SealedCheckpoint now;

    @BeforeAll
    void fill(@TempDir Path folder) throws IOException {
        it = TestLedger.open(TestDatabase.freshSettings(), folder);
        before = it.ledger().seal();
        var recipient = register(person, NAME);
        var another = register(other, "Người nhận 02");
        var otherAward = new AwardId(UUID.randomUUID());
        submit(
                new RecordDecision(
                        origin("an", "2024-05-02", paper("12/QĐ-UBND", "2024-05-02")),
                        new DecisionId(UUID.randomUUID()),
                        PROVINCE,
                        List.of(awarded(award, recipient), awarded(otherAward, another))));
        var item = new ArtifactId(UUID.randomUUID());
        submit(
                new IssueArtifact(
                        origin("an", "2024-06-01"), award, CODE, item, ArtifactKind.BANG, null));
        var sealing = it.ledger().identities().newBatch();
        var how = sealing.seal(person.value(), "circumstances", "Mất khi chuyển nhà");
        sealing.commit();
        submit(new ReportArtifactLost(origin("an", "2024-07-09"), award, CODE, item, how));
        now = it.ledger().seal();
        export = folder.resolve("export");
        new LogExport(it.ledger().published())
                .write(now, it.ledger().verifierKey(), export, n -> {});
    }

    @AfterAll
    void close() {
        it.close();
    }

    private RecipientRegistered register(RecipientId id, String name) {
        var sealing = it.ledger().identities().newBatch();
        var registered =
                new RecipientRegistered(
                        id,
                        RecipientKind.INDIVIDUAL,
                        sealing.seal(id.value(), "name", name),
                        sealing.seal(id.value(), "birth", "1931"),
                        null);
        sealing.commit();
        submit(new RegisterRecipient(origin("an", "2024-05-02"), registered));
        return registered;
    }

    private static RecordDecision.Line awarded(AwardId award, RecipientRegistered to) {
        return new RecordDecision.Line(
                award, ConferralMode.TANG, CITY, null, line(CODE.value(), to, CITY));
    }

    private void submit(Command command) {
        assertThat(it.ledger().submit(command)).isInstanceOf(Submission.Receipt.class);
    }

    private byte[] bundle(EvidenceSubject subject, EvidenceVariant variant) {
        var request =
                new EvidenceRequest(
                        new EvidenceId(UUID.fromString("b5b83533-f802-4b10-86cc-0a6df3eeb0cf")),
                        subject,
                        variant,
                        now,
                        List.of(before));
        var result = it.ledger().evidence().assemble(request, PAGE, READER);
        assertThat(result).isInstanceOf(Assembled.class);
        return ((Assembled) result).bytes();
    }

    private byte[] entitled() {
        return bundle(new EvidenceSubject.OfAward(award), EvidenceVariant.ENTITLED);
    }

    private VerifierKey key() {
        return it.ledger().verifierKey();
    }

    private BundleReport verify(byte[] zip) {
        return new BundleVerification(PAGE, List.of(key()), null, null).verify(zip);
    }

    private BundleReport verify(byte[] zip, @Nullable SealedCheckpoint kept) throws IOException {
        return new BundleVerification(
                        PAGE,
                        List.of(key()),
                        kept == null ? null : kept.note().getBytes(UTF_8),
                        ExportedLog.open(export, key()))
                .verify(zip);
    }

    /// The bundle with its files changed, packed again as bundles are.
    private static byte[] repacked(byte[] zip, UnaryOperator<Map<String, byte[]>> change) {
        return BundleZip.write(change.apply(new LinkedHashMap<>(BundleZip.read(zip))));
    }

    private static byte[] replaced(byte[] zip, String file, String text, String by) {
        return repacked(
                zip,
                files -> {
                    var before = new String(files.get(file), UTF_8);
                    assertThat(before).contains(text);
                    files.put(file, before.replace(text, by).getBytes(UTF_8));
                    return files;
                });
    }

    @Test
    void an_award_is_proved_opened_and_complete() throws IOException {
        var zip = entitled();
        var report = verify(zip);
        assertThat(report.problems()).isEmpty();
        assertThat(report.inclusion()).isEqualTo(Standing.PROVED);
        assertThat(report.complete()).isEqualTo(Standing.CLAIMED);
        assertThat(report.unaltered()).isEqualTo(Standing.NOT_ASKED);
        assertThat(report.keyFromBundle()).isFalse();
        assertThat(report.opened()).isEqualTo(3);
        assertThat(report.signers()).containsExactly(key());
        var page = new String(BundleZip.read(zip).get("trang.html"), UTF_8);
        assertThat(page)
                .contains(NAME, "1931", "Mất khi chuyển nhà", "award.AwardDecided")
                .contains("decision.DecisionRecorded", "unit.UnitRegistered")
                .contains("catalogue.AwardTypeDefined", "artifact.ArtifactReportedLost")
                .doesNotContain("Người nhận 02");
        var whole = verify(zip, before);
        assertThat(whole.problems()).isEmpty();
        assertThat(whole.complete()).isEqualTo(Standing.PROVED);
        assertThat(whole.unaltered()).isEqualTo(Standing.PROVED);
        assertThat(whole.unalteredSince()).isEqualTo(before.size());
        assertThat(entitled()).as("the same bytes again").isEqualTo(zip);
    }

    @Test
    void recipients_and_periods_are_subjects_too() throws IOException {
        var first = LocalDate.parse("2024-05-01");
        var last = LocalDate.parse("2024-06-30");
        for (var subject :
                List.of(
                        new EvidenceSubject.OfRecipient(person),
                        new EvidenceSubject.OfPeriod(first, last, null),
                        new EvidenceSubject.OfPeriod(first, last, CITY))) {
            for (var variant : EvidenceVariant.values()) {
                var report = verify(bundle(subject, variant), before);
                assertThat(report.problems()).as(subject + " " + variant).isEmpty();
                assertThat(report.complete()).isEqualTo(Standing.PROVED);
            }
        }
        var period =
                bundle(new EvidenceSubject.OfPeriod(first, last, null), EvidenceVariant.REDACTED);
        var page = new String(BundleZip.read(period).get("trang.html"), UTF_8);
        assertThat(page)
                .contains("artifact.ArtifactIssued")
                .doesNotContain("artifact.ArtifactReportedLost");
        var unknown =
                new EvidenceRequest(
                        new EvidenceId(UUID.randomUUID()),
                        new EvidenceSubject.OfAward(new AwardId(UUID.randomUUID())),
                        EvidenceVariant.REDACTED,
                        now,
                        List.of());
        assertThat(it.ledger().evidence().assemble(unknown, PAGE, READER))
                .isInstanceOf(EvidenceAssembly.Result.Nothing.class);
    }

    @Test
    void without_a_key_given_apart_the_report_says_so() {
        var report = new BundleVerification(PAGE, List.of(), null, null).verify(entitled());
        assertThat(report.sound()).isTrue();
        assertThat(report.keyFromBundle()).isTrue();
    }

    @Test
    void one_flipped_bit_anywhere_is_found() {
        for (var variant : EvidenceVariant.values()) {
            var zip = bundle(new EvidenceSubject.OfAward(award), variant);
            for (var file : BundleZip.read(zip).entrySet()) {
                for (int at = 0; at < file.getValue().length; at += step(file.getValue().length)) {
                    int byteAt = at;
                    var flipped =
                            repacked(
                                    zip,
                                    files -> {
                                        var content = file.getValue().clone();
                                        content[byteAt] ^= 1;
                                        files.put(file.getKey(), content);
                                        return files;
                                    });
                    assertThat(verify(flipped).sound())
                            .as(variant + " " + file.getKey() + " byte " + byteAt)
                            .isFalse();
                }
            }
        }
    }

    /// Prime, so that no column of a text is skipped for good.
    private static int step(int length) {
        return length < 200 ? 7 : 211;
    }

    @Test
    void a_changed_name_fails_in_page_and_opening() {
        var zip = entitled();
        var page = verify(replaced(zip, "trang.html", NAME, "Người nhận 09"));
        assertThat(page.problems())
                .extracting(BundleProblem::what, BundleProblem::where)
                .containsExactly(tuple(What.PAGE_DIFFERS, "trang.html"));
        var opening = verify(replaced(zip, "openings.json", NAME, "Người nhận 09"));
        assertThat(opening.problems()).extracting(BundleProblem::what).contains(What.OPENING_WRONG);
        var both =
                verify(
                        replaced(
                                replaced(zip, "openings.json", NAME, "Người nhận 09"),
                                "trang.html",
                                NAME,
                                "Người nhận 09"));
        assertThat(both.problems()).extracting(BundleProblem::what).contains(What.OPENING_WRONG);
    }

    @Test
    void a_removed_leaf_is_only_missed_by_who_has_the_log() throws IOException {
        var zip = entitled();
        var bundle = EvidenceBundle.parse(zip);
        var leaves = new ArrayList<Leaf>();
        long removed = 0;
        for (long index : bundle.manifest().leaves()) {
            var leaf = Leaf.read(index + 1, bundle.file(EvidenceBundle.leafName(index)));
            if (leaf.recorded().fact().event() instanceof ArtifactIssued) {
                removed = leaf.position();
            } else {
                leaves.add(leaf);
            }
        }
        assertThat(removed).isPositive();
        var shorter = without(bundle, leaves);
        var plain = verify(shorter);
        assertThat(plain.problems()).as("the wording is right: only claimed").isEmpty();
        assertThat(plain.complete()).isEqualTo(Standing.CLAIMED);
        var whole = verify(shorter, null);
        assertThat(whole.complete()).isEqualTo(Standing.NOT_PROVED);
        assertThat(whole.problems())
                .singleElement()
                .isEqualTo(
                        new BundleProblem(
                                What.LEAF_MISSING,
                                Long.toString(removed),
                                "artifact.ArtifactIssued"));
    }

    /// What a dishonest service would hand out: everything adapted to the leaf that is gone.
    private static byte[] without(EvidenceBundle bundle, List<Leaf> leaves) {
        var old = bundle.manifest();
        var manifest =
                new BundleManifest(
                        old.bundle(),
                        old.subject(),
                        old.variant(),
                        old.page(),
                        old.origin(),
                        old.size(),
                        Selection.of(old.subject(), LeafSource.of(leaves)).claims(),
                        leaves.stream().map(Leaf::index).toList(),
                        old.unopened(),
                        old.since());
        var files = new LinkedHashMap<>(bundle.files());
        files.put("manifest.json", manifest.bytes());
        var gone = "artifact.ArtifactIssued\n";
        var page = new String(files.get("trang.html"), UTF_8);
        files.put("trang.html", page.replace(gone, "").getBytes(UTF_8));
        return new EvidenceBundle(manifest, files).bytes();
    }

    @Test
    void a_surplus_leaf_and_a_foreign_log_are_named() throws IOException {
        var zip = bundle(new EvidenceSubject.OfRecipient(person), EvidenceVariant.REDACTED);
        var strange = bundle(new EvidenceSubject.OfRecipient(other), EvidenceVariant.REDACTED);
        var relabelled =
                replaced(strange, "manifest.json", "recipient:" + other, "recipient:" + person);
        assertThat(verify(relabelled).problems())
                .extracting(BundleProblem::what)
                .contains(What.CLAIMS_DIFFER);
        try (var elsewhere =
                TestLedger.open(TestDatabase.freshSettings(), export.resolveSibling("other"))) {
            var foreign = elsewhere.ledger().verifierKey();
            var report = new BundleVerification(PAGE, List.of(foreign), null, null).verify(zip);
            assertThat(report.problems())
                    .extracting(BundleProblem::what)
                    .contains(What.KEY_DIFFERS, What.CHECKPOINT_NOT_SIGNED);
            assertThat(report.inclusion()).isEqualTo(Standing.NOT_PROVED);
        }
    }

    @Test
    void a_kept_checkpoint_needs_a_proof_from_it() {
        var zip =
                ((Assembled)
                                it.ledger()
                                        .evidence()
                                        .assemble(
                                                new EvidenceRequest(
                                                        new EvidenceId(UUID.randomUUID()),
                                                        new EvidenceSubject.OfAward(award),
                                                        EvidenceVariant.REDACTED,
                                                        now,
                                                        List.of()),
                                                PAGE,
                                                READER))
                        .bytes();
        var asked =
                new BundleVerification(PAGE, List.of(key()), before.note().getBytes(UTF_8), null)
                        .verify(zip);
        assertThat(asked.unaltered()).isEqualTo(Standing.NOT_PROVED);
        assertThat(asked.problems())
                .extracting(BundleProblem::what)
                .containsExactly(What.CONSISTENCY_MISSING);
        var same =
                new BundleVerification(PAGE, List.of(key()), now.note().getBytes(UTF_8), null)
                        .verify(zip);
        assertThat(same.unaltered()).isEqualTo(Standing.PROVED);
    }

    @Test
    void erasing_a_person_later_hurts_no_bundle_and_closes_new_ones() throws SQLException {
        var subject = new EvidenceSubject.OfRecipient(other);
        var redacted = bundle(subject, EvidenceVariant.REDACTED);
        assertThat(BundleZip.read(redacted)).doesNotContainKey("openings.json");
        assertThat(new String(redacted, UTF_8)).doesNotContain("Người nhận 02");
        new Tx(it.database().keys())
                .call(connection -> {
                    try (var statement =
                            connection.prepareStatement(
                                    "delete from keystore.subject_key where subject = ?")) {
                        statement.setObject(1, other.value());
                        return statement.executeUpdate();
                    }
                });
        assertThat(verify(redacted).sound()).isTrue();
        assertThat(bundle(subject, EvidenceVariant.REDACTED)).isEqualTo(redacted);
        var report = verify(bundle(subject, EvidenceVariant.ENTITLED));
        assertThat(report.problems()).isEmpty();
        assertThat(report.unopened()).isEqualTo(2);
        assertThat(report.opened()).isZero();
    }

    @Test
    void a_damaged_export_proves_no_completeness() throws IOException {
        var file = export.resolve("tile/entries/000.p/" + now.size() % 256);
        var good = Files.readAllBytes(file);
        var bad = good.clone();
        bad[bad.length / 2] ^= 1;
        Files.write(file, bad);
        try {
            var report = verify(entitled(), null);
            assertThat(report.complete()).isEqualTo(Standing.NOT_PROVED);
            assertThat(report.problems())
                    .extracting(BundleProblem::what)
                    .contains(What.LOG_DAMAGED);
        } finally {
            Files.write(file, good);
        }
    }
}
