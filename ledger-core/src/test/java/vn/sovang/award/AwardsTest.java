package vn.sovang.award;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PRESIDENT;
import static vn.sovang.testing.PhanRang.PROVINCE;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.WithdrawArtifact;
import vn.sovang.decider.Outcome;
import vn.sovang.decider.RefusalCode;
import vn.sovang.testing.LifeOfAnAward;
import vn.sovang.testing.PhanRang;
import vn.sovang.testing.PureRun;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.StrippingGround;

class AwardsTest {
    private final LifeOfAnAward life = new LifeOfAnAward();

    private static void accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }

    private static void refused(Outcome outcome, RefusalCode code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void who_conferred_or_stands_above_annuls() {
        var run = new PureRun().did(life.decided());

        accepted(run.outcome(life.annul(CITY)));
        accepted(run.outcome(life.annul(PROVINCE)));
        refused(run.outcome(life.annul(PRESIDENT)), RefusalCode.AUTHORITY_NOT_COMPETENT);
    }

    @Test
    void an_annulment_is_revoked_once() {
        var run = new PureRun().did(life.decided()).did(life.annul(CITY), life.revoke());

        refused(run.outcome(life.revoke()), RefusalCode.AWARD_NOT_ANNULLED);
        accepted(run.outcome(life.annulOn("07-01", CITY)));
    }

    /// Luật TĐKT 2022 Điều 93.3–93.5.
    @ParameterizedTest
    @CsvSource({
        "DH_AHLD, KET_AN_TU, true",
        "DH_AHLD, TOI_NGHIEM_TRONG_HOAC_CHAM_DUT_UU_DAI, true",
        "DH_AHLD, PHAP_NHAN_DINH_CHI, false",
        "DH_NHA_GIAO_ND, KET_AN_TU, true",
        "DH_NHA_GIAO_ND, TOI_NGHIEM_TRONG_HOAC_CHAM_DUT_UU_DAI, false",
        "DH_BMVNAH, KET_AN_TU, false",
        "DH_BMVNAH, TOI_NGHIEM_TRONG_HOAC_CHAM_DUT_UU_DAI, true",
        "DH_AHLLVTND, KET_AN_TU, false"
    })
    void each_title_is_stripped_only_on_its_own_grounds(
            String title, StrippingGround ground, boolean allowed) {
        var run = new PureRun().did(life.honoured(title));
        var outcome = run.outcome(life.strip(life.honour, title, ground, true));

        if (allowed) {
            accepted(outcome);
        } else {
            refused(outcome, RefusalCode.GROUND_DOES_NOT_APPLY);
        }
    }

    @Test
    void ended_benefits_need_no_judgment() {
        var ground = StrippingGround.TOI_NGHIEM_TRONG_HOAC_CHAM_DUT_UU_DAI;
        var run = new PureRun().did(life.honoured("DH_BMVNAH"));

        accepted(run.outcome(life.strip(life.honour, "DH_BMVNAH", ground, false)));
    }

    @Test
    void only_the_president_strips() {
        var strip = life.strip();
        var byTheCity =
                new AwardCommand.StripHonour(
                        strip.origin(),
                        strip.award(),
                        strip.awardCode(),
                        strip.ground(),
                        CITY,
                        strip.judgmentFinalOn(),
                        null);

        refused(
                new PureRun().did(life.honoured("DH_AHLD")).outcome(byTheCity),
                RefusalCode.AUTHORITY_NOT_COMPETENT);
    }

    @Test
    void a_title_is_given_back_once() {
        var run = new PureRun().did(life.honoured("DH_AHLD")).did(life.strip(), life.restore());

        refused(run.outcome(life.restore()), RefusalCode.AWARD_NOT_STRIPPED);
    }

    @Test
    void the_items_of_a_stripped_title_are_withdrawn_and_none_is_issued() {
        var badge = new ArtifactId(UUID.randomUUID());
        var run =
                new PureRun()
                        .did(life.honoured("DH_AHLD"))
                        .did(issue("2010-06-01", badge, ArtifactKind.HUY_HIEU), life.strip());
        var diploma = new ArtifactId(UUID.randomUUID());

        refused(
                run.outcome(issue("2024-06-01", diploma, ArtifactKind.BANG)),
                RefusalCode.AWARD_STRIPPED);
        accepted(
                run.outcome(
                        new WithdrawArtifact(
                                PhanRang.origin("an", "2024-06-01"),
                                life.honour,
                                new AwardCode("DH_AHLD"),
                                badge,
                                "tước danh hiệu")));
    }

    private IssueArtifact issue(String day, ArtifactId item, ArtifactKind kind) {
        var code = new AwardCode("DH_AHLD");
        return new IssueArtifact(PhanRang.origin("an", day), life.honour, code, item, kind, null);
    }

    @Test
    void a_prize_is_paid_back_in_parts_and_never_more_than_was_paid() {
        var run =
                new PureRun()
                        .did(life.decided())
                        .did(life.pay(), life.annul(CITY), life.recover(500_000));

        refused(run.outcome(life.recover(40_001)), RefusalCode.PRIZE_EXCEEDED);
        accepted(run.outcome(life.recover(40_000)));
    }

    @Test
    void nothing_is_presented_or_paid_once_annulled_and_nothing_recovered_before() {
        var standing = new PureRun().did(life.decided()).did(life.pay());
        refused(standing.outcome(life.recover(1)), RefusalCode.AWARD_NOT_ANNULLED);

        var annulled = new PureRun().did(life.decided()).did(life.annul(CITY));
        refused(annulled.outcome(life.present()), RefusalCode.AWARD_ANNULLED);
        refused(annulled.outcome(life.pay()), RefusalCode.AWARD_ANNULLED);
    }
}
