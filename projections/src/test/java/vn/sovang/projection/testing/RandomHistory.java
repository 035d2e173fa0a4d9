package vn.sovang.projection.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.Arrival;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedDamaged;
import vn.sovang.event.ArtifactEvent.ArtifactReportedFound;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.RecipientEvent.RecipientsJoined;
import vn.sovang.event.RecipientEvent.RecipientsSeparated;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueProposed;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.ReissueEvent.Subject;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitSplit;
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
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.FirstIssueReading;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.JoinEvidence;
import vn.sovang.vocabulary.LifeStatus;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

/// Tells a history that nobody would write, the same for the same seed but for its identities.
public final class RandomHistory {
    /// Wards, of which some are merged, divided and abolished on the way.
    public static final List<UnitId> PLACES = ids(6).stream().map(UnitId::new).toList();

    private static final List<String> AWARDS = List.of("BK_TINH", "GK_HUYEN", "LDTT", "KHONG_RO");
    private static final List<RecipientId> PEOPLE = ids(9).stream().map(RecipientId::new).toList();
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 11, 1);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Random random;
    private final List<Step> steps = new ArrayList<>();
    private final List<AwardId> awards = new ArrayList<>();
    private final List<CaseId> cases = new ArrayList<>();
    private final List<ArtifactId> items = new ArrayList<>();
    private Instant now = Instant.parse("2023-11-15T00:00:00Z");

    /// What is recorded in one append.
    public record Step(Instant at, List<Fact> facts) {
        public Step {
            facts = List.copyOf(facts);
        }
    }

    private RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    /// Appends of a history.
    public static List<Step> tell(long seed, int appends) {
        var history = new RandomHistory(seed);
        history.tell(appends);
        return history.steps;
    }

    /// Appends it.
    public static void write(List<Step> history, TestLog log) {
        for (Step step : history) {
            log.at(step.at()).append(step.facts());
        }
    }

    private static List<UUID> ids(int count) {
        var ids = new ArrayList<UUID>();
        for (int i = 1; i <= count; i++) {
            ids.add(new UUID(0x7000L, 0x8000_0000_0000_0000L + i));
        }
        return ids;
    }

    private void tell(int appends) {
        append(
                List.of(
                        paper().fact(Given.province()),
                        paper().fact(Given.city()),
                        paper().fact(Given.awardType("BK_TINH", AwardLevel.BO_TINH)),
                        paper().fact(Given.awardType("GK_HUYEN", AwardLevel.HUYEN))));
        for (int i = 0; i < appends; i++) {
            now = now.plusSeconds(random.nextInt(3 * 86_400));
            if (i == appends / 2) {
                append(List.of(paper().fact(Given.awardType("LDTT", AwardLevel.CO_SO))));
            }
            if (random.nextInt(8) == 0) {
                importFile();
            } else {
                append(some(1 + random.nextInt(4), null));
            }
        }
    }

    private void append(List<Fact> facts) {
        steps.add(new Step(now, facts));
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
            append(facts);
        } else {
            append(facts);
            append(List.of(Paper.of(today().toString(), "x").fact(filed())));
            append(List.of(done));
        }
    }

    private List<Fact> some(int count, @Nullable ImportId file) {
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < count; i++) {
            var paper = file == null ? paper() : paper().in(file);
            var arrival =
                    random.nextInt(3) == 0
                            ? new Arrival(paper.on().plusDays(random.nextInt(120)), "7")
                            : null;
            facts.add(paper.fact(event(), arrival));
        }
        return facts;
    }

    private LedgerEvent event() {
        return switch (random.nextInt(15)) {
            case 0, 1 -> Given.submitted(authority(), line());
            case 2 ->
                    new NominationForwardedUp(
                            new NominationId(UUID.randomUUID()),
                            new ListId(UUID.randomUUID()),
                            1,
                            authority(),
                            null,
                            line());
            case 3 -> reissue();
            case 4 -> awards.isEmpty() ? filed() : artifact();
            case 5 -> awards.isEmpty() ? filed() : Given.annulled(anAward(), authority());
            case 6, 7, 8 -> awards.isEmpty() ? filed() : later();
            case 9 -> lineage();
            case 10 -> identity();
            default -> decided();
        };
    }

    private LedgerEvent decided() {
        var id = Given.award();
        awards.add(id);
        return new AwardDecided(
                id,
                new DecisionId(UUID.randomUUID()),
                new DecisionKey(authority(), 2024, "1/QĐ-UBND"),
                1,
                ConferralMode.TANG,
                random.nextBoolean() ? place() : null,
                null,
                line());
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

    /// Circles and second thoughts among them.
    private LedgerEvent lineage() {
        UnitId unit = place();
        return switch (random.nextInt(5)) {
            case 0 ->
                    new UnitSplit(
                            unit,
                            List.of(
                                    new UnitSplit.Part(place(), "bắc"),
                                    new UnitSplit.Part(place(), "nam")));
            case 1 -> new UnitAbolished(unit, List.of(place()));
            case 2 -> new UnitAbolished(unit, List.of());
            case 3 -> new UnitAbolished(unit, List.of(PLACES.get(0), PLACES.get(1)));
            default -> new UnitMerged(unit, random.nextInt(4) == 0 ? Given.CITY : place());
        };
    }

    private LedgerEvent identity() {
        RecipientId one = PEOPLE.get(random.nextInt(PEOPLE.size()));
        RecipientId other = PEOPLE.get((PEOPLE.indexOf(one) + 1) % PEOPLE.size());
        return random.nextInt(3) == 0
                ? new RecipientsSeparated(other, one)
                : new RecipientsJoined(one, other, JoinEvidence.SAME_FILE);
    }

    private LedgerEvent reissue() {
        if (!cases.isEmpty() && !awards.isEmpty() && random.nextInt(3) == 0) {
            var one =
                    random.nextInt(8) == 0
                            ? new CaseId(UUID.randomUUID())
                            : cases.get(random.nextInt(cases.size()));
            return new ReissueApproved(one, anAward(), authority());
        }
        var id = new CaseId(UUID.randomUUID());
        cases.add(id);
        return random.nextBoolean()
                ? new ReissueRequested(id, authority(), subject())
                : new ReissueProposed(id, new ListId(UUID.randomUUID()), 1, authority(), subject());
    }

    private Subject subject() {
        var kinds = ReissueKind.values();
        var kind = kinds[random.nextInt(kinds.length)];
        return new Subject(
                kind,
                kind == ReissueKind.FIRST_ISSUE ? FirstIssueReading.KHONG_RO : null,
                awards.isEmpty() || random.nextBoolean() ? null : anAward(),
                new AwardCode(AWARDS.get(random.nextInt(AWARDS.size()))),
                CommendationType.KHONG_RO,
                person(),
                RecipientKind.INDIVIDUAL,
                random.nextBoolean() ? ArtifactKind.BANG : ArtifactKind.KHONG_RO,
                null,
                random.nextBoolean() ? place() : null);
    }

    private LedgerEvent artifact() {
        if (items.isEmpty() || random.nextInt(3) == 0) {
            items.add(new ArtifactId(UUID.randomUUID()));
        }
        var artifact = items.get(random.nextInt(items.size()));
        return switch (random.nextInt(8)) {
            case 0 -> new ArtifactReportedLost(artifact, anAward(), null);
            case 1 -> new ArtifactReportedDamaged(artifact, anAward(), null);
            case 2 -> new ArtifactReportedFound(artifact, anAward(), null);
            case 3 -> new ArtifactDestroyed(artifact, anAward(), authority(), "HĐ", "hỏng");
            case 4, 5 -> surveyed();
            case 6 -> new ArtifactHandedIn(artifact, anAward(), authority(), null);
            default ->
                    new ArtifactIssued(
                            artifact,
                            anAward(),
                            random.nextBoolean() ? ArtifactKind.BANG : ArtifactKind.HUY_HIEU,
                            null);
        };
    }

    private ItemSurveyed surveyed() {
        return new ItemSurveyed(
                new CampaignId(UUID.randomUUID()),
                authority(),
                random.nextBoolean() ? place() : null,
                new AwardCode(AWARDS.get(random.nextInt(AWARDS.size()))),
                random.nextBoolean() ? anAward() : null,
                person(),
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
        var kinds = List.of(RecipientKind.INDIVIDUAL, RecipientKind.HOUSEHOLD);
        var types = List.of(CommendationType.PHONG_TRAO, CommendationType.KHONG_RO);
        return new AwardLine(
                new AwardCode(AWARDS.get(random.nextInt(AWARDS.size()))),
                random.nextInt(4) == 0 ? Rank.HANG_BA : Rank.NONE,
                person(),
                kinds.get(random.nextInt(kinds.size())),
                types.get(random.nextInt(types.size())),
                random.nextInt(3) == 0 ? null : place());
    }

    private RecipientId person() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private UnitId place() {
        return PLACES.get(random.nextInt(PLACES.size()));
    }

    private UnitId authority() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> Given.CITY;
            case 2, 3 -> Given.PROVINCE;
            default -> place();
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, VIETNAM);
    }

    private Paper paper() {
        var day = random.nextInt(3) == 0 ? today() : FIRST_DAY.plusDays(random.nextInt(600));
        return Paper.of(day.toString(), random.nextInt(1_000) + "/QĐ-UBND");
    }
}
