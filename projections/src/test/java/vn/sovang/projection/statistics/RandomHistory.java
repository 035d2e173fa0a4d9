package vn.sovang.projection.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedDamaged;
import vn.sovang.event.ArtifactEvent.ArtifactReportedFound;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.ArtifactCondition;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

/// Writes a log that nobody would write, the same for the same seed but for its identities.
final class RandomHistory {
    private static final List<String> AWARDS = List.of("BK_TINH", "GK_HUYEN", "LDTT", "KHONG_RO");
    private static final List<UnitId> AUTHORITIES = List.of(Given.PROVINCE, Given.CITY, Given.WARD);
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 11, 1);

    private final Random random;
    private final TestLog log;
    private final List<AwardId> awards = new ArrayList<>();
    private Instant now = Instant.parse("2023-11-15T00:00:00Z");

    RandomHistory(long seed, TestLog log) {
        this.random = new Random(seed);
        this.log = log;
    }

    void write(int appends) {
        log.at(now)
                .append(
                        paper().fact(Given.province()),
                        paper().fact(Given.city()),
                        paper().fact(Given.awardType("BK_TINH", AwardLevel.BO_TINH)),
                        paper().fact(Given.awardType("GK_HUYEN", AwardLevel.HUYEN)));
        for (int i = 0; i < appends; i++) {
            now = now.plusSeconds(random.nextInt(3 * 86_400));
            log.at(now);
            if (i == appends / 2) {
                log.append(paper().fact(Given.awardType("LDTT", AwardLevel.CO_SO)));
            }
            if (random.nextInt(8) == 0) {
                importFile();
            } else {
                log.append(some(1 + random.nextInt(4), null));
            }
        }
    }

    /// Now and then the facts of a file come in several appends, with others between them.
    private void importFile() {
        var file = new ImportId(UUID.randomUUID());
        var facts = some(1 + random.nextInt(6), file);
        var done =
                Paper.of(today().toString(), "nhập")
                        .in(file)
                        .fact(new ImportCompleted(file, "f", "00", 1, facts.size(), "u-2", false));
        if (random.nextBoolean()) {
            facts.add(done);
            log.append(facts);
        } else {
            log.append(facts);
            log.append(Paper.of(today().toString(), "x").fact(filed()));
            log.append(done);
        }
    }

    private List<Fact> some(int count, @Nullable ImportId file) {
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < count; i++) {
            var paper = file == null ? paper() : paper().in(file);
            facts.add(paper.fact(event()));
        }
        return facts;
    }

    private LedgerEvent event() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> Given.submitted(authority(), line());
            case 2 ->
                    new NominationForwardedUp(
                            new NominationId(UUID.randomUUID()),
                            new ListId(UUID.randomUUID()),
                            1,
                            authority(),
                            null,
                            line());
            case 3 -> Given.reviewed(authority(), kind());
            case 4 ->
                    new ReissueRequested(
                            new CaseId(UUID.randomUUID()),
                            authority(),
                            Given.subject(kind(), CommendationType.KHONG_RO));
            case 5 -> awards.isEmpty() ? filed() : Given.annulled(anAward(), authority());
            case 10, 11 -> awards.isEmpty() ? filed() : later();
            case 6 -> awards.isEmpty() ? filed() : artifact();
            default -> decided();
        };
    }

    private LedgerEvent decided() {
        var id = Given.award();
        awards.add(id);
        return Given.decided(id, authority(), line());
    }

    /// What may become of an award after its decision, lawful or not.
    private LedgerEvent later() {
        return switch (random.nextInt(7)) {
            case 0 -> Given.revoked(anAward());
            case 1 -> Given.stripped(anAward());
            case 2 -> Given.restored(anAward());
            case 3 -> Given.presented(anAward());
            case 4 -> Given.paid(anAward(), 1_000 + random.nextInt(1_000_000));
            case 5 -> Given.struck(anAward());
            default -> Given.corrected(anAward(), line());
        };
    }

    private LedgerEvent artifact() {
        var artifact = new ArtifactId(UUID.randomUUID());
        return switch (random.nextInt(6)) {
            case 0 -> new ArtifactReportedLost(artifact, anAward(), null);
            case 1 -> new ArtifactReportedDamaged(artifact, anAward(), null);
            case 2 -> new ArtifactReportedFound(artifact, anAward(), null);
            case 3 -> new ArtifactDestroyed(artifact, anAward(), authority(), "HĐ", "hỏng");
            case 4 -> surveyed();
            default -> new ArtifactIssued(artifact, anAward(), ArtifactKind.BANG, null);
        };
    }

    private ItemSurveyed surveyed() {
        return new ItemSurveyed(
                new CampaignId(UUID.randomUUID()),
                authority(),
                null,
                new AwardCode(AWARDS.get(random.nextInt(AWARDS.size()))),
                null,
                new RecipientId(UUID.randomUUID()),
                ArtifactKind.BANG,
                null,
                null,
                random.nextBoolean() ? ArtifactCondition.CHUA_NHAN : ArtifactCondition.MAT,
                null,
                LifeStatus.KHONG_RO,
                null,
                null,
                null,
                null);
    }

    private NominationFiled filed() {
        return new NominationFiled(new NominationId(UUID.randomUUID()), authority(), line());
    }

    private AwardId anAward() {
        return awards.get(random.nextInt(awards.size()));
    }

    private AwardLine line() {
        var kinds = RecipientKind.values();
        var types = List.of(CommendationType.PHONG_TRAO, CommendationType.KHONG_RO);
        return Given.line(
                AWARDS.get(random.nextInt(AWARDS.size())),
                kinds[random.nextInt(kinds.length)],
                types.get(random.nextInt(types.size())));
    }

    private ReissueKind kind() {
        var kinds = List.of(ReissueKind.values());
        return kinds.get(random.nextInt(kinds.size()));
    }

    private UnitId authority() {
        return AUTHORITIES.get(random.nextInt(AUTHORITIES.size()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, java.time.ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private Paper paper() {
        var day = random.nextInt(3) == 0 ? today() : FIRST_DAY.plusDays(random.nextInt(600));
        return Paper.of(day.toString(), random.nextInt(1_000) + "/QĐ-UBND");
    }
}
