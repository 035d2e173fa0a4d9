package vn.sovang.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.testing.BulkFile.decision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.Ledger;
import vn.sovang.Submission;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.decider.Outcome.Accepted;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.ImportAborted;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.Recorded;
import vn.sovang.evidence.BundleContent;
import vn.sovang.evidence.EvidenceAssembly;
import vn.sovang.evidence.EvidenceRequest;
import vn.sovang.evidence.PageRenderer;
import vn.sovang.privacy.Unmasking;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.seal.SealedCheckpoint;
import vn.sovang.testing.BulkFile;
import vn.sovang.testing.PhanRang;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.vocabulary.EvidenceId;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.EvidenceVariant;
import vn.sovang.vocabulary.RecipientKind;

/// A file in chunks: known whole or not at all, exactly once, whatever breaks off and whoever else
/// writes. Two facts a chunk; each test has numbers of its own on one ledger.
class BulkImportTest {
    private static final int CHUNK = 2;

    /// Three decisions: nine facts, five chunks.
    private static final int FACTS = 9;

    private static final PageRenderer PAGE =
            new PageRenderer() {
                @Override
                public int version() {
                    return 1;
                }

                @Override
                public byte[] render(BundleContent content) {
                    return new byte[0];
                }
            };

    @TempDir private static Path folder;

    private static TestLedger it;
    private static Ledger ledger;
    private static BulkImports bulk;

    @BeforeAll
    static void open() {
        it = TestLedger.open(TestDatabase.freshSettings(), folder);
        ledger = it.ledger();
        bulk = ledger.bulkImports().withChunksOf(CHUNK);
    }

    @AfterAll
    static void everything_is_as_it_was_signed_and_nothing_is_left_over() {
        ledger.seal();
        assertThat(ledger.check(n -> {}).findings()).isEmpty();
        assertThat(bulk.all()).isEmpty();
        it.close();
    }

    private static BulkFile staged(String name) {
        return stage(new BulkFile(name).with(name + "-1").with(name + "-2").with(name + "-3"));
    }

    private static BulkFile stage(BulkFile file) {
        var rows = bulk.begin(file.head());
        file.entries().forEach(rows::add);
        rows.whole(file.head(), "{}");
        return file;
    }

    /// A process that dies when so many steps were told.
    private static LongConsumer dyingAt(int step) {
        var told = new ArrayList<Long>();
        return done -> {
            told.add(done);
            if (told.size() == step) {
                throw new Killed();
            }
        };
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static List<Recorded> known(BulkFile file) {
        return ledger.read(Set.of(new TagQuery(Set.of(file.imported().tag()), Set.of())));
    }

    private static long stored(BulkFile file) {
        var tag = file.imported().tag();
        var all = new ArrayList<Recorded>();
        ledger.feed().stream(0, ledger.feed().head(), all::add);
        return all.stream().filter(r -> r.fact().tags().contains(tag)).count();
    }

    private static RefusalCode refused(Submission submission) {
        assertThat(submission).isInstanceOf(Declined.class);
        return ((Declined) submission).refused().code();
    }

    private static void assertKnownOnce(BulkFile file) {
        var known = known(file);
        assertThat(known).hasSize(FACTS + 1);
        assertThat(known.getLast().fact().event())
                .isInstanceOfSatisfying(
                        ImportCompleted.class, e -> assertThat(e.facts()).isEqualTo(FACTS));
        assertThat(stored(file)).isEqualTo(FACTS + 1);
        for (var award : file.awards()) {
            var query = TagQuery.of(award.tag(), AwardDecided.class);
            assertThat(ledger.read(Set.of(query))).hasSize(1);
        }
    }

    private static void assertNeverKnown(BulkFile file) {
        assertThat(known(file))
                .singleElement()
                .satisfies(r -> assertThat(r.fact().event()).isInstanceOf(ImportAborted.class));
        assertThat(leaves()).doesNotContainAnyElementsOf(List.of(positionsOf(file)));
    }

    /// Positions that a program which follows the log is shown.
    private static List<Long> leaves() {
        var positions = new ArrayList<Long>();
        long at = 0;
        while (true) {
            var page = ledger.feed().knownLeavesAfter(at, 100);
            page.leaves().forEach(leaf -> positions.add(leaf.position()));
            at = page.upTo();
            if (!page.more()) {
                return positions;
            }
        }
    }

    private static Long[] positionsOf(BulkFile file) {
        var positions = new ArrayList<Long>();
        ledger.feed().stream(
                0,
                ledger.feed().head(),
                r -> {
                    if (file.imported().equals(r.fact().broughtBy())) {
                        positions.add(r.position());
                    }
                });
        return positions.toArray(Long[]::new);
    }

    private static RecipientRegistered somebody() {
        var whom = PhanRang.recipient(RecipientKind.HOUSEHOLD);
        assertThat(ledger.submit(new RegisterRecipient(PhanRang.origin("lan", BulkFile.DAY), whom)))
                .isInstanceOf(Receipt.class);
        return whom;
    }

    @Test
    void nothing_is_known_until_everything_is() {
        var file = staged("A");
        var clerks = decision(somebody(), "A-1");
        var told = new ArrayList<Long>();
        var shown = leaves();
        var done =
                bulk.commit(
                        file.imported(),
                        facts -> {
                            told.add(facts);
                            if (facts <= FACTS) {
                                assertThat(known(file)).isEmpty();
                                assertThat(ledger.rehearse(clerks)).isInstanceOf(Accepted.class);
                                assertThat(leaves()).isEqualTo(shown);
                            }
                        });
        assertThat(done).isInstanceOf(Receipt.class);
        assertThat(told).containsExactly(0L, 2L, 4L, 6L, 8L, 9L, 10L);
        assertKnownOnce(file);
        assertThat(refused(ledger.submit(clerks))).isEqualTo(RefusalCode.DECISION_NUMBER_TAKEN);
        assertThat(leaves()).contains(positionsOf(file));
        var head = ledger.feed().head();
        assertThat(((Receipt) done).last()).isEqualTo(head);
        assertThat(((Receipt) done).first()).isEqualTo(positionsOf(file)[0]);
    }

    /// Steps: before the first chunk, after each of five, and after the completion.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void killed_between_any_two_steps_it_goes_on_exactly_once(int step) {
        var file = staged("K" + step);
        long before = ledger.feed().head();
        assertThatThrownBy(() -> bulk.commit(file.imported(), dyingAt(step)))
                .isInstanceOf(Killed.class);
        if (step < 7) {
            assertThat(known(file)).isEmpty();
        }
        assertThat(bulk.resume()).isEqualTo(1);
        assertKnownOnce(file);
        assertThat(ledger.feed().head()).isEqualTo(before + FACTS + 1);
        assertThat(bulk.resume()).isZero();
        assertThat(bulk.commit(file.imported(), facts -> {}))
                .isInstanceOfSatisfying(Receipt.class, r -> assertThat(r.repeated()).isTrue());
        assertThat(ledger.feed().head()).isEqualTo(before + FACTS + 1);
    }

    @Test
    void killed_again_and_again_it_still_goes_on() {
        var file = staged("L");
        for (int step = 1; step <= 6; step++) {
            int deadAt = step;
            assertThatThrownBy(() -> bulk.commit(file.imported(), dyingAt(deadAt)))
                    .isInstanceOf(Killed.class);
            assertThat(known(file)).isEmpty();
        }
        assertThat(bulk.resume()).isEqualTo(1);
        assertKnownOnce(file);
    }

    @Test
    void what_a_clerk_recorded_meanwhile_stands_and_the_import_never_becomes_known() {
        var file = staged("C");
        var whom = somebody();
        var came =
                bulk.commit(
                        file.imported(),
                        facts -> {
                            if (facts == 6) {
                                assertThat(ledger.submit(decision(whom, "C-2")))
                                        .isInstanceOf(Receipt.class);
                            }
                        });
        assertThat(refused(came)).isEqualTo(RefusalCode.IMPORT_OVERTAKEN);
        assertNeverKnown(file);
        var aborted = (ImportAborted) known(file).getFirst().fact().event();
        assertThat(aborted.facts()).isEqualTo(FACTS);
        assertThat(aborted.rule()).isEqualTo("DECISION_NUMBER_TAKEN");
        assertThat(aborted.sheet()).isEqualTo("Danh sách");
        assertThat(aborted.row()).isEqualTo(6);
        assertThat(decisions("C-2")).hasSize(1);
        assertThat(decisions("C-1")).isEmpty();
        assertThat(refused(bulk.commit(file.imported(), facts -> {})))
                .isEqualTo(RefusalCode.IMPORT_OVERTAKEN);
    }

    private static List<Recorded> decisions(String number) {
        var query = TagQuery.of(BulkFile.key(number).tag(), DecisionRecorded.class);
        return ledger.read(Set.of(query));
    }

    @Test
    void a_decision_that_nothing_in_the_file_depends_on_is_in_nobodys_way() {
        var file = staged("N");
        var whom = somebody();
        var came =
                bulk.commit(
                        file.imported(),
                        facts -> {
                            if (facts == 4) {
                                assertThat(ledger.submit(decision(whom, "N-of-the-clerk")))
                                        .isInstanceOf(Receipt.class);
                            }
                        });
        assertThat(came).isInstanceOf(Receipt.class);
        assertKnownOnce(file);
    }

    /// The clerk's decision begins before the completion and is appended about when it is.
    @Test
    void an_import_and_a_clerk_never_both_get_a_number() {
        for (int round = 0; round < 12; round++) {
            var number = "R" + round;
            var file = stage(new BulkFile(number).with(number));
            var whom = somebody();
            var clerk = new AtomicReference<CompletableFuture<Submission>>();
            var imported =
                    bulk.commit(
                            file.imported(),
                            facts -> {
                                if (facts == 3) {
                                    clerk.set(
                                            CompletableFuture.supplyAsync(
                                                    () -> ledger.submit(decision(whom, number))));
                                }
                            });
            var clerks = clerk.get().join();
            assertThat(List.of(imported, clerks)).hasAtLeastOneElementOfType(Receipt.class);
            assertThat(List.of(imported, clerks)).hasAtLeastOneElementOfType(Declined.class);
            assertThat(decisions(number)).hasSize(1);
        }
    }

    @Test
    void of_two_imports_that_want_one_number_the_first_to_end_has_it() {
        var one = stage(new BulkFile("T1").with("T-same").with("T1-own"));
        var other = stage(new BulkFile("T2").with("T-same").with("T2-own"));
        var came =
                bulk.commit(
                        one.imported(),
                        facts -> {
                            if (facts == 4) {
                                assertThat(bulk.commit(other.imported(), n -> {}))
                                        .isInstanceOf(Receipt.class);
                            }
                        });
        assertThat(refused(came)).isEqualTo(RefusalCode.IMPORT_OVERTAKEN);
        assertNeverKnown(one);
        assertThat(decisions("T-same")).hasSize(1);
        assertThat(decisions("T2-own")).hasSize(1);
        assertThat(decisions("T1-own")).isEmpty();
    }

    @Test
    void two_imports_at_once_both_come_in() {
        var one = staged("P");
        var other = staged("Q");
        var first = CompletableFuture.supplyAsync(() -> bulk.commit(one.imported(), n -> {}));
        var second = CompletableFuture.supplyAsync(() -> bulk.commit(other.imported(), n -> {}));
        assertThat(first.join()).isInstanceOf(Receipt.class);
        assertThat(second.join()).isInstanceOf(Receipt.class);
        assertKnownOnce(one);
        assertKnownOnce(other);
    }

    @Test
    void the_same_file_twice_is_one_import() {
        var one = staged("S");
        var again = new BulkFile("S").with("S-1").with("S-2").with("S-3");
        assertThat(bulk.commit(one.imported(), n -> {})).isInstanceOf(Receipt.class);
        stage(again);
        assertThat(bulk.commit(again.imported(), n -> {}))
                .isInstanceOfSatisfying(Receipt.class, r -> assertThat(r.repeated()).isTrue());
        assertThat(stored(again)).isZero();
    }

    @Test
    void a_cancelled_import_was_never_there_and_one_that_began_goes_on() {
        var file = staged("X");
        assertThat(bulk.cancel(file.imported())).isTrue();
        assertThat(refused(bulk.commit(file.imported(), n -> {})))
                .isEqualTo(RefusalCode.IMPORT_CANCELLED);
        assertThat(stored(file)).isZero();
        var going = staged("Y");
        assertThat(
                        bulk.commit(
                                going.imported(),
                                facts -> {
                                    if (facts <= FACTS) {
                                        assertThat(bulk.cancel(going.imported())).isFalse();
                                        assertThat(refused(bulk.commit(going.imported(), n -> {})))
                                                .isEqualTo(RefusalCode.IMPORT_UNDERWAY);
                                    }
                                }))
                .isInstanceOf(Receipt.class);
        assertKnownOnce(going);
    }

    @Test
    void a_row_that_breaks_a_rule_is_named_and_nothing_is_stored() {
        var file = stage(new BulkFile("B").with("B-1").with("B-2", "LDTT"));
        long before = ledger.feed().head();
        var no = bulk.rehearse(file.imported()).orElseThrow();
        assertThat(no.code()).isEqualTo(RefusalCode.IMPORT_REJECTED);
        assertThat(no.details())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.code()).isEqualTo(RefusalCode.RECIPIENT_KIND_NOT_ALLOWED);
                    assertThat(r.arguments()).containsEntry("row", "7");
                });
        assertThat(refused(bulk.commit(file.imported(), n -> {})))
                .isEqualTo(RefusalCode.IMPORT_REJECTED);
        assertThat(ledger.feed().head()).isEqualTo(before);
        assertThat(bulk.cancel(file.imported())).isTrue();
    }

    @Test
    void evidence_knows_an_award_from_the_completion_on() {
        var file = staged("E");
        var during = new AtomicReference<SealedCheckpoint>();
        bulk.commit(
                file.imported(),
                facts -> {
                    if (facts == FACTS) {
                        during.set(ledger.seal());
                        assertThat(evidence(file, during.get()))
                                .isInstanceOf(EvidenceAssembly.Result.Nothing.class);
                    }
                });
        assertThat(evidence(file, ledger.seal()))
                .isInstanceOf(EvidenceAssembly.Result.Assembled.class);
        assertThat(evidence(file, during.get()))
                .as("as it was known then")
                .isInstanceOf(EvidenceAssembly.Result.Nothing.class);
    }

    private static EvidenceAssembly.Result evidence(BulkFile file, SealedCheckpoint at) {
        var request =
                new EvidenceRequest(
                        new EvidenceId(UUID.randomUUID()),
                        new EvidenceSubject.OfAward(file.awards().getFirst()),
                        EvidenceVariant.REDACTED,
                        at,
                        List.of());
        return ledger.evidence()
                .assemble(request, PAGE, new Unmasking("thanh", "INSPECTOR", "kiểm tra"));
    }
}
