package vn.sovang.award;

import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;
import static vn.sovang.testing.PhanRang.unit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.event.UnitEvent.CompetenceDetermined;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CompetenceScope;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;

/// The city conferred it in 2023 and is no more since 1 July 2025.
class AnnulmentForTheDissolvedTest {
    private static final UnitId WARD = unit("UBND phường Phan Rang");
    private static final UnitId OTHER_WARD = unit("UBND phường Ninh Chử");

    private final AwardId award = new AwardId(UUID.randomUUID());

    private final RecipientRegistered person = PhanRang.recipient(RecipientKind.INDIVIDUAL);

    private DeciderSpec<AwardCommand, AwardState> decided() {
        return DeciderSpec.of(new Awards())
                .given(PhanRang.reference())
                .given(
                        fact(
                                "an",
                                "2023-11-20",
                                new AwardDecided(
                                        award,
                                        new DecisionId(UUID.randomUUID()),
                                        DecisionKey.of(CITY, 2023, new DocumentNumber("9/QĐ")),
                                        1,
                                        ConferralMode.TANG,
                                        null,
                                        null,
                                        line("GK_HUYEN", person))));
    }

    private DeciderSpec<AwardCommand, AwardState> determined(
            CompetenceScope scope, @Nullable String until) {
        return decided()
                .given(
                        fact(
                                "an",
                                "2025-09-01",
                                new CompetenceDetermined(
                                        CITY,
                                        WARD,
                                        scope,
                                        "công văn thử",
                                        until == null ? null : LocalDate.parse(until))));
    }

    private AnnulAward annul(UnitId authority, String day) {
        return new AnnulAward(
                origin("binh", day, paper("10/QĐ-UBND", day)),
                award,
                new AwardCode("GK_HUYEN"),
                AnnulmentGround.GIAN_DOI_KE_KHAI,
                authority);
    }

    @Test
    void neither_the_dissolved_authority_nor_its_successor_annuls_by_itself() {
        decided().when(annul(CITY, "2025-10-01")).thenRefused(RefusalCode.UNIT_DID_NOT_EXIST);
        decided()
                .when(annul(WARD, "2025-10-01"))
                .thenRefused(RefusalCode.COMPETENCE_NOT_DETERMINED);
    }

    @Test
    void whoever_was_determined_annuls_from_that_day_on() {
        for (var scope : new CompetenceScope[] {CompetenceScope.ANNUL, CompetenceScope.ALL}) {
            determined(scope, null)
                    .when(annul(WARD, "2025-09-01"))
                    .then(
                            new AwardAnnulled(
                                    award,
                                    AnnulmentGround.GIAN_DOI_KE_KHAI,
                                    WARD,
                                    person.recipient()));
        }
    }

    @Test
    void a_later_determination_for_the_same_acts_ends_an_earlier_one() {
        var ended =
                new CompetenceDetermined(
                        CITY,
                        WARD,
                        CompetenceScope.ANNUL,
                        "công văn thử 2",
                        LocalDate.parse("2026-03-31"));
        var both = determined(CompetenceScope.ANNUL, null).given(fact("an", "2026-01-01", ended));
        both.when(annul(WARD, "2026-03-31"))
                .then(
                        new AwardAnnulled(
                                award, AnnulmentGround.GIAN_DOI_KE_KHAI, WARD, person.recipient()));
        determined(CompetenceScope.ANNUL, null)
                .given(fact("an", "2026-01-01", ended))
                .when(annul(WARD, "2026-04-01"))
                .thenRefused(RefusalCode.COMPETENCE_NOT_DETERMINED);
    }

    @Test
    void competence_for_another_act_another_day_or_another_unit_is_none() {
        determined(CompetenceScope.REISSUE, null)
                .when(annul(WARD, "2025-10-01"))
                .thenRefused(RefusalCode.COMPETENCE_NOT_DETERMINED);
        determined(CompetenceScope.ANNUL, null)
                .when(annul(WARD, "2025-08-31"))
                .thenRefused(RefusalCode.COMPETENCE_NOT_DETERMINED);
        determined(CompetenceScope.ANNUL, "2025-12-31")
                .when(annul(WARD, "2026-01-01"))
                .thenRefused(RefusalCode.COMPETENCE_NOT_DETERMINED);
        determined(CompetenceScope.ANNUL, null)
                .when(annul(OTHER_WARD, "2025-10-01"))
                .thenRefused(RefusalCode.COMPETENCE_NOT_DETERMINED);
    }
}
