package vn.sovang.reissue;

import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.MINISTRY;
import static vn.sovang.testing.PhanRang.PRESIDENT;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.ArtifactEvent.ArtifactHandedIn;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.ReissueEvent;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.reissue.ReissueCommand.ApproveReissue;
import vn.sovang.reissue.ReissueCommand.ConfirmEntitlement;
import vn.sovang.reissue.ReissueCommand.ReissueArtifact;
import vn.sovang.reissue.ReissueCommand.RequestReissue;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.SerialNumber;

class ReissuesTest {
    private static final AwardCode MOTHER = new AwardCode("DH_BMVNAH");
    private static final LocalDate DESIGN = LocalDate.parse("2023-09-01");

    private final RecipientRegistered person = PhanRang.recipient(RecipientKind.INDIVIDUAL);
    private final AwardId award = new AwardId(UUID.randomUUID());
    private final CaseId reissueCase = new CaseId(UUID.randomUUID());
    private final ArtifactId badge = new ArtifactId(UUID.randomUUID());
    private final ArtifactId next = new ArtifactId(UUID.randomUUID());

    private final AwardDecided decided = decided("DH_BMVNAH");
    private final ArtifactIssued issued =
            new ArtifactIssued(badge, award, ArtifactKind.HUY_HIEU, null);
    private final ArtifactReportedLost lost = new ArtifactReportedLost(badge, award, null);
    private final ReissueRequested requested =
            new ReissueRequested(reissueCase, CITY, subject(ReissueKind.REISSUE));
    private final EntitlementConfirmed confirmed =
            new EntitlementConfirmed(
                    reissueCase,
                    award,
                    "Trung tâm lưu trữ",
                    "12/LT",
                    LocalDate.parse("2024-10-01"),
                    EvidenceGrade.A);
    private final ReissueApproved approved = new ReissueApproved(reissueCase, award, MINISTRY);
    private final ArtifactReissued reissued =
            new ArtifactReissued(
                    next,
                    badge,
                    reissueCase,
                    award,
                    ArtifactKind.HUY_HIEU,
                    new SerialNumber("0002"),
                    DESIGN);

    private AwardDecided decided(String code) {
        return new AwardDecided(
                award,
                new DecisionId(UUID.randomUUID()),
                DecisionKey.of(PRESIDENT, 2023, new DocumentNumber("1/QĐ-CTN")),
                1,
                ConferralMode.TANG,
                null,
                null,
                line(code, person));
    }

    private ReissueEvent.Subject subject(ReissueKind kind) {
        return new ReissueEvent.Subject(
                kind,
                null,
                award,
                MOTHER,
                CommendationType.CONG_TRANG,
                person.recipient(),
                RecipientKind.INDIVIDUAL,
                ArtifactKind.HUY_HIEU,
                badge,
                null);
    }

    private static Fact on(String day, LedgerEvent event) {
        return fact("an", day, event);
    }

    private DeciderSpec<ReissueCommand, ReissueState> issuedItem() {
        return DeciderSpec.of(new Reissues())
                .given(PhanRang.reference())
                .given(on("2023-09-01", decided), on("2023-10-01", issued));
    }

    private DeciderSpec<ReissueCommand, ReissueState> lostItem() {
        return issuedItem().given(on("2024-08-01", lost));
    }

    private DeciderSpec<ReissueCommand, ReissueState> openCase() {
        return lostItem().given(on("2024-09-01", requested));
    }

    private DeciderSpec<ReissueCommand, ReissueState> approvedCase() {
        return openCase().given(on("2024-10-01", confirmed), on("2024-11-01", approved));
    }

    private RequestReissue request(ReissueKind kind, String day) {
        return new RequestReissue(origin("an", day), reissueCase, CITY, subject(kind));
    }

    private ApproveReissue approve(String day) {
        return new ApproveReissue(origin("binh", day), reissueCase, award, MOTHER, MINISTRY);
    }

    private ReissueArtifact reissue(String day) {
        return new ReissueArtifact(
                origin("binh", day),
                reissueCase,
                award,
                MOTHER,
                next,
                new SerialNumber("0002"),
                DESIGN);
    }

    @Test
    void a_lost_item_can_be_asked_for_again() {
        lostItem().when(request(ReissueKind.REISSUE, "2024-09-01")).then(requested);
    }

    @Test
    void refuses_a_re_issue_of_an_item_that_was_never_reported_lost() {
        issuedItem()
                .when(request(ReissueKind.REISSUE, "2024-09-01"))
                .thenRefused(RefusalCode.ARTIFACT_NOT_LOST);
    }

    @Test
    void refuses_an_exchange_without_the_old_item_in_hand() {
        issuedItem()
                .when(request(ReissueKind.EXCHANGE, "2024-09-01"))
                .thenRefused(RefusalCode.ARTIFACT_NOT_HANDED_IN);
        issuedItem()
                .given(on("2024-08-05", new ArtifactHandedIn(badge, award, CITY, "BN-01")))
                .when(request(ReissueKind.EXCHANGE, "2024-09-01"))
                .facts();
    }

    @Test
    void records_the_archives_reply() {
        openCase()
                .when(
                        new ConfirmEntitlement(
                                origin("an", "2024-10-01"),
                                reissueCase,
                                award,
                                MOTHER,
                                "Trung tâm lưu trữ",
                                "12/LT",
                                LocalDate.parse("2024-10-01"),
                                EvidenceGrade.A))
                .then(confirmed);
    }

    @Test
    void refuses_to_approve_a_state_level_item_the_archive_has_not_confirmed() {
        openCase().when(approve("2024-11-01")).thenRefused(RefusalCode.ENTITLEMENT_NOT_CONFIRMED);
        openCase().given(on("2024-10-01", confirmed)).when(approve("2024-11-01")).then(approved);
    }

    @Test
    void the_new_item_closes_the_old_one() {
        approvedCase().when(reissue("2024-12-01")).then(reissued);
    }

    @Test
    void refuses_a_new_item_before_the_approval() {
        openCase().when(reissue("2024-12-01")).thenRefused(RefusalCode.CASE_NOT_APPROVED);
    }

    @Test
    void refuses_to_re_issue_twice() {
        approvedCase()
                .given(on("2024-12-01", reissued))
                .when(reissue("2024-12-02"))
                .thenRefused(RefusalCode.CASE_SETTLED);
    }

    @Test
    void refuses_to_re_issue_on_an_annulled_award() {
        approvedCase()
                .given(
                        on(
                                "2024-11-15",
                                new AwardAnnulled(
                                        award, AnnulmentGround.GIAN_DOI_KE_KHAI, PRESIDENT)))
                .when(reissue("2024-12-01"))
                .thenRefused(RefusalCode.AWARD_ANNULLED);
    }

    @Test
    void refuses_a_step_dated_before_the_one_it_follows() {
        approvedCase().when(reissue("2024-10-31")).thenRefused(RefusalCode.EARLIER_THAN_ITS_CAUSE);
    }

    @Test
    void refuses_a_case_nobody_opened() {
        lostItem().when(approve("2024-11-01")).thenRefused(RefusalCode.CASE_UNKNOWN);
    }
}
