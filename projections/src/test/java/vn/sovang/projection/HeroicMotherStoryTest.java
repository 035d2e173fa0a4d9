package vn.sovang.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.projection.testing.HeroicMother.MY_HUONG;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PROVINCE;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.AsFound;
import vn.sovang.event.Provenance;
import vn.sovang.privacy.Unmasking.Need;
import vn.sovang.projection.register.ArtifactStatus;
import vn.sovang.projection.register.AwardStatus;
import vn.sovang.projection.register.CaseStatus;
import vn.sovang.projection.register.FieldChange;
import vn.sovang.projection.statistics.Measure;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.testing.HeroicMother;
import vn.sovang.projection.testing.Story;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

/// The whole life of an her.award, told once from beginning to end on a real ledger: a Heroic
/// Mother's title of 1994, found on an old list, surveyed, her damaged badge exchanged and her lost
/// certificate made again, while her ward is merged twice and her daughter's data reach the end of
/// their keeping. At five moments the story stops and looks around; at its end it looks at all five
/// again, and sees the same. The people are nobody.
class HeroicMotherStoryTest {
    private static final UnitId KINH_DINH = PhanRang.unit("UBND phường Kinh Dinh");
    private static final UnitId PHAN_RANG = PhanRang.unit("UBND phường Phan Rang");
    private static final List<String> YEARS = List.of("1994", "2024", "2025", "2026");

    private static final Map<Measure, Long> THE_YEAR_2024 =
            Map.ofEntries(
                    Map.entry(Measure.SURVEY_OPENED, 1L),
                    Map.entry(Measure.SURVEYED_DAMAGED, 1L),
                    Map.entry(Measure.SURVEYED_LOST, 1L),
                    Map.entry(Measure.SURVEY_CLOSED, 1L),
                    Map.entry(Measure.ARTIFACT_HANDED_IN, 1L),
                    Map.entry(Measure.REISSUE_REQUESTED, 2L),
                    Map.entry(Measure.REISSUE_REVIEWED, 2L),
                    Map.entry(Measure.REISSUE_FORWARDED, 2L),
                    Map.entry(Measure.ENTITLEMENT_CONFIRMED, 2L),
                    Map.entry(Measure.REISSUE_APPROVED, 1L),
                    Map.entry(Measure.ARTIFACT_REISSUED, 1L),
                    Map.entry(Measure.REISSUE_HANDED_OVER, 1L),
                    Map.entry(Measure.ARTIFACT_DESTROYED, 1L));

    @TempDir private Path folder;

    private Story story;

    private HeroicMother her;

    @BeforeEach
    void open() {
        story = new Story(folder);
        her = new HeroicMother(story);
    }

    @AfterEach
    void close() {
        story.close();
    }

    /// What was to be seen at one moment.
    private record Moment(
            long position,
            Map<Object, List<String>> stories,
            List<Optional<?>> register,
            List<Answered> statistics) {}

    private Moment look(long position) {
        var stories = new HashMap<Object, List<String>>();
        for (var thing :
                List.of(her.award, her.badge, her.certificate, her.newBadge, her.newCertificate)) {
            stories.put(thing, story.lines(thing, position));
        }
        var statistics = YEARS.stream().map(year -> story.answer(year, position)).toList();
        return new Moment(position, stories, register(position), statistics);
    }

    /// The register as it was known at a position.
    private List<Optional<?>> register(long position) {
        var then = story.read().register().asOf(position);
        return List.of(
                then.award(her.award),
                then.artifact(her.badge),
                then.artifact(her.certificate),
                then.artifact(her.newBadge),
                then.artifact(her.newCertificate),
                then.reissueCase(her.exchange),
                then.reissueCase(her.reissue),
                then.recipient(her.recipient),
                then.unit(MY_HUONG));
    }

    @Test
    void a_heroic_mothers_award_is_followed_from_1994_to_its_new_badge() {
        var moments = new ArrayList<Moment>();

        importTheOldList();
        moments.add(foundOnTheOldList());

        surveyHerWard();
        moments.add(surveyed());

        askForNewItems();
        sendTheBadgeUp();
        moments.add(sentUp());

        makeTheNewBadge();
        mergeHerWardAndHandOverTheBadge();
        moments.add(withHerNewBadge());

        makeTheCertificateAgain();
        refuseToForgetHer();
        forgetHerDaughter();
        moments.add(rememberedForEver());

        assertThat(moments)
                .as("each moment is still answered as it was")
                .isEqualTo(moments.stream().map(then -> look(then.position())).toList());
        theRegisterKnewOnlyWhatItHadBeenTold(moments);
        story.everythingChecks();
    }

    private void theRegisterKnewOnlyWhatItHadBeenTold(List<Moment> moments) {
        var badge =
                moments.stream()
                        .map(then -> story.read().register().asOf(then.position))
                        .map(then -> then.artifact(her.badge).orElseThrow().status())
                        .toList();
        assertThat(badge)
                .containsExactly(
                        ArtifactStatus.ISSUED,
                        ArtifactStatus.DAMAGED,
                        ArtifactStatus.HANDED_IN,
                        ArtifactStatus.DESTROYED,
                        ArtifactStatus.DESTROYED);
        var newBadge =
                moments.stream()
                        .map(then -> story.read().register().asOf(then.position))
                        .map(then -> then.artifact(her.newBadge).isPresent())
                        .toList();
        assertThat(newBadge).containsExactly(false, false, false, true, true);
        var compared =
                story.read()
                        .register()
                        .comparisons()
                        .of(her.badge, moments.get(0).position, moments.get(1).position)
                        .orElseThrow();
        assertThat(compared.fields())
                .extracting(FieldChange::field)
                .contains("status", "condition", "keeper");
    }

    private void importTheOldList() {
        story.on("2024-01-10", "12/SNV", her::onTheOldList);
    }

    private Moment foundOnTheOldList() {
        long now = story.position();
        assertThat(story.lines(her.badge, now)).containsExactly("1994-12-15 ArtifactIssued");
        assertThat(story.read().history().of(her.badge))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.asFound())
                            .isEqualTo(
                                    new AsFound("EARLIER_THAN_ITS_CAUSE", "như danh sách", "chi"));
                    assertThat(line.knownAt()).as("whole file, or nothing").isEqualTo(now);
                });
        var row = story.read().register().award(her.award).orElseThrow();
        assertThat(row.status()).isEqualTo(AwardStatus.IN_FORCE);
        assertThat(row.decisionNumber()).isEqualTo("394 KT/CTN");
        assertThat(row.recipientUnitName()).isEqualTo("phường Mỹ Hương");
        assertThat(row.provenance())
                .isEqualTo(
                        new Provenance(
                                Provenance.Source.OFFICE_LIST,
                                Provenance.Confidence.MEDIUM,
                                "Danh sách 1994, dòng 12",
                                "chi"));
        assertThat(story.where(her.badge, "2024-01-10")).isEqualTo("KEEPER, 1994-12-15");
        assertThat(story.figures("1994", now))
                .isEqualTo(Map.of(Measure.DECIDED, 1L, Measure.ARTIFACT_ISSUED, 2L));
        assertThat(story.figures("1994", now - 1)).as("before the file was whole").isEmpty();
        assertThat(story.figures("2024", now)).isEmpty();
        return look(now);
    }

    private void surveyHerWard() {
        story.on("2024-01-22", "352/UBND-NV", her::openSurvey)
                .on("2024-03-12", "1/PKS", her::contact)
                .on("2024-03-12", "1/PKS", her::theDamagedBadge)
                .on("2024-03-12", "1/PKS", her::theLostCertificate)
                .on("2024-06-20", "9/BC", her::closeSurvey);
    }

    private Moment surveyed() {
        long now = story.position();
        assertThat(story.lines(her.badge, now))
                .containsExactly("1994-12-15 ArtifactIssued", "2024-03-12 ItemSurveyed");
        assertThat(status(her.badge)).isEqualTo(ArtifactStatus.DAMAGED);
        assertThat(status(her.certificate)).isEqualTo(ArtifactStatus.LOST);
        var surveys = story.read().register().surveys();
        var survey = surveys.all().getFirst();
        assertThat(survey.closedOn()).isEqualTo("2024-06-20");
        assertThat(surveys.sheets(survey.id(), 10)).hasSize(survey.surveyed()).hasSize(2);
        assertThat(surveys.summary(survey).items()).hasSize(2);
        var before = story.read().register().asOf(now - 1).surveys();
        assertThat(before.find(survey.id()).orElseThrow().closedOn()).isNull();
        assertThat(story.read().register().asOf(0).surveys().all()).isEmpty();
        assertThat(story.read().register().artifact(her.badge).orElseThrow().keeper())
                .isEqualTo(KeeperRelation.CHILD);
        assertThat(story.where(her.badge, "2024-06-20")).isEqualTo("KEEPER, 1994-12-15");
        assertThat(story.where(her.certificate, "2024-06-20")).isEqualTo("LOST, 2024-03-12");
        assertThat(story.figures("2024", now))
                .isEqualTo(
                        Map.of(
                                Measure.SURVEY_OPENED, 1L,
                                Measure.SURVEYED_DAMAGED, 1L,
                                Measure.SURVEYED_LOST, 1L,
                                Measure.SURVEY_CLOSED, 1L));
        return look(now);
    }

    private ArtifactStatus status(ArtifactId item) {
        return story.read().register().artifact(item).orElseThrow().status();
    }

    private CaseStatus status(CaseId one) {
        return story.read().register().reissueCase(one).orElseThrow().status();
    }

    private void askForNewItems() {
        story.refused(RefusalCode.ARTIFACT_NOT_HANDED_IN, "2024-07-01", "1/ĐĐN", her::askExchange)
                .on("2024-07-02", "BN-01", o -> her.handIn(o, "BN-01"))
                .on("2024-07-02", "1/ĐĐN", her::askExchange)
                .on("2024-07-02", "2/ĐĐN", her::askReissue);
    }

    private void sendTheBadgeUp() {
        story.on("2024-07-10", "BN-02", o -> her.pass(o, MY_HUONG, CITY, "BN-02"))
                .refused(
                        RefusalCode.CUSTODY_HOLDER_DIFFERS,
                        "2024-07-11",
                        "BN-03",
                        o -> her.pass(o, MY_HUONG, PROVINCE, "BN-03"))
                .on("2024-07-22", "BN-03", o -> her.pass(o, CITY, PROVINCE, "BN-03"))
                .on("2024-07-22", "7/DS", her::list)
                .on("2024-08-05", "41/SNV", o -> her.forward(o, her.exchange))
                .on("2024-08-05", "42/SNV", o -> her.forward(o, her.reissue))
                .refused(
                        RefusalCode.ENTITLEMENT_NOT_CONFIRMED,
                        "2024-08-06",
                        "8/BNV",
                        o -> her.approve(o, her.exchange));
    }

    private Moment sentUp() {
        long now = story.position();
        assertThat(story.lines(her.badge, now))
                .endsWith(
                        "2024-07-02 ArtifactHandedIn",
                        "2024-07-02 ReissueRequested",
                        "2024-07-10 CustodyTransferred",
                        "2024-07-22 CustodyTransferred");
        assertThat(status(her.exchange)).isEqualTo(CaseStatus.FORWARDED);
        assertThat(status(her.reissue)).isEqualTo(CaseStatus.FORWARDED);
        assertThat(status(her.badge)).isEqualTo(ArtifactStatus.HANDED_IN);
        assertThat(story.where(her.badge, "2024-08-06"))
                .isEqualTo("OFFICE tỉnh Ninh Thuận, 2024-07-22");
        assertThat(story.where(her.certificate, "2024-08-06")).isEqualTo("LOST, 2024-03-12");
        assertThat(story.read().custody().legs(her.badge))
                .extracting(leg -> leg.receipt())
                .containsExactly("BN-01", "BN-02", "BN-03");
        for (var kind : List.of(ReissueKind.EXCHANGE, ReissueKind.REISSUE)) {
            for (var stage :
                    List.of(
                            Measure.REISSUE_REQUESTED,
                            Measure.REISSUE_REVIEWED,
                            Measure.REISSUE_FORWARDED)) {
                assertThat(story.cases("2024", now, stage, kind)).as("%s", stage).isOne();
            }
        }
        assertThat(story.figures("2024", now))
                .containsEntry(Measure.ARTIFACT_HANDED_IN, 1L)
                .doesNotContainKeys(Measure.REISSUE_APPROVED, Measure.ARTIFACT_REISSUED);
        return look(now);
    }

    private void makeTheNewBadge() {
        story.on("2024-08-20", "12/LT", o -> her.confirm(o, her.exchange, "12/LT"))
                .on("2024-08-20", "13/LT", o -> her.confirm(o, her.reissue, "13/LT"))
                .on("2024-09-10", "8/BNV", o -> her.approve(o, her.exchange))
                .on("2024-10-05", "51/SNV", her::strikeTheBadge)
                .refused(RefusalCode.CASE_SETTLED, "2024-10-06", "52/SNV", her::strikeTheBadge);
    }

    private void mergeHerWardAndHandOverTheBadge() {
        var units = story.read().register();
        assertThat(units.unit(MY_HUONG).orElseThrow().successors()).containsExactly(KINH_DINH);
        assertThat(units.unit(KINH_DINH).orElseThrow().successors()).containsExactly(PHAN_RANG);
        var authorised = her.daughter("b".repeat(64));
        story.refused(
                        RefusalCode.UNIT_DID_NOT_EXIST,
                        "2024-11-12",
                        "5/BBG",
                        o -> her.handOver(o, her.exchange, her.newBadge, MY_HUONG, authorised))
                .refused(
                        RefusalCode.AUTHORISATION_MISSING,
                        "2024-11-12",
                        "5/BBG",
                        o ->
                                her.handOver(
                                        o,
                                        her.exchange,
                                        her.newBadge,
                                        KINH_DINH,
                                        her.daughter(null)))
                .on(
                        "2024-11-12",
                        "5/BBG",
                        o -> her.handOver(o, her.exchange, her.newBadge, KINH_DINH, authorised))
                .on("2024-12-10", "3/BB-TH", her::destroyTheBadge);
    }

    private Moment withHerNewBadge() {
        long now = story.position();
        assertThat(story.lines(her.newBadge, now))
                .containsExactly("2024-10-05 ArtifactReissued", "2024-11-12 ReissueHandedOver");
        assertThat(story.lines(her.badge, now)).endsWith("2024-12-10 ArtifactDestroyed");
        assertThat(status(her.exchange)).isEqualTo(CaseStatus.HANDED_OVER);
        assertThat(story.read().register().artifact(her.badge).orElseThrow().replacedBy())
                .isEqualTo(her.newBadge);
        assertThat(status(her.badge)).isEqualTo(ArtifactStatus.DESTROYED);
        assertThat(status(her.newBadge)).isEqualTo(ArtifactStatus.ISSUED);
        assertThat(story.where(her.badge, "2024-12-31")).isEqualTo("DESTROYED, 2024-12-10");
        assertThat(story.where(her.newBadge, "2024-12-31"))
                .as("not since it was made")
                .isEqualTo("KEEPER, 2024-11-12");
        assertThat(story.read().custody().legs(her.newBadge))
                .singleElement()
                .satisfies(leg -> {
                    assertThat(leg.from()).isEqualTo(KINH_DINH);
                    assertThat(leg.on()).isEqualTo("2024-11-12");
                });
        assertThat(story.cases("2024", now, Measure.REISSUE_APPROVED, ReissueKind.EXCHANGE))
                .isOne();
        assertThat(story.cases("2024", now, Measure.REISSUE_APPROVED, ReissueKind.REISSUE))
                .isZero();
        assertThat(story.figures("2024", now)).isEqualTo(THE_YEAR_2024);
        return look(now);
    }

    private void makeTheCertificateAgain() {
        var authorised = her.daughter("c".repeat(64));
        story.on("2025-06-20", "19/BNV", o -> her.approve(o, her.reissue))
                .refused(
                        RefusalCode.DESIGN_NOT_OF_THE_AWARD,
                        "2025-07-15",
                        "20/BNV",
                        o -> her.print(o, LocalDate.parse("2025-07-15")))
                .on("2025-07-15", "20/BNV", o -> her.print(o, null))
                .refused(
                        RefusalCode.UNIT_DID_NOT_EXIST,
                        "2025-08-12",
                        "2/BBG",
                        o ->
                                her.handOver(
                                        o, her.reissue, her.newCertificate, KINH_DINH, authorised))
                .on(
                        "2025-08-12",
                        "2/BBG",
                        o ->
                                her.handOver(
                                        o, her.reissue, her.newCertificate, PHAN_RANG, authorised));
    }

    private void refuseToForgetHer() {
        assertThat(story.opened(her.identity, Need.WORK)).containsExactly("Người nhận 01", "1931");
        story.refused(
                        RefusalCode.RETENTION_FORBIDS_ERASURE,
                        "2026-06-01",
                        "1/ĐXD",
                        o -> her.erase(o, her.own()))
                .refused(
                        RefusalCode.RETENTION_FORBIDS_ERASURE,
                        "2026-06-01",
                        "2/ĐXD",
                        o -> her.erase(o, her.daughter))
                .on("2026-06-01", "1/TL", her::refuseErasure);
        assertThat(story.lines(her.recipient, story.position()))
                .endsWith("2026-06-01 ErasureRefused", "2026-06-01 ProcessingRestricted");
    }

    private void forgetHerDaughter() {
        var signed = story.seal();
        var roots = story.roots();
        var before = look(story.position());
        assertThat(roots.getLast()).isEqualTo(signed);
        assertThat(story.opened(her.daughters, Need.WORK)).hasSize(4).contains("khu phố 1");
        assertThat(story.read().register().contactsDueForErasure(LocalDate.parse("2026-07-15")))
                .containsExactly(her.daughter);

        story.on("2026-07-15", "3/QĐ", o -> her.erase(o, her.daughter));

        assertThat(story.roots().subList(0, roots.size()))
                .as("every leaf, and so every root there ever was")
                .isEqualTo(roots);
        assertThat(look(before.position())).isEqualTo(before);
        assertThat(look(story.position()).statistics())
                .extracting(Answered::cells)
                .as("figures name nobody, so nothing is missing from them")
                .isEqualTo(before.statistics().stream().map(Answered::cells).toList());
        for (var need : Need.values()) {
            assertThat(story.opened(her.daughters, need)).isEmpty();
        }
        assertThat(story.opened(her.identity, Need.WORK)).as("restricted").isEmpty();
        assertThat(story.opened(her.identity, Need.LAW_DEMANDS))
                .containsExactly("Người nhận 01", "1931");
        assertThat(story.read().register().contactsDueForErasure(LocalDate.parse("2026-07-16")))
                .isEmpty();
    }

    private Moment rememberedForEver() {
        long now = story.position();
        var recipient = story.read().register().recipient(her.recipient).orElseThrow();
        assertThat(recipient.restricted()).isTrue();
        assertThat(recipient.erasedOn()).isNull();
        assertThat(story.read().register().award(her.award).orElseThrow().status())
                .isEqualTo(AwardStatus.IN_FORCE);
        assertThat(status(her.reissue)).isEqualTo(CaseStatus.HANDED_OVER);
        assertThat(status(her.certificate)).isEqualTo(ArtifactStatus.REPLACED);
        var made = story.read().register().artifact(her.newCertificate).orElseThrow();
        assertThat(made.replaces()).isEqualTo(her.certificate);
        assertThat(made.designAsOf()).as("printed as it was then").isEqualTo(HeroicMother.SIGNED);
        assertThat(story.where(her.certificate, "2026-07-15")).isEqualTo("LOST, 2024-03-12");
        assertThat(story.where(her.newCertificate, "2026-07-15")).isEqualTo("KEEPER, 2025-08-12");
        assertThat(story.figures("1994", now))
                .isEqualTo(Map.of(Measure.DECIDED, 1L, Measure.ARTIFACT_ISSUED, 2L));
        assertThat(story.figures("2024", now)).isEqualTo(THE_YEAR_2024);
        assertThat(story.figures("2025", now))
                .isEqualTo(
                        Map.of(
                                Measure.REISSUE_APPROVED, 1L,
                                Measure.ARTIFACT_REISSUED, 1L,
                                Measure.REISSUE_HANDED_OVER, 1L));
        assertThat(story.figures("2026", now)).isEmpty();
        return look(now);
    }
}
