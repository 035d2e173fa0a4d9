package vn.sovang.projection.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PRESIDENT;
import static vn.sovang.testing.PhanRang.PROVINCE;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactFound;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactLost;
import vn.sovang.artifact.ArtifactCommand.WithdrawArtifact;
import vn.sovang.award.AnnulAward;
import vn.sovang.award.AwardCommand.RestoreHonour;
import vn.sovang.award.AwardCommand.RevokeAnnulment;
import vn.sovang.award.AwardCommand.StripHonour;
import vn.sovang.decider.Origin;
import vn.sovang.decision.CorrectDecision;
import vn.sovang.decision.RecordDecision;
import vn.sovang.projection.testing.HeroicMother;
import vn.sovang.projection.testing.Story;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.CorrectionCause;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.Id;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.RestorationGround;
import vn.sovang.vocabulary.RevocationGround;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.StrippingGround;
import vn.sovang.vocabulary.VerificationCode;

/// What anybody is told about a certificate, through its whole life. The people are nobody.
class VerificationTest {
    private static final AwardCode HERO = new AwardCode("DH_AHLD");
    private static final String SIGNED = "2010-03-01";

    @TempDir private static Path folder;

    /// One ledger for all stories: each has things of its own.
    private static Story story;

    @BeforeAll
    static void open() {
        story = new Story(folder);
    }

    @AfterAll
    static void close() {
        story.everythingChecks();
        story.close();
    }

    private static VerificationCode code(Id thing) {
        return story.read().verification().codeOf(thing).orElseThrow();
    }

    /// Standing and day, as at a position; what replaced it in brackets.
    private static String told(VerificationCode code, long position) {
        var read = story.read();
        return read.verification()
                .find(code, read.register().asOf(position), position)
                .map(VerificationTest::words)
                .orElse("unknown");
    }

    private static String told(Id thing) {
        return told(code(thing), story.position());
    }

    private static String words(Verified found) {
        var by = found.replacement();
        return found.standing()
                + (found.since() == null ? "" : " " + found.since())
                + (by == null ? "" : " [" + by.kind() + " " + by.standing() + "]");
    }

    @Test
    void the_items_of_one_award_stand_each_for_itself() {
        var her = new HeroicMother(story);
        story.on("2024-01-10", "12/SNV", her::onTheOldList);
        long imported = story.position();
        var old = code(her.badge);
        assertThat(List.of(told(her.award), told(her.badge), told(her.certificate)))
                .containsOnly("VALID");

        story.on("2024-01-22", "352/UBND-NV", her::openSurvey)
                .on("2024-03-12", "1/PKS", her::contact)
                .on("2024-03-12", "1/PKS", her::theDamagedBadge)
                .on("2024-03-12", "1/PKS", her::theLostCertificate)
                .on("2024-06-20", "9/BC", her::closeSurvey);
        assertThat(told(her.badge)).as("damaged").isEqualTo("VALID");
        assertThat(told(her.certificate)).isEqualTo("LOST 2024-03-12");

        story.on("2024-07-02", "BN-01", o -> her.handIn(o, "BN-01"));
        assertThat(told(her.badge)).isEqualTo("HANDED_IN 2024-07-02");

        exchangeTheBadge(her);
        assertThat(told(her.badge)).isEqualTo("REPLACED 2024-10-05 [EXCHANGE VALID]");
        assertThat(told(her.newBadge)).isEqualTo("VALID");
        assertThat(code(her.newBadge)).isNotEqualTo(old);
        story.on("2024-12-10", "3/BB-TH", her::destroyTheBadge);
        assertThat(told(her.badge))
                .as("what it was replaced by matters more than that it was destroyed")
                .isEqualTo("REPLACED 2024-10-05 [EXCHANGE VALID]");

        assertThat(code(her.badge)).isEqualTo(old);
        assertThat(told(old, imported)).isEqualTo("VALID");
        assertThat(told(code(her.newBadge), imported)).isEqualTo("unknown");
        assertThat(told(code(her.award), imported - 1)).isEqualTo("unknown");
    }

    private static void exchangeTheBadge(HeroicMother her) {
        story.on("2024-07-02", "1/ĐĐN", her::askExchange)
                .on("2024-07-02", "2/ĐĐN", her::askReissue)
                .on("2024-07-10", "BN-02", o -> her.pass(o, HeroicMother.MY_HUONG, CITY, "BN-02"))
                .on("2024-07-22", "BN-03", o -> her.pass(o, CITY, PROVINCE, "BN-03"))
                .on("2024-07-22", "7/DS", her::list)
                .on("2024-08-05", "41/SNV", o -> her.forward(o, her.exchange))
                .on("2024-08-20", "12/LT", o -> her.confirm(o, her.exchange, "12/LT"))
                .on("2024-09-10", "8/BNV", o -> her.approve(o, her.exchange))
                .on("2024-10-05", "51/SNV", her::strikeTheBadge);
        assertThat(story.read().register().reissueCase(her.exchange).orElseThrow().subject().kind())
                .isEqualTo(ReissueKind.EXCHANGE);
    }

    /// A Labour Hero's title of 2010.
    private record Hero(DecisionId decision, AwardId award, ArtifactId badge, ArtifactId paper) {
        Hero() {
            this(
                    new DecisionId(UUID.randomUUID()),
                    new AwardId(UUID.randomUUID()),
                    new ArtifactId(UUID.randomUUID()),
                    new ArtifactId(UUID.randomUUID()));
        }

        /// Nobody else's.
        String number() {
            return Math.floorMod(decision.value().hashCode(), 1_000_000_000) + "/QĐ-CTN";
        }
    }

    private static Hero decided() {
        var hero = new Hero();
        var somebody = PhanRang.recipient(RecipientKind.INDIVIDUAL);
        story.on("2009-01-05", "1/SYLL", o -> new RegisterRecipient(o, somebody));
        var line = PhanRang.line(HERO.value(), somebody);
        var lines =
                List.of(
                        new RecordDecision.Line(
                                hero.award(), ConferralMode.TANG, null, null, line));
        story.on(
                SIGNED,
                hero.number(),
                o -> new RecordDecision(o, hero.decision(), PRESIDENT, lines));
        return hero;
    }

    private static Hero issued() {
        var hero = decided();
        story.on("2010-04-01", "1/PX", o -> issue(o, hero, hero.badge(), ArtifactKind.HUY_HIEU))
                .on("2010-04-01", "1/PX", o -> issue(o, hero, hero.paper(), ArtifactKind.BANG));
        return hero;
    }

    private static IssueArtifact issue(
            Origin origin, Hero hero, ArtifactId item, ArtifactKind kind) {
        var serial = new SerialNumber("S-" + item.value());
        return new IssueArtifact(origin, hero.award(), HERO, item, kind, serial);
    }

    @Test
    void what_is_lost_may_be_found() {
        var hero = issued();
        story.on(
                "2011-01-05",
                "1/ĐBM",
                o -> new ReportArtifactLost(o, hero.award(), HERO, hero.paper(), null));
        assertThat(told(hero.paper())).isEqualTo("LOST 2011-01-05");
        assertThat(told(hero.badge())).isEqualTo("VALID");
        story.on(
                "2011-02-05",
                "2/ĐBM",
                o -> new ReportArtifactFound(o, hero.award(), HERO, hero.paper(), null));
        assertThat(told(hero.paper())).isEqualTo("VALID");
    }

    @Test
    void a_title_is_stripped_its_badge_withdrawn_and_the_title_restored() {
        var hero = issued();
        story.on(
                "2015-06-01",
                "30/QĐ-CTN",
                o ->
                        new StripHonour(
                                o,
                                hero.award(),
                                HERO,
                                StrippingGround.KET_AN_TU,
                                PRESIDENT,
                                LocalDate.parse("2015-05-01"),
                                null));
        assertThat(List.of(told(hero.award()), told(hero.badge()), told(hero.paper())))
                .containsOnly("STRIPPED 2015-06-01");
        story.on(
                "2015-07-01",
                "4/BB",
                o -> new WithdrawArtifact(o, hero.award(), HERO, hero.badge(), "sau khi tước"));
        assertThat(told(hero.badge())).isEqualTo("STRIPPED 2015-06-01");
        story.on(
                "2016-08-01",
                "44/QĐ-CTN",
                o ->
                        new RestoreHonour(
                                o,
                                hero.award(),
                                HERO,
                                RestorationGround.KHONG_PHAM_TOI,
                                PRESIDENT));
        assertThat(told(hero.award())).isEqualTo("RESTORED 2016-08-01");
        assertThat(told(hero.paper())).isEqualTo("RESTORED 2016-08-01");
        assertThat(told(hero.badge())).as("taken back, and not given back").startsWith("WITHDRAWN");
    }

    @Test
    void a_decision_is_annulled_and_its_annulment_revoked() {
        var hero = issued();
        story.on(
                "2012-06-01",
                "31/QĐ-CTN",
                o ->
                        new AnnulAward(
                                o,
                                hero.award(),
                                HERO,
                                AnnulmentGround.GIAN_DOI_KE_KHAI,
                                PRESIDENT));
        assertThat(told(hero.paper())).isEqualTo("ANNULLED 2012-06-01");
        story.on(
                "2013-06-01",
                "32/QĐ-CTN",
                o ->
                        new RevokeAnnulment(
                                o, hero.award(), HERO, RevocationGround.KHIEU_NAI, PRESIDENT));
        assertThat(told(hero.paper())).isEqualTo("RESTORED 2013-06-01");
    }

    @Test
    void a_line_that_no_paper_ever_had_says_so() {
        var hero = decided();
        assertThat(told(hero.award())).isEqualTo("VALID");
        var key = DecisionKey.of(PRESIDENT, 2010, new DocumentNumber(hero.number()));
        story.on(
                SIGNED,
                hero.number(),
                o ->
                        new CorrectDecision(
                                o,
                                hero.decision(),
                                key,
                                hero.award(),
                                CorrectionCause.SAI_NHAP_LIEU,
                                CorrectDecision.Change.struck()));
        assertThat(told(hero.award())).isEqualTo("STRUCK");
    }

    @Test
    void codes_are_the_same_after_every_rebuild_and_nobody_elses() {
        var hero = issued();
        var other = decided();
        var codes =
                List.of(
                        code(hero.award()),
                        code(hero.badge()),
                        code(hero.paper()),
                        code(other.award()));
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(story.read().rebuild("verification").identical()).isTrue();

        assertThat(
                        List.of(
                                code(hero.award()),
                                code(hero.badge()),
                                code(hero.paper()),
                                code(other.award())))
                .isEqualTo(codes);
        assertThat(told(hero.badge())).isEqualTo("VALID");
        assertThat(story.read().verification().codeOf(new ArtifactId(UUID.randomUUID()))).isEmpty();
        assertThat(told(VerificationCode.of(new byte[12]), story.position())).isEqualTo("unknown");
    }
}
