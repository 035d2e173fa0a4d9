package vn.sovang.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Submission;
import vn.sovang.Submission.Declined;
import vn.sovang.Submission.Receipt;
import vn.sovang.decider.Command;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.InspectionEvent.InspectionOpened;
import vn.sovang.event.Recorded;
import vn.sovang.evidence.ExportedLog;
import vn.sovang.evidence.Leaf;
import vn.sovang.inspection.Sample.Drawn;
import vn.sovang.seal.LogExport;
import vn.sovang.seal.SealedCheckpoint;
import vn.sovang.testing.Inspecting;
import vn.sovang.testing.LifeOfAnAward;
import vn.sovang.testing.TestDatabase;
import vn.sovang.testing.TestLedger;
import vn.sovang.vocabulary.CutOff;
import vn.sovang.vocabulary.InspectedMatter;

/// One sample, drawn by whoever has the log: from its feed, by its tags, and from the directory it
/// was exported to, without a database.
class SampleFromExportTest {
    private static final int AWARDS = 24;

    @TempDir private static Path folder;

    private static TestLedger it;
    private static SealedCheckpoint sealed;
    private static final Inspecting INSPECTION = new Inspecting("20/QĐ-TTr");

    @BeforeAll
    static void open() {
        it = TestLedger.open(TestDatabase.freshSettings(), folder);
        for (int i = 1; i <= AWARDS; i++) {
            award(i);
        }
        sealed = it.ledger().seal();
        award(AWARDS + 1);
        record(INSPECTION.open(Inspecting.year(2024), cutOff(sealed)));
    }

    @AfterAll
    static void close() {
        it.close();
    }

    private static void award(int number) {
        var life = new LifeOfAnAward(number + "/QĐ-UBND");
        record(life.register());
        record(life.decide("binh", "2024-03-01", CITY, life.merit, null));
    }

    private static CutOff cutOff(SealedCheckpoint checkpoint) {
        return new CutOff(checkpoint.size(), checkpoint.root().toBase64());
    }

    private static Receipt record(Command command) {
        var submission = it.ledger().submit(command);
        assertThat(submission).isInstanceOf(Receipt.class);
        return (Receipt) submission;
    }

    private static Recorded opening() {
        return it.ledger()
                .read(Set.of(TagQuery.of(INSPECTION.id.tag(), InspectionOpened.class)))
                .getFirst();
    }

    @Test
    void the_feed_the_tags_and_the_exported_log_give_the_same_sample() throws IOException {
        var fromFeed = Sampling.under(opening());
        it.ledger().feed().stream(0, Long.MAX_VALUE, fromFeed);
        var byTags = Sampling.under(opening());
        it.ledger().read(byTags.queries()).forEach(byTags);

        var sample = fromFeed.sample();
        assertThat(sample.population()).as("not the one after the cut-off").isEqualTo(AWARDS);
        assertThat(sample.drawn())
                .hasSize(5)
                .isSortedAccordingTo(Comparator.comparing(Drawn::order));
        assertThat(byTags.sample()).isEqualTo(sample);
        assertThat(fromExport(sealedNow())).isEqualTo(sample);
    }

    private static Path sealedNow() throws IOException {
        var directory = folder.resolve("export");
        new LogExport(it.ledger().published())
                .write(it.ledger().seal(), it.ledger().verifierKey(), directory, n -> {});
        return directory;
    }

    /// Needs the directory and the public key; reads it twice.
    private static Sample fromExport(Path directory) throws IOException {
        var log = ExportedLog.open(directory, it.ledger().verifierKey());
        assertThat(log.report().findings()).isEmpty();
        var found = new ArrayList<Recorded>();
        log.read(
                log.report().size(),
                leaf -> {
                    if (leaf.recorded().fact().event() instanceof InspectionOpened opened
                            && opened.inspection().equals(INSPECTION.id)) {
                        found.add(leaf.recorded());
                    }
                });
        var opened = (InspectionOpened) found.getFirst().fact().event();
        var size = opened.cutOff().size();
        assertThat(Objects.requireNonNull(log.roots(Set.of(size)).get(size)).toBase64())
                .isEqualTo(opened.cutOff().rootHash());
        var sampling = Sampling.under(found.getFirst());
        log.read(size, (Leaf leaf) -> sampling.accept(leaf.recorded()));
        return sampling.sample();
    }

    @Test
    void a_cut_off_that_was_never_published_opens_nothing() {
        var other = new Inspecting("21/QĐ-TTr");
        for (var cutOff :
                List.of(
                        new CutOff(sealed.size(), "AAAA"),
                        new CutOff(sealed.size() - 1, sealed.root().toBase64()),
                        new CutOff(1_000_000, sealed.root().toBase64()))) {
            assertThat(it.ledger().submit(other.open(Inspecting.year(2024), cutOff)))
                    .isInstanceOfSatisfying(
                            Declined.class,
                            no ->
                                    assertThat(no.refused().code())
                                            .isEqualTo(RefusalCode.CUT_OFF_NOT_PUBLISHED));
        }
    }

    @Test
    void of_sixteen_who_accept_or_reopen_at_once_one_wins() throws Exception {
        var race = new Inspecting("22/QĐ-TTr");
        record(race.open(Inspecting.year(2024), cutOff(sealed)));
        record(race.find(new InspectedMatter.OfEvent(1)));
        record(race.explain());
        int writers = 16;
        var barrier = new CyclicBarrier(writers);
        var tasks = new ArrayList<Callable<Submission>>();
        for (int i = 0; i < writers; i++) {
            var user = "thanh-" + i;
            tasks.add(() -> {
                barrier.await();
                return it.ledger().submit(race.accept(user, "INSPECTOR", "2025-03-20"));
            });
        }
        var codes = new HashSet<RefusalCode>();
        int won = 0;
        try (var pool = Executors.newFixedThreadPool(writers)) {
            for (var future : pool.invokeAll(tasks)) {
                switch (future.get()) {
                    case Receipt _ -> won++;
                    case Declined no -> codes.add(no.refused().code());
                }
            }
        }
        assertThat(won).isEqualTo(1);
        assertThat(codes).containsExactly(RefusalCode.FINDING_SETTLED);
    }
}
