package vn.sovang.projection.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.event.ImportCompleted;
import vn.sovang.projection.readmodel.KnownAt;
import vn.sovang.projection.statistics.StatisticsAnswer.Answered;
import vn.sovang.projection.statistics.StatisticsAnswer.BeyondTheLog;
import vn.sovang.projection.statistics.StatisticsAnswer.NotYetOpen;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLevel;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.RecipientKind;

final class KnownAtTest {
    private static final AwardId FIRST = Given.award();
    private static final Paper MARCH = Paper.of("2024-03-01", "1/QĐ-UBND");

    private final TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void an_instant_before_the_first_event_is_not_zero_but_not_yet_open() {
        given();

        assertThat(ask(new KnownAt.AtInstant(Instant.parse("2024-02-01T00:00:00Z"))))
                .isEqualTo(new NotYetOpen(Instant.parse("2024-03-01T02:00:00Z")));
    }

    @Test
    void an_empty_log_was_never_opened() {
        assertThat(ask(new KnownAt.AtInstant(Instant.parse("2024-02-01T00:00:00Z"))))
                .isEqualTo(new NotYetOpen(null));
    }

    @Test
    void position_0_is_the_empty_ledger_and_gives_zeros() {
        given();

        var answer = answered(new KnownAt.AtPosition(0));

        assertThat(answer.cells()).isEmpty();
        assertThat(answer.recordedAt()).isNull();
    }

    @Test
    void a_position_that_does_not_exist_yet_is_refused() {
        given();

        assertThat(ask(new KnownAt.AtPosition(4))).isEqualTo(new BeyondTheLog(4, 3));
    }

    @Test
    void an_instant_is_the_last_position_recorded_by_then() {
        given();

        var between = answered(new KnownAt.AtInstant(Instant.parse("2024-03-01T02:30:00Z")));
        var newest = answered(new KnownAt.AtInstant(Instant.parse("2024-04-01T02:00:00Z")));

        assertThat(between.position()).isEqualTo(2);
        assertThat(between.recordedAt()).isEqualTo("2024-03-01T02:00:00Z");
        assertThat(between.provisional()).as("an event lies after it").isFalse();
        assertThat(newest.position()).isEqualTo(3);
        assertThat(newest.provisional()).as("nothing lies after it").isTrue();
        assertThat(answered(KnownAt.NOW).provisional()).isTrue();
        assertThat(answered(new KnownAt.AtPosition(3)).provisional()).isFalse();
    }

    @Test
    void an_answer_says_how_many_of_its_lines_were_entered_on_a_later_day_in_vietnam() {
        given();

        assertThat(answered(new KnownAt.AtPosition(2)).enteredAfterTheFact()).isZero();
        assertThat(answered(KnownAt.NOW).total(Measure.DECIDED)).isEqualTo(2);
        assertThat(answered(KnownAt.NOW).enteredAfterTheFact()).isOne();
    }

    @Test
    void an_annulment_leaves_the_period_as_reported_and_restates_it_beside() {
        given();
        log.at("2024-09-01T02:00:00Z")
                .append(Paper.of("2024-09-01", "5/QĐ").fact(Given.annulled(FIRST, Given.CITY)));

        assertThat(answered(KnownAt.NOW, View.ORIGINAL).total(Measure.DECIDED)).isEqualTo(2);
        assertThat(answered(KnownAt.NOW, View.RESTATED).total(Measure.DECIDED)).isEqualTo(1);
        assertThat(answered(new KnownAt.AtPosition(3), View.RESTATED).total(Measure.DECIDED))
                .as("not known yet")
                .isEqualTo(2);
        assertThat(answered(KnownAt.NOW, View.RESTATED).total(Measure.ANNULLED))
                .as("in its own period, not in that of the award")
                .isZero();
    }

    @Test
    void facts_of_an_import_are_known_when_it_is_complete() {
        given();
        var file = new ImportId(new java.util.UUID(1, 2));
        var award = Given.line("GK_HUYEN", RecipientKind.HOUSEHOLD);
        log.append(MARCH.in(file).fact(Given.decided(Given.award(), Given.CITY, award)));
        var half = answered(KnownAt.NOW);
        log.append(MARCH.in(file).fact(new ImportCompleted(file, "f", "00", 1, 1, "u-2", false)));

        assertThat(half.position()).isEqualTo(4);
        assertThat(half.total(Measure.DECIDED)).isEqualTo(2);
        assertThat(answered(KnownAt.NOW).total(Measure.DECIDED)).isEqualTo(3);
        assertThat(answered(new KnownAt.AtPosition(4)).total(Measure.DECIDED))
                .as("position 4 is still what it was")
                .isEqualTo(2);
    }

    @Test
    void an_award_outside_the_catalogue_has_no_known_level() {
        log.append(
                MARCH.fact(Given.awardType("BK_TINH", AwardLevel.BO_TINH)),
                MARCH.fact(
                        Given.decided(
                                Given.award(),
                                Given.CITY,
                                Given.line("BK_TINH", RecipientKind.INDIVIDUAL))),
                MARCH.fact(
                        Given.decided(
                                Given.award(),
                                Given.CITY,
                                Given.line("KHONG_RO", RecipientKind.INDIVIDUAL))));

        assertThat(answered(KnownAt.NOW).cells())
                .extracting(Cell::level, Cell::awardName)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(AwardLevel.BO_TINH, "Tên của BK_TINH"),
                        org.assertj.core.groups.Tuple.tuple(AwardLevel.KHONG_RO, "KHONG_RO"));
    }

    /// 1 the city; 2 an award entered on its day; 3 one entered a month later.
    private void given() {
        var line = Given.line("GK_HUYEN", RecipientKind.HOUSEHOLD);
        log.at("2024-03-01T02:00:00Z")
                .append(
                        List.of(
                                MARCH.fact(Given.city()),
                                MARCH.fact(Given.decided(FIRST, Given.CITY, line))));
        log.at("2024-04-01T02:00:00Z")
                .append(MARCH.fact(Given.decided(Given.award(), Given.CITY, line)));
    }

    private Answered answered(KnownAt knownAt) {
        return answered(knownAt, View.ORIGINAL);
    }

    private Answered answered(KnownAt knownAt, View view) {
        return (Answered) ask(knownAt, view);
    }

    private StatisticsAnswer ask(KnownAt knownAt) {
        return ask(knownAt, View.ORIGINAL);
    }

    private StatisticsAnswer ask(KnownAt knownAt, View view) {
        return log.settled()
                .statistics()
                .ask(
                        new StatisticsQuery(
                                PeriodPolicy.CALENDAR,
                                Period.parse("2024-H1"),
                                Given.CITY,
                                knownAt,
                                view));
    }
}
