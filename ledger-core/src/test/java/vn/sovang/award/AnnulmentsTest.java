package vn.sovang.award;

import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.AwardEvent.AwardAnnulled;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.AnnulmentGround;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.RecipientKind;

class AnnulmentsTest {
    private final AwardId award = new AwardId(UUID.randomUUID());
    private final RecipientRegistered person = PhanRang.recipient(RecipientKind.INDIVIDUAL);
    private final AwardAnnulled annulled =
            new AwardAnnulled(
                    award, AnnulmentGround.THONG_TIN_SAI_GIA_HO_SO, CITY, person.recipient());

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

    private AnnulAward annul(String code, String day) {
        return new AnnulAward(
                origin("binh", day, paper("10/QĐ-UBND", day)),
                award,
                new AwardCode(code),
                AnnulmentGround.THONG_TIN_SAI_GIA_HO_SO,
                CITY);
    }

    @Test
    void a_standing_award_is_annulled_with_its_ground() {
        decided().when(annul("GK_HUYEN", "2024-08-15")).then(annulled);
    }

    @Test
    void refuses_to_annul_an_award_twice() {
        decided()
                .given(fact("binh", "2024-08-15", annulled))
                .when(annul("GK_HUYEN", "2024-09-01"))
                .thenRefused(RefusalCode.AWARD_ANNULLED);
    }

    @Test
    void refuses_an_annulment_dated_before_the_award() {
        decided()
                .when(annul("GK_HUYEN", "2023-11-19"))
                .thenRefused(RefusalCode.EARLIER_THAN_ITS_CAUSE);
    }

    @Test
    void refuses_when_the_line_is_of_another_award() {
        decided().when(annul("LDTT", "2024-08-15")).thenRefused(RefusalCode.AWARD_DIFFERS);
    }

    @Test
    void refuses_without_a_paper() {
        decided()
                .when(
                        new AnnulAward(
                                origin("binh", "2024-08-15"),
                                award,
                                new AwardCode("GK_HUYEN"),
                                AnnulmentGround.THONG_TIN_SAI_GIA_HO_SO,
                                CITY))
                .thenRefused(RefusalCode.DOCUMENT_MISSING);
    }
}
