package vn.sovang.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.MINISTRY;
import static vn.sovang.testing.PhanRang.PROVINCE;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sovang.artifact.ArtifactCommand.DestroyArtifact;
import vn.sovang.artifact.ArtifactCommand.HandInArtifact;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactDamaged;
import vn.sovang.artifact.ArtifactCommand.ReportArtifactFound;
import vn.sovang.artifact.ArtifactCommand.ReturnArtifactUnchanged;
import vn.sovang.artifact.ArtifactCommand.TransferCustody;
import vn.sovang.artifact.ArtifactCommand.WithdrawArtifact;
import vn.sovang.artifact.Artifacts;
import vn.sovang.decider.Command;
import vn.sovang.decider.Decider;
import vn.sovang.decider.Origin;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.ArtifactEvent.ArtifactDestroyed;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedDamaged;
import vn.sovang.event.ArtifactEvent.ArtifactReportedFound;
import vn.sovang.event.ArtifactEvent.ArtifactReturnedUnchanged;
import vn.sovang.event.ArtifactEvent.ArtifactWithdrawn;
import vn.sovang.event.ArtifactEvent.CustodyTransferred;
import vn.sovang.event.AsFound;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Provenance;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueHandedOver;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.imports.RecordImport.Entry;
import vn.sovang.imports.RecordImport.Source;
import vn.sovang.reissue.ReissueCommand.ApproveReissue;
import vn.sovang.reissue.ReissueCommand.HandOverArtifact;
import vn.sovang.reissue.ReissueCommand.ReissueArtifact;
import vn.sovang.reissue.ReissueCommand.RequestReissue;
import vn.sovang.reissue.Reissues;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.testing.Mother;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Claimant;
import vn.sovang.vocabulary.CustodyPurpose;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.Keeper;
import vn.sovang.vocabulary.KeeperRelation;
import vn.sovang.vocabulary.ReissueKind;

/// Every invariant of items and cases twice: an act begun in the ledger is refused with its code; a
/// signed paper that says the same is refused without a reason and recorded as found with one.
class ItemPapersTest {
    private static final String DAY = "2024-11-01";
    private static final Keeper CHILD = new Keeper(KeeperRelation.CHILD, null, null);

    private final Mother mother = new Mother();
    private final ArtifactId next = new ArtifactId(UUID.randomUUID());

    private static Origin minutes() {
        return origin("binh", DAY, paper("3/BB", DAY));
    }

    /// The act is refused; the paper is kept as found.
    private <C extends Command, S> void broken(
            RefusalCode rule, Decider<C, S> decider, C act, LedgerEvent paper) {
        DeciderSpec.of(decider).given(mother.facts()).when(act).thenRefused(rule);
        var rejected = papers(paper, null).refused();
        assertThat(rejected.code()).isEqualTo(RefusalCode.IMPORT_REJECTED);
        assertThat(rejected.details()).extracting(d -> d.code()).containsExactly(rule);
        var kept = papers(paper, "văn bản ghi như vậy").facts().getFirst();
        assertThat(kept.event()).isEqualTo(paper);
        assertThat(kept.asFound())
                .isEqualTo(new AsFound(rule.name(), "văn bản ghi như vậy", "chi"));
    }

    private DeciderSpec.Then papers(LedgerEvent event, @Nullable String reason) {
        return DeciderSpec.of(new Imports())
                .given(mother.facts())
                .when(
                        new RecordImport(
                                origin("an", "2026-11-22"),
                                new ImportId(UUID.randomUUID()),
                                "giay-to.xlsx",
                                "0".repeat(64),
                                1,
                                "chi",
                                false,
                                List.of(
                                        new Entry(
                                                event,
                                                LocalDate.parse(DAY),
                                                paper("3/BB", DAY),
                                                new Provenance(
                                                        Provenance.Source.SIGNED_PAPER,
                                                        Provenance.Confidence.HIGH,
                                                        null),
                                                reason,
                                                new Source("Giấy tờ", 2, null)))));
    }

    private TransferCustody transfer(vn.sovang.vocabulary.UnitId from) {
        return new TransferCustody(
                origin("an", DAY),
                mother.award,
                Mother.CODE,
                mother.badge,
                from,
                MINISTRY,
                "BN-02",
                null,
                CustodyPurpose.EXCHANGE);
    }

    private CustodyTransferred transferred(vn.sovang.vocabulary.UnitId from) {
        return new CustodyTransferred(
                mother.badge, mother.award, from, MINISTRY, "BN-02", null, CustodyPurpose.EXCHANGE);
    }

    @Test
    void a_second_active_item_of_one_kind() {
        mother.withItems();
        broken(
                RefusalCode.ARTIFACT_ALREADY_ACTIVE,
                new Artifacts(),
                new IssueArtifact(
                        origin("an", DAY),
                        mother.award,
                        Mother.CODE,
                        next,
                        ArtifactKind.HUY_HIEU,
                        null),
                new ArtifactIssued(next, mother.award, ArtifactKind.HUY_HIEU, null));
    }

    @Test
    void an_item_the_award_does_not_come_with() {
        broken(
                RefusalCode.ARTIFACT_NOT_PART_OF_AWARD,
                new Artifacts(),
                new IssueArtifact(
                        origin("an", DAY), mother.award, Mother.CODE, next, ArtifactKind.CO, null),
                new ArtifactIssued(next, mother.award, ArtifactKind.CO, null));
    }

    @Test
    void an_item_issued_on_an_annulled_award() {
        mother.annulled("2024-08-01");
        broken(
                RefusalCode.AWARD_ANNULLED,
                new Artifacts(),
                new IssueArtifact(
                        origin("an", DAY),
                        mother.award,
                        Mother.CODE,
                        next,
                        ArtifactKind.HUY_HIEU,
                        null),
                new ArtifactIssued(next, mother.award, ArtifactKind.HUY_HIEU, null));
    }

    @Test
    void an_item_of_a_standing_award_withdrawn() {
        mother.withItems();
        broken(
                RefusalCode.AWARD_NOT_ANNULLED,
                new Artifacts(),
                new WithdrawArtifact(
                        origin("an", DAY), mother.award, Mother.CODE, mother.badge, "thu hồi"),
                new ArtifactWithdrawn(mother.badge, mother.award, "thu hồi"));
    }

    @Test
    void a_leg_of_custody_that_does_not_begin_where_the_last_one_ended() {
        mother.withItems().badgeHandedIn("2024-09-01");
        broken(
                RefusalCode.CUSTODY_HOLDER_DIFFERS,
                new Artifacts(),
                transfer(PROVINCE),
                transferred(PROVINCE));
    }

    @Test
    void a_leg_of_custody_of_an_item_that_was_never_handed_in() {
        mother.withItems();
        broken(
                RefusalCode.ARTIFACT_NOT_IN_CUSTODY,
                new Artifacts(),
                transfer(CITY),
                transferred(CITY));
    }

    @Test
    void a_destroyed_item_that_moves() {
        mother.withItems().badgeHandedIn("2024-09-01");
        mother.then(
                "2024-10-01",
                new ArtifactDestroyed(mother.badge, mother.award, CITY, "HĐ", "hỏng"));
        broken(RefusalCode.ARTIFACT_GONE, new Artifacts(), transfer(CITY), transferred(CITY));
    }

    @Test
    void a_withdrawn_item_that_is_handed_in() {
        mother.withItems().annulled("2024-08-01");
        mother.then("2024-08-10", new ArtifactWithdrawn(mother.badge, mother.award, "thu hồi"));
        broken(
                RefusalCode.ARTIFACT_GONE,
                new Artifacts(),
                new HandInArtifact(
                        origin("an", DAY), mother.award, Mother.CODE, mother.badge, CITY, null),
                new ArtifactHandedIn(mother.badge, mother.award, CITY, null));
    }

    @Test
    void an_item_in_its_keepers_hands_destroyed() {
        mother.withItems();
        broken(
                RefusalCode.ARTIFACT_NOT_IN_CUSTODY,
                new Artifacts(),
                new DestroyArtifact(
                        minutes(), mother.award, Mother.CODE, mother.badge, null, "HĐ", "hỏng"),
                new ArtifactDestroyed(mother.badge, mother.award, null, "HĐ", "hỏng"));
    }

    @Test
    void an_item_given_back_by_an_office_that_does_not_have_it() {
        mother.withItems().badgeHandedIn("2024-09-01");
        broken(
                RefusalCode.CUSTODY_HOLDER_DIFFERS,
                new Artifacts(),
                new ReturnArtifactUnchanged(
                        origin("an", DAY),
                        mother.award,
                        Mother.CODE,
                        mother.badge,
                        PROVINCE,
                        CHILD,
                        null),
                new ArtifactReturnedUnchanged(mother.badge, mother.award, PROVINCE, CHILD, null));
    }

    @Test
    void an_item_found_that_was_never_lost() {
        mother.withItems();
        broken(
                RefusalCode.ARTIFACT_NOT_LOST,
                new Artifacts(),
                new ReportArtifactFound(
                        origin("an", DAY), mother.award, Mother.CODE, mother.badge, null),
                new ArtifactReportedFound(mother.badge, mother.award, null));
    }

    @Test
    void an_act_dated_before_what_it_depends_on() {
        mother.withItems();
        mother.then("2024-12-01", new ArtifactHandedIn(mother.badge, mother.award, CITY, null));
        mother.then(
                "2024-12-02",
                new ArtifactReturnedUnchanged(mother.badge, mother.award, CITY, CHILD, null));
        broken(
                RefusalCode.EARLIER_THAN_ITS_CAUSE,
                new Artifacts(),
                new ReportArtifactDamaged(
                        origin("an", DAY), mother.award, Mother.CODE, mother.badge, null),
                new ArtifactReportedDamaged(mother.badge, mother.award, null));
    }

    @Test
    void an_exchange_without_the_old_item_in_hand() {
        mother.withItems();
        var subject = mother.about(ReissueKind.EXCHANGE);
        broken(
                RefusalCode.ARTIFACT_NOT_HANDED_IN,
                new Reissues(),
                new RequestReissue(origin("an", DAY), mother.reissueCase, CITY, subject),
                new ReissueRequested(mother.reissueCase, CITY, subject));
    }

    @Test
    void a_re_issue_asked_before_the_loss() {
        mother.withItems().badgeLost("2024-11-10");
        var subject = mother.about(ReissueKind.REISSUE);
        broken(
                RefusalCode.EARLIER_THAN_ITS_CAUSE,
                new Reissues(),
                new RequestReissue(origin("an", DAY), mother.reissueCase, CITY, subject),
                new ReissueRequested(mother.reissueCase, CITY, subject));
    }

    @Test
    void a_new_item_while_a_second_one_is_in_use() {
        approvedCase();
        var second = new ArtifactId(UUID.randomUUID());
        mother.then(
                "2024-10-20",
                new ArtifactIssued(second, mother.award, ArtifactKind.HUY_HIEU, null));
        broken(RefusalCode.ARTIFACT_ALREADY_ACTIVE, new Reissues(), reissue(), reissued());
    }

    @Test
    void a_second_open_case_of_one_award_and_kind() {
        mother.withItems().badgeLost("2024-08-01");
        var subject = mother.about(ReissueKind.REISSUE);
        mother.then("2024-09-01", new ReissueRequested(mother.reissueCase, CITY, subject));
        var second = new CaseId(UUID.randomUUID());
        broken(
                RefusalCode.CASE_ALREADY_OPEN,
                new Reissues(),
                new RequestReissue(origin("an", DAY), second, CITY, subject),
                new ReissueRequested(second, CITY, subject));
    }

    @Test
    void a_state_level_item_approved_without_the_archives_word() {
        openCase();
        broken(
                RefusalCode.ENTITLEMENT_NOT_CONFIRMED,
                new Reissues(),
                new ApproveReissue(
                        origin("an", DAY), mother.reissueCase, mother.award, Mother.CODE, MINISTRY),
                new ReissueApproved(mother.reissueCase, mother.award, MINISTRY));
    }

    private void openCase() {
        mother.withItems().badgeLost("2024-08-01");
        mother.then(
                "2024-09-01",
                new ReissueRequested(mother.reissueCase, CITY, mother.about(ReissueKind.REISSUE)));
    }

    private void approvedCase() {
        openCase();
        mother.then(
                "2024-10-01",
                new EntitlementConfirmed(
                        mother.reissueCase,
                        mother.award,
                        "Trung tâm lưu trữ",
                        "12/LT",
                        LocalDate.parse("2024-10-01"),
                        EvidenceGrade.A));
        mother.then("2024-10-02", new ReissueApproved(mother.reissueCase, mother.award, MINISTRY));
    }

    private ReissueArtifact reissue() {
        return new ReissueArtifact(
                origin("an", DAY), mother.reissueCase, mother.award, Mother.CODE, next, null, null);
    }

    private ArtifactReissued reissued() {
        return new ArtifactReissued(
                next,
                mother.badge,
                mother.reissueCase,
                mother.award,
                ArtifactKind.HUY_HIEU,
                null,
                null);
    }

    @Test
    void a_new_item_on_an_annulled_award() {
        approvedCase();
        mother.annulled("2024-10-15");
        broken(RefusalCode.AWARD_ANNULLED, new Reissues(), reissue(), reissued());
    }

    @Test
    void a_new_item_before_the_approval() {
        openCase();
        broken(RefusalCode.CASE_NOT_APPROVED, new Reissues(), reissue(), reissued());
    }

    @Test
    void the_same_case_re_issued_twice() {
        approvedCase();
        mother.then(
                "2024-10-20",
                new ArtifactReissued(
                        new ArtifactId(UUID.randomUUID()),
                        mother.badge,
                        mother.reissueCase,
                        mother.award,
                        ArtifactKind.HUY_HIEU,
                        null,
                        null));
        DeciderSpec.of(new Reissues())
                .given(mother.facts())
                .when(
                        new ReissueArtifact(
                                origin("an", DAY),
                                mother.reissueCase,
                                mother.award,
                                Mother.CODE,
                                next,
                                null,
                                null,
                                ArtifactKind.HUY_HIEU,
                                null))
                .thenRefused(RefusalCode.CASE_SETTLED);
        assertThat(papers(reissued(), "văn bản ghi như vậy").facts().getFirst().asFound())
                .isNotNull();
    }

    @Test
    void a_new_item_given_to_a_relative_without_authorisation() {
        approvedCase();
        mother.then("2024-10-20", reissued());
        var child = new Claimant(KeeperRelation.CHILD, null, null, true);
        broken(
                RefusalCode.AUTHORISATION_MISSING,
                new Reissues(),
                new HandOverArtifact(
                        origin("an", DAY),
                        mother.reissueCase,
                        mother.award,
                        Mother.CODE,
                        next,
                        CITY,
                        child),
                new ReissueHandedOver(mother.reissueCase, mother.award, next, CITY, child));
    }

    @Test
    void what_breaks_no_rule_is_never_marked() {
        mother.withItems().badgeHandedIn("2024-09-01");
        assertThat(papers(transferred(CITY), "lý do thừa").facts().getFirst().asFound()).isNull();
    }
}
