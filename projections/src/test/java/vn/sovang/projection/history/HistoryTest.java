package vn.sovang.projection.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sovang.event.Actor;
import vn.sovang.event.Arrival;
import vn.sovang.event.AsFound;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.Provenance;
import vn.sovang.event.Provenance.Confidence;
import vn.sovang.event.Provenance.Source;
import vn.sovang.projection.testing.Given;
import vn.sovang.projection.testing.Paper;
import vn.sovang.projection.testing.TestLog;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.RecipientKind;

final class HistoryTest {
    private static final Paper MARCH = Paper.of("2024-03-01", "12/QĐ-UBND");
    private static final Paper AUGUST = Paper.of("2024-08-01", "99/QĐ-UBND");

    private final TestLog log = new TestLog().at("2024-04-01T00:00:00Z");

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void the_story_of_an_award_names_each_event_with_both_times_and_its_paper() {
        var award = Given.award();
        var line = Given.line("BK_TINH", RecipientKind.INDIVIDUAL);
        var decided = Given.decided(award, Given.CITY, line);
        log.append(MARCH.fact(Given.city()), MARCH.fact(decided));
        log.at("2024-09-01T00:00:00Z").append(AUGUST.fact(Given.annulled(award, Given.CITY)));

        var story = history().of(award);

        assertThat(story)
                .extracting(HistoryLine::type)
                .containsExactly("award.AwardDecided", "award.AwardAnnulled");
        var first = story.getFirst();
        assertThat(first.position()).isEqualTo(2);
        assertThat(first.effectiveOn()).isEqualTo("2024-03-01");
        assertThat(first.recordedAt()).isEqualTo("2024-04-01T00:00:00Z");
        assertThat(first.document()).isEqualTo(MARCH.fact(decided).document());
        assertThat(first.by()).isEqualTo(new Actor("u-1", "CLERK", null));
        assertThat(history().of(award, 2)).as("as known at 2").hasSize(1);
        assertThat(history().of(line.recipient())).hasSize(1);
        assertThat(history().of(decided.decision())).hasSize(1);
        assertThat(history().of(Given.CITY))
                .as("a unit's story is what became of it, not what it decided")
                .extracting(HistoryLine::type)
                .containsExactly("unit.UnitRegistered");
    }

    @Test
    void every_circumstance_of_a_fact_is_in_its_line() {
        var award = Given.award();
        var provenance = new Provenance(Source.SIGNED_PAPER, Confidence.HIGH, null);
        var fact =
                new Fact(
                        Given.annulled(award, Given.CITY),
                        LocalDate.parse("2024-02-29"),
                        new Document.None("mất hồ sơ"),
                        new Actor("u-1", "HEAD", Given.CITY),
                        new UUID(0, 1),
                        "u-9",
                        new Arrival(LocalDate.parse("2024-03-03"), "17"),
                        null,
                        provenance,
                        null,
                        null);
        var found = new AsFound("TOO_LATE", "giấy ghi vậy", "u-2");
        log.append(fact.asFound(found));

        var line = history().of(award).getFirst();

        assertThat(line.document()).isEqualTo(new Document.None("mất hồ sơ"));
        assertThat(line.by()).isEqualTo(fact.by());
        assertThat(line.onBehalfOf()).isEqualTo("u-9");
        assertThat(line.arrival()).isEqualTo(fact.arrival());
        assertThat(line.asFound()).isEqualTo(found);
        assertThat(line.provenance()).isEqualTo(provenance);
    }

    @Test
    void a_fact_of_an_import_keeps_its_own_position_and_is_known_at_the_completion() {
        var award = Given.award();
        var file = new ImportId(UUID.randomUUID());
        var line = Given.line("BK_TINH", RecipientKind.INDIVIDUAL);
        log.append(MARCH.in(file).fact(Given.decided(award, Given.CITY, line)));
        assertThat(history().of(award)).isEmpty();

        log.append(MARCH.in(file).fact(new ImportCompleted(file, "f", "0", 1, 1, "u-2", false)));

        assertThat(history().of(award))
                .extracting(HistoryLine::position, HistoryLine::knownAt)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1L, 2L));
    }

    private History history() {
        return log.settled().history();
    }
}
