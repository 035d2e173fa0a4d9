package vn.sovang.api.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.client.ApiClient;
import vn.sovang.client.ApiException;
import vn.sovang.client.api.CommandsApi;
import vn.sovang.client.api.StatisticsApi;
import vn.sovang.client.model.AppraisalResultWord;
import vn.sovang.client.model.ApproveReissueRequest;
import vn.sovang.client.model.ArtifactKindWord;
import vn.sovang.client.model.AwardLineInput;
import vn.sovang.client.model.BallotInput;
import vn.sovang.client.model.CircumstancesInput;
import vn.sovang.client.model.CircumstancesPapersInput;
import vn.sovang.client.model.CommandReceipt;
import vn.sovang.client.model.CommendationTypeWord;
import vn.sovang.client.model.ConcludeAppraisalRequest;
import vn.sovang.client.model.ConferralModeWord;
import vn.sovang.client.model.DossierFiguresInput;
import vn.sovang.client.model.FileNominationRequest;
import vn.sovang.client.model.IssueArtifactRequest;
import vn.sovang.client.model.ProcedureWord;
import vn.sovang.client.model.RankWord;
import vn.sovang.client.model.ReceiveDossierRequest;
import vn.sovang.client.model.RecipientKindWord;
import vn.sovang.client.model.RecipientRecipientRegisteredInput;
import vn.sovang.client.model.RecordCouncilVotesRequest;
import vn.sovang.client.model.RecordCouncilVotesVoteInput;
import vn.sovang.client.model.RecordDecisionLineInput;
import vn.sovang.client.model.RecordDecisionRequest;
import vn.sovang.client.model.RegisterRecipientRequest;
import vn.sovang.client.model.ReissueArtifactRequest;
import vn.sovang.client.model.ReissueKindWord;
import vn.sovang.client.model.ReissueSubjectInput;
import vn.sovang.client.model.ReportArtifactLostRequest;
import vn.sovang.client.model.RequestReissueRequest;
import vn.sovang.client.model.SubmitNominationListRequest;
import vn.sovang.testing.PhanRang;

/// A developer of another office, with what a standard generator made of the published contract:
/// from a nomination to the half-year's figures.
class GeneratedClientTest {
    private static final String AWARD = "GK_HUYEN";
    private static final UUID CITY = PhanRang.CITY.value();
    private static final UUID WARD = PhanRang.PHUOC_MY.value();

    private final CommandsApi clerk = new CommandsApi(as(RecordingSite.clerk()));
    private final CommandsApi officer = new CommandsApi(as(RecordingSite.officer()));
    private final StatisticsApi figures = new StatisticsApi(as(RecordingSite.inspector()));

    private UUID recipient = new UUID(0, 0);
    private UUID nomination = new UUID(0, 0);
    private UUID award = new UUID(0, 0);

    private static ApiClient as(String who) {
        var client = new ApiClient();
        client.updateBaseUri(RecordingSite.url());
        client.setRequestInterceptor(request -> request.header("Authorization", who));
        return client;
    }

    private static CircumstancesInput on(String day, String number) {
        return new CircumstancesInput()
                .effectiveOn(LocalDate.parse(day))
                .document(
                        new CircumstancesPapersInput()
                                .number(number)
                                .date(LocalDate.parse(day))
                                .authority(RunningSite.CITY));
    }

    private AwardLineInput line() {
        return new AwardLineInput()
                .award(AWARD)
                .rank(RankWord.NONE)
                .recipient(recipient)
                .recipientKind(RecipientKindWord.INDIVIDUAL)
                .commendationType(CommendationTypeWord.CONG_TRANG);
    }

    private static UUID key() {
        return UUID.randomUUID();
    }

    @Test
    void drives_a_nomination_to_the_figures_of_the_half_year() throws ApiException {
        nominate();
        appraise();
        var decided = decide();
        var reissued = reissue();

        assertThat(count("DECIDED", decided.getFirst() - 1, decided.getLast())).isEqualTo(1);
        assertThat(count("ARTIFACT_REISSUED", decided.getLast(), reissued.getLast())).isEqualTo(1);
    }

    @Test
    void a_rule_that_says_no_is_an_exception_with_its_problem() {
        var request =
                new ReceiveDossierRequest()
                        .origin(on("2024-02-10", "10/PTN"))
                        .nomination(UUID.randomUUID())
                        .receivedBy(CITY)
                        .procedure(ProcedureWord.THUONG)
                        .regime("06/2022/QH15");
        assertThatThrownBy(() -> officer.receiveDossier(key(), request, null))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> {
                            assertThat(e.getCode()).isEqualTo(409);
                            assertThat(e.getResponseBody()).contains("NOMINATION_UNKNOWN");
                        });
    }

    private static UUID id(CommandReceipt receipt, String pointer) {
        return Objects.requireNonNull(receipt.getIds().get(pointer));
    }

    private void nominate() throws ApiException {
        var registered =
                clerk.registerRecipient(
                        key(),
                        new RegisterRecipientRequest()
                                .origin(on("2024-01-02", "1/SYLL"))
                                .recipient(
                                        new RecipientRecipientRegisteredInput()
                                                .kind(RecipientKindWord.INDIVIDUAL)
                                                .name("Cá nhân 0901")),
                        null);
        recipient = id(registered, "/recipient/recipient");
        var filed =
                clerk.fileNomination(
                        key(),
                        new FileNominationRequest()
                                .origin(on("2024-02-01", "5/ĐN"))
                                .proposingUnit(WARD)
                                .line(line()),
                        null);
        nomination = id(filed, "/nomination");
        clerk.submitNominationList(
                key(),
                new SubmitNominationListRequest()
                        .origin(on("2024-02-05", "6/TTr-UBND"))
                        .from(WARD)
                        .to(CITY)
                        .nominations(List.of(nomination)),
                null);
    }

    private void appraise() throws ApiException {
        officer.receiveDossier(
                key(),
                new ReceiveDossierRequest()
                        .origin(on("2024-02-10", "7/PTN"))
                        .nomination(nomination)
                        .receivedBy(CITY)
                        .procedure(ProcedureWord.THUONG)
                        .regime("06/2022/QH15"),
                null);
        officer.concludeAppraisal(
                key(),
                new ConcludeAppraisalRequest()
                        .origin(on("2024-02-20", "8/BCTĐ"))
                        .nomination(nomination)
                        .recipient(recipient)
                        .appraisedBy(CITY)
                        .result(AppraisalResultWord.DAT)
                        .opinion("Hồ sơ đủ điều kiện")
                        .figures(new DossierFiguresInput()),
                null);
        officer.recordCouncilVotes(
                key(),
                new RecordCouncilVotesRequest()
                        .origin(on("2024-02-25", "9/BB"))
                        .council(CITY)
                        .votes(
                                List.of(
                                        new RecordCouncilVotesVoteInput()
                                                .nomination(nomination)
                                                .ballot(
                                                        new BallotInput()
                                                                .total(9)
                                                                .present(8)
                                                                .inFavour(8)))),
                null);
    }

    private CommandReceipt decide() throws ApiException {
        var decided =
                officer.recordDecision(
                        key(),
                        new RecordDecisionRequest()
                                .origin(on("2024-03-01", "9125/QĐ-UBND"))
                                .authority(CITY)
                                .lines(
                                        List.of(
                                                new RecordDecisionLineInput()
                                                        .mode(ConferralModeWord.TANG)
                                                        .nomination(nomination)
                                                        .line(line()))),
                        "wait=position");
        award = id(decided, "/lines/0/award");
        assertThat(decided.getIds()).containsKey("/decision");
        return decided;
    }

    /// A certificate is issued, lost and made again.
    private CommandReceipt reissue() throws ApiException {
        var issued =
                officer.issueArtifact(
                        key(),
                        new IssueArtifactRequest()
                                .origin(on("2024-03-10", "10/PX"))
                                .award(award)
                                .awardCode(AWARD)
                                .kind(ArtifactKindWord.GIAY_KHEN)
                                .serial("GK-0901"),
                        null);
        var artifact = id(issued, "/artifact");
        clerk.reportArtifactLost(
                key(),
                new ReportArtifactLostRequest()
                        .origin(on("2024-04-01", "11/ĐĐN"))
                        .award(award)
                        .awardCode(AWARD)
                        .artifact(artifact)
                        .circumstances("Mất khi chuyển nhà"),
                null);
        var requested =
                clerk.requestReissue(
                        key(),
                        new RequestReissueRequest()
                                .origin(on("2024-04-05", "12/ĐĐN"))
                                .receivedBy(CITY)
                                .subject(subject(artifact)),
                        null);
        var reissueCase = id(requested, "/reissueCase");
        officer.approveReissue(
                key(),
                new ApproveReissueRequest()
                        .origin(on("2024-04-20", "13/QĐ-UBND"))
                        .reissueCase(reissueCase)
                        .award(award)
                        .awardCode(AWARD)
                        .authority(CITY),
                null);
        return officer.reissueArtifact(
                key(),
                new ReissueArtifactRequest()
                        .origin(on("2024-05-02", "14/PX"))
                        .reissueCase(reissueCase)
                        .award(award)
                        .awardCode(AWARD)
                        .serial("GK-0902"),
                "wait=position");
    }

    private ReissueSubjectInput subject(UUID artifact) {
        return new ReissueSubjectInput()
                .kind(ReissueKindWord.REISSUE)
                .award(award)
                .awardCode(AWARD)
                .commendationType(CommendationTypeWord.CONG_TRANG)
                .recipient(recipient)
                .recipientKind(RecipientKindWord.INDIVIDUAL)
                .artifactKind(ArtifactKindWord.GIAY_KHEN)
                .artifact(artifact);
    }

    /// How many became known between two positions.
    private long count(String measure, long from, long to) throws ApiException {
        return count(measure, to) - count(measure, from);
    }

    private long count(String measure, long knownAt) throws ApiException {
        var answer =
                figures.getStatistics(
                        "2024-H1",
                        null,
                        RunningSite.CITY,
                        null,
                        null,
                        null,
                        Long.toString(knownAt),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        return Objects.requireNonNull(answer.getCells()).stream()
                .filter(cell -> AWARD.equals(cell.getAward()))
                .filter(cell -> String.valueOf(cell.getMeasure()).equals(measure))
                .mapToLong(cell -> cell.getCount())
                .sum();
    }
}
