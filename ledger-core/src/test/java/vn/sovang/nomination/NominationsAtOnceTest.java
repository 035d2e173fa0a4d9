package vn.sovang.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.line;
import static vn.sovang.testing.PhanRang.origin;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.nomination.NominationCommand.FileNominations;
import vn.sovang.nomination.NominationCommand.FileNominations.Entry;
import vn.sovang.testing.DeciderSpec;
import vn.sovang.testing.PhanRang;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.RecipientKind;

/// Many nominations of one command: all or none.
class NominationsAtOnceTest {
    private final RecipientRegistered known = PhanRang.recipient(RecipientKind.INDIVIDUAL);
    private final RecipientRegistered newcomer = PhanRang.recipient(RecipientKind.INDIVIDUAL);
    private final RecipientRegistered household = PhanRang.recipient(RecipientKind.HOUSEHOLD);

    private DeciderSpec<NominationCommand, NominationState> ledger() {
        return DeciderSpec.of(new Nominations())
                .given(PhanRang.reference())
                .given(fact("an", "2024-01-02", known), fact("an", "2024-01-02", household));
    }

    private static NominationId nomination() {
        return new NominationId(UUID.randomUUID());
    }

    private static FileNominations file(Entry... entries) {
        return new FileNominations(origin("an", "2024-02-20"), CITY, List.of(entries));
    }

    private static Entry of(AwardLine line) {
        return new Entry(nomination(), null, line);
    }

    @Test
    void registers_whom_the_ledger_does_not_have_and_nominates_all() {
        var first = of(line("BK_TTG", known));
        var second = new Entry(nomination(), newcomer, line("LDTT", newcomer));
        var third = of(line("BK_TTG", newcomer));

        ledger().when(file(first, second, third))
                .then(
                        new NominationFiled(first.nomination(), CITY, first.line()),
                        newcomer,
                        new NominationFiled(second.nomination(), CITY, second.line()),
                        new NominationFiled(third.nomination(), CITY, third.line()));
    }

    @Test
    void one_line_that_breaks_a_rule_stops_all_and_every_such_line_is_named() {
        var command =
                file(
                        of(line("BK_TTG", known)),
                        of(line("LDTT", household)),
                        of(line("HUY_CHUONG_LA", known)));

        ledger().when(command).thenRefused(RefusalCode.RECIPIENT_KIND_NOT_ALLOWED);
        var refused = (Refused) ledger().when(command).outcome();
        assertThat(refused.details())
                .extracting(detail -> detail.arguments().get("line") + " " + detail.code())
                .containsExactly("2 RECIPIENT_KIND_NOT_ALLOWED", "3 AWARD_TYPE_UNKNOWN");
    }

    @Test
    void refuses_somebody_new_who_is_there() {
        ledger().when(file(new Entry(nomination(), known, line("BK_TTG", known))))
                .thenRefused(RefusalCode.RECIPIENT_ALREADY_REGISTERED);
        ledger().when(
                        file(
                                new Entry(nomination(), newcomer, line("BK_TTG", newcomer)),
                                new Entry(nomination(), newcomer, line("LDTT", newcomer))))
                .thenRefused(RefusalCode.RECIPIENT_ALREADY_REGISTERED);
    }

    @Test
    void refuses_a_recipient_of_a_later_line() {
        ledger().when(
                        file(
                                of(line("LDTT", newcomer)),
                                new Entry(nomination(), newcomer, line("BK_TTG", newcomer))))
                .thenRefused(RefusalCode.RECIPIENT_UNKNOWN);
    }

    @Test
    void refuses_one_nomination_twice_and_none_at_all() {
        var once = of(line("BK_TTG", known));
        ledger().when(file(once, once)).thenRefused(RefusalCode.NOMINATION_ALREADY_FILED);
        ledger().when(file()).thenRefused(RefusalCode.LIST_EMPTY);
        var many = Collections.nCopies(FileNominations.MAX_ENTRIES + 1, once);
        ledger().when(new FileNominations(origin("an", "2024-02-20"), CITY, many))
                .thenRefused(RefusalCode.LIST_TOO_LONG);
    }

    @Test
    void somebody_new_is_the_recipient_of_the_line() {
        assertThatThrownBy(() -> new Entry(nomination(), newcomer, line("BK_TTG", known)))
                .isInstanceOf(IllegalValue.class);
    }
}
