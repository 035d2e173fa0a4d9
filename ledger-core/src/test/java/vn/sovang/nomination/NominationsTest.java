package vn.sovang.nomination;

import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PROVINCE;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;
import static vn.sovang.testing.PhanRang.paper;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.Fact;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.NominationEvent.NominationForwardedUp;
import vn.sovang.event.NominationEvent.NominationListSubmitted;
import vn.sovang.event.NominationEvent.NominationSubmitted;
import vn.sovang.event.NominationEvent.NominationWithdrawn;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.nomination.NominationCommand.FileNomination;
import vn.sovang.nomination.NominationCommand.SubmitNominationList;
import vn.sovang.nomination.NominationCommand.WithdrawNomination;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.UnitId;

class NominationsTest {
    private final RecipientRegistered person = PhanRang.recipient(RecipientKind.INDIVIDUAL);
    private final RecipientRegistered household = PhanRang.recipient(RecipientKind.HOUSEHOLD);
    private final NominationId nomination = new NominationId(UUID.randomUUID());
    private final ListId list = new ListId(UUID.randomUUID());
    private final AwardLine merit = line("BK_TTG", person);
    private final NominationFiled filed = new NominationFiled(nomination, CITY, merit);

    private DeciderSpec<NominationCommand, NominationState> ledger() {
        return DeciderSpec.of(new Nominations())
                .given(PhanRang.reference())
                .given(fact("an", "2024-01-02", person), fact("an", "2024-01-02", household));
    }

    private Fact filedOn(String day) {
        return fact("an", day, filed);
    }

    private SubmitNominationList send(UnitId from, String day, NominationId... nominations) {
        return new SubmitNominationList(
                origin("an", day, paper("01/TTr-UBND", day)),
                list,
                from,
                PROVINCE,
                List.of(nominations));
    }

    @Nested
    class Filing {
        private FileNomination file(String day, AwardLine line) {
            return new FileNomination(origin("an", day), nomination, CITY, line);
        }

        @Test
        void records_who_is_nominated_for_what() {
            ledger().when(file("2024-02-20", merit)).then(filed);
        }

        @Test
        void refuses_to_nominate_whom_nobody_can_name_any_more() {
            ledger().given(fact("an", "2024-02-01", PhanRang.erased(person)))
                    .when(file("2024-02-20", merit))
                    .thenRefused(RefusalCode.RECIPIENT_ERASED);
        }

        @Test
        void refuses_a_household_with_lao_dong_tien_tien() {
            ledger().when(file("2024-02-20", line("LDTT", household)))
                    .thenRefused(RefusalCode.RECIPIENT_KIND_NOT_ALLOWED);
        }

        @Test
        void refuses_an_award_type_outside_its_validity() {
            ledger().when(file("2024-03-12", line("HUY_HIEU_TINH_NINH_THUAN", person)))
                    .thenRefused(RefusalCode.AWARD_TYPE_NOT_VALID);
        }

        @Test
        void refuses_an_award_type_the_catalogue_does_not_have() {
            ledger().when(file("2024-02-20", line("HUY_CHUONG_LA", person)))
                    .thenRefused(RefusalCode.AWARD_TYPE_UNKNOWN);
        }

        @Test
        void refuses_a_recipient_nobody_registered() {
            ledger().when(
                            file(
                                    "2024-02-20",
                                    line("BK_TTG", PhanRang.recipient(RecipientKind.INDIVIDUAL))))
                    .thenRefused(RefusalCode.RECIPIENT_UNKNOWN);
        }

        @Test
        void refuses_a_unit_that_does_not_exist_any_more() {
            ledger().when(file("2025-07-01", merit)).thenRefused(RefusalCode.UNIT_DID_NOT_EXIST);
        }

        @Test
        void refuses_a_day_that_has_not_come() {
            ledger().when(file("2026-11-23", merit)).thenRefused(RefusalCode.IN_THE_FUTURE);
        }

        @Test
        void refuses_to_file_one_nomination_twice() {
            ledger().given(filedOn("2024-02-20"))
                    .when(file("2024-02-21", merit))
                    .thenRefused(RefusalCode.NOMINATION_ALREADY_FILED);
        }
    }

    @Nested
    class Sending {
        @Test
        void the_proposers_own_list_submits() {
            ledger().given(filedOn("2024-02-01"))
                    .when(send(CITY, "2024-02-20", nomination))
                    .then(
                            new NominationListSubmitted(list, CITY, PROVINCE, 1),
                            new NominationSubmitted(nomination, list, 1, CITY, PROVINCE, merit));
        }

        @Test
        void somebody_elses_list_forwards() {
            ledger().given(filedOn("2024-02-01"))
                    .when(send(PROVINCE, "2024-04-02", nomination))
                    .then(
                            new NominationListSubmitted(list, PROVINCE, PROVINCE, 1),
                            new NominationForwardedUp(
                                    nomination, list, 1, PROVINCE, PROVINCE, merit));
        }

        @Test
        void refuses_to_send_one_nomination_up_twice() {
            ledger().given(
                            filedOn("2024-02-01"),
                            fact(
                                    "an",
                                    "2024-02-20",
                                    new NominationSubmitted(
                                            nomination, list, 1, CITY, PROVINCE, merit)))
                    .when(send(CITY, "2024-03-01", nomination))
                    .thenRefused(RefusalCode.NOMINATION_ALREADY_SUBMITTED);
        }

        @Test
        void refuses_the_same_nomination_twice_on_one_list() {
            ledger().given(filedOn("2024-02-01"))
                    .when(send(CITY, "2024-03-01", nomination, nomination))
                    .thenRefused(RefusalCode.NOMINATION_ALREADY_SUBMITTED);
        }

        @Test
        void refuses_a_list_dated_before_what_is_on_it() {
            ledger().given(filedOn("2024-02-21"))
                    .when(send(CITY, "2024-02-20", nomination))
                    .thenRefused(RefusalCode.EARLIER_THAN_ITS_CAUSE);
        }

        @Test
        void refuses_an_empty_list() {
            ledger().when(send(CITY, "2024-02-20")).thenRefused(RefusalCode.LIST_EMPTY);
        }

        @Test
        void refuses_a_list_without_a_paper() {
            ledger().given(filedOn("2024-02-01"))
                    .when(
                            new SubmitNominationList(
                                    origin("an", "2024-02-20"),
                                    list,
                                    CITY,
                                    PROVINCE,
                                    List.of(nomination)))
                    .thenRefused(RefusalCode.DOCUMENT_MISSING);
        }
    }

    @Nested
    class Withdrawing {
        private final WithdrawNomination withdraw =
                new WithdrawNomination(origin("an", "2024-03-06"), nomination, "xin rút");

        @Test
        void is_possible_until_it_is_sent() {
            ledger().given(filedOn("2024-03-05"))
                    .when(withdraw)
                    .then(new NominationWithdrawn(nomination, "xin rút"));
        }

        @Test
        void is_refused_once_it_was_sent() {
            ledger().given(
                            filedOn("2024-02-01"),
                            fact(
                                    "an",
                                    "2024-02-20",
                                    new NominationSubmitted(
                                            nomination, list, 1, CITY, PROVINCE, merit)))
                    .when(withdraw)
                    .thenRefused(RefusalCode.NOMINATION_ALREADY_SUBMITTED);
        }

        @Test
        void bars_it_from_every_list() {
            ledger().given(
                            filedOn("2024-02-01"),
                            fact("an", "2024-02-02", new NominationWithdrawn(nomination, "rút")))
                    .when(send(CITY, "2024-02-20", nomination))
                    .thenRefused(RefusalCode.NOMINATION_WITHDRAWN);
        }
    }
}
