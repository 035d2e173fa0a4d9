package vn.sovang.projection.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedFound;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.ArtifactEvent.ArtifactReturnedUnchanged;
import vn.sovang.event.ArtifactEvent.ArtifactWithdrawn;
import vn.sovang.event.ArtifactEvent.CustodyTransferred;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueCompleted;
import vn.sovang.event.ReissueEvent.ReissueCompletionRequested;
import vn.sovang.event.ReissueEvent.ReissueForwardedUp;
import vn.sovang.event.ReissueEvent.ReissueHandedOver;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.UnitEvent.UnitRenamed;
import vn.sovang.projection.clocks.Clocks.Wanted;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Claimant;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.Keeper;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

/// Whatever happened in whatever batches: custody and clocks as of a position are what they would
/// be had nothing been recorded since.
class CustodyAsOfTest {
    private static final LocalDate DAY = LocalDate.parse("2024-09-30");
    private static final int EVENTS = 120;
    private static final int CUTS = 2;
    private static final Keeper KEEPER = new Keeper(KeeperRelation.SELF, null, null);

    private final List<AwardId> awards = List.of(Given.award(), Given.award());
    private final List<ArtifactId> items = new ArrayList<>();
    private final List<CaseId> cases =
            List.of(new CaseId(UUID.randomUUID()), new CaseId(UUID.randomUUID()));
    private final List<UnitId> offices = List.of(Given.PROVINCE, Given.CITY, Given.WARD);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void as_of_a_position_is_as_if_nothing_had_come_since(long seed) {
        for (int i = 0; i < 6; i++) {
            items.add(new ArtifactId(UUID.randomUUID()));
        }
        var random = new Random(seed);
        var facts = history(random);
        try (var whole = new TestLog()) {
            for (int at = 0; at < facts.size(); ) {
                int end = Math.min(facts.size(), at + 1 + random.nextInt(12));
                whole.append(facts.subList(at, end));
                at = end;
            }
            whole.settled();
            for (int cut = 0; cut < CUTS; cut++) {
                int position = 3 + random.nextInt(facts.size() - 3);
                try (var prefix = new TestLog()) {
                    prefix.append(facts.subList(0, position));
                    assertThat(state(whole, position))
                            .as("seed %d, position %d", seed, position)
                            .isEqualTo(state(prefix, Long.MAX_VALUE));
                }
            }
            assertThat(state(whole, Long.MAX_VALUE).toString()).contains("OFFICE");
            assertThat(whole.settled().rebuild("custody").identical()).isTrue();
            assertThat(whole.settled().rebuild("clocks").identical()).isTrue();
        }
    }

    /// Everything the two models say, as known at a position.
    private List<Object> state(TestLog log, long knownAt) {
        var read = log.settled();
        var said = new ArrayList<Object>();
        said.add(read.custody().held(null, DAY, knownAt));
        said.add(read.custody().toRecover(DAY, knownAt));
        for (var item : items) {
            said.add(read.custody().item(item, DAY, knownAt));
            said.add(read.custody().legs(item, knownAt));
        }
        said.add(read.clocks().open(Wanted.ALL, DAY, knownAt));
        var span = new Reissues.Span(LocalDate.MIN.withYear(1), DAY.plusYears(9), knownAt);
        for (var by : Reissues.By.values()) {
            said.add(read.reissues().count(by, span));
        }
        return said;
    }

    private List<Fact> history(Random random) {
        var facts = new ArrayList<Fact>();
        for (var unit : List.of(Given.province(), Given.city(), Given.ward())) {
            facts.add(fact(LocalDate.parse("2024-01-01"), unit, null));
        }
        @Nullable ImportId file = null;
        int inFile = 0;
        for (int i = 0; i < EVENTS; i++) {
            var day = LocalDate.parse("2024-01-01").plusDays(i * 2L);
            if (file == null && random.nextInt(20) == 0) {
                file = new ImportId(UUID.randomUUID());
                inFile = 0;
            }
            facts.add(fact(day, event(random), file));
            inFile++;
            if (file != null && random.nextInt(8) == 0) {
                var done = new ImportCompleted(file, "f.xlsx", "00", inFile, inFile, "b", false);
                facts.add(fact(day, done, file));
                file = null;
            }
        }
        return facts;
    }

    private static Fact fact(LocalDate day, LedgerEvent event, @Nullable ImportId file) {
        var paper = Paper.of(day.toString(), "1/BB");
        return (file == null ? paper : paper.in(file)).fact(event);
    }

    private <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private LedgerEvent event(Random random) {
        int which = random.nextInt(items.size());
        var item = items.get(which);
        var award = awards.get(which % awards.size());
        var office = any(random, offices);
        var other = any(random, offices);
        var reissueCase = any(random, cases);
        return switch (random.nextInt(18)) {
            case 0, 1, 2 -> new ArtifactIssued(item, award, ArtifactKind.BANG, null);
            case 3, 4 -> new ArtifactHandedIn(item, award, office, "BN");
            case 5, 6 ->
                    new CustodyTransferred(
                            item, award, office, other, "BG", "kho", CustodyPurpose.EXCHANGE);
            case 7 -> new ArtifactReturnedUnchanged(item, award, office, KEEPER, null);
            case 8 -> new ArtifactReportedLost(item, award, null);
            case 9 -> new ArtifactReportedFound(item, award, null);
            case 10 -> new ArtifactWithdrawn(item, award, "hủy bỏ", office);
            case 11 -> new ArtifactDestroyed(item, award, office, "Hội đồng", "hỏng");
            case 12 -> Given.annulled(award, Given.PROVINCE);
            case 13 -> Given.revoked(award);
            case 14 ->
                    new ArtifactReissued(
                            item,
                            any(random, items),
                            reissueCase,
                            award,
                            ArtifactKind.BANG,
                            null,
                            null);
            case 15 ->
                    new ReissueHandedOver(
                            reissueCase,
                            award,
                            item,
                            office,
                            new Claimant(KeeperRelation.SELF, null, null, false));
            case 16 -> new UnitRenamed(office, "tên " + random.nextInt(9), "UBND");
            default -> step(random, reissueCase, award);
        };
    }

    private LedgerEvent step(Random random, CaseId reissueCase, AwardId award) {
        return switch (random.nextInt(5)) {
            case 0 ->
                    new ReissueRequested(
                            reissueCase,
                            Given.CITY,
                            Given.subject(ReissueKind.EXCHANGE, CommendationType.KHANG_CHIEN));
            case 1 -> new ReissueForwardedUp(reissueCase, award, Given.CITY, Given.PROVINCE);
            case 2 ->
                    new ReissueCompletionRequested(reissueCase, award, Given.CITY, List.of("đơn"));
            case 3 -> new ReissueCompleted(reissueCase, award);
            default -> new ReissueApproved(reissueCase, award, Given.PROVINCE);
        };
    }
}
