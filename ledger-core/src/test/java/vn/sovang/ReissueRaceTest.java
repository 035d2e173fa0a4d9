package vn.sovang;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactLost;
import vn.sovang.decider.Command;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decider.TagQuery;
import vn.sovang.decision.RecordDecision;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.Recorded;
import vn.sovang.event.ReissueEvent;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.reissue.ReissueCommand.ApproveReissue;
import vn.sovang.reissue.ReissueCommand.ReissueArtifact;
import vn.sovang.reissue.ReissueCommand.RequestReissue;
import vn.sovang.testing.PhanRang;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;

/// Many clerks, one lost certificate: exactly one new one.
class ReissueRaceTest {
    private static final AwardCode GIAY_KHEN = new AwardCode("GK_HUYEN");
    private static final int ROUNDS = 120;
    private static final int WRITERS = 16;

    @Test
    void of_sixteen_concurrent_re_issues_of_one_item_exactly_one_wins(@TempDir Path folder)
            throws Exception {
        var settings = TestDatabase.freshSettings();
        try (var one = TestLedger.open(settings, folder);
                var two = TestLedger.open(settings, folder);
                var pool = Executors.newFixedThreadPool(WRITERS)) {
            var ledgers = List.of(one.ledger(), two.ledger());
            long contended = 0;
            for (int round = 0; round < ROUNDS; round++) {
                var award = prepare(one.ledger(), round);
                var barrier = new CyclicBarrier(WRITERS);
                var tasks = new ArrayList<Callable<Submission>>();
                for (int w = 0; w < WRITERS; w++) {
                    var ledger = ledgers.get(w % 2);
                    var command = reissue(award);
                    tasks.add(() -> {
                        barrier.await();
                        return ledger.submit(command);
                    });
                }
                int won = 0;
                for (var result : pool.invokeAll(tasks)) {
                    switch (result.get()) {
                        case Receipt _ -> won++;
                        case Declined d -> {
                            assertThat(d.refused().code())
                                    .isIn(RefusalCode.CASE_SETTLED, RefusalCode.CONTENDED);
                            contended += d.refused().code() == RefusalCode.CONTENDED ? 1 : 0;
                        }
                    }
                }
                assertThat(won).as("round " + round).isEqualTo(1);
                assertThat(reissuesOf(one.ledger(), award)).as("round " + round).hasSize(1);
            }
            assertGapless(one.ledger());
            assertThat(contended).as("lost races end in the rule, not in giving up").isZero();
        }
    }

    private record Lost(AwardId award, CaseId reissueCase) {}

    private static Lost prepare(Ledger ledger, int round) {
        var person = PhanRang.recipient(RecipientKind.INDIVIDUAL);
        var award = new AwardId(UUID.randomUUID());
        var old = new ArtifactId(UUID.randomUUID());
        var reissueCase = new CaseId(UUID.randomUUID());
        var line = PhanRang.line("GK_HUYEN", person);
        var day = "2024-01-10";
        var number = "%d/QĐ-UBND".formatted(round + 1);
        record(ledger, new RegisterRecipient(origin("an", day), person));
        record(
                ledger,
                new RecordDecision(
                        origin("binh", day, paper(number, day)),
                        new DecisionId(UUID.randomUUID()),
                        CITY,
                        List.of(
                                new RecordDecision.Line(
                                        award, ConferralMode.TANG, null, null, line))));
        record(
                ledger,
                new IssueArtifact(
                        origin("an", "2024-02-01"),
                        award,
                        GIAY_KHEN,
                        old,
                        ArtifactKind.GIAY_KHEN,
                        null));
        record(
                ledger,
                new ReportArtifactLost(origin("an", "2024-03-01"), award, GIAY_KHEN, old, null));
        record(
                ledger,
                new RequestReissue(
                        origin("an", "2024-03-02"),
                        reissueCase,
                        CITY,
                        new ReissueEvent.Subject(
                                ReissueKind.REISSUE,
                                null,
                                award,
                                GIAY_KHEN,
                                CommendationType.CONG_TRANG,
                                person.recipient(),
                                RecipientKind.INDIVIDUAL,
                                ArtifactKind.GIAY_KHEN,
                                old,
                                null)));
        record(
                ledger,
                new ApproveReissue(
                        origin("binh", "2024-03-03"), reissueCase, award, GIAY_KHEN, CITY));
        return new Lost(award, reissueCase);
    }

    private static void record(Ledger ledger, Command command) {
        assertThat(ledger.submit(command)).isInstanceOf(Receipt.class);
    }

    private static ReissueArtifact reissue(Lost lost) {
        return new ReissueArtifact(
                origin("binh", "2024-04-01"),
                lost.reissueCase(),
                lost.award(),
                GIAY_KHEN,
                new ArtifactId(UUID.randomUUID()),
                null,
                null);
    }

    private static List<Recorded> reissuesOf(Ledger ledger, Lost lost) {
        return ledger.read(Set.of(TagQuery.of(lost.award().tag(), ArtifactReissued.class)));
    }

    private static void assertGapless(Ledger ledger) {
        long[] expected = {0};
        ledger.feed().stream(
                0, Long.MAX_VALUE, r -> assertThat(r.position()).isEqualTo(++expected[0]));
        assertThat(expected[0]).isEqualTo(ledger.feed().head()).isGreaterThan(ROUNDS * 7L);
    }
}
