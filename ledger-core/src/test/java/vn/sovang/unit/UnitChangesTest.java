package vn.sovang.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PROVINCE;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;
import static vn.sovang.testing.PhanRang.reference;
import static vn.sovang.testing.PhanRang.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.Origin;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.UnitEvent.CompetenceDetermined;
import vn.sovang.event.UnitEvent.UnitAbolished;
import vn.sovang.event.UnitEvent.UnitMerged;
import vn.sovang.event.UnitEvent.UnitRecoded;
import vn.sovang.event.UnitEvent.UnitRegistered;
import vn.sovang.event.UnitEvent.UnitRenamed;
import vn.sovang.event.UnitEvent.UnitSplit;
import vn.sovang.event.UnitEvent.UnitTransferred;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.testing.PhanRang;
import vn.sovang.unit.UnitCommand.AbolishUnit;
import vn.sovang.unit.UnitCommand.DetermineCompetence;
import vn.sovang.unit.UnitCommand.MergeUnit;
import vn.sovang.unit.UnitCommand.RecodeUnit;
import vn.sovang.unit.UnitCommand.RenameUnit;
import vn.sovang.unit.UnitCommand.SplitUnit;
import vn.sovang.unit.UnitCommand.TransferUnit;
import vn.sovang.vocabulary.CompetenceScope;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

class UnitChangesTest {
    private static final UnitId KHANH_HOA = unit("UBND tỉnh Khánh Hòa");
    private static final UnitId PHAN_RANG = unit("UBND phường Phan Rang");
    private static final UnitId NINH_CHU = unit("UBND phường Ninh Chử");
    private static final UnitId DO_VINH = unit("UBND phường Đô Vinh");
    private static final String DAY = "2026-03-01";

    private static DeciderSpec<UnitCommand, UnitChanges.State> ledger() {
        return DeciderSpec.of(new UnitChanges()).given(reference());
    }

    private static Origin at(String day) {
        return origin("an", day, paper("1/NQ-UBTVQH16", day));
    }

    @Test
    void every_change_is_recorded_by_its_paper() {
        ledger().when(new RenameUnit(at(DAY), DO_VINH, "phường Mới", "UBND phường Mới"))
                .then(new UnitRenamed(DO_VINH, "phường Mới", "UBND phường Mới"));
        ledger().when(new RecodeUnit(at(DAY), DO_VINH, "22999"))
                .then(new UnitRecoded(DO_VINH, "22999"));
        ledger().when(new TransferUnit(at(DAY), PHAN_RANG, NINH_CHU))
                .then(new UnitTransferred(PHAN_RANG, NINH_CHU));
        ledger().when(new MergeUnit(at(DAY), NINH_CHU, PHAN_RANG))
                .then(new UnitMerged(NINH_CHU, PHAN_RANG));
        ledger().when(new AbolishUnit(at(DAY), NINH_CHU, List.of()))
                .then(new UnitAbolished(NINH_CHU, List.of()));
        var parts =
                List.of(
                        new UnitSplit.Part(PHAN_RANG, "khu phố 1"),
                        new UnitSplit.Part(DO_VINH, null));
        ledger().when(new SplitUnit(at(DAY), NINH_CHU, parts)).then(new UnitSplit(NINH_CHU, parts));
    }

    @Test
    void a_change_needs_a_paper_and_a_day_that_has_come() {
        ledger().when(new MergeUnit(origin("an", DAY), NINH_CHU, PHAN_RANG))
                .thenRefused(RefusalCode.DOCUMENT_MISSING);
        ledger().when(new MergeUnit(at("2027-01-01"), NINH_CHU, PHAN_RANG))
                .thenRefused(RefusalCode.IN_THE_FUTURE);
    }

    @Test
    void nothing_becomes_of_a_unit_that_is_not_there() {
        ledger().when(new RenameUnit(at(DAY), CITY, "tên", "UBND tên"))
                .thenRefused(RefusalCode.UNIT_DID_NOT_EXIST);
        ledger().when(new MergeUnit(at(DAY), NINH_CHU, CITY))
                .thenRefused(RefusalCode.UNIT_DID_NOT_EXIST);
        ledger().when(new MergeUnit(at(DAY), new UnitId(UUID.randomUUID()), PHAN_RANG))
                .thenRefused(RefusalCode.UNIT_UNKNOWN);
    }

    @Test
    void a_change_does_not_lie_before_one_that_is_recorded() {
        ledger().when(new MergeUnit(at("2024-12-01"), CITY, PROVINCE))
                .thenRefused(RefusalCode.EARLIER_THAN_ITS_CAUSE);
    }

    @Test
    void a_unit_neither_follows_itself_nor_is_divided_into_one() {
        ledger().when(new MergeUnit(at(DAY), NINH_CHU, NINH_CHU))
                .thenRefused(RefusalCode.UNIT_FOLLOWS_ITSELF);
        var one = new UnitSplit.Part(PHAN_RANG, null);
        ledger().when(new SplitUnit(at(DAY), NINH_CHU, List.of(one)))
                .thenRefused(RefusalCode.SPLIT_NEEDS_TWO_SUCCESSORS);
        ledger().when(new SplitUnit(at(DAY), NINH_CHU, List.of(one, one)))
                .thenRefused(RefusalCode.SPLIT_NEEDS_TWO_SUCCESSORS);
    }

    @Test
    void a_code_is_given_again_but_not_while_another_bears_it() {
        ledger().when(new RecodeUnit(at(DAY), DO_VINH, "22741"))
                .thenRefused(RefusalCode.UNIT_CODE_TAKEN);
        ledger().when(new RecodeUnit(at(DAY), DO_VINH, "22756"))
                .then(new UnitRecoded(DO_VINH, "22756"));
        ledger().when(new RecodeUnit(at(DAY), DO_VINH, "22738"))
                .then(new UnitRecoded(DO_VINH, "22738"));
    }

    @Test
    void registration_asks_the_same_of_a_code() {
        var spec = DeciderSpec.of(new UnitRegistration()).given(reference());
        spec.when(register("22741", "2026-03-01")).thenRefused(RefusalCode.UNIT_CODE_TAKEN);
        assertThat(spec.when(register("22756", "2026-03-01")).facts()).hasSize(1);
        assertThat(spec.when(register(null, "2026-03-01")).facts()).hasSize(1);
    }

    private static RegisterUnit register(@Nullable String code, String day) {
        return new RegisterUnit(
                at(day),
                new UnitRegistered(
                        new UnitId(UUID.randomUUID()),
                        "phường thử",
                        "UBND phường thử",
                        UnitLevel.XA,
                        KHANH_HOA,
                        code,
                        LocalDate.parse(day),
                        true));
    }

    @Test
    void competence_is_determined_only_for_an_authority_that_is_no_more() {
        ledger().when(competence(CITY, PHAN_RANG, DAY))
                .then(
                        new CompetenceDetermined(
                                CITY, PHAN_RANG, CompetenceScope.ANNUL, "công văn thử", null));
        ledger().when(competence(KHANH_HOA, PHAN_RANG, DAY))
                .thenRefused(RefusalCode.AUTHORITY_STILL_EXISTS);
        ledger().when(competence(CITY, PROVINCE, DAY)).thenRefused(RefusalCode.UNIT_DID_NOT_EXIST);
        ledger().when(competence(CITY, CITY, DAY)).thenRefused(RefusalCode.UNIT_FOLLOWS_ITSELF);
        ledger().when(competence(CITY, PHAN_RANG, "2024-01-01"))
                .thenRefused(RefusalCode.AUTHORITY_STILL_EXISTS);
    }

    @Test
    void the_same_competence_is_determined_once_and_several_may_act_for_one() {
        var known =
                PhanRang.fact(
                        "an",
                        "2026-02-01",
                        new CompetenceDetermined(
                                CITY, PHAN_RANG, CompetenceScope.ALL, "công văn thử", null));
        ledger().given(known)
                .when(competence(CITY, PHAN_RANG, DAY))
                .thenRefused(RefusalCode.COMPETENCE_ALREADY_DETERMINED);
        assertThat(ledger().given(known).when(competence(CITY, NINH_CHU, DAY)).facts()).hasSize(1);
    }

    private static DetermineCompetence competence(UnitId authority, UnitId acting, String day) {
        return new DetermineCompetence(
                at(day), authority, acting, CompetenceScope.ANNUL, "công văn thử", null);
    }
}
