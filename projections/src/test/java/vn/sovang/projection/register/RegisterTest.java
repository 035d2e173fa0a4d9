package vn.sovang.projection.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.event.ArtifactEvent.ArtifactIssued;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.ArtifactEvent.ArtifactReportedLost;
import vn.sovang.event.AsFound;
import vn.sovang.event.DecisionEvent.DecisionLinesAdded;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.Provenance;
import vn.sovang.event.Provenance.Confidence;
import vn.sovang.event.Provenance.Source;
import vn.sovang.event.ReissueEvent.EntitlementConfirmed;
import vn.sovang.event.ReissueEvent.ReissueApproved;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.projection.register.RegisterLists.CaseFilter;
import vn.sovang.projection.register.RegisterLists.NominationFilter;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.EvidenceGrade;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

final class RegisterTest {
    private static final Paper PAPER = Paper.of("2024-03-01", "12/QĐ-UBND");

    private final TestLog log = new TestLog().at("2024-03-02T00:00:00Z");

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void an_award_shows_its_line_its_decision_and_the_sealed_name() {
        var line = Given.line("BK_TINH", RecipientKind.INDIVIDUAL);
        var recipient = Given.recipient(line.recipient(), line.recipientKind());
        var award = Given.award();
        var rebuilt = new Provenance(Source.OFFICE_LIST, Confidence.MEDIUM, "dòng 7");
        given(Given.city(), Given.awardType("BK_TINH", AwardLevel.BO_TINH), recipient);
        log.append(
                PAPER.from(rebuilt)
                        .fact(Given.decided(award, Given.CITY, line))
                        .asFound(new AsFound("NUMBER_TAKEN", "giấy ghi vậy", "u-2")));

        var row = register().award(award).orElseThrow();

        assertThat(row.line()).isEqualTo(line);
        assertThat(row.awardName()).isEqualTo("Tên của BK_TINH");
        assertThat(row.recipientName()).isEqualTo(recipient.name());
        assertThat(row.decisionNumber()).isEqualTo("12/QĐ-UBND");
        assertThat(row.decidedOn()).isEqualTo("2024-03-01");
        assertThat(row.authorityName()).isEqualTo("UBND thành phố Phan Rang - Tháp Chàm");
        assertThat(row.status()).isEqualTo(AwardStatus.IN_FORCE);
        assertThat(row.provenance()).isEqualTo(rebuilt);
        assertThat(Objects.requireNonNull(row.asFound()).rule()).isEqualTo("NUMBER_TAKEN");
        assertThat(row.position()).isEqualTo(4);
    }

    @Test
    void an_annulled_award_says_how_and_its_decision_counts_it() {
        var award = Given.award();
        var decided = Given.decided(award, Given.CITY, Given.line("X_1", RecipientKind.COLLECTIVE));
        var key = decided.key();
        given(
                new DecisionRecorded(decided.decision(), key, 3),
                decided,
                new DecisionLinesAdded(decided.decision(), key, 2));
        log.append(Paper.of("2024-09-01", "99/QĐ").fact(Given.annulled(award, Given.PROVINCE)));

        var annulment = register().award(award).orElseThrow().annulment();
        var decision = register().decision(decided.decision()).orElseThrow();

        assertThat(annulment)
                .isEqualTo(
                        new AwardRow.Annulment(
                                AnnulmentGround.GIAN_DOI_KE_KHAI,
                                Given.PROVINCE,
                                LocalDate.parse("2024-09-01"),
                                "99/QĐ",
                                4));
        assertThat(decision.lines()).isEqualTo(5);
        assertThat(decision.annulledLines()).isOne();
    }

    @Test
    void awards_are_paged_newest_first_without_gaps_or_repetitions() {
        var all = new ArrayList<AwardId>();
        for (int day = 1; day <= 23; day++) {
            var award = Given.award();
            all.addFirst(award);
            var line = Given.line("X_1", RecipientKind.INDIVIDUAL);
            log.append(
                    Paper.of("2024-05-%02d".formatted((day + 1) / 2), day + "/QĐ")
                            .fact(Given.decided(award, Given.CITY, line)));
        }

        var seen = new ArrayList<AwardId>();
        @Nullable String cursor = null;
        do {
            var page = register().awards(AwardFilter.ALL, cursor, 5);
            page.rows().forEach(row -> seen.add(row.id()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).isEqualTo(all);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> register().awards(AwardFilter.ALL, "x", 5));
    }

    @Test
    void awards_are_found_by_each_filter() {
        var mine = Given.award();
        var decided = Given.decided(mine, Given.CITY, Given.line("X_1", RecipientKind.HOUSEHOLD));
        log.append(
                PAPER.fact(decided),
                Paper.of("2024-05-01", "44/QĐ")
                        .fact(
                                Given.decided(
                                        Given.award(),
                                        Given.PROVINCE,
                                        Given.line("Y_1", RecipientKind.INDIVIDUAL))));
        var day = LocalDate.parse("2024-03-01");
        var code = decided.line().award();
        var kind = RecipientKind.HOUSEHOLD;

        for (var filter :
                List.of(
                        filter(Given.CITY, null, null, null),
                        filter(null, "12 / qđ", null, null),
                        filter(null, null, day, null),
                        filter(null, null, null, kind),
                        new AwardFilter(
                                Given.CITY,
                                code,
                                "12",
                                day,
                                day,
                                kind,
                                AwardStatus.IN_FORCE,
                                decided.decision(),
                                decided.line().recipient(),
                                Given.CITY),
                        AwardFilter.of(decided.decision()),
                        AwardFilter.of(decided.line().recipient()))) {
            assertThat(register().awards(filter, null, 10).rows())
                    .as(filter.toString())
                    .extracting(AwardRow::id)
                    .containsExactly(mine);
        }
    }

    @Test
    void a_lost_item_is_closed_by_the_one_that_takes_its_place() {
        var award = Given.award();
        var old = new ArtifactId(UUID.randomUUID());
        var made = new ArtifactId(UUID.randomUUID());
        var reissueCase = new CaseId(UUID.randomUUID());
        var subject = Given.subject(ReissueKind.REISSUE, CommendationType.KHANG_CHIEN);
        var reply = LocalDate.parse("2024-02-02");
        given(
                new ArtifactIssued(old, award, ArtifactKind.BANG, new SerialNumber("A 1")),
                new ArtifactReportedLost(old, award, null),
                new ReissueRequested(reissueCase, Given.CITY, subject),
                new EntitlementConfirmed(
                        reissueCase, award, "Lưu trữ", "5/LT", reply, EvidenceGrade.A),
                new ReissueApproved(reissueCase, award, Given.PROVINCE),
                new ArtifactReissued(made, old, reissueCase, award, ArtifactKind.BANG, null, null));

        assertThat(register().artifactsOf(award))
                .extracting(ArtifactRow::id, ArtifactRow::status, ArtifactRow::replacedBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(old, ArtifactStatus.REPLACED, made),
                        org.assertj.core.groups.Tuple.tuple(made, ArtifactStatus.ISSUED, null));
        var row = register().reissueCase(reissueCase).orElseThrow();
        assertThat(row.status()).isEqualTo(CaseStatus.REISSUED);
        assertThat(row.newArtifact()).isEqualTo(made);
        assertThat(Objects.requireNonNull(row.confirmation()).replyNumber()).isEqualTo("5/LT");
        assertThat(register().casesOf(award)).hasSize(1);
        assertThat(
                        register()
                                .lists()
                                .reissueCases(
                                        new CaseFilter(
                                                null,
                                                null,
                                                null,
                                                null,
                                                CaseStatus.RECEIVED,
                                                null,
                                                null),
                                        null,
                                        5)
                                .rows())
                .isEmpty();
    }

    @Test
    void a_nomination_goes_from_filed_over_submitted_to_decided() {
        var id = new NominationId(UUID.randomUUID());
        var line = Given.line("X_1", RecipientKind.INDIVIDUAL);
        var list = new ListId(UUID.randomUUID());
        given(new NominationFiled(id, Given.WARD, line));
        assertThat(nomination(id).status()).isEqualTo(NominationStatus.FILED);

        given(new NominationSubmitted(id, list, 1, Given.CITY, Given.PROVINCE, line));

        assertThat(nomination(id).status()).isEqualTo(NominationStatus.SUBMITTED);
        assertThat(nomination(id).proposingUnit()).isEqualTo(Given.WARD);
        assertThat(nomination(id).list()).isEqualTo(list);
        assertThat(
                        register()
                                .lists()
                                .nominations(
                                        new NominationFilter(
                                                null,
                                                null,
                                                null,
                                                null,
                                                NominationStatus.SUBMITTED,
                                                null,
                                                null),
                                        null,
                                        5)
                                .rows())
                .hasSize(1);
    }

    @Test
    void of_two_wards_that_bore_one_name_the_day_tells_which() {
        var old = new UnitId(UUID.randomUUID());
        var young = new UnitId(UUID.randomUUID());
        given(ward(old, null), ward(young, LocalDate.parse("2025-07-01")));
        log.append(Paper.of("2025-07-01", "NQ").fact(new UnitMerged(old, young)));

        assertThat(register().unitsByAuthorityName("UBND phường Đông Hải")).hasSize(2);
        assertThat(unitOn("2025-06-30")).isEqualTo(old);
        assertThat(unitOn("2025-07-01")).isEqualTo(young);
        assertThat(register().unit(old).orElseThrow().successors()).containsExactly(young);
    }

    @Test
    void facts_of_an_import_show_when_it_is_complete() {
        var file = new ImportId(UUID.randomUUID());
        var award = Given.award();
        var line = Given.line("X_1", RecipientKind.INDIVIDUAL);
        log.append(PAPER.in(file).fact(Given.decided(award, Given.CITY, line)));
        assertThat(register().award(award)).isEmpty();

        log.append(PAPER.in(file).fact(new ImportCompleted(file, "f", "0", 1, 1, "u-2", true)));

        var row = register().award(award).orElseThrow();
        assertThat(row.position()).isOne();
        assertThat(row.knownAt()).isEqualTo(2);
    }

    private static UnitRegistered ward(UnitId id, @Nullable LocalDate from) {
        return new UnitRegistered(
                id,
                "phường Đông Hải",
                "UBND phường Đông Hải",
                UnitLevel.XA,
                null,
                null,
                from,
                true);
    }

    private UnitId unitOn(String day) {
        return register()
                .unitByAuthorityName("UBND phường Đông Hải", LocalDate.parse(day))
                .orElseThrow()
                .id();
    }

    private NominationRow nomination(NominationId id) {
        return register().nomination(id).orElseThrow();
    }

    private static AwardFilter filter(
            @Nullable UnitId authority,
            @Nullable String number,
            @Nullable LocalDate to,
            @Nullable RecipientKind kind) {
        return new AwardFilter(authority, null, number, null, to, kind, null, null, null, null);
    }

    private void given(LedgerEvent... events) {
        log.append(java.util.Arrays.stream(events).map(PAPER::fact).toList());
    }

    private Register register() {
        return log.settled().register();
    }
}
