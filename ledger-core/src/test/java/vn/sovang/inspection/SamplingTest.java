package vn.sovang.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sovang.testing.PhanRang.CITY;
import static vn.sovang.testing.PhanRang.PROVINCE;
import static vn.sovang.testing.PhanRang.fact;
import static vn.sovang.testing.PhanRang.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.Fact;
import vn.sovang.event.ImportCompleted;
import vn.sovang.event.InspectionEvent.InspectionOpened;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.Recorded;
import vn.sovang.inspection.Sample.Drawn;
import vn.sovang.testing.Inspecting;
import vn.sovang.vocabulary.CutOff;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.InspectionId;
import vn.sovang.vocabulary.InspectionOrder;
import vn.sovang.vocabulary.SampleDesign;
import vn.sovang.vocabulary.SamplePopulation;
import vn.sovang.vocabulary.UnitId;

/// The sample is what `docs/inspection.md` says, letter by letter: the hashes here were made by
/// another program.
class SamplingTest {
    private static final Instant OPENED = Instant.parse("2026-11-22T08:15:00.123456Z");

    private final List<Recorded> log = new ArrayList<>();

    private Recorded append(LedgerEvent event, String day, @Nullable ImportId imported) {
        var plain = fact("an", day, paper("1/QĐ", day), event);
        var fact =
                new Fact(
                        event,
                        plain.effectiveOn(),
                        plain.document(),
                        plain.by(),
                        plain.request(),
                        null,
                        null,
                        null,
                        null,
                        imported,
                        null);
        var recorded = new Recorded(log.size() + 1, OPENED, UUID.randomUUID(), fact);
        log.add(recorded);
        return recorded;
    }

    private void decision(UnitId unit, String day, @Nullable ImportId imported) {
        var key =
                DecisionKey.of(
                        unit,
                        Integer.parseInt(day.substring(0, 4)),
                        new DocumentNumber(log.size() + "/QĐ"));
        append(new DecisionRecorded(new DecisionId(UUID.randomUUID()), key, 1), day, imported);
    }

    private static InspectionOpened opening(int size, long cutOff) {
        return new InspectionOpened(
                new InspectionId(new UUID(0, 1)),
                new InspectionOrder("Thanh tra tỉnh", 2025, "1/QĐ"),
                Inspecting.year(2024),
                new CutOff(cutOff, "AAAA"),
                new SampleDesign(SamplePopulation.DECISIONS_SIGNED, size, Inspecting.SEED));
    }

    private Sample draw(int size, long cutOff, long openedAt) {
        var opening =
                new Recorded(
                        openedAt,
                        OPENED,
                        UUID.randomUUID(),
                        fact("thanh", "2025-03-01", opening(size, cutOff)));
        var sampling = Sampling.under(opening);
        log.forEach(sampling);
        return sampling.sample();
    }

    private static List<Long> positions(Sample sample) {
        return sample.drawn().stream().map(Drawn::position).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1, ed59082a6dc9982aaeabad01449a35173394928c07975613777d5c06edc0e9f6",
        "2, 7f190ab042970ce286a4e6f96c8cd63151f0db5df2f7ed6034442b419a7a1f74",
        "3, 4b56408a9ba3a1ac85e93d99516ac9c13e00cf739a2e0675abc2b753999e1bab",
        "10, dc109ac6a076438748c8a58d1315a9d532bd4c50f901319e1ce8c2cb661ca6a5"
    })
    void the_hash_of_a_candidate_is_the_documented_one(long position, String hash) {
        assertThat(Sampling.order(Inspecting.SEED, 42, OPENED, position)).isEqualTo(hash);
    }

    @Test
    void the_first_of_the_sorted_population_are_drawn() {
        for (int i = 0; i < 10; i++) {
            decision(CITY, "2024-05-01", null);
        }
        assertThat(positions(draw(10, 10, 42)))
                .containsExactly(3L, 7L, 6L, 8L, 5L, 2L, 9L, 4L, 10L, 1L);
        var sample = draw(4, 10, 42);
        assertThat(positions(sample)).containsExactly(3L, 7L, 6L, 8L);
        assertThat(sample.population()).isEqualTo(10);
        assertThat(sample.drawn().getFirst().place()).isEqualTo(1);
        assertThat(draw(50, 10, 42).drawn()).as("all there are").hasSize(10);
    }

    @Test
    void only_what_is_in_scope_by_the_cut_off_is_drawn_from() {
        decision(CITY, "2023-12-31", null);
        decision(CITY, "2024-01-01", null);
        decision(PROVINCE, "2024-05-01", null);
        decision(CITY, "2024-12-31", null);
        decision(CITY, "2025-01-01", null);
        decision(CITY, "2024-06-01", null);

        assertThat(positions(draw(10, 5, 42))).containsExactlyInAnyOrder(2L, 4L);
        assertThat(draw(10, 5, 42).population()).isEqualTo(2);
        assertThat(draw(10, 6, 42).population()).isEqualTo(3);
    }

    @Test
    void what_an_import_brought_counts_from_its_completion_on() {
        var imported = new ImportId(UUID.randomUUID());
        decision(CITY, "2024-01-01", imported);
        decision(CITY, "2024-01-02", null);
        append(
                new ImportCompleted(imported, "a.xlsx", "00", 1, 1, "minh", false),
                "2024-02-01",
                imported);

        assertThat(positions(draw(10, 2, 42))).containsExactly(2L);
        assertThat(positions(draw(10, 3, 42))).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void another_opening_draws_another_sample() {
        for (int i = 0; i < 40; i++) {
            decision(CITY, "2024-05-01", null);
        }
        assertThat(positions(draw(5, 40, 42))).isNotEqualTo(positions(draw(5, 40, 43)));
    }

    @Test
    void nothing_is_drawn_under_another_event_or_from_after_the_opening() {
        decision(CITY, "2024-05-01", null);
        assertThatThrownBy(() -> Sampling.under(log.getFirst()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> draw(1, 42, 42)).isInstanceOf(IllegalArgumentException.class);
    }
}
