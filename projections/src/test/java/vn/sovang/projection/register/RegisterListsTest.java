package vn.sovang.projection.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.event.LedgerEvent;
import vn.sovang.projection.register.RegisterLists.DecisionFilter;
import vn.sovang.projection.register.RegisterLists.RecipientFilter;
import vn.sovang.projection.register.RegisterLists.UnitFilter;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.RecipientKind;

/// Pages of lists, while rows are added, beside a list that is read at once.
final class RegisterListsTest {
    private static final Paper PAPER = Paper.of("2024-03-01", "12/QĐ-UBND");
    private static final RecipientFilter ANYBODY = new RecipientFilter(null, null, null);
    private static final UnitFilter ANY_UNIT = new UnitFilter(null, null, null, null);

    private final TestLog log = new TestLog().at("2024-03-02T00:00:00Z");

    @AfterEach
    void close() {
        log.close();
    }

    private void given(LedgerEvent... events) {
        log.append(java.util.Arrays.stream(events).map(PAPER::fact).toList());
    }

    /// An award of somebody new.
    private void award() {
        var line = Given.line("X_1", RecipientKind.INDIVIDUAL);
        given(
                Given.recipient(line.recipient(), line.recipientKind()),
                Given.decided(Given.award(), Given.CITY, line));
    }

    private Register register() {
        return log.settled().register();
    }

    /// Page by page, with more recorded behind every page.
    private <T> List<T> turned(BiFunction<Register, @Nullable String, Page<T>> list) {
        var rows = new ArrayList<T>();
        String next = null;
        do {
            var page = list.apply(register(), next);
            rows.addAll(page.rows());
            next = page.next();
            award();
        } while (next != null);
        return rows;
    }

    @Test
    void pages_hold_what_the_list_held_when_its_first_page_was_read() {
        given(Given.city());
        for (int i = 0; i < 7; i++) {
            award();
        }
        var before = register();
        var people = before.lists().recipients(ANYBODY, null, 500).rows();
        var decisions = before.lists().decisions(DecisionFilter.ALL, null, 500).rows();
        var units = before.lists().units(ANY_UNIT, null, 500).rows();

        assertThat(people).hasSize(7);
        assertThat(turned((r, after) -> r.lists().recipients(ANYBODY, after, 2))).isEqualTo(people);
        var now = register().lists().decisions(DecisionFilter.ALL, null, 500).rows();
        assertThat(now.size()).isGreaterThanOrEqualTo(decisions.size());
        assertThat(turned((r, after) -> r.lists().decisions(DecisionFilter.ALL, after, 3)))
                .isEqualTo(now);
        assertThat(turned((r, after) -> r.lists().units(ANY_UNIT, after, 1))).isEqualTo(units);
    }

    @Test
    void an_office_is_listed_the_recipients_of_its_lines_and_those_without_any() {
        given(Given.city());
        award();
        var without = Given.line("X_1", RecipientKind.COLLECTIVE);
        given(Given.recipient(without.recipient(), without.recipientKind()));
        var all = register();

        assertThat(all.within(Set.of(Given.CITY)).lists().recipients(ANYBODY, null, 5).rows())
                .hasSize(2);
        assertThat(all.within(Set.of(Given.PROVINCE)).lists().recipients(ANYBODY, null, 5).rows())
                .extracting(RecipientRow::id)
                .containsExactly(without.recipient());
        assertThat(
                        all.within(Set.of(Given.PROVINCE))
                                .lists()
                                .decisions(DecisionFilter.ALL, null, 5)
                                .rows())
                .isEmpty();
    }

    @Test
    void what_is_no_cursor_is_refused() {
        for (var cursor : List.of("", "x", "1.2", "1.x.3", "-1.2.3", "2024-01-01.1.1")) {
            assertThatIllegalArgumentException()
                    .as(cursor)
                    .isThrownBy(() -> register().lists().recipients(ANYBODY, cursor, 5));
        }
    }
}
